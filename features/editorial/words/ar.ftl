menu-editorial = التحرير
menu-editorial-hint = الأخبار والأسئلة والأفكار الخاطئة والمبادرات: كتابة ومراجعة ونشر.
menu-translations = في انتظار الترجمة
menu-translations-hint = ما ينقص أو لم يعد محدَّثًا، بحسب اللغة.

editorial-kind-news = خبر
editorial-kind-question = سؤال
editorial-kind-myth = فكرة خاطئة
editorial-kind-initiative = مبادرة
editorial-kind-page = صفحة
editorial-kinds-page = الصفحات
pages-about = صفحات الموقع.
editorial-kind-release = بيان صحفي
editorial-kinds-release = الصحافة
releases-about = أخبار للإعلام مع من يُسأل عنها.
editorial-kind-voice = شهادة
editorial-kinds-voice = شهادات
voices-about = ما يقوله الناس عن العمل مع الشبكة، بكلماتهم وبموافقتهم.
editorial-home = إلى الصفحة الرئيسية
editorial-kinds-news = الأخبار
editorial-kinds-question = أسئلة وأجوبة
editorial-kinds-myth = أفكار خاطئة وحقائق
editorial-kinds-initiative = المبادرات
news-about = ما يجري في الشبكة وفي مدنها.
questions-about = ما يُسأل عن الشبكة، مع مصدر كل جواب.
myths-about = ما يُقال خطأً عن الشبكة، وما هو الصحيح.
initiatives-about = ما تعمله المدن معًا تحت اسم واحد.

question-section-network = الشبكة
question-section-joining = الانضمام
question-section-members = ما يفعله الأعضاء
question-section-money = التمويل

editorial-state-draft = مسودة
editorial-state-in-review = قيد المراجعة
editorial-state-scheduled = مجدول
editorial-state-live = منشور
editorial-state-withdrawn = مسحوب
text-missing = ناقصة
text-behind = متأخرة
text-current = محدَّثة
text-confirmed = مؤكَّدة كما هي
text-source = الأصل

editorial-none = لم يُنشر شيء هنا بعد
editorial-none-hint = ما ينشره الفريق يظهر هنا.
editorial-unfit = لا شيء يطابق
editorial-unfit-hint = أزِل أحد عوامل التصفية، أو اعرض الكل.
editorial-year = السنة
editorial-published = تاريخ النشر
editorial-language = اللغة
editorial-page = الصفحة
editorial-all = عرض الكل
editorial-ask = اسأل الفريق
editorial-edit = تعديل
editorial-edit-these = تعديل هذه النصوص
news-feed = متابعة الأخبار عبر خلاصة (Atom)

editorial-about-this = مزيد من المعلومات
editorial-sources = المصادر
editorial-cities = المدن
editorial-reviewed = آخر تحقق في { $day }
editorial-reviewed-by-on = آخر تحقق في { $day }، أجراه: { $who }
editorial-only-in = غير متاح بالعربية بعد. لغة العرض: { $language }
editorial-older = هذه ترجمة لنص سابق. النص الأحدث:
editorial-gone = سُحبت هذه الصفحة
editorial-gone-text = سحب فريق الشبكة ما كان هنا. وما ينشره الآن تجده في الصفحة أدناه.
editorial-preview-note = معاينة لآخر ما كُتب. لا يرى الزوار هذه الصفحة.
previews = عرضه على شخص من خارج الفريق
previews-title = عرض على شخص من خارج الفريق: { $title }
previews-text = كل من لديه الرابط يقرأ أحدث نسخة من هذا النص من دون حساب، لمدة 14 يومًا أو إلى أن تلغيه. لا يفتح الرابط أي شيء آخر، ويتوقف عند نشر النص أو سحبه أو تغيير جدولته أو إلغائها.
previews-open = الروابط السارية
preview-make = إنشاء رابط
preview-ends = سارٍ حتى { $day }.
preview-revoke = إلغاء الرابط
preview-over = لم يعد هذا الرابط ساريًا
preview-over-text = كان الرابط لنص لم يُنشر بعد، وقد انتهت مدته أو أُلغي. تواصل مع من أرسله إليك.
preview-shared-note = معاينة لنص لم يُنشر بعد. يُرجى عدم تداولها. الرابط سارٍ حتى { $day }.
editorial-back-to-editor = العودة إلى التحرير
myth-claim = ما يُقال
myth-truth = ما هو الصحيح
myth-truth-hint = الجواب في جملة أو جملتين، 400 حرف على الأكثر.
myth-why = ما يؤيد ذلك
myth-why-hint = الحقائق مع روابط. 30,000 حرف على الأكثر.
question-asked = السؤال
question-asked-hint = كما يُطرح.
question-answer = الجواب
question-answer-hint = 30,000 حرف على الأكثر.
news-headline = عنوان الخبر
initiative-name = اسم المبادرة
editorial-summary = الملخص
editorial-summary-hint = جملة أو جملتان، 400 حرف على الأكثر. يظهر في القوائم وعند مشاركة الصفحة.
editorial-body = النص
editorial-body-hint = 30,000 حرف على الأكثر.
editorial-address = الجزء الأخير من عنوان الويب
editorial-address-hint = كلمات تفصل بينها شرطات. إن تُرك فارغًا صيغ من العنوان. والعنوان السابق يقود إلى الجديد.

