menu-library = المكتبة
menu-mine = وثائقي
menu-upload = رفع وثيقة
menu-glass = وثائق خاصة بالمدن
menu-glass-hint = فتح هذه الوثائق عند الضرورة. يُسجَّل ذلك وتُبلَّغ المدينة.
library-title = المكتبة
library-description = استراتيجيات وخطط عمل وتقييمات ودراسات حالة وأدوات من المدن الأعضاء ومن الشبكة، بنصها الكامل وبلغات كثيرة.
library-search = ابحث في المكتبة
library-search-hint = العناوين والنصوص والمدن والبلدان والموضوعات والسنوات، بأي لغة، بالتشكيل أو من دونه.
library-count = { $count ->
    [zero] لا وثائق
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $count } وثائق
    [many] { $count } وثيقة
   *[other] { $count } وثيقة
  }
named-label = مذكور في بحثك
named-city = المدينة: { $name }
named-region = المنطقة: { $name }
named-country = المدن الأعضاء: { $name }
named-theme = الموضوع: { $name }
library-corrected = لا توجد وثيقة فيها «{ $typed }». هذه وثائق فيها كلمات قريبة منها، مثل «{ $similar }».
library-help = كيف تبحث
library-help-words = يجد البحث الكلمات بجميع صيغها وأشكال كتابتها، وبمعناها في لغات أخرى. ولا تُحسب الكلمات الصغيرة مثل «في».
library-help-phrase = «خطة عمل محلية» بين علامتي تنصيص: هذه الكلمات بعينها وبهذا الترتيب.
library-help-not = المدارس -الشرطة: من دون الكلمة التي تلي علامة الطرح.
library-help-begin = مدرس*: كل الكلمات التي تبدأ هكذا.
library-help-or = المدارس OR المكتبات: هذه أو تلك.
library-help-title = عنوان:خطة: هذه الكلمة في العنوان.
library-narrowed = لا توجد مع عوامل التصفية هذه وثيقة تحوي كل كلماتك. هذه تحوي بعضها.
library-whole = { $count ->
    [0] لا توجد وثيقة تحوي كل كلماتك. هذه تحوي بعضها.
    [zero] لا توجد وثيقة تحوي كل كلماتك. هذه تحوي بعضها.
    [one] وثيقة واحدة تحوي كل كلماتك، وهي الأولى. وتحوي البقية معظمها.
    [two] وثيقتان تحويان كل كلماتك، وهما الأوليان. وتحوي البقية معظمها.
    [few] { $count } وثائق تحوي كل كلماتك، وهي الأولى. وتحوي البقية معظمها.
    [many] { $count } وثيقة تحوي كل كلماتك، وهي الأولى. وتحوي البقية معظمها.
   *[other] { $count } وثيقة تحوي كل كلماتك، وهي الأولى. وتحوي البقية معظمها.
  }
library-ways = عمليات بحث أخرى
library-missing = ليس فيها: { $words }
library-found-by = عُثر عليها بعبارة «{ $term }» ({ $language })
library-across = عُثر على بعض الوثائق بمعنى كلماتك في لغتها.
library-across-off = ابحث عن كلماتي فقط
library-own-words = شمل البحث كلماتك وحدها.
library-across-on = ابحث في لغات أخرى أيضًا
library-page = ص { $page }
library-none = لا توجد وثيقة مطابقة
library-none-hint = جرّب كلمات أقل أو كلمات أخرى أو كتابة أخرى. الوثائق التي تحتفظ بها المدينة لنفسها لا تظهر هنا.
library-none-narrowed = لا وثيقة مطابقة مع عوامل التصفية هذه
library-none-narrowed-hint = كلماتك موجودة في وثائق أخرى. أزل أحد عوامل التصفية أو ابحث من دونها.
library-all = كل الوثائق
library-empty = لا وثائق من المدن بعد
library-empty-hint = يستطيع كل من له دور في مدينة عضو أن يرفع أولاها.
sort-relevance = الأكثر مطابقة
sort-readable = لغتك أولًا
sort-newest = الأحدث أولًا
sort-oldest = الأقدم أولًا
sort-title = العنوان
sort-city = المدينة
sort-language = اللغة
theme = الموضوع
themes = الموضوعات
themes-needed = اختر موضوعات من القائمة.
themes-hint = 12 على الأكثر
city-documents = الوثائق
city-documents-none = لا توجد وثيقة متاحة لك بعد
city-documents-all = { $count ->
    [zero] لا وثائق في المكتبة
    [one] وثيقة واحدة في المكتبة
    [two] الوثيقتان في المكتبة
    [few] كل الوثائق الـ{ $count } في المكتبة
    [many] كل الوثائق الـ{ $count } في المكتبة
   *[other] كل الوثائق الـ{ $count } في المكتبة
  }
