principles-description = ما يلتزم به كل عضو في الشبكة، وما تتوقعه الشبكة من أعضائها.
principles-version = إصدار { $version }
principles-source = بصياغتنا، استنادًا إلى:
expectations-title = ما تتوقعه الشبكة من أعضائها
expectation-all = كل عضو
expectation-chosen = يُتفق عليه مع كل عضو
foot-principles = المبادئ التوجيهية
principles-of = المبادئ التوجيهية، إصدار { $version }
principles-earlier = الإصدارات السابقة
principles-not-current = هذا إصدار سابق. الإصدار الساري هو:
principles-now = ما يقوله إصدار { $version } الساري
signatures-title = من وقّع
signatures-description = المدن الأعضاء التي وقّعت المبادئ التوجيهية، وبأي صفة، وعلى أي نص.
signatures-about = يوقّع كل عضو المبادئ التوجيهية عبر من يحمل تفويضه. ترد هنا التوقيعات التي أُعطيت في المنصة، ولا تشمل ما وُقّع سابقًا على الورق.
signatures-count = { $count ->
    [zero] لم يوقّع أي عضو هذا الإصدار هنا.
    [one] وقّع عضو واحد هذا الإصدار هنا.
    [two] وقّع عضوان هذا الإصدار هنا.
    [few] وقّع { $count } أعضاء هذا الإصدار هنا.
    [many] وقّع { $count } عضوًا هذا الإصدار هنا.
   *[other] وقّع { $count } عضو هذا الإصدار هنا.
  }