editorial-search = البحث في العناوين
editorial-count = { $count ->
    [zero] لا نصوص
    [one] نص واحد
    [two] نصان
    [few] { $count } نصوص
    [many] { $count } نصًا
   *[other] { $count } نص
  }
editorial-new = كتابة نص جديد
editorial-new-of = كتابة: { $kind }
editorial-source-language = اللغة التي تكتب بها
editorial-source-language-hint = لغة الأصل، وسائر اللغات ترجمة له.
editorial-title = العنوان
editorial-kind = النوع
editorial-state = الحالة
editorial-languages = اللغات
editorial-changed = آخر تعديل
editorial-still-shown = لدى الزوار إصدار سابق.
editorial-office-none = لم يُكتب شيء بعد
editorial-office-none-hint = ما تكتبه من أخبار وأسئلة وأفكار خاطئة ومبادرات يظهر هنا مع حالته في كل لغة.
editorial-edit-of = تعديل: { $title }
editorial-published-on = نُشر أول مرة في { $day }
editorial-text-in = النص بهذه اللغة: { $language }
editorial-draft-newer = توجد مسودة أحدث.
editorial-written-by = { $who }، { $when }
editorial-you = أنت
editorial-somebody = شخص لا حساب له
editorial-hub = المنصة
editorial-saved-at = حُفظت المسودة في { $time }
editorial-not-saved = لم يتم الحفظ التلقائي. اضغط «حفظ المسودة»: ما كتبته لا يزال هنا.
editorial-save-and-call-off = حفظ وإلغاء الجدولة
editorial-scheduled-at = موعد النشر
editorial-save-draft = حفظ المسودة
editorial-publish = نشر
editorial-publish-later = النشر لاحقًا
editorial-send-for-review = إرسال للمراجعة
schedule = جدولة النشر
schedule-title = النشر لاحقًا: { $title }
schedule-text = يظهر النص للزوار في الوقت الذي تختاره، مع الترجمات الجاهزة حينها.
schedule-day = اليوم
schedule-time = الساعة
schedule-time-hint = بحسب توقيت المنطقة أدناه، مثل 09:00 أو 17:30.
schedule-zone = المنطقة الزمنية
schedule-zone-hint = أقرب مدينة كبيرة لها التوقيت نفسه.
schedule-local = { $date }، { $clock }
schedule-instead = الوقت المختار غير موجود في ذلك اليوم بسبب تقديم الساعة، وسيُنشر النص عند { $time } بالتوقيت المحلي.
schedule-twice = يتكرر هذا الوقت مرتين في ذلك اليوم، والمقصود هو الأول.
schedule-held = أي تعديل على الأصل قبل ذلك يعيد النص مسودة، ويمكن متابعة كتابة الترجمات.
schedule-publish-now = النشر الآن
schedule-call-off = إلغاء الجدولة
schedule-change = تغيير الوقت
editorial-preview = معاينة
editorial-translation-done = الترجمة جاهزة
editorial-source-is = الأصل
editorial-changed-since = ما تغيّر منذ هذه الترجمة
editorial-nothing-to-change = لا شيء يتغيّر
editorial-nothing-to-change-hint = الترجمة صحيحة كما هي.
editorial-in-review = قيد المراجعة
editorial-review-hint = اقرأ المعاينة، ثم انشر النص أو أعِده مع بيان السبب.
editorial-review-other = يجب أن يقرأه شخص آخر من الفريق قبل نشره.
editorial-send-back = إعادة النص
editorial-back-title = إعادة: { $title }
editorial-back-text = يعود النص مسودة، ويُقرأ السبب إلى جانبه.
editorial-take-back = سحب
editorial-withdraw-title = سحب: { $title }
editorial-withdraw-text = يجد الزوار في العنوان نفسه صفحة تقول إن النص سُحب. لا يضيع شيء: يمكنك استئناف العمل عليه.
editorial-withdraw-below = تقع هذه الصفحات تحتها. تبقى هي، لكن هذه الصفحة لا تعود تقود إليها:
editorial-reason = السبب
editorial-reason-hint = يقرؤه الفريق. 1,000 حرف على الأكثر.
editorial-resume = استئناف العمل عليه
editorial-translations-wait = ترجمات جاهزة
editorial-translations-wait-hint = لم تصل إلى الزوار بعد.
editorial-publish-translations = نشر الترجمات
editorial-manage = المزيد
editorial-facts = المصادر والترتيب والتحقق
editorial-facts-of = المصادر والترتيب والتحقق: { $title }
editorial-facts-hint = هي نفسها في كل اللغات، ويرى الزوار التغييرات فورًا.
editorial-history = الإصدارات السابقة
editorial-history-of = الإصدارات السابقة: { $title }
editorial-moves = ما جرى
editorial-revision = الإصدار { $number }
editorial-confirmed-only = أُكّدت كما هي، ولم تتغيّر كلمة.
editorial-newest-only = { $count ->
    [zero] لا شيء معروض.
    [one] يُعرض الأحدث فقط.
    [two] يُعرض أحدث اثنين فقط.
    [few] تُعرض أحدث { $count } فقط.
    [many] يُعرض أحدث { $count } فقط.
   *[other] يُعرض أحدث { $count } فقط.
  }
