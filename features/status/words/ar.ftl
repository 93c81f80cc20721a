menu-members = الأعضاء
menu-members-hint = كل الأعضاء، ومن ينسّق عملهم في هذه المنصة.
members-all = كل الأعضاء
members-city = المدينة
members-lead = منسّق المدينة
members-led = لها منسّق
members-vacant = بلا منسّق
members-is-vacant = لا أحد
members-desk = لوحة المتابعة
members-none = لا أعضاء هنا
members-none-hint = يظهر هنا الأعضاء الذين تتابعهم.
record-members-list-taken = تنزيل قائمة الأعضاء
membership = العضوية
membership-of = عضوية { $city }
status-active = نشطة
status-active-means = المدينة عضو وتشارك.
status-on-hold = متوقفة مؤقتًا
status-on-hold-means = المدينة عضو. لم يتحقق أمر متوقع من جميع الأعضاء؛ وفور تحققه ينتهي التوقف من تلقاء نفسه. لا يرى ذلك أحد من الخارج، ويحتفظ أفراد المدينة بصلاحياتهم.
status-dormant = خاملة
status-dormant-means = المدينة عضو لا يشارك في الوقت الحالي. لا يرى ذلك أحد من الخارج، ويحتفظ أفرادها بصلاحياتهم.
status-suspended = معلّقة
status-suspended-means = المدينة ليست عضوًا في الوقت الحالي. يحتفظ أفرادها بما يخص المدينة وحدها، لكنهم لا يقرؤون ما هو للأعضاء فقط.
status-withdrawn = منسحبة
status-withdrawn-means = غادرت المدينة الشبكة. يحتفظ أفرادها بما يخص المدينة وحدها. ويمكنها التقدم بطلب من جديد في أي وقت.
status-now = وضع العضوية
status-since = منذ { $day }
status-decide = اتخاذ قرار
status-decisions = ما تقرر
status-decisions-none = لم يُتخذ هنا أي قرار بعد. تبيّن صفحة المدينة مصدر عضويتها.
status-more = المزيد عن هذه المدينة
status-city-page = صفحتها
status-people = أفرادها
status-expectations = ما هو متوقع منها
status-office = في المكتب
status-all = العضوية وما تقرر بشأنها
hold-cause-time = { $what } انتهت المهلة لذلك في { $day }.
hold-cause = { $what } ثبت عدم تحققه في { $day }.
hold-cause-year = { $what } ثبت عدم تحققه لعام { $year }، في { $day }.
decision-joined = انضمام
decision-dormant = خمول
decision-dormant-follows = تبقى المدينة عضوًا ويُشار، لأفرادها وللفريق، إلى أنها لا تشارك. لا يرى ذلك أحد من الخارج.
decision-resumed = عودة إلى المشاركة
decision-resumed-follows = تعود المدينة إلى المشاركة. لا يرى أحد من الخارج فرقًا.
decision-suspended = تعليق
decision-suspended-follows = هذا اقتراح. تُبلَّغ المدينة بالسبب ولها أن تقول ما لديها خلال عشرة أيام عمل؛ ومتى ردّت، أو بعد ذلك، يقرر شخص آخر من الفريق المركزي. وعندئذ فقط لا تعود عضوًا ولا تظهر للجمهور.
decision-restored = انتهاء التعليق
decision-restored-follows = تعود المدينة عضوًا نشطًا.
decision-withdrawn = مغادرة الشبكة
decision-withdrawn-follows = اعتبارًا من ذلك اليوم لا تكون المدينة عضوًا ولا تظهر للجمهور. ويبقى ما أضافته إلى المكتبة. ويمكنها التقدم بطلب من جديد.
decision-returned = انضمام من جديد
decision-from = { $what }، اعتبارًا من { $day }
decision-is-proposed = مقترح
decision-is-dropped = لم يُؤخذ به
decision-is-coming = لم يسرِ بعد
decision-waits-second = على شخص آخر من الفريق المركزي أن يقرر، بعد الاستماع إلى المدينة.
decision-waits-day = يسري في يومه من تلقاء نفسه.
decision-see = عرض واتخاذ قرار
decision-back = العودة إلى العضو
decision-day = اعتبارًا من أي يوم
decision-day-hint = بحسب تقويم مكتب المدينة. ويجوز أن يكون في الماضي.
decision-reason = السبب
decision-reason-hint = يقرؤه أفراد المدينة. لا يُحكم هنا على أي شخص: اكتب ما فعلته المدينة أو ما لم تفعله.
decision-reason-needed = اكتب السبب.
decision-evidence = ما يثبت ذلك
decision-evidence-hint = وثيقة أو صفحة أو عنوان، إن وُجد.
decision-sure = قرأت ما يترتب على ذلك
decision-take = اتخاذ القرار
decision-propose = اقتراح التعليق
decision-do = ماذا تقرر؟
decision-do-needed = اختر ما تقرره.
decision-agree = تعليق عضوية المدينة اعتبارًا من اليوم
decision-drop = عدم الأخذ به
decision-note = كيف جرى الوصول إلى المدينة والاستماع إليها، أو لماذا لا يؤخذ بالاقتراح
decision-note-hint = يقرؤه أفراد المدينة.
decision-note-needed = اكتب كيف استُمع إلى المدينة، أو لماذا لا يؤخذ بالاقتراح.
decision-yours = أنت من اقترحه: على شخص آخر أن يقرر. ويمكنك سحبه.
suspension-proposed = اقتُرح تعليق العضوية
suspension-heard = ما تقوله المدينة
suspension-heard-until = يمكن للمدينة أن ترد حتى نهاية { $day }. ويمكن اتخاذ القرار فور ردها، أو بعد ذلك اليوم.
suspension-unanswered = لم ترد المدينة بعد.
suspension-answer = رد مدينتك
suspension-answer-hint = يقرؤه الفريق المركزي قبل أن يقرر أحد. ومتى رددت أمكن اتخاذ القرار؛ وإلى ذلك الحين يمكنك الرد أكثر من مرة.
suspension-answer-needed = اكتب ما لدى مدينتك لتقوله.
suspension-answer-until = لا يُقرر شيء قبل أن ترد مدينتك، أو قبل نهاية { $day }.
suspension-answer-send = إرسال الرد
decide-of = قرار بشأن { $city }
leave = مغادرة الشبكة
leave-of = { $city } تغادر الشبكة
leave-follows = اعتبارًا من ذلك اليوم لا تكون مدينتك عضوًا: لا تظهر للجمهور، ولا يقرأ أفرادها إلا ما يخص المدينة وحدها وما هو عام. ويبقى ما أضافته إلى المكتبة. ويُبلَّغ الفريق. ويمكن لمدينتك التقدم بطلب من جديد في أي وقت.
leave-reason = لماذا
leave-reason-hint = يقرؤه الفريق وزملاؤك.
leave-sure = قررت ذلك إدارتي المحلية
members-suspension-waits = اقتُرح التعليق
members-decided-from = { $what }، اعتبارًا من { $day }
task-answer-suspension = قل ما لدى مدينتك: اقتُرح تعليق عضويتها
task-answer-suspension-hint = حتى نهاية { $day }.
task-decide-suspension = قرار بشأن تعليق عضوية { $city }
task-decide-suspension-hint = اقترحه شخص آخر؛ ويقرر شخص ثانٍ.
error-decision-sure = أكّد ذلك: ضع علامة في المربع فوق الزر.
error-decision-day = أدخل اليوم.
error-decision-day-far = أدخل يومًا لا يبعد عن اليوم أكثر من سنة.
error-decision-before = سبق أن تقرر شيء بتاريخ لاحق: أدخل { $day } أو يومًا بعده.
error-decision-follows = تغيّر وضع العضوية في هذه الأثناء، فلا ينبني عليه هذا القرار. انظر وضعها الحالي.
error-decision-waits = هناك أمر ينتظر بشأن هذه المدينة. قرر فيه أولًا، أو اسحبه.
error-decision-same-person = أنت من اقترحه: على شخص آخر أن يقرر.
error-decision-unheard = لم ترد المدينة، ولها أن ترد حتى نهاية { $day }. قرر بعد ذلك.
error-decision-over = اتخذ شخص آخر قرارًا في هذه الأثناء. لم يُنفَّذ شيء مما طلبته، ونصك ما زال هنا.
error-decision-answers = قيل الكثير. للمزيد اكتب إلى الفريق من فضلك.
done-status-decided = تقرر ذلك.
done-decision-dropped = لم يؤخذ به.
done-suspension-proposed = قُدّم الاقتراح. تُبلَّغ المدينة ويُستمع إليها.
done-suspension-answered = وصل ردك إلى الفريق.
done-city-leaves = تقرر ذلك، وأُبلغ الفريق.
notice-status-proposal = اقتُرح تعليق عضوية مدينتك
notice-status-office = ترد مدينة بشأن تعليق عضويتها، أو تغادر
letter-suspension-proposed-subject = { $city }: يُستمع إلى مدينتك قبل اتخاذ قرار بشأن عضويتها
letter-suspension-proposed-text = مرحبًا { $name }،

    اقتُرح تعليق عضوية { $city } في الشبكة، للسبب المبيّن أدناه. وقبل أن يقرر أحد، يُستمع إلى مدينتك: الرجاء الرد في الصفحة أدناه حتى نهاية { $day }. وسيقرر شخص غير الذي اقترح ذلك.