signatures-see = اطّلع على من وقّع وعلى أي نص
signatures-none = لا توقيعات بعد
signatures-none-hint = ترد هنا التوقيعات التي تُعطى في المنصة، ولا تشمل ما وُقّع سابقًا على الورق.
signatures-principles = اقرأ المبادئ
signature-city = المدينة
signature-position = الصفة
signature-name = الاسم
signature-not-named = غير منشور
signature-version = الإصدار
signature-earlier = إصدار سابق
signature-language = لغة النص
signature-text = بصمة النص
signature-at = تاريخ التوقيع
principles-report = الشكوى من مدينة لا تلتزم بها
principles-major = جوهري: يُطلب من كل مدينة أن توقّع من جديد
principles-minor = طفيف: المضمون نفسه بصياغة أفضل؛ وتبقى التوقيعات سارية
principles-languages = لغات هذا الإصدار
principles-since = ما تغيّر حتى الإصدار { $version } الساري الآن
principles-marked = ما حُذف مشطوب، وما أُضيف معلَّم.
principles-gone = لم يعد موجودًا:
principles-published-on = سارٍ منذ { $day }
principles-in-force = الساري الآن:
principles-of-city = المبادئ التوجيهية: { $city }
principles-stands = التوقيع
principles-stands-signed = تم التوقيع
principles-stands-asked = طُلب التوقيع
principles-stands-overdue = لم يتم التوقيع في الموعد
principles-stands-unsigned = لم يتم التوقيع ولم يُطلب
principles-until = المهلة حتى
principles-last = آخر توقيع في
principles-time-until = المهلة للتوقيع حتى نهاية { $day }
principles-asked-text = يسري إصدار جديد. يوقّعه من يحمل تفويض المدينة: يفعل منسّقو المدينة ذلك هنا، أو يرسلون رابطًا. ومن دون توقيع حتى ذلك اليوم تتوقف العضوية مؤقتًا إلى أن يتم. إن احتاجت المدينة إلى وقت أطول فاكتب إلى الفريق.
principles-over-text = العضوية متوقفة مؤقتًا حتى يُوقَّع الإصدار الساري، والتوقيع ينهي ذلك فورًا. إن احتاجت مدينتك إلى وقت أطول فاكتب إلى الفريق.
principles-unsigned-text = لا يوجد هنا توقيع على الإصدار الساري. يمكن لمنسّقي المدينة التوقيع في أي وقت. وما وُقّع على الورق يدخله الفريق.
principles-since-signed = ما تغيّر منذ وقّعت مدينتك
principles-signatures-of-city = توقيعات المدينة
principles-signed-none = ليس في المنصة بعدُ توقيع لهذه المدينة.
principles-members = كل الأعضاء
principles-signed-of = وقّع الإصدار الساري { $signed } من أصل { $all } من الأعضاء.
principles-no-member = لا أعضاء هنا
principles-no-member-hint = لا عضو في هذه الحال.
menu-principles = المبادئ التوجيهية
menu-principles-hint = كتابة إصدار جديد، ومعرفة من وقّع
sign = التوقيع
sign-again = التوقيع من جديد: شخص آخر يحمل التفويض الآن
sign-name = اسم من يحمل التفويض
sign-name-hint = كما يكتبه بنفسه.
sign-name-needed = أدخل اسم من يحمل التفويض.
sign-position = الوظيفة
sign-position-needed = أدخل وظيفة من يحمل التفويض.
sign-agree = توافق الإدارة المحلية على هذه المبادئ؛ ولديّ تفويضها أو لي أن أوقّع عمّن يحمله
sign-named = يجوز أن يظهر الاسم في القائمة العامة للتوقيعات
sign-named-hint = من دون ذلك لا تظهر إلا المدينة والوظيفة.
sign-do = وقّع
sign-for = يُطلب من { $city } توقيع المبادئ التوجيهية. يوقّع هنا من يحمل تفويض المدينة، أو من ينوب عنه. لا حاجة إلى حساب.
sign-over = حلّ محل هذا الرابط رابط أحدث، أو وقّعت المدينة. لم يبقَ هنا شيء تفعله.
sign-elsewhere = هل يوقّع شخص آخر؟
sign-elsewhere-text = أرسل الرابط إلى من يحمل التفويض. لا يعرض إلا المبادئ التوجيهية، ولا يحتاج إلى حساب، ويُستعمل مرة واحدة.
sign-link = رابط التوقيع
sign-link-until = يمكن استعماله حتى { $day }.
sign-link-make = إنشاء رابط للتوقيع
sign-link-anew = إنشاء رابط جديد (فلا يعود الرابط أعلاه يعمل)
sign-by-account = أدخلها منسّق المدينة
sign-by-link = وُقّعت من دون حساب
extension = منح مهلة أطول
extensions = مهلة إضافية
extension-title = مهلة أطول للتوقيع: { $city }
extension-until = المهلة حتى نهاية هذا اليوم
extension-reason = السبب
extension-reason-hint = تقرأه المدينة.
extension-reason-needed = اذكر سبب منح المدينة مهلة أطول.
extension-give = امنح المهلة
paper = إدخال توقيع على الورق
paper-title = توقيع على الورق: { $city }
paper-text = بأي لغة كُتبت الورقة؟
paper-day = يوم التوقيع
paper-place = أين توجد الورقة
paper-place-hint = وثيقة في المكتبة أو ملف لدى المكتب. تقرأه المدينة.
paper-place-needed = اذكر أين توجد الورقة الموقّعة.
paper-enter = أدخل التوقيع
sign-on-paper = على الورق:
error-paper-day = أدخل اليوم المكتوب على الورقة: ليس قبل سريان هذا النص ولا بعد اليوم.
done-principles-entered = أُدخل التوقيع وأُبلغت المدينة.
record-principles-entered = إدخال توقيع على الورق على المبادئ التوجيهية
draft-title = الإصدار القادم
draft-lede = اكتب الإصدار القادم بكل اللغات. لا يراه أحد خارج الفريق قبل نشره.
draft-name = اسم الإصدار
draft-name-hint = قصير كما يظهر في عنوان صفحته، كأن يكون سنة.
draft-change = ما نوع التغيير؟
draft-body = المبادئ ({ $language })
draft-body-hint = مبدأ واحد في كل سطر.
draft-about = ما الجديد ({ $language })
draft-about-hint = بضعة أسطر للمدن التي يُطلب منها التوقيع. وتظهر أيضًا في الرسالة الموجّهة إليها.
draft-difference = ما الذي يتغيّر ({ $language })
draft-discard = التخلص من هذه المسودة
draft-discard-text = يزول عندئذ ما كُتب هنا. ويبقى الإصدار الساري.
draft-discard-do = تخلّص منها
publish = النشر
publish-ready = كل شيء مكتمل.
publish-on = المتابعة إلى النشر
publish-missing = قبل أن يمكن نشره:
publish-title = نشر الإصدار { $version }
publish-asks = { $count ->
    [zero] لا يُطلب التوقيع من أي عضو.
    [one] يُطلب التوقيع من عضو واحد، برسالة إلى منسّقي المدينة.
    [two] يُطلب التوقيع من عضوين، برسائل إلى منسّقي المدينتين.
    [few] يُطلب التوقيع من { $count } أعضاء، برسائل إلى منسّقي المدن.
    [many] يُطلب التوقيع من { $count } عضوًا، برسائل إلى منسّقي المدن.
   *[other] يُطلب التوقيع من { $count } عضو، برسائل إلى منسّقي المدن.
  }