editorial-bring-back = استعادة هذا الإصدار
editorial-bring-back-hint = يصبح أحدث مسودة، ويبقى ما بعده بين الإصدارات السابقة.

question-section = الموضوع
editorial-position = الترتيب في القائمة
editorial-position-hint = رقم؛ الأصغر يأتي أولًا.
editorial-themes = الموضوعات
editorial-cities-hint = مدينة في كل سطر، باسمها.
editorial-reviewed-by = أجرى التحقق
editorial-reviewed-by-hint = اسم أو جهة يمكن للزوار قراءتها.
editorial-reviewed-on = تاريخ التحقق
editorial-review-due = تاريخ التحقق التالي

translations-about = نصوص تنقص ترجمتها، أو ترجمتها لإصدار سابق من الأصل. ما ينتظر منذ أطول وقت يأتي أولًا.
translations-count = { $count ->
    [zero] لا ترجمات منتظرة
    [one] ترجمة واحدة منتظرة
    [two] ترجمتان منتظرتان
    [few] { $count } ترجمات منتظرة
    [many] { $count } ترجمة منتظرة
   *[other] { $count } ترجمة منتظرة
  }
translations-begun = { $state }، بدأ العمل عليها
translations-none = لا شيء ينتظر
translations-none-hint = كل ما نُشر متاح بكل اللغات كما هو.
editorial-into = إلى
editorial-since = منذ

xliff-offices = لمكاتب الترجمة
xliff-offices-text = ما ينتظر الترجمة في ملف بالصيغة المعتمدة لديهم (XLIFF 2.1): 100 نص على الأكثر في كل ملف، والأقدم انتظارًا أولًا. استورده هنا بعد ترجمته.
xliff-pair = من { $from } إلى { $into }
xliff-note = أبقِ العلامات مثل ## و** و- و| وما بين القوسين بعد القوسين المعقوفين كما هي.
xliff-texts = { $count ->
    [zero] لا نصوص
    [one] نص واحد
    [two] نصان
    [few] { $count } نصوص
    [many] { $count } نصًا
   *[other] { $count } نص
  }
