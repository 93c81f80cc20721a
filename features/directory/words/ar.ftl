directory-title = أعضاء الشبكة
directory-search = اسم أو وظيفة أو مهنة أو كلمات
directory-search-hint = تجد هنا الأعضاء الذين يُظهرون أنفسهم لسائر الأعضاء. لا يظهر البريد الإلكتروني لأحد.
directory-any = الكل
directory-theme = الموضوع
directory-none = لم يُظهر أحد ملفه بعد
directory-none-hint = هنا يجد الأعضاء بعضهم بعضًا حسب الموضوع واللغة والمنطقة. ابدأ بملفك.
directory-unfit = لا أحد يطابق
directory-unfit-hint = جرّب كلمات أقل أو أزل أحد عوامل التصفية.
directory-count = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
  }
directory-many = يطابق أكثر من { $count ->
    [zero] { $count } شخص
    [one] شخص واحد
    [two] شخصين
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
  }: ضيّق البحث.
directory-unseen = لا يراك سائر الأعضاء هنا بعد.
directory-own = ملفك
directory-text = ما يراه سائر الأعضاء منك ليجدوك ويراسلوك. أنت تقرر من يراه، ولا يظهر بريدك الإلكتروني أبدًا.
directory-see = عرضه كما يراه غيرك
directory-what = ما تُظهره
directory-name-change = تغيير اسمك
directory-shown = من يرى ملفك
directory-shown-nobody = لا أحد
directory-shown-nobody-hint = لا تظهر في قائمة الأشخاص.
directory-shown-city = مدينتك
directory-shown-city-hint = من يعملون للمدينة نفسها، والفريق المركزي للشبكة.
directory-shown-members = جميع الأعضاء
directory-shown-members-hint = كل من يعمل لمدينة عضو أو للشبكة.
directory-field = مجال العمل
directory-position = الوظيفة
directory-position-hint = كما في بطاقتك: «مسؤولة العمل مع الشباب».
directory-profession = المهنة
directory-profession-hint = ما تعلّمته: «أخصائية اجتماعية».
directory-about = ما تعمل عليه
directory-about-hint = ما يمكن لغيرك أن يسألك عنه. اكتب عن عملك، ولا تكتب أبدًا عن حالة أو شخص. 800 حرف على الأكثر.
directory-about-work = العمل
directory-language = اللغة
directory-language-1 = اللغة الأولى
directory-language-2 = اللغة الثانية
directory-language-3 = اللغة الثالثة
directory-language-4 = اللغة الرابعة
directory-languages = اللغات
directory-language-none = لا شيء
directory-themes = الموضوعات
directory-themes-hint = ثمانية على الأكثر.
directory-reachable = يمكن للأعضاء أن يراسلوني
directory-reachable-hint = تصلك رسالة بالبريد الإلكتروني، ويبقى عنوانك عندك حتى ترد.
directory-picture = الصورة
directory-picture-text = الصورة اختيارية. يراها من يرى ملفك ولا أحد غيره، ويمكنك حذفها في أي وقت.
directory-picture-of = { $name }
directory-picture-file = ملف الصورة
directory-picture-limits = JPEG أو PNG أو WebP أو GIF، حتى { $size }. تُصغَّر الصورة ويُزال منها المكان والجهاز والوقت.
directory-picture-send = إظهار هذه الصورة
directory-picture-delete = حذف الصورة
directory-picture-take-down = إزالة هذه الصورة
directory-agreed = هذه صورتي، وأوافق على أن يراها من يرى ملفي
directory-change = تغيير ملفك
directory-write = مراسلة هذا الشخص
directory-write-title = مراسلة { $name }
directory-write-text = يتلقى هذا الشخص رسالتك بالبريد الإلكتروني مع اسمك. ويأتي الرد إلى عنوانك الذي يراه:
directory-write-send = إرسال
directory-message = الرسالة
directory-message-hint = اذكر من أنت وما تعمل عليه وما تود معرفته. لا تكتب أبدًا عن شخص يمكن التعرف عليه: فمثل هذه الحالة من شأن خدمات مدينتك. 3,000 حرف على الأكثر.
directory-facts = عن هذا الشخص
city-who = من تتحدث إليه
city-who-more = جميع أعضاء الشبكة
work-field-leadership = قيادة المدينة
work-field-coordination = تنسيق الوقاية
work-field-social-work = العمل الاجتماعي
work-field-education = التعليم
work-field-youth = العمل مع الشباب
work-field-safety = سلامة المجتمع
work-field-health = الصحة
work-field-culture = الثقافة والرياضة
work-field-communication = التواصل
work-field-international = العلاقات الدولية
work-field-research = البحث والتقييم
work-field-civil-society = المجتمع المدني
error-directory-missing = املأ «{ $label }»: ينبغي لمن يجدك أن يعرف ما تعمل.
error-directory-themes = اختر ثمانية موضوعات على الأكثر.
error-directory-picture = ليس هذا الملف صورة يمكن إظهارها. اختر JPEG أو PNG أو WebP أو GIF.
error-directory-agreed = أكّد أنها صورتك وأنك موافق، وإلا فلن تظهر.
error-directory-messages = كتبت اليوم رسائل كثيرة، أو عدة رسائل إلى هذا الشخص. يمكنك الكتابة من جديد بعد { $count ->
    [zero] لحظات
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
  }.
error-directory-pictures = أرسلت اليوم صورًا كثيرة. يمكنك إرسال غيرها بعد { $count ->
    [zero] لحظات
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
  }.
done-directory-hidden = حُفظ. لا أحد يرى ملفك.
done-directory-saved = حُفظ. هكذا يراك غيرك.
done-directory-picture-saved = حُفظت الصورة. يراها من يرى ملفك.
done-directory-picture-deleted = حُذفت الصورة.
done-directory-written = أُرسلت رسالتك.
done-directory-written-waits = حُفظت رسالتك. لم تُرسل بالبريد بعد.
record-directory-many-read = قراءة ملفات كثيرة في يوم واحد
record-directory-picture-taken-down = إزالة صورة من ملف شخص
right-directory = البحث عن أعضاء الشبكة ومراسلتهم
letter-person-written-subject = { $hub }: رسالة من { $sender }
letter-person-written-text = مرحبًا { $name }،

    وردتك الرسالة أدناه من { $sender } ({ $work }) بعد الاطلاع على ملفك على { $hub }. لم تُعطِ المنصة عنوانك لأحد: ردّك على هذه الرسالة يذهب إلى { $email }.
letter-person-written-end = إن كنت لا تريد مثل هذه الرسائل فحدد ذلك في ملفك. وإن رأيت أن هذه الرسالة في غير محلها فراسل فريق الشبكة.