publish-holds = لا يُطلب شيء من أحد: التوقيعات على الإصدار السابق سارية على هذا الإصدار.
publish-grace = مهلة المدن حتى نهاية هذا اليوم
publish-grace-hint = المدينة التي لم توقّع حتى ذلك اليوم تتوقف عضويتها مؤقتًا حتى توقّع. وتُذكَّر المدن قبل ذلك بأسبوعين.
publish-sure = قرأته بكل اللغات، ويسري من الآن
publish-do = انشر
task-principles-sign = توقيع المبادئ التوجيهية
task-principles-until = من دون توقيع حتى نهاية { $day } تتوقف العضوية مؤقتًا إلى أن يتم.
task-principles-over = كانت المهلة حتى نهاية { $day }. العضوية متوقفة مؤقتًا حتى التوقيع.
task-principles-draft = مسودة المبادئ التوجيهية: { $version }
error-sign-agree = ضع علامة على أن الإدارة المحلية توافق على المبادئ.
error-sign-principles = تغيّرت المبادئ التوجيهية منذ أن فتحت هذه الصفحة. اقرأها من جديد ثم وقّع.
error-sign-over = استُعمل هذا الرابط أو استُبدل في هذه الأثناء. اطلب رابطًا جديدًا من منسّق مدينتك.
error-draft-name = استعمل الحروف من A إلى Z والأرقام والنقاط والشرطات فقط، ولا تستعمل كلمة هي عنوان صفحة قائمة (signatures، report).
error-draft-body-long = المبادئ ({ $language }): { $max } حرفًا على الأكثر.
error-draft-about-long = ما الجديد ({ $language }): { $max } حرفًا على الأكثر.
error-draft-many = { $max } مبدأ على الأكثر ({ $language }).
error-draft-taken = هناك إصدار بهذا الاسم. اختر اسمًا آخر.
error-draft-language = اكتب المبادئ ({ $language }).
error-draft-counts = { $language }: عدد المبادئ { $own }، وهو { $first } في لغة الشبكة الأولى. اكتب العدد نفسه في كل لغة.
error-draft-about = اذكر ما الجديد ({ $language }): تقرأه المدن التي يُطلب منها التوقيع.
error-draft-same = لم يتغيّر شيء بعد عن الإصدار الساري.
error-draft-minor = زيادة مبدأ أو نقصانه ليست تغييرًا طفيفًا: اختر «جوهري».
error-draft-first = الإصدار الأول موجّه إلى كل مدينة: اختر «جوهري».
error-draft-changed = غيّر أحدهم المسودة في هذه الأثناء. اقرأها من جديد ثم انشرها.
error-grace-day = اختر يومًا بين أسبوعين وسنتين من اليوم.
error-publish-sure = ضع علامة على أنك قرأته.
error-extension-day = اختر يومًا من اليوم فصاعدًا، في حدود سنتين.
error-extension-earlier = للمدينة مهلة حتى ذلك اليوم أصلًا. اختر يومًا بعده.
done-principles-signed = تم التوقيع.
done-principles-signed-by-link = تم التوقيع. شكرًا لك.
done-principles-link = هذا هو الرابط. أرسله إلى من يوقّع.
done-principles-extended = للمدينة مهلة أطول، وقد أُبلغت بذلك.
done-principles-published = الإصدار سارٍ الآن.
done-principles-discarded = زالت المسودة.
notice-principles-ask = يُطلب من مدينتك توقيع المبادئ التوجيهية
notice-principles-signature = يوقّع أحدهم المبادئ التوجيهية عن مدينتك
record-principles-published = نشر إصدار من المبادئ التوجيهية
record-principles-discarded = التخلص من مسودة للمبادئ التوجيهية
record-principles-extended = منح مدينة مهلة أطول للتوقيع
record-principles-signed = توقيع المبادئ التوجيهية عن مدينة
record-principles-link-made = إنشاء رابط لتوقيع المبادئ التوجيهية
record-principles-list-taken = أخذ قائمة الأعضاء والتوقيعات
job-principles-ask = طلب توقيع المبادئ التوجيهية من المدن
letter-principles-asked-subject = { $city }: توقيع المبادئ التوجيهية الجديدة
letter-principles-asked-text = مرحبًا { $name }،

    للمبادئ التوجيهية للشبكة إصدار جديد: { $version }. ويُطلب من كل عضو أن يوقّعه. أمام { $city } مهلة حتى نهاية { $day }، ومن دون توقيع حتى ذلك اليوم تتوقف عضويتها مؤقتًا إلى أن يتم. يوقّع من يحمل التفويض في الصفحة أدناه، أو برابط تنشئه هناك لا يحتاج إلى حساب.