xliff-import = استيراد الترجمات
xliff-import-text = اختر ملف XLIFF الذي عاد إليك. يُنظر في كل نص على حدة، ولا يُكتب شيء فوق نص أحدث.
xliff-file = الملف
xliff-file-limits = XLIFF 2.0 أو 2.1 أو 2.2، بحجم { $size } على الأكثر.
xliff-ready-tick = الترجمات جاهزة
xliff-ready-tick-hint = يرى الزوار المكتمل منها، إلا إذا وجب أن يقرأها شخص آخر أولًا. وإلا فتصبح مسودات؛ أما أسماء المدن وأوصاف الصور فلا مسودات لها، فلا تُستورد.
xliff-bring-back = استيراد
xliff-taken = { $count ->
    [zero] النصوص المستوردة: { $taken } من { $count }
    [one] النصوص المستوردة: { $taken } من { $count }
    [two] النصوص المستوردة: { $taken } من { $count }
    [few] النصوص المستوردة: { $taken } من { $count }
    [many] النصوص المستوردة: { $taken } من { $count }
   *[other] النصوص المستوردة: { $taken } من { $count }
  }
xliff-empty = ليس في هذا الملف أي نص.
xliff-draft = مسودة
xliff-ready = جاهز
xliff-ready-behind = جاهز، لكن الأصل تغيّر منذ إرسال الملف: قارن قبل النشر
xliff-live = منشور
xliff-unchanged = موجود من قبل
xliff-unchanged-draft = موجود من قبل مسودةً
xliff-no-drafts = لم يُستورد: لا مسودات لهذا النوع من النصوص. راجعه ثم استورد الملف من جديد مع وضع العلامة
xliff-newer = لم يُستورد: كتب أحدهم هنا بعد إرسال الملف. صدّره من جديد
xliff-not-ours = لم يُستورد: لا يوجد هنا نص كهذا
xliff-nothing = لم يُستورد: لا شيء يمكن استخدامه
xliff-breaks-rule = لم يُستورد
xliff-unknown-part = لا يوجد جزء كهذا
xliff-other-source = الأصل ليس الذي أُرسل
xliff-same = مطابق للأصل
xliff-missing = غير موجود في الملف
xliff-incomplete = لم يُستورد لأنه لم يُترجم كله
xliff-foreign-code = فيه رموز لم تُرسل
xliff-too-long = طويل جدًا
xliff-unreadable = لا يمكن قراءته

signs-title = علامات العناوين والقوائم والروابط
signs-typed = تكتب
signs-shown = يرى الزوار
signs-heading = عنوان فرعي
signs-list = سطر من قائمة
signs-numbers = سطر من قائمة مرقّمة
signs-strong = كلمات بارزة
signs-link = رابط إلى موقع آخر
signs-own-link = رابط إلى صفحة من المنصة بلغة القارئ
signs-picture = صورة أو وثيقة أو مدينة أو رقم: أدرجها بالزر
signs-quotation = اقتباس
signs-table = جدول: السطر الثاني هو | --- | --- |

voice-who = من يتكلم
voice-who-hint = الاسم كما يريده صاحبه. ومن لا يريد ذكر اسمه فهو «ممارس» أو «رئيس بلدية».
voice-function = الوظيفة والمدينة
voice-function-hint = ما يعمله وأين، في سطر واحد.
voice-words = كلامه
voice-words-hint = ما قيل، باللغة التي قيل بها. 30,000 حرف على الأكثر.
voice-consent = الموافقة
voice-consent-hint = كيف أُعطيت ومتى وأين تُحفظ. لا يقرأ هذا إلا الفريق. 1,000 حرف على الأكثر.
voice-until = الموافقة سارية حتى
voice-until-hint = اليوم الأخير. بعده (منتصف الليل بالتوقيت العالمي) لا يقرؤها أحد في أي صفحة، وتُسحب تلقائيًا.
voice-translated = مترجم؛ قيل بلغة: { $language }
voice-ended = انتهت الموافقة.

page-parent = تحت الصفحة
page-parent-hint = الصفحة التي فوقها تؤدي إليها ويظهر اسمها في أعلاها. 5 مستويات على الأكثر.
page-parent-withdrawn = { $title } (مسحوبة)
page-parent-none = لا شيء
page-place = في القائمة أو أسفل الصفحة
page-place-hint = من أين تؤدي إليها كل صفحات المنصة. في القائمة مكان لـ 3 صفحات وفي كل قسم أسفل الصفحة لـ 10.
page-place-none = لا مكان
page-place-menu = القائمة
page-place-foot-network = أسفل الصفحة: الشبكة
page-place-foot-together = أسفل الصفحة: العمل معًا
page-place-foot-open = أسفل الصفحة: الشفافية
page-below = المزيد
error-page-fixed = هذه الصفحة موجودة في كل شبكة وهي في مكانها.
error-page-loop = لا تكون الصفحة تحت نفسها. اختر صفحة أخرى.
error-page-deep = للصفحات { $max } مستويات على الأكثر. اختر صفحة أعلى.
error-page-place = المكان يتسع لـ { $max } من صفحاتك، ومنها المسودات والمسحوبة. أزل واحدة أولًا.