home-themes = حسب الموضوع
home-themes-all = موضوعات أخرى في المكتبة
home-newest = الجديد في المكتبة
figure-documents = { $count ->
    [zero] وثيقة عامة في المكتبة
    [one] وثيقة عامة في المكتبة
    [two] وثيقتان عامتان في المكتبة
    [few] وثائق عامة في المكتبة
    [many] وثيقة عامة في المكتبة
   *[other] وثيقة عامة في المكتبة
  }
figure-now = حُسبت الآن

type-action-plan = خطة عمل
type-strategy = استراتيجية
type-case-study = دراسة حالة
type-toolkit = مجموعة أدوات
type-guide = دليل
type-evaluation = تقييم
type-research = بحث
type-training = مادة تدريبية
access-public = الجميع
access-public-hint = يمكن للجميع قراءتها، حتى من دون حساب.
access-members = الأعضاء
access-members-hint = يقرؤها العاملون في المدن الأعضاء وفريق الشبكة بعد تسجيل الدخول.
access-city = هذه المدينة فقط
access-city-hint = لا يقرؤها إلا من له دور في هذه المدينة.
access-named = أشخاص محددون
access-named-hint = لا يقرؤها إلا الأشخاص المحددون لها.

doc-title = العنوان
doc-title-hint = بلغة الوثيقة
doc-abstract = الملخص
doc-abstract-hint = جملتان أو ثلاث بلغة الوثيقة. 2000 حرف على الأكثر.
doc-city = المدينة
doc-city-needed = اختر مدينة من القائمة.
doc-from = من
doc-of-network = الشبكة
doc-type = النوع
doc-type-needed = اختر النوع.
doc-year = السنة
doc-year-hint = سنة الوثيقة، إن كنت تعرفها
doc-language = اللغة
doc-language-needed = اختر لغة من القائمة.
doc-language-detect = تحديدها تلقائيًا من الملف
doc-language-ask = بأي لغة كُتبت هذه الوثيقة؟
doc-language-ask-hint = لا يدل الملف على لغتها بوضوح كافٍ. ومن يبحث بلغتها يجدها بكل صيغ الكلمة.
doc-access = من يمكنه قراءتها
doc-address = الصفحة
doc-upload = الملف
doc-upload-hint = PDF أو DOCX أو ODT أو PPTX أو ODP أو XLSX أو ODS أو DOC أو PPT أو XLS أو XLSB أو RTF أو HTML أو TXT.
doc-declared = أؤكد أنها لا تحوي شيئًا حساسًا
doc-declared-hint = لا بيانات شخصية، ولا شيء عن حالة أي شخص، ولا ما لا يجوز للمدينة مشاركته. ولي الحق في مشاركتها.
doc-download = تنزيل
doc-reading = تجري قراءة الملف. بعد قليل يشمل البحث نصه أيضًا.
doc-reading-again = تحديث الصفحة
doc-unread = تعذّرت قراءة نص هذا الملف.
doc-unread-hint = الملف محفوظ ويمكن تنزيله، ويُعثر عليه بعنوانه وملخصه.
trouble-encrypted = إنه محمي بكلمة مرور. استبدله بملف من دونها.
trouble-damaged = إنه تالف. افتحه على جهازك واحفظه من جديد ثم استبدله.
trouble-too-large = حجمه بعد فك الضغط أكبر مما يمكن قراءته بأمان.
trouble-too-slow = استغرقت قراءته وقتًا طويلًا جدًا.
trouble-out-of-memory = احتاجت قراءته إلى ذاكرة أكبر من المسموح.
trouble-crashed = تعذّر فهم بنيته.
trouble-unlocked = لا يستطيع هذا الخادم قراءة الملفات بأمان في الوقت الحالي. تجد إدارة المنصة ذلك ضمن المهام.
trouble-io = تعذّر فتحه على الخادم.
doc-no-text = لم يُقرأ أي نص من الملف، ربما لأنه يحوي صور صفحات، لذلك لا يشمل البحث إلا عنوانه وملخصه.
doc-cut = الملف طويل جدًا، لذلك لا يشمل البحث إلا الجزء الأول من نصه.
doc-picture = عرض صورة الصفحة الأولى
doc-withdrawn = هذه الوثيقة مسحوبة، ولا يراها إلا من يديرونها.
doc-same = الملف نفسه موجود في المكتبة:
doc-cite = كيفية الاستشهاد
doc-related = في الموضوعات نفسها
doc-facts = عن هذه الوثيقة
doc-pages = الصفحات
doc-slides = الشرائح
doc-file = الملف
doc-added = أُضيفت
doc-updated = عُدّلت
doc-who = من يمكنه قراءتها
doc-manage = إدارة الوثيقة
doc-restore = إعادة نشرها
upload-title = رفع وثيقة
upload-more = أضف ملخصًا وموضوعات ليجدها عدد أكبر من الناس
upload-another = رفع وثيقة أخرى
upload-send = رفع
upload-limit = حتى { $size }.
upload-kept = وصل الملف «{ $name }» وهو محفوظ. لا تختر ملفًا إلا إذا أردت غيره.
upload-progress = جارٍ الرفع…
replace-title = استبدال الملف
replace-text = يبقى العنوان والملخص ومن يمكنه القراءة كما هي، ولا يُعرض الملف السابق بعد ذلك.
replace-send = استبدال
edit-title = تعديل
withdraw-title = سحب
withdraw-text = تختفي الوثيقة من المكتبة فورًا، إلا لمن يديرونها. ويمكن إعادة نشرها.
withdraw-send = سحب
mine-title = وثائقي
mine-none = لم ترفع شيئًا بعد
mine-none-hint = ما ترفعه يظهر هنا مع حالته.
mine-state = الحالة
mine-withdrawn = مسحوبة
mine-reading = قيد القراءة
mine-unread = يُعثر عليها بعنوانها فقط
mine-language = في المكتبة – بأي لغة؟
mine-ready = في المكتبة
glass-title = فتح الوثائق الخاصة بمدينة
glass-text = هذه الوثائق ملك للمدينة ولا يراها أحد من خارجها. إن لم يكن هناك سبيل آخر فيمكنك فتحها ساعة واحدة. يُسجَّل ذلك ويُبلَّغ فورًا كل من له دور في المدينة باسمك وبالسبب الذي ذكرته.
glass-reason = السبب
glass-reason-hint = ستقرأ المدينة هذا.
glass-send = فتح لساعة واحدة
error-title = اكتب عنوانًا للوثيقة.
error-replace-changed = غيّر شخص آخر هذه الوثيقة في الأثناء. اطّلع عليها ثم اختر ملفك من جديد.
error-themes = اختر { $max } موضوعًا على الأكثر.
error-year = اكتب سنة بين { $first } و{ $last }، أو اترك الحقل فارغًا.
error-access = اختر من يمكنه قراءتها.
error-access-lead = لا يتيح وثيقة للجميع إلا منسّق هذه المدينة. اختر «الأعضاء» أو «هذه المدينة فقط».
error-access-former = مدينتك ليست عضوًا في الوقت الحالي. ما تضيفه يكون للعاملين فيها: اختر «هذه المدينة فقط».
error-access-city = اختر المدينة التي يمكن للعاملين فيها قراءتها.
error-file-empty = هذا الملف فارغ. اختر غيره.
error-file-large = حجم هذا الملف أكبر من { $size }. صغّره، مثلًا بحفظه بصور أصغر.
error-file-type = لا تقبل المكتبة هذا النوع من الملفات، أو أن امتداده لا يطابق محتواه. احفظه بصيغة PDF أو DOCX أو ODT أو PPTX أو ODP أو XLSX أو ODS أو DOC أو PPT أو XLS أو XLSB أو RTF أو HTML أو TXT.
error-file-encrypted = هذا الملف محمي بكلمة مرور. احفظه من دونها ثم اختره من جديد.
error-file-mainframe = هذا النص مكتوب بترميز الحواسيب المركزية (EBCDIC) ولا يمكن قراءته هنا. احفظه نصًا عاديًا بترميز UTF-8 ثم اختره من جديد.
error-declared = أكّد أنها لا تحوي شيئًا حساسًا. وإن كانت تحويه فلا ترفعها.
error-reason = اذكر سببًا لا يقل عن { $least ->
    [zero] حرف
    [one] حرف واحد
    [two] حرفين
    [few] { $least } أحرف
    [many] { $least } حرفًا
   *[other] { $least } حرف
  }: ستقرؤه المدينة.
