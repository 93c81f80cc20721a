skip = انتقل إلى المحتوى
found-without = من دون «{ $word }»: { $count }
found-meant = هل تقصد «{ $text }»؟ ({ $count })
history-by = { $who }، { $when }
menu = القائمة
language = اللغة
account = الحساب
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
signed-in-as = تم تسجيل الدخول باسم { $name }
demo-label = عن هذه الصفحة
demo-notice = عرض تجريبي: الأشخاص والوثائق والفعاليات هنا من نسج الخيال.

foot-network = الشبكة
ask-team = اسأل الفريق
foot-together = نعمل معًا
foot-open = الشفافية

office-texts = ما يقرؤه الزوار
office-people = الحسابات والأدوار
office-record = السجل والفتح الطارئ
office-system = تشغيل المنصة

name = الاسم
name-needed = اكتب الاسم.

form-problem = هناك مشكلة
form-leave-empty = اترك هذا الحقل فارغًا
error-file-missing = اختر ملفًا.
error-upload-large = هذا الملف أكبر من { $size }.
error-form-trap = مُلئ حقل غير ظاهر، ربما ملأه برنامج. أرسل النموذج مرة أخرى، فما كتبته لا يزال هنا.
error-form-old = بقيت هذه الصفحة مفتوحة وقتًا طويلًا. أرسل النموذج مرة أخرى، فما كتبته لا يزال هنا.
error-form-quick = كان ذلك سريعًا جدًا. راجع ما كتبته ثم أرسل النموذج مرة أخرى.
error-unreadable = تعذّرت قراءة ما أرسلته. ارجع وأرسله مرة أخرى.
error-required = يُرجى ملء خانة «{ $label }».
error-too-long = «{ $label }» أطول مما ينبغي: استخدم { $max ->
    [one] حرفًا واحدًا
    [two] حرفين
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
  } على الأكثر.
error-choose = اختر أحد الخيارات في خانة «{ $label }».
error-changed = حفظ شخص آخر تغييرات أثناء كتابتك. ما كتبته باقٍ في النموذج، وبجانب كل خانة مختلفة ما هو محفوظ الآن. احفظ مرة أخرى ليحلّ نصّك محله.
error-changed-to = المحفوظ الآن: { $saved }
error-changed-empty = الخانة فارغة الآن.
error-changed-field = { $label }: غيّره شخص آخر في هذه الأثناء

size-bytes = { $number } بايت
size-kb = { $number } كيلوبايت
size-mb = { $number } ميغابايت
list-comma = { "، " }
colon = { ": " }
coordinates = { $latitude } { $north }، { $longitude } { $east }
map-north = شمالًا
map-south = جنوبًا
map-east = شرقًا
map-west = غربًا
years-span = من { $from } إلى { $to }
years-since = منذ { $from }
years-until = حتى { $to }

pager-label = صفحات القائمة
pager-range = { $first } إلى { $last } من { $total }
pager-cut = لا تُعرض سوى أول { $count } نتيجة. ابحث أو استخدم عوامل التصفية لترى البقية.
pager-previous = السابق
pager-next = التالي
list-past-end = هذه الصفحة من القائمة فارغة
list-first-page = الانتقال إلى الصفحة الأولى
list-without-filters = البحث من دون تصفية
list-whole = عرض القائمة كاملة
list-earlier = قيود أقدم
sheet-cut = تنتهي القائمة هنا: أقصى ما يتسع له الملف { $count ->
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرًا
   *[other] { $count } سطر
  }. ضيّق القائمة ونزّلها على أجزاء.
sheet-download = تنزيل بصيغة:

error-400 = تعذّرت قراءة هذا الطلب
error-400-text = عنوان الصفحة أو ما أُرسل معه ناقص أو تالف. ارجع إلى الصفحة السابقة وحاول مرة أخرى، أو ابدأ من هنا.
error-403 = لا يمكنك الوصول إلى هذه الصفحة
error-403-text = هذه الصفحة، أو ما أردت فعله فيها، مخصصة لأدوار أخرى. إذا كنت تحتاج إليها في عملك فاكتب إلى الفريق المركزي.
error-403-foreign = لم يأتِ هذا النموذج من صفحاتنا
error-403-foreign-text = لم يتغير شيء. افتح الصفحة هنا من جديد واملأ النموذج وأرسله.
error-404 = لم نعثر على هذه الصفحة
error-404-text = ربما نُقلت، أو عليك تسجيل الدخول لتراها. ابحث عمّا تحتاج إليه، أو ابدأ من هنا.
error-405 = عنوان هذه الصفحة مخصص لغرض آخر
error-405-text = لا يمكن استخدام الصفحة بهذه الطريقة. ارجع إلى الصفحة السابقة، أو ابدأ من هنا.
error-408 = الاتصال بطيء جدًا
error-408-text = لم يصل ما أرسلته في الوقت المحدد، ولم يُحفظ شيء. إذا كان اتصالك ضعيفًا فانتقل إلى مكان أفضل أو أرسل ملفًا أصغر، ثم حاول مرة أخرى.
error-409 = سبقك شخص آخر إلى تعديل هذا العنصر
error-409-text = عُدّل أو أُنشئ في هذه الأثناء. ارجع وأعد تحميل الصفحة وتحقق منها. لم يُستبدل أي شيء.
error-413 = الحجم أكبر من المسموح
error-413-text = يمكنك أن ترسل هنا { $size } على الأكثر. لم يُحفظ شيء.
error-414 = عنوان هذه الصفحة يطلب أشياء كثيرة دفعة واحدة
error-414-text = إنه أطول مما هو ممكن هنا. ابحث بكلمات أقل أو اختر عوامل تصفية أقل، أو ابدأ من هنا.
error-422 = هناك ما يحتاج إلى مراجعة
error-422-text = تعذّر استخدام جزء مما أرسلته. ارجع وتحقق منه ثم أرسله مرة أخرى.
error-429 = محاولات كثيرة
error-429-text = يرجى الانتظار { $count ->
    [zero] قليلًا
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
  } ثم المحاولة مرة أخرى.
error-500 = خطأ من جانبنا
error-500-text = حدث خطأ من جانبنا وقد سُجّل لدينا. ما حفظته سابقًا في أمان. حاول مرة أخرى بعد قليل.
error-number = إذا أبلغتنا بذلك فاذكر هذا الرقم: { $number }
error-503 = غير متاح الآن
error-503-text = جزء من المنصة لا يستجيب أو لم تعد فيه مساحة. ما حفظته سابقًا في أمان، أما ما أرسلته الآن فلم يُحفظ. حاول مرة أخرى بعد دقائق.
error-503-busy = يستخدم المنصة الآن عدد كبير من الناس
error-503-busy-text = لا يوجد عطل، وما حفظته سابقًا في أمان، أما ما أرسلته الآن فلم يُحفظ. انتظر بضع ثوانٍ وحاول مرة أخرى.
error-home = الصفحة الرئيسية

again-title = انتهى تسجيل دخولك
again-text = لم يضع شيء: ما كتبته محفوظ في هذه الصفحة. سجّل الدخول في نافذة جديدة ثم عد إلى هنا وأرسله مرة أخرى.
again-files = يلزم اختيار الملفات وإدخال كلمات المرور من جديد.
again-send = أرسله مرة أخرى
again-other-title = لم يُرسَل هذا النموذج باسمك
again-other-text = تم تسجيل الدخول باسم { $name }. ما تراه هنا أُرسل من هذا المتصفح بحساب آخر أو دون حساب. لم يُنفَّذ شيء بعد. أرسله فقط إن أردت أن يُنفَّذ باسمك.
again-other-pressed = تم تسجيل الدخول باسم { $name }. أُرسل هذا من هذا المتصفح بحساب آخر أو دون حساب. لم يُنفَّذ شيء بعد. إن أردت أن يُنفَّذ باسمك فافتح صفحة النموذج واطّلع على ما يقوم به ثم أرسله منها.
again-other-page = افتح صفحة هذا النموذج
again-other-send = أرسله باسمي

letter-notice-foot = يمكنك أن تختار في حسابك كيف تصلك هذه الرسائل: فورًا أو مرة في اليوم أو لا تصلك أبدًا.
letter-daily-subject = { $what }: { $count ->
    [zero] لا إشعارات
    [one] إشعار واحد
    [two] إشعاران
    [few] { $count } إشعارات
    [many] { $count } إشعارًا
   *[other] { $count } إشعار
  }
letter-daily-text = مرحبًا { $name }،

    هذا ما جرى منذ آخر رسالة عن «{ $what }»:
error-written = ما كتبته، لتتمكن من نسخه
moment = { $date }، { $clock } UTC
filter-chosen = { $filter }: { $value }
filter-more = { $count ->
    [zero] لا مزيد
    [one] خيار آخر
    [two] خياران آخران
    [few] { $count } خيارات أخرى
    [many] { $count } خيارًا آخر
   *[other] { $count } خيار آخر
  }