menu-care = العناية
menu-care-hint = روابط لا تؤدي إلى شيء، ومراجعات مستحقة، وموافقات تنتهي.
care-about = ما يحتاج إلى نظرة كي لا يقرأ الزوار شيئًا قديمًا.
care-none = لا شيء يحتاج إلى نظرة
care-none-hint = كل رابط يؤدي إلى شيء، ولا مراجعة مستحقة، ولا موافقة تنتهي خلال 30 يومًا، وكل صفحة يُوصل إليها.
care-dead = روابط لا تؤدي إلى شيء
care-dead-text = لا يجد الزوار شيئًا هناك. غيّر الرابط أو أزله.
care-reviews = تُراجع من جديد
care-consents = موافقات تنتهي خلال 30 يومًا
care-lonely = صفحات لا يؤدي إليها شيء
care-lonely-text = لا قائمة ولا صفحة فوقها ولا نص يؤدي إليها. أعطها مكانًا أو اسحبها.
care-elsewhere = روابط إلى مواقع أخرى
care-elsewhere-text = كم رابطًا يؤدي إلى كل منها. لا تُفتح من هنا: انظر إليها بنفسك من حين إلى آخر.

release-contact = جهة الاتصال للإعلام
release-contact-hint = الاسم والوظيفة وطريقة التواصل. يراها كل من يقرأ البيان.
release-embargo = محظور النشر حتى
release-media = للإعلام
release-ask = سؤال صحفي
menu-calendar = التقويم
menu-calendar-hint = ما سيُنشر ومتى، وما نُشر.
calendar-about = ما جُدول وما نُشر، يومًا بيوم بتوقيت الفريق.
calendar-months = الأشهر
calendar-none = لا شيء يُنشر في هذا الشهر
calendar-none-hint = ما تجدوله أو تنشره يظهر هنا.
calendar-cut = لا تظهر إلا أول 500.
social = لوسائل التواصل الاجتماعي
social-title = نصوص قصيرة لـ «{ $title }»
social-text = نص لكل لغة، 500 حرف على الأكثر. لا تنشر المنصة شيئًا على تلك الوسائل: انسخ النص إلى حيث تريد.
social-meanwhile = ما حُفظ في هذه الأثناء
social-ready = للنسخ
social-copy-in = نسخ: { $language }
copy = نسخ
copied = نُسخ
error-social = { $language }: { $max } حرف على الأكثر.
error-social-changed = حفظ شخص آخر نصوصًا قصيرة في هذه الأثناء. ما أدخلته ما زال هنا: وما حُفظ يظهر أدناه: اجمع الاثنين ثم احفظ من جديد.

editorial-related = ذات صلة
care-cut = { $count ->
    [zero] لا شيء من كل نوع هنا.
    [one] يُذكر هنا { $count } من كل نوع على الأكثر.
    [two] يُذكر هنا { $count } من كل نوع على الأكثر.
    [few] يُذكر هنا { $count } من كل نوع على الأكثر.
    [many] يُذكر هنا { $count } من كل نوع على الأكثر.
   *[other] يُذكر هنا { $count } من كل نوع على الأكثر.
  }