done-uploaded = وثيقتك الآن في المكتبة.
done-replaced = استُبدل الملف.
done-withdrawn = سُحبت الوثيقة.
done-restored = أُعيد نشر الوثيقة في المكتبة.
done-glass = الوثائق الخاصة بالمدينة مفتوحة لك ساعة واحدة، وقد أُبلغت المدينة.
done-glass-waits = الوثائق الخاصة بالمدينة مفتوحة لك ساعة واحدة. لم تُرسل الرسالة إلى المدينة: أبلغها بنفسك.
done-glass-nobody = الوثائق الخاصة بالمدينة مفتوحة لك ساعة واحدة. ليس لأحد من المدينة حساب، فلم يُبلَّغ أحد: أبلغ المدينة بنفسك.
mine-hint = تظهر هنا أيضًا وثائق مدينتك المسحوبة، أيًّا كان من رفعها.
letter-withdrawn-subject = سُحبت وثيقة من وثائق مدينتك: { $title }
letter-withdrawn-text = مرحبًا { $name }،

    سحب { $by } الوثيقة «{ $title }» من مكتبة { $hub }. الوثيقة ملك لمدينتك: ما زلت تراها، ويمكنك تصحيحها وإعادة نشرها. تجدها هنا:
error-quota-day = رفعتَ اليوم كل ما يمكن لشخص واحد أن يرفعه في يوم واحد ({ $gigabytes } غيغابايت أو 300 ملف). يمكنك رفع الباقي غدًا، ولرفع مجموعة كاملة راسل الفريق.
error-quota-city = ملأت وثائق مدينتك المساحة المخصصة لها ({ $gigabytes } غيغابايت). اطلب مساحة أكبر من الفريق، أو ضع ملفات أصغر مكان الملفات الكبيرة.