letter-principles-reminded-subject = { $city }: المهلة للتوقيع حتى { $day }
letter-principles-reminded-text = مرحبًا { $name }،

    لم توقّع { $city } بعدُ الإصدار { $version } من المبادئ التوجيهية. المهلة حتى نهاية { $day }، وبعدها تتوقف العضوية مؤقتًا حتى التوقيع. إن احتاجت مدينتك إلى وقت أطول فاكتب إلى الفريق قبل ذلك.
letter-principles-overdue-subject = { $city }: العضوية متوقفة مؤقتًا حتى توقيع المبادئ
letter-principles-overdue-text = مرحبًا { $name }،

    كانت أمام { $city } مهلة حتى نهاية { $day } لتوقيع الإصدار { $version } من المبادئ التوجيهية. العضوية متوقفة مؤقتًا حتى التوقيع، وهو ينهي ذلك فورًا. لا يرى ذلك أحد من الخارج. إن كان هناك ما يعيق التوقيع فاكتب إلى الفريق.
letter-principles-extended-subject = { $city }: مهلة أطول للتوقيع، حتى { $day }
letter-principles-extended-text = مرحبًا { $name }،

    أمام { $city } مهلة أطول لتوقيع الإصدار { $version } من المبادئ التوجيهية: حتى نهاية { $day }. والسبب أدناه. ومن دون توقيع حتى ذلك اليوم تتوقف العضوية مؤقتًا إلى أن يتم.
letter-principles-signed-subject = { $city }: وُقّعت المبادئ التوجيهية
letter-principles-signed-text = مرحبًا { $name }،

    وُقّع الإصدار { $version } من المبادئ التوجيهية عن { $city }، باسم { $who } ({ $position }). إن لم يكن ذلك صحيحًا فاكتب إلى الفريق.
principles-unchanged = لا يتغيّر شيء في هذه اللغة.
sign-done = تم توقيع الإصدار { $version } عن { $city }، { $day }.
sign-close = لم يبقَ شيء تفعله: يمكنك طباعة هذه الصفحة أو إغلاقها.
sign-keeps = نحفظ اليوم والوظيفة والاسم والنص الذي تراه هنا. ويراها العاملون في المدينة ومن يتابعونها.
publish-unled-which = أي المدن
principles-led = منسّق المدينة
principles-unled = لا أحد: لا يُبلَّغ أحد
signature-replaced = وُقّع من جديد بعد ذلك
publish-unled = { $count ->
    [zero] لكل منها منسّق.
    [one] مدينة واحدة منها بلا منسّق: لا يُبلَّغ أحد فيها.
    [two] مدينتان منها بلا منسّق: لا يُبلَّغ أحد فيهما.
    [few] { $count } مدن منها بلا منسّق: لا يُبلَّغ أحد فيها.
    [many] { $count } مدينة منها بلا منسّق: لا يُبلَّغ أحد فيها.
   *[other] { $count } مدينة منها بلا منسّق: لا يُبلَّغ أحد فيها.
  }
right-signed = رؤية ما وقّعته مدينة
right-sign = توقيع المبادئ التوجيهية باسم مدينة
right-principles-office = منح مدينة وقتًا أطول للتوقيع، وتسجيل ما وقّعته على ورق
right-principles-write = كتابة نسخ المبادئ التوجيهية ونشرها

merge-signatures = توقيعات المبادئ
merge-asked = طلبات توقيع المبادئ