embed-figure = رقم
embed-action = دعوة إلى العمل
embed-quotation = اقتباس
embed-table = جدول
embed-find = بحث بالكلمات
embed-none = لا شيء يطابق
embed-none-yet = لا شيء بعد
embed-make = إضافة
embed-none-hint = جرّب كلمات أخرى أو أقل.
embed-more = هناك المزيد. ابحث بكلمات من اسم ما تريده.
embed-among = { $count ->
    [zero] هناك أكثر مما يمكن البحث فيه دفعة واحدة. ويمكن إدراج أي عنصر برقمه.
    [one] هناك أكثر مما يمكن البحث فيه دفعة واحدة: جرى البحث في العنصر الأول فقط. ويمكن إدراج أي عنصر آخر برقمه.
    [two] هناك أكثر مما يمكن البحث فيه دفعة واحدة: جرى البحث في أول عنصرين. ويمكن إدراج أي عنصر آخر برقمه.
    [few] هناك أكثر مما يمكن البحث فيه دفعة واحدة: جرى البحث في أول { $count } عناصر. ويمكن إدراج أي عنصر آخر برقمه.
    [many] هناك أكثر مما يمكن البحث فيه دفعة واحدة: جرى البحث في أول { $count } عنصرًا. ويمكن إدراج أي عنصر آخر برقمه.
   *[other] هناك أكثر مما يمكن البحث فيه دفعة واحدة: جرى البحث في أول { $count } عنصر. ويمكن إدراج أي عنصر آخر برقمه.
  }
embed-caption = ما يُقال عنه هنا
embed-caption-hint = سطر يظهر معه، بلغة النص.
embed-not-alone = لا يرى الزوار من هذا إلا الكلمات: يجب أن يقف ما يُدرج في سطر مستقل مع رقمه.
embed-not-shown = لا يرى الزوار شيئًا من هذا السطر، فهو غير موجود أو لا يجوز إظهاره:
editorial-insert = إدراج
editorial-insert-into = إدراج في «{ $title }»
editorial-insert-hint = يأتي في سطر مستقل بعد الفقرة التي كتبت فيها آخر مرة، أو في النهاية. يمكنك نقل ذلك السطر.
editorial-put-in = إدراج
editorial-put-in-this = إدراج «{ $title }»
action-words = على الزر
action-words-hint = ما يفعله الزائر هناك، بكلمات قليلة.
action-address = إلى أين يؤدي
action-address-hint = صفحة من هذه المنصة مثل ‎/join أو عنوان يبدأ بـ https://‎.
quotation-words = النص
quotation-words-hint = ما كُتب أو قيل، حرفيًّا. 1,000 حرف على الأكثر.
quotation-who = عمّن أو من أين
quotation-who-hint = وثيقة أو جهة. أما الأشخاص فيُنقل كلامهم كشهادة وبموافقتهم.
table-columns = الأعمدة
table-columns-hint = من 1 إلى 8.
table-rows = الصفوف
table-rows-hint = من 1 إلى 40، من دون العناوين.
table-heading = عنوان
done-put-in = تم الإدراج في مسودة.
done-draft-saved = حُفظت المسودة.
done-published = نُشر النص.
done-scheduled = تمت جدولة النشر.
done-draft-called-off = حُفظت المسودة، ولم تعد مجدولة.
done-saved-called-off = حُفظ. لا تسري الموافقة حتى ذلك الحين، فلم يعد النشر مجدولًا.
done-called-off = أُلغيت الجدولة، وعاد النص مسودة.
done-sent-for-review = النص قيد المراجعة. يمكن لشخص آخر من الفريق نشره.
done-preview-shared = أُنشئ الرابط. انسخه من القائمة أدناه.
done-preview-revoked = لم يعد الرابط ساريًا.
done-sent-back = عاد النص مسودة مع السبب.
done-taken-back = سُحب النص.
done-taken-up = عاد النص مسودة. انشره عندما يصبح جاهزًا.
done-translation-ready = الترجمة جاهزة، وتصل إلى الزوار عند نشرها.
done-translation-live = نُشرت الترجمة.
done-translation-confirmed = أُكّدت الترجمة كما هي.
done-brought-back = أصبح الإصدار السابق أحدث مسودة.