filters-clear = إزالة كل عوامل التصفية
title-query = { $title }: { $query }
title-page = { $title }، الصفحة { $page }
error-404-sign-in = تسجيل الدخول لرؤيتها
mail-not-set = لم يُضبط إرسال البريد في هذه المنصة: تبقى الرسائل في مجلد بياناتها. على مشغّل المنصة إعداد خادم SMTP.
mail-not-set-others = لا تستطيع هذه المنصة إرسال البريد بعد. اسأل من يشغّلها.
field-optional = (اختياري)
checks-more = { $count ->
    [zero] لا مزيد
    [one] عرض خيار آخر
    [two] عرض خيارين آخرين
    [few] عرض { $count } خيارات أخرى
    [many] عرض { $count } خيارًا آخر
   *[other] عرض { $count } خيار آخر
  }
job-mail-send = إرسال رسالة
job-event-again = استئناف حدث تعذّرت متابعته
job-tidy-up = ترتيب دوري
job-seal-record = ختم السجل
language-af = الأفريقانية
language-am = الأمهرية
language-ar = العربية
language-az = الأذربيجانية
language-be = البيلاروسية
language-bg = البلغارية
language-bn = البنغالية
language-bs = البوسنية
language-ca = الكتالانية
language-cs = التشيكية
language-cy = الويلزية
language-da = الدانمركية
language-de = الألمانية
language-dv = المالديفية
language-el = اليونانية
language-en = الإنجليزية
language-es = الإسبانية
language-et = الإستونية
language-eu = الباسكية
language-fa = الفارسية
language-fi = الفنلندية
language-fr = الفرنسية
language-ga = الأيرلندية
language-gl = الجاليكية
language-gu = الغوجاراتية
language-ha = الهوسا
language-he = العبرية
language-hi = الهندية
language-hr = الكرواتية
language-ht = الكريولية الهايتية
language-hu = الهنغارية
language-hy = الأرمنية
language-id = الإندونيسية
language-ig = الإيجبو
language-is = الأيسلندية
language-it = الإيطالية
language-ja = اليابانية
language-ka = الجورجية
language-kk = الكازاخستانية
language-km = الخميرية
language-kn = الكانادا
language-ko = الكورية
language-ku = الكردية
language-lg = الغاندا
language-lo = اللاوية
language-lt = الليتوانية
language-lv = اللاتفية
language-mi = الماورية
language-mk = المقدونية
language-ml = المالايالامية
language-mn = المنغولية
language-mr = الماراثية
language-ms = الماليزية
language-mt = المالطية
language-my = البورمية
language-nb = النرويجية بوكمال
language-ne = النيبالية
language-nl = الهولندية
language-nn = النرويجية نينورسك
language-or = الأورية
language-pa = البنجابية
language-pl = البولندية
language-ps = البشتو
language-pt = البرتغالية
language-ro = الرومانية
language-ru = الروسية
language-si = السنهالية
language-sk = السلوفاكية
language-sl = السلوفانية
language-sn = الشونا
language-so = الصومالية
language-sq = الألبانية
language-sr = الصربية
language-st = السوتو الجنوبية
language-sv = السويدية
language-sw = السواحلية
language-ta = التاميلية
language-te = التيلوغوية
language-th = التايلاندية
language-tl = الفلبينية
language-tn = التسوانية
language-tr = التركية
language-ts = السونجا
language-uk = الأوكرانية
language-ur = الأوردية
language-vi = الفيتنامية
language-wo = الولوفية
language-xh = الخوسا
language-yo = اليوروبا
language-zh = الصينية
language-zu = الزولو
roles-rest = دورك معلّق إلى أن تُعدّ خطوة ثانية لتسجيل الدخول، لأنه قد يُلحق ضررًا كبيرًا إن وقع في يد غيرك.
roles-rest-way = أعدّها الآن
error-403-why = لماذا لا يمكنني ذلك؟
error-403-looking = أنت تتصفح فقط
error-403-looking-text = ما دمت تتصفح المنصة بدور آخر فلن تغيّر شيئًا، ولن ترى ما لا يحق لك أن تراه أنت. عُد إلى دورك لتتابع عملك.
looking = التصفح بدور آخر
looking-as = تتصفح المنصة بدور: { $role }. ترى ما يُظهره هذا الدور مما يحق لك أن تراه أنت، ولا تغيّر شيئًا.
looking-stop = العودة إلى دوري