letter-city-answered-subject = { $city } ردّت
letter-city-answered-text = مرحبًا { $name }،

    قالت { $city } ما لديها بشأن تعليق عضويتها المقترح. وتجده في الصفحة أدناه.
letter-city-left-subject = { $city } تغادر الشبكة
letter-city-left-text = مرحبًا { $name }،

    قرر من ينسّقون عمل { $city } أن تغادر الشبكة، اعتبارًا من { $day }. وتجد ما كتبوه في الصفحة أدناه.
record-status-decided = قرار بشأن عضوية ليوم لاحق
record-status-proposed = اقتراح تعليق عضوية مدينة
record-status-agreed = قرار شخص ثانٍ بتعليق عضوية مدينة
record-status-dropped = قرار بشأن عضوية لم يؤخذ به
record-status-answered = رد مدينة بشأن تعليق عضويتها
job-status-comes-into-force = سريان قرار بشأن عضوية
menu-breach-reports = شكاوى بشأن المبادئ
menu-breach-reports-hint = ما يُشتكى منه بشأن عضو قد يكون خالف المبادئ التوجيهية.
breach-title = شكوى من مخالفة المبادئ التوجيهية
breach-description = أخبر الشبكة أين تفعل مدينة عضو ما يخالف المبادئ التوجيهية.
breach-lede = هل تفعل مدينة عضو ما يخالف المبادئ التوجيهية؟ أخبر الفريق المركزي. يتحقق الفريق مما قيل، ويستمع إلى المدينة، ويقرر ما يترتب على ذلك. ولست مضطرًا إلى ذكر هويتك.
breach-no-person = اكتب عما تفعله المدينة. لا تذكر اسم أحد ولا تصف أشخاصًا يمكن التعرف عليهم. وإن كان أحد في خطر فتوجّه إلى من يستطيع المساعدة فورًا: الشرطة، أو خط مساعدة، أو ديوان المظالم.
breach-city = المدينة
breach-text = ما تفعله المدينة، ومنذ متى
breach-text-hint = اذكر المبدأ الذي يخالفه ذلك إن استطعت.
breach-text-needed = اكتب ما تفعله المدينة.
breach-name = اسمك، إن أردت ذكره
breach-email = بريدك الإلكتروني، إن أردت ردًا
breach-send = إرسال الشكوى
breach-reports-hint = لا يقرؤها إلا الفريق المركزي. موضوعها مدينة، لا شخص أبدًا.
breach-open = قيد الانتظار
breach-closed = مغلقة
breach-received = تاريخ الورود
breach-stands = الوضع
breach-waits = قيد الانتظار
breach-none = لا شكاوى
breach-none-hint = تظهر الشكاوى هنا إلى أن يبيّن أحد ما ثبت.
breach-of = شكوى بشأن { $city }
breach-unnamed = بلا اسم
breach-membership = عضوية هذه المدينة والقرارات بشأنها
breach-erased = مُحي ما كُتب. ويبقى ما ثبت.
breach-outcome = ما الذي ثبت
breach-outcome-needed = اختر ما الذي ثبت.
breach-founded = ثبتت المخالفة
breach-unfounded = لم تثبت المخالفة
breach-elsewhere = ليس هذا من شأن المبادئ
breach-note = ما فُعل للتحقق، وما يترتب على ذلك
breach-note-hint = من يريد ردًا ترك بريده الإلكتروني: اكتب إليه بنفسك.
breach-note-needed = اكتب ما فُعل للتحقق.
breach-close = إغلاق الشكوى
task-breach-reports = { $count ->
        [zero] { $count } شكوى تنتظر بشأن المبادئ
        [one] شكوى واحدة تنتظر بشأن المبادئ
        [two] شكويان تنتظران بشأن المبادئ
        [few] { $count } شكاوى تنتظر بشأن المبادئ
        [many] { $count } شكوى تنتظر بشأن المبادئ
       *[other] { $count } شكوى تنتظر بشأن المبادئ
    }