error-library = ابحث في المكتبة
notice-library-withdrawn = سحب وثيقة من وثائق مدينتك على يد شخص من خارجها
glass-open = المفتوح لك الآن
glass-until = حتى { $time }
glass-close = إغلاق الآن
done-glass-closed = أُغلقت الوثائق الخاصة بالمدينة من جديد.
done-withdrawn-of-city = سُحبت الوثيقة. أُبلغت مدينتها بذلك ويمكنها إعادة نشرها ما دامت عضوًا.
done-withdrawn-of-city-waits = سُحبت الوثيقة. لم تُرسل الرسالة إلى مدينتها: أبلغها بنفسك.
done-withdrawn-of-city-nobody = سُحبت الوثيقة. ليس لأحد من مدينتها حساب، فلم يُبلَّغ أحد: أبلغ المدينة بنفسك.
withdraw-text-of-city = تختفي الوثيقة من المكتبة فورًا، إلا لمن يديرونها في مدينتها. ويُبلَّغون بذلك ويمكنهم إعادة نشرها ما دامت المدينة عضوًا.
withdraw-text-of-city-nobody = تختفي الوثيقة من المكتبة فورًا لدى الجميع. ليس لأحد من مدينتها حساب، فلن يُبلَّغ أحد: أبلغ المدينة بنفسك.
withdraw-text-former = تختفي الوثيقة من المكتبة فورًا، إلا لمن يديرونها. ولا يمكن إعادة نشرها إلا حين تعود المدينة عضوًا.
doc-restore-former = يمكن إعادة نشرها حين تعود المدينة عضوًا.
doc-whom = من تسأل
doc-ask = اسأل عن هذه الوثيقة
home-guides = أدلة استخدام المنصة
home-guides-note = ما يمكن لكل منا أن يفعله هنا، خطوة بخطوة.
job-library-read-file = قراءة ملف
job-library-index-again = إعادة فهرسة وثيقة
job-library-guides = طباعة الأدلة
embed-document = وثيقة
hit-document = وثيقة
hit-documents = الوثائق
library-elsewhere = { $count ->
    [zero] لا نتائج خارج المكتبة
    [one] نتيجة واحدة خارج المكتبة
    [two] نتيجتان خارج المكتبة
    [few] { $count } نتائج خارج المكتبة
    [many] { $count } نتيجة خارج المكتبة
   *[other] { $count } نتيجة خارج المكتبة
  }
right-members-documents = قراءة ما هو للأعضاء
right-city-documents = قراءة الوثائق الخاصة بمدينة
right-upload = رفع وثائق للأعضاء
right-network-documents = نشر وثائق الشبكة
right-glass = فتح الوثائق الخاصة بمدينة ساعة واحدة، مع ذكر سبب تقرؤه المدينة

merge-documents = الوثائق
merge-documents-own = وثائق المدينة الخاصة