error-embeds = صور وبطاقات وأرقام كثيرة: { $max } على الأكثر في النص الواحد.
error-insert-changed = تغيّر النص منذ فتحت هذه الصفحة، وربما تم الإدراج. انظر إلى النص ثم أدرج من جديد إن كان ناقصًا.
error-embed-choose = اختر ما يُدرج.
error-action-address = أدخل صفحة من هذه المنصة مثل ‎/join أو عنوانًا يبدأ بـ https://‎ من دون مسافات.
error-table = أدخل عددًا صحيحًا، { $max } على الأكثر.
error-voice-consent = يجب أن يكون من يتكلم قد وافق حتى اليوم أو يوم بعده. أدخل ذلك تحت «المصادر والترتيب والتحقق»؛ ما كتبته محفوظ.
error-voice-shown = يقرؤها الزوار الآن: أدخل الموافقة ويومًا لم يأت بعد، أو اسحبها أولًا.
error-nested = القوائم والاقتباسات متداخلة كثيرًا: { $max } مستويات على الأكثر. اكتب بعضها بعد بعض.
error-cells = في الجدول خلايا كثيرة: { $max } على الأكثر، مع ما ينقص الصفوف القصيرة. قسّمه إلى جداول، أو اجعله وثيقة في المكتبة.
error-source-changed = تغيّر الأصل منذ فتحت هذه الصفحة. اطّلع عليه مجددًا ثم احفظ: ما كتبته لا يزال هنا.
error-address = يحتاج عنوان الويب إلى كلمات أو أرقام. اتركه فارغًا ليُصاغ من العنوان.
error-address-taken = هذا العنوان لصفحة أخرى الآن أو من قبل. اختر غيره.
error-position = أدخل عددًا صحيحًا من 0 إلى 9,999.
error-too-many-cities = { $max ->
    [zero] لا تذكر أي مدينة.
    [one] اذكر مدينة واحدة على الأكثر.
    [two] اذكر مدينتين على الأكثر.
    [few] اذكر { $max } مدن على الأكثر.
    [many] اذكر { $max } مدينة على الأكثر.
   *[other] اذكر { $max } مدينة على الأكثر.
  }
error-no-such-city = لا عضو باسم «{ $city }». أدخل الاسم كما هو في قائمة المدن.
error-day = أدخل اليوم على شكل سنة-شهر-يوم، مثل 2026-11-28.
error-time = أدخل ساعة من اليوم، مثل 09:00 أو 17:30.
error-schedule-past = اختر وقتًا لم يحن بعد.
error-schedule-far = اختر يومًا خلال السنتين المقبلتين.
error-too-many-previews = هناك 20 رابطًا ساريًا. ألغِ أحدها أولًا.
error-second-person = يجب أن يقرأه شخص آخر من الفريق أولًا. أرسله للمراجعة.
error-not-whole = ينقص شيء يتوقعه الزوار. املأ العنوان والنص (وفي الفكرة الخاطئة ما هو الصحيح)؛ ما كتبته محفوظ مسودة.

error-xliff-version = هذا إصدار آخر من XLIFF. احفظه بصيغة XLIFF 2.1.
error-xliff-entities = يعرّف هذا الملف كيانات خاصة به (السطر { $line })، وهذا غير مقبول. احفظه من دونها.
error-xliff-too-much = في هذا الملف أكثر مما يُقرأ. استورده في عدة ملفات.
error-xliff-cut = ينتهي الملف في السطر { $line } قبل تمامه. نزّله أو احفظه مرة أخرى.
error-xliff-none = هذا ليس ملف XLIFF.
error-xliff-wrong = هذا الملف ليس XLIFF صحيحًا: انظر السطر { $line }.
error-xliff-languages = هذا الملف من «{ $from }» إلى «{ $into }»، والشبكة لا تعمل بهاتين اللغتين معًا.
record-editorial-published = نشر نص
record-editorial-consent-changed = غيّر موافقة من يتكلم
record-editorial-withdrawn = سحب نص منشور
job-editorial-publish-planned = ينشر ما كان مجدولًا
job-editorial-bring-first = إحضار النصوص الأولى للشبكة
job-editorial-voice-ends = تسحب شهادة انتهت الموافقة عليها

notice-editorial-to-review = نص ينتظر أن يقرأه شخص ثانٍ
notice-editorial-plan-failed = نص جدولته لا يُنشر كما خُطّط له
letter-to-review-subject = للمراجعة: { $title }
letter-to-review-text = مرحبًا { $name }،

    يطلب { $by } من فريق { $hub } قراءة «{ $title }» قبل نشره. يمكنك نشره أو إعادته مع ذكر السبب. تجده هنا:
letter-plan-failed-subject = لا يُنشر كما خُطّط له: { $title }
letter-plan-failed-text = مرحبًا { $name }،

    لا يُنشر «{ $title }» الذي جدولته في { $hub } كما خططت له. يذكر تاريخه من أو ما أنهى تلك الجدولة. تجده هنا:
right-editorial = كتابة النصوص وترجمتها ومراجعتها ونشرها

merge-texts = نصوص تذكر المدينة