error-breach-city = اختر مدينة عضوًا.
error-breach-closed = أغلقها شخص آخر في هذه الأثناء. نصك ما زال هنا.
done-breach-reported = شكرًا. وصلت شكواك إلى الفريق المركزي.
done-breach-closed = أُغلقت الشكوى.
notice-status-report = ترد شكوى من مخالفة المبادئ
letter-breach-reported-subject = وردت شكوى بشأن المبادئ التوجيهية
letter-breach-reported-text = مرحبًا { $name }،

    وردت شكوى من أن عضوًا قد يكون خالف المبادئ التوجيهية. وتجدها في الصفحة أدناه.
record-breach-closed = إغلاق شكوى بشأن المبادئ
record-breach-reports-taken = تنزيل قائمة الشكاوى بشأن المبادئ
members-waits = ما ينتظر
leave-day = اعتبارًا من أي يوم
leave-day-hint = اليوم أو بعده.
leave-take-back = العدول عن ذلك: تبقى المدينة
error-leave-day = أدخل اليوم أو يومًا بعده، خلال سنة.
error-decision-own-city = أنت تعمل لهذه المدينة: على شخص آخر أن يقرر.
error-decision-answered = أضافت المدينة قولًا منذ أن فتحت هذه الصفحة. اقرأه ثم قرر.
letter-suspension-dropped-subject = { $city }: لم يؤخذ باقتراح التعليق
letter-suspension-dropped-text = مرحبًا { $name }،

    كان قد اقتُرح تعليق عضوية { $city }. لم يؤخذ بذلك: تبقى { $city } عضوًا كما كانت. وتجد السبب في الصفحة أدناه.
right-status = رؤية حالة عضوية مدينة
right-status-office = تقرير أن مدينة خاملة أو نشطة من جديد
right-suspend = تعليق عضوية مدينة وإنهاء التعليق وقراءة الشكاوى بشأن المبادئ
right-leave = الإعلان عن خروج مدينة من الشبكة

merge-decisions = القرارات بشأن العضوية
merge-reports = الشكاوى
error-merge-decision = هناك قرار بشأن عضوية هذا السجل قيد الانتظار. ابتّ فيه أولًا.

decision-of-merged = بشأن سجل دُمج في هذا السجل

members-applicants = المتقدمون للعضوية

status-merge = الدمج في سجل آخر لهذه المدينة

import-members = إدخال أعضاء من جدول
import-members-hint = تصير كل مدينة في الجدول عضوًا، بمعلوماتها واليوم الذي بدأت فيه عضويتها. وما كان عضوًا يبقى كما هو: ملف المدن الأعضاء يعود دون أن يغيّر شيئًا. ويُدعى الأشخاص بجدول جهات الاتصال.
import-members-take = تسجيل هؤلاء الأعضاء
import-member-name-hint = بالحروف اللاتينية، كما هو على الخرائط.
import-member-country-hint = اسمه بلغة من لغات المنصة، أو رمزه، مثل NE.
import-member-region-hint = منطقة الشبكة. فارغ: منطقة البلد.
import-member-kind-hint = نوع الإدارة المحلية، أو city أو municipality أو county أو province أو district أو state. فارغ: مدينة.
import-member-population-hint = رقم. فارغ: كما في الفهرس الجغرافي.
import-member-source-hint = مصدر المعلومة. لازم إن كتبتها أنت.
import-member-degrees-hint = بالدرجات. فارغ: كما في الفهرس الجغرافي إن كان يعرف مكانًا واحدًا بهذا الاسم.
import-member-address-hint = عنوان صفحتها، إن كانت لها صفحة هنا.
import-member-since = عضو منذ
import-member-since-hint = يوم أو شهر أو سنة، مثل 2019-03-07 أو 2019-03 أو 2019. فارغ: اليوم.
import-member-evidence-hint = ما يدل عليه: وثيقة أو عنوان. قد يبقى فارغًا.
error-import-country = لا بلد اسمه «{ $country }». اكتب اسمه بالعربية، أو رمزه، مثل NE.
error-import-region = ليس للشبكة منطقة «{ $region }». اتركها فارغة لمنطقة البلد.
error-import-kind = «{ $kind }» ليس نوعًا من الإدارات المحلية. اكتب مثلًا city أو municipality أو county أو province أو district أو state.
error-import-since = «{ $day }» ليس يومًا بين عام 2000 واليوم. اكتبه هكذا: 2019-03-07 أو 2019-03 أو 2019.
error-import-place-unknown = لا يعرف الفهرس الجغرافي هذا المكان. اكتب خط العرض وخط الطول ومصدرهما.
error-import-places = يعرف الفهرس الجغرافي أماكن بهذا الاسم، عددها { $count }. اكتب خط العرض وخط الطول ومصدرهما.
error-import-former = كانت { $city } عضوًا من قبل. أعدها من صفحتها، أو بطلب العضوية.

error-import-namesake = { $city } عضو بالفعل، بوصفها نوعًا آخر من الإدارات المحلية. أما هذه فتنضم بطلب عضوية.
