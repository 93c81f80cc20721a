menu-join = الانضمام
foot-join = كيف تنضم مدينة
join-description = كيف تصبح مدينة أو إدارة محلية أخرى عضوًا، ونموذج الاستفسار عن ذلك.
join-aside = قبل أن تكتب
enquiry-begin = اسأل هل يمكن لمدينتك الانضمام
enquiry-note = لا يستغرق ذلك أكثر من خمس دقائق، ويجيبك شخص خلال 3 أيام عمل. لا نستخدم ما تكتبه إلا للرد عليك.
enquiry-for = باسم من تسأل؟
asking-for-local-government = باسم إدارة محلية: مدينة أو بلدية أو ناحية أو محافظة أو إقليم
asking-for-national-government = باسم حكومة وطنية أو وزارة
asking-for-organisation = باسم منظمة أو جامعة أو شركة
asking-for-themselves = باسمي الشخصي
enquiry-country = البلد
enquiry-place = اسم المدينة أو الإدارة المحلية
enquiry-place-needed = أدخل اسم مدينتك أو إدارتك المحلية.
enquiry-which = أي منها تقصد؟
enquiry-none-of-these = لا شيء منها
enquiry-kind = نوع الإدارة المحلية
enquiry-name = اسمك
enquiry-name-needed = أدخل اسمك.
enquiry-position = وظيفتك
enquiry-position-hint = مثلًا: مساعدة رئيس البلدية، مدير الخدمات الاجتماعية.
enquiry-position-needed = أدخل وظيفتك.
enquiry-email = بريدك الإلكتروني في العمل
enquiry-email-hint = لا بأس ببريد شخصي إن لم يكن للمدينة بريد.
enquiry-mandate = هل لديك تفويض من رئيس البلدية أو المحافظ أو سلطة مختصة أخرى؟
mandate-holder = أنا من يشغل هذا المنصب
mandate-asked = نعم، طُلب مني أن أكتب
mandate-not-yet = ليس بعد، أود أن أعرف المزيد أولًا
enquiry-message = عمّ تبحث مدينتك؟
enquiry-message-hint = ما الذي تعمل عليه، وما الذي تأمل أن تجده في الشبكة. يُرجى عدم ذكر أشخاص يمكن التعرف عليهم.
enquiry-message-needed = اكتب عمّ تبحث مدينتك.
enquiry-send = إرسال الاستفسار
enquiry-member-text = هذه المدينة عضو في الشبكة بالفعل. إن كنت تعمل لديها فاكتب إلينا: يتولى منسّقها أو الفريق أمر حسابك.
enquiry-member-write = راسل الفريق
enquiry-other = أسأل باسم إدارة محلية أخرى تحمل الاسم نفسه
error-enquiry-member = { $city }: عضو بالفعل. اقرأ الملاحظة أسفل هذا الحقل.
error-enquiry-country = المكان الذي اخترته يقع في بلد آخر: { $country }. اختر ذلك البلد أو أدخل المكان من جديد.
error-enquiry-which = { $count ->
    [zero] لا أماكن بهذا الاسم في هذا البلد.
    [one] في هذا البلد مكان واحد بهذا الاسم. اختر المقصود.
    [two] في هذا البلد مكانان بهذا الاسم. اختر المقصود.
    [few] في هذا البلد { $count } أماكن بهذا الاسم. اختر المقصود.
    [many] في هذا البلد { $count } مكانًا بهذا الاسم. اختر المقصود.
   *[other] في هذا البلد { $count } مكان بهذا الاسم. اختر المقصود.
  }
done-enquiry-sent = شكرًا لك. وصل استفسارك.
done-enquiry-sent-too = شكرًا لك. وصل استفسارك. سبق أن سأل شخص آخر باسم الإدارة المحلية نفسها، وسيجمع الفريق بين الاستفسارين.

elsewhere-national = كيف نعمل مع الحكومات الوطنية
elsewhere-national-text = لا ينضم إلى الشبكة إلا الإدارات المحلية. أما الحكومات الوطنية فتعمل معها بوصفها شريكة، ولا سيما حيث يتعين على المدن والدولة العمل معًا.
elsewhere-organisation = كيف نعمل مع المنظمات
elsewhere-organisation-text = لا ينضم إلى الشبكة إلا الإدارات المحلية. أما المنظمات والجامعات والشركات فتعمل معها بوصفها شريكة، ويجد ما تعرفه قرّاءه في المكتبة.
elsewhere-themselves = ما الذي تجده هنا
elsewhere-themselves-text = لا ينضم إلى الشبكة إلا الإدارات المحلية. ما تنشره الشبكة مفتوح للجميع، ونحن نجيب عن الأسئلة.
elsewhere-partner = راسل الفريق بشأن العمل معًا
elsewhere-share = شارك المدن ما تعرفه
elsewhere-ask = اطرح سؤالًا على الفريق
elsewhere-library = اقرأ في المكتبة
elsewhere-nothing-kept = لم يُحفظ شيء مما أدخلته.
elsewhere-back = السؤال باسم إدارة محلية

enquiry-own-title = استفسارك: { $place }
enquiry-stand-received = استفسارك لدى الفريق.
enquiry-stand-asked-back = لدى الفريق سؤال لك. يُرجى الإجابة أدناه.
enquiry-stand-invited = مدينتك مدعوة إلى تقديم طلب العضوية. الرابط الخاص إلى الطلب في الرسالة الإلكترونية التي أرسلناها إليك.
enquiry-stand-redirected = دلّك الفريق على المكان الذي تجد فيه ما تحتاج إليه. إن كان في الأمر سوء فهم فاكتب أدناه.
enquiry-stand-declined = لا يمكن أن تصبح مدينتك عضوًا الآن. تجد السبب أدناه، وكيف تعود.
enquiry-stand-duplicate = كتب إلينا شخص آخر من إدارتك المحلية أيضًا. يتعامل الفريق مع الاستفسارين معًا.
enquiry-stand-duplicate-answered = كتب إلينا شخص آخر من إدارتك المحلية أيضًا، وقد أجابه الفريق. إن كنت تحتاج إلى رد فاكتب أدناه.
enquiry-stand-spam = هذا الاستفسار مغلق.
enquiry-stand-withdrawn = سحبت استفسارك. إذا كتبت أدناه فُتح من جديد.
enquiry-own-due = يجيبك شخص قبل نهاية يوم { $day }.
enquiry-own-late = كان ينبغي أن يصلك الرد قبل نهاية يوم { $day }. نعتذر عن ذلك، وقد جرى تذكير الفريق.
enquiry-own-keep = رابط هذه الصفحة في الرسالة التي أرسلناها إليك. من لديه الرابط يرى هذه الصفحة، فلا تشاركه إلا مع من يعنيهم الأمر.
enquiry-own-keep-only = احتفظ برابط هذه الصفحة: لا تستطيع هذه المنصة إرسال الرسائل بعد، فلن تجد الرد إلا هنا. من لديه الرابط يرى هذه الصفحة.
enquiry-own-thread = ما كُتب
enquiry-you = أنت
enquiry-own-write = راسل الفريق
enquiry-own-message = رسالتك
enquiry-own-message-needed = اكتب رسالتك.
enquiry-own-send = إرسال
enquiry-own-withdraw = سحب الاستفسار
enquiry-own-withdraw-hint = إن لم تعد ترغب في السؤال. يمكنك فتحه من جديد في أي وقت بأن تكتب.
enquiry-own-withdraw-both = سحب الاستفسار والطلب
enquiry-own-withdraw-both-hint = إن لم تعد مدينتك ترغب في الانضمام. يُسحب الطلب مع الاستفسار فلا يُبتّ فيه. يبقى ما كُتب فيه 24 شهرًا؛ لاستئنافه اكتب هنا فيدعوك الفريق من جديد.
enquiry-own-withdraw-sure = نعم، والطلب أيضًا
error-enquiry-withdraw-sure = ضع علامة على أن الطلب يُسحب أيضًا.
done-enquiry-answered = أُرسلت رسالتك.
done-enquiry-withdrawn = سحبت استفسارك.
error-enquiry-full = { $max ->
    [zero] لا يمكنك الكتابة هنا. يُرجى مراسلة الفريق عبر صفحة الاتصال.
    [one] كتبت هنا رسالة واحدة. يُرجى مراسلة الفريق عبر صفحة الاتصال.
    [two] كتبت هنا رسالتين. يُرجى مراسلة الفريق عبر صفحة الاتصال.
    [few] كتبت هنا { $max } رسائل. يُرجى مراسلة الفريق عبر صفحة الاتصال.
    [many] كتبت هنا { $max } رسالة. يُرجى مراسلة الفريق عبر صفحة الاتصال.
   *[other] كتبت هنا { $max } رسالة. يُرجى مراسلة الفريق عبر صفحة الاتصال.
  }

enquiry-letter-subject = استفسارك لدى { $network }
enquiry-letter-received = شكرًا لاستفسارك لدى { $network }. يقرؤه شخص ويجيبك قبل نهاية يوم { $day }.
enquiry-letter-page = أين وصل استفسارك، وأين يمكنك الرد:
application-letter-subject = طلب عضويتك لدى { $network }
application-letter-page = أين وصل، وأين يمكنك مراسلة الفريق:
application-letter-answer = أجب في طلبك ثم أرسله من جديد. رابطه الخاص:
enquiry-letter-end = يُرجى الرد في تلك الصفحة، فالردود على هذه الرسالة لا تُقرأ. إن لم تكن قد كتبت إلينا فتجاهل هذه الرسالة.
enquiry-letter-invited =
    يمكن أن تصبح إدارتك المحلية عضوًا في { $network }. ندعوك إلى تقديم طلب العضوية.

    تكتب الطلب في صفحات خاصة به، من أي جهاز، وتتابع متى شئت. نطلب:
    1. نبذة قصيرة: ما الذي تواجهه مدينتك وما الذي تقوم به بالفعل؛
    2. جهتي اتصال أو ثلاثًا: والأفضل شخص لديه تفويض من رئيس البلدية أو المحافظ أو سلطة مختصة أخرى، وممارس؛
    3. التفويض مع ما يثبته، والموافقة على المبادئ التوجيهية للشبكة.

    نتخذ القرار خلال 3 أيام عمل من وصول ذلك كله. الرابط الخاص إلى الطلب في الرسالة الإلكترونية الموجهة إليك، ولا يوجد في أي مكان آخر.
enquiry-letter-merged = كتب شخص آخر من إدارتك المحلية إلى { $network } أيضًا. نتعامل مع الاستفسارين معًا.
enquiry-letter-declined = شكرًا لاستفسارك لدى { $network }. لا يمكن أن تصبح إدارتك المحلية عضوًا الآن.
enquiry-letter-back = هذا القرار ليس نهائيًا: إذا تغيّر شيء فاكتب في الصفحة أدناه، وسننظر في الأمر من جديد.
enquiry-outcome-partner = شكرًا لأنك كتبت إلينا. لا ينضم إلى الشبكة إلا الإدارات المحلية. نعمل مع المنظمات والوزارات بوصفها شريكة؛ أخبرنا هنا بما تفكر فيه:
enquiry-outcome-member = شكرًا لأنك كتبت إلينا. مدينتك عضو بالفعل. ابحث عنها في هذه القائمة: تبيّن صفحتها كيف تتصل بمنسّقها، وهو من يستطيع دعوتك:
enquiry-outcome-contact = شكرًا لأنك كتبت إلينا. لما تحتاج إليه يُرجى مراسلة الفريق هنا:
enquiry-outcome-library = شكرًا لأنك كتبت إلينا. ما تبحث عنه موجود في مكتبتنا، وهي مفتوحة للجميع:
enquiry-outcome-not-local-government = لا ينضم إلى الشبكة إلا الإدارات المحلية: المدن والبلديات والنواحي والمحافظات والأقاليم.
enquiry-outcome-no-mandate = نحتاج إلى تفويض من رئيس البلدية أو المحافظ أو سلطة مختصة أخرى، ولم نتمكن من التحقق منه.
enquiry-outcome-principles = تقتضي العضوية الالتزام بالمبادئ التوجيهية للشبكة قولًا وفعلًا، ولسنا متأكدين من أن ذلك ممكن في الوقت الحالي.
enquiry-outcome-no-answer = سألناك عن أمر لا بد لنا من معرفته، ولم يصلنا منك رد.
enquiry-outcome-label-partner = إلى الشراكة
enquiry-outcome-label-member = إلى المدينة العضو
enquiry-outcome-label-contact = إلى نموذج الاتصال
enquiry-outcome-label-library = إلى المكتبة
enquiry-outcome-label-not-local-government = ليست إدارة محلية
enquiry-outcome-label-no-mandate = لا تفويض
enquiry-outcome-label-principles = المبادئ التوجيهية
enquiry-outcome-label-no-answer = لا رد على سؤالنا
enquiry-outcome-label-other = سبب آخر بكلماتنا

menu-enquiries = الاستفسارات
menu-enquiries-hint = المدن الراغبة في الانضمام: الرد عليها وسؤالها ودعوتها.
enquiries-search = مدينة أو شخص أو بريد إلكتروني
enquiries-count = { $count ->
    [zero] لا استفسارات
    [one] استفسار واحد
    [two] استفساران
    [few] { $count } استفسارات
    [many] { $count } استفسارًا
   *[other] { $count } استفسار
  }
enquiries-received = بانتظارنا
enquiries-due = مستحقة اليوم أو متأخرة
enquiries-waiting = بانتظار المدينة
enquiries-median = أيام العمل حتى أول رد
enquiries-median-none = لا شيء بعد
enquiries-median-note = نصف ردود آخر 90 يومًا كان أسرع من ذلك. نَعِد بثلاثة أيام.
enquiries-none = لا استفسارات بعد
enquiries-none-hint = عندما تسأل إدارة محلية هل يمكنها الانضمام يظهر سؤالها هنا، مع اليوم الذي يستحق فيه الرد.
enquiries-unfit = لا استفسار مطابقًا
enquiries-unfit-hint = جرّب جزءًا من الاسم، أو أزل أحد عوامل التصفية.
enquiries-form = النموذج الذي تملؤه المدن
enquiry-city = المدينة
enquiry-office = المكتب
enquiry-central = الفريق المركزي
enquiry-state = الحالة
enquiry-state-received = بانتظارنا
enquiry-state-asked-back = بانتظار المدينة
enquiry-state-invited = مدعوة إلى تقديم الطلب
enquiry-state-redirected = وُجّهت إلى مكان آخر
enquiry-state-declined = مرفوض
enquiry-state-duplicate = يُعالج مع استفسار آخر
enquiry-state-spam = غير مقصود
enquiry-state-withdrawn = مسحوب
enquiry-received = تاريخ الوصول
enquiry-age = العمر بأيام العمل
enquiry-days-old = { $count ->
    [zero] أقل من يوم عمل
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $count } أيام عمل
    [many] { $count } يوم عمل
   *[other] { $count } يوم عمل
  }
enquiry-due = موعد الرد
enquiry-due-today = الرد مستحق اليوم
enquiry-due-in = { $count ->
    [zero] الرد مستحق في يوم العمل التالي
    [one] الرد مستحق خلال يوم عمل واحد
    [two] الرد مستحق خلال يومي عمل
    [few] الرد مستحق خلال { $count } أيام عمل
    [many] الرد مستحق خلال { $count } يوم عمل
   *[other] الرد مستحق خلال { $count } يوم عمل
  }
enquiry-overdue = { $count ->
    [zero] الرد متأخر
    [one] متأخر يوم عمل واحدًا
    [two] متأخر يومي عمل
    [few] متأخر { $count } أيام عمل
    [many] متأخر { $count } يوم عمل
   *[other] متأخر { $count } يوم عمل
  }
enquiry-owner = يتولاه
enquiry-mine = أنا
enquiry-nobodys = لا أحد بعد
enquiry-nobody = لا أحد بعد
enquiry-title = استفسار: { $place }
enquiry-thread = ما كُتب
enquiry-erased = مُحي ما كتبه الناس هنا: انتهى هذا الاستفسار قبل أكثر من 24 شهرًا، أو لم يكن مقصودًا.
enquiry-note-only = ملاحظة للمكتب وحده
enquiry-of-other = في الاستفسار الآخر
enquiry-somebody = أحد أفراد المكتب
enquiry-by-asker = صاحب الاستفسار أو المنصة
enquiry-write = الكتابة
enquiry-writing = ما هذا؟
enquiry-write-question = سؤال: تتوقف المهلة حتى يجيبوا
enquiry-write-letter = رسالة لا تحتاج إلى رد: تستمر المهلة
enquiry-write-note = ملاحظة للمكتب وحده
enquiry-text = النص
enquiry-reads = لغة القراءة: { $language }.
enquiry-write-send = إرسال
enquiry-decide = اتخاذ القرار
done-enquiry-written = أُرسلت رسالتك.
done-enquiry-written-waits = رسالتك على صفحتهم. لا تخرج رسائل من هذه المنصة بعد.
done-enquiry-noted = حُفظت الملاحظة.
error-enquiry-moved = حدث شيء في هذا الاستفسار أثناء كتابتك. انظر إليه أعلاه، ونصك محفوظ. أرسله من جديد إن كان لا يزال مناسبًا.
enquiry-facts = معلومات عن الاستفسار
enquiry-asker = صاحب الاستفسار
enquiry-asker-position = الوظيفة
enquiry-asker-mandate = التفويض
enquiry-asker-mandate-holder = يشغل المنصب بنفسه
enquiry-asker-mandate-asked = طُلب منه أن يكتب
enquiry-asker-mandate-not-yet = ليس بعد
enquiry-written-as = كما كتبوه
enquiry-gazetteer = دليل الأماكن
enquiry-gazetteer-none = المكان ليس فيه، أو لم يُعثر عليه
enquiry-reckoning = كيف حُسب اليوم
enquiry-counted = { $count ->
    [zero] لا أيام عمل بعد { $day }، وفق التقويم: { $calendar } ({ $zone }).
    [one] يوم عمل واحد بعد { $day }، وفق التقويم: { $calendar } ({ $zone }).
    [two] يوما عمل بعد { $day }، وفق التقويم: { $calendar } ({ $zone }).
    [few] { $count } أيام عمل بعد { $day }، وفق التقويم: { $calendar } ({ $zone }).
    [many] { $count } يوم عمل بعد { $day }، وفق التقويم: { $calendar } ({ $zone }).
   *[other] { $count } يوم عمل بعد { $day }، وفق التقويم: { $calendar } ({ $zone }).
  }
enquiry-day-off = لم يُحسب: { $day } ({ $why })
enquiry-weekend = عطلة نهاية الأسبوع
enquiry-holidays-unknown = عطل سنة { $year } غير معروفة هنا؛ لم تُستثنَ إلا عطل نهاية الأسبوع.
enquiry-owner-choose = من يتولاه؟
enquiry-assign = حفظ
enquiry-hand-over = إحالة
done-enquiry-assigned = حُفظ، وسيُبلَّغ من يتولاه.
done-enquiry-handed-over = الاستفسار الآن لدى المكتب الآخر.
error-enquiry-owner = هذا الشخص لا يجيب عن هذه المنطقة. اختر غيره.
enquiry-alike = استفسارات أخرى عن المكان نفسه
enquiry-history = ما جرى
enquiry-decide-title = اتخاذ القرار: { $place }
enquiry-decision = القرار
enquiry-decide-invite = الدعوة إلى تقديم الطلب
enquiry-decide-invite-hint = تتلقى المدينة رابطًا خاصًا إلى الطلب.
enquiry-decide-redirect = التوجيه إلى مكان آخر
enquiry-decide-redirect-hint = يُبلَّغون أين يجدون ما يحتاجون إليه. اختر المكان أدناه.
enquiry-decide-decline = الرفض
enquiry-decide-decline-hint = يُبلَّغون بالسبب وكيف يعودون. اختر السبب أدناه.
enquiry-decide-merge = معالجته مع استفسار آخر
enquiry-decide-merge-hint = يُبلَّغون بأن شخصًا آخر من إدارتهم المحلية كتب أيضًا. اختر الاستفسار الآخر أدناه.
enquiry-decide-spam = غير مقصود
enquiry-decide-spam-hint = لا يُبلَّغ أحد، ويُمحى بعد 90 يومًا.
enquiry-decide-reopen = النظر فيه من جديد
enquiry-decide-reopen-hint = يعود إلى انتظارنا، ومعه 3 أيام عمل من الآن.
enquiry-redirect = التوجيه إلى مكان آخر: إلى أين؟
enquiry-reason = الرفض: ما السبب؟
enquiry-of = المعالجة معًا: مع أيها؟
enquiry-words = بكلماتك
enquiry-words-hint = يأتي بعد نص الرسالة المعتاد، باللغة التي تكتب بها.
enquiry-words-needed = اذكر السبب بكلماتك.
enquiry-decide-do = اتخاذ القرار
done-enquiry-decided = اتُّخذ القرار.
done-enquiry-decided-told = اتُّخذ القرار، ويُبلَّغون به برسالة.
done-enquiry-decided-told-waits = اتُّخذ القرار وهو على صفحتهم. لا تخرج رسائل من هذه المنصة بعد.
error-enquiry-of = اختر استفسارًا آخر مفتوحًا.

notice-membership-enquiry = استفسار من مدينة ينتظر ردك
job-membership-remind = يذكّر المكتب باستفسار
record-enquiry-invited = دعوة مدينة إلى تقديم الطلب
record-enquiry-redirected = توجيه استفسار إلى مكان آخر
record-enquiry-declined = رفض استفسار
record-enquiry-merged = معالجة استفسار مع آخر
record-enquiry-spam = استفسار غير مقصود
record-enquiry-reopened = النظر في استفسار من جديد
record-enquiry-list-taken = تنزيل قائمة الاستفسارات
letter-enquiry-mailbox-subject = استفسار: { $place }، { $country }
letter-enquiry-mailbox-text = تسأل إدارة محلية هل يمكنها الانضمام: { $place }، { $country }. الرد مستحق قبل نهاية يوم { $day }. تجده هنا:
letter-enquiry-subject = استفسار: { $place }، { $country }
letter-enquiry-text = مرحبًا { $name }،

    تسأل إدارة محلية في { $hub } هل يمكنها الانضمام: { $place }، { $country }. الرد مستحق قبل نهاية يوم { $day }. تجده هنا:
letter-enquiry-written-subject = رسالة جديدة في الاستفسار: { $place }، { $country }
letter-enquiry-written-text = مرحبًا { $name }،

    وصلت رسالة جديدة في أحد الاستفسارات في { $hub }: { $place }، { $country }. تجدها هنا:
letter-enquiry-assigned-subject = تتولى الآن الاستفسار: { $place }، { $country }
letter-enquiry-assigned-text = مرحبًا { $name }،

    تتولى الآن استفسارًا في { $hub }: { $place }، { $country }. الرد مستحق قبل نهاية يوم { $day }. تجده هنا:
letter-enquiry-due-subject = مستحق اليوم: استفسار { $place }
letter-enquiry-due-text = مرحبًا { $name }،

    ينتظر استفسار { $place } في { $hub } ردًا قبل نهاية اليوم، { $day }. تجده هنا:
letter-enquiry-overdue-subject = متأخر: استفسار { $place }
letter-enquiry-overdue-text = مرحبًا { $name }،

    كان ينبغي الرد على استفسار { $place } في { $hub } قبل نهاية يوم { $day }. تجده هنا:
enquiry-stand-duplicate-invited = إدارتك المحلية مدعوة إلى تقديم طلب العضوية. كتب إلينا شخص آخر أيضًا ولديه رابط الطلب، ويتعامل الفريق مع الاستفسارين معًا.
record-enquiry-handed-over = إحالة استفسار إلى مكتب آخر
letter-enquiry-with-you-subject = لديك الآن: استفسار { $place }، { $country }
letter-enquiry-with-you-text = مرحبًا { $name }،

    لديك أو لدى مكتبك الآن استفسار في { $hub }: { $place }، { $country }. سُئلت مدينته عن أمر ولم تُجب بعد. تجده هنا:

# طلب العضوية
application = طلب العضوية
application-title = طلب العضوية: { $place }
application-stand-draft = اكتب طلبك هنا على مهل: ما تكتبه يُحفظ، ويمكنك أن تتابع في أي وقت ومن أي جهاز.
application-stand-submitted = طلبك لدى الفريق.
application-stand-asked-back = لدى الفريق سؤال لك. أجب عنه هنا، ثم أرسل الطلب من جديد.
application-stand-accepted = مدينتك عضو. دُعيت جهات الاتصال فيها عبر البريد الإلكتروني.
application-stand-declined = لا يمكن أن تصبح مدينتك عضوًا الآن. تجد السبب أدناه، وكيف تعود.
application-stand-lapsed = لم يُكتب شيء هنا منذ وقت طويل. اكتب فيه من جديد فيُفتح مرة أخرى.
application-stand-withdrawn = سُحبت الدعوة أو الاستفسار وسُحب الطلب معه. راسل الفريق إن أردت استئنافه.
application-beside-draft = مدينتك مدعوة إلى تقديم طلب العضوية. الرابط الخاص إلى الطلب في الرسالة الإلكترونية التي أرسلناها إليك.
application-beside-asked-back = لدى الفريق سؤال عن طلبك. أجب عنه في الطلب نفسه ثم أرسله من جديد: رابطه الخاص في الرسالة الإلكترونية التي فيها السؤال.
application-beside-lapsed = لم يُكتب شيء في طلبك منذ وقت طويل. افتحه بالرابط الخاص من رسائلنا واكتب فيه فيُفتح مرة أخرى.
application-tasks = ما نحتاج إليه
application-part-city = مدينتك
application-part-contacts = جهات الاتصال
application-part-mandate = التفويض
application-proof = إثبات التفويض
application-principles = المبادئ التوجيهية
application-done = تم
application-begun = ينقصه شيء
application-to-do = لم يبدأ
application-saved-when = حُفظ { $time }
application-saved-at = حُفظ الساعة { $time }
application-not-saved = لم يُحفظ: تعذّر الاتصال. ما كتبته ما زال هنا.
application-not-whole = عندما يكتمل كل ذلك يمكنك إرسال الطلب من هنا.
application-thread = الرسائل
application-thread-hint = ما كتبته أنت والفريق.
application-thread-see = إلى الرسائل
application-about = عن الطلب
application-happens = كيف تسير الأمور
application-step-enquiry = الاستفسار
application-step-write = طلب العضوية
application-step-write-hint = تكتبه من أي جهاز.
application-step-decide = القرار
application-step-decide-hint = خلال 3 أيام عمل من وصول ذلك كله.
application-step-member = العضوية
application-step-member-hint = تُدعى جهات الاتصال إلى المنصة.
application-private = الرابط الخاص
application-private-text = من لديه رابط هذه الصفحة يستطيع قراءة الطلب والكتابة فيه. لا تعطه إلا لمن يكتبه معك.
application-sign-elsewhere = هل يوقّع شخص آخر؟
application-sign-elsewhere-text = أرسل هذا الرابط إلى من يوقّع. لا يعرض إلا المبادئ التوجيهية، ولا شيء آخر من الطلب.
application-sign-link = رابط التوقيع
application-sign-known = وُقّعت باسم { $name }، { $day }.
application-again = قدّم الطلب من جديد
application-again-hint = ما كتبته ما زال هنا. غيّر ما يلزم وأرسله من جديد.
application-save = احفظ
application-later = احفظ وعُد لاحقًا
application-back = العودة إلى الطلب
application-city-text = ليعرف الفريق ما الذي تعمل عليه { $place }. يُرجى ألا تذكر أحدًا يمكن التعرف عليه.
application-background = عن مدينتك
application-background-hint = عدد السكان، واللغات، ومن المسؤول عن الوقاية.
application-background-needed = اكتب شيئًا عن مدينتك.
application-challenges = ما الذي تواجهه؟
application-challenges-needed = اكتب ما تواجهه مدينتك.
application-approaches = ما الذي تقوم به بالفعل؟
application-approaches-hint = البرامج والشركاء، وما نجح وما لم ينجح.
application-approaches-needed = اكتب ما تقوم به مدينتك بالفعل.
application-terms-lang = لغة وثيقة الاختصاصات
application-contacts-text = شخصان أو ثلاثة تعمل معهم الشبكة. والأفضل أن يكون لدى أحدهم تفويض من رئيس البلدية أو المحافظ أو سلطة مختصة أخرى، وأن يكون الآخر ممارسًا. يُدعى كل منهم إلى المنصة حين تصبح مدينتك عضوًا.
application-contact-first = جهة الاتصال الأولى
application-contact-first-hint = من الإدارة المحلية. يقود عمل مدينتك في المنصة.
application-contact-second = جهة الاتصال الثانية
application-contact-third = جهة الاتصال الثالثة
application-contact-name = الاسم
application-contact-name-needed = أدخل اسم جهة الاتصال هذه.
application-contact-position = الوظيفة
application-contact-position-needed = أدخل وظيفة جهة الاتصال هذه.
application-contact-email = البريد الإلكتروني
application-contact-kind = ما عمل هذا الشخص؟
contact-kind-mandated = لديه تفويض من رئيس البلدية أو المحافظ أو سلطة مختصة أخرى
contact-kind-practitioner = ممارس
contact-kind-organisation = من منظمة تسمّيها المدينة
contact-kind-other = وظيفة أخرى
application-contact-organisation = المنظمة
application-contact-organisation-hint = فقط إن لم تكن الإدارة المحلية.
application-contacts-other = إن اخترت غير ذلك
application-contacts-reason = لماذا ليس شخصًا مفوَّضًا وممارسًا؟
application-mandate-text = من يقرر انضمام مدينتك: رئيس البلدية أو المحافظ أو سلطة مختصة أخرى.
application-mandate-name = اسم من يمنح التفويض
application-mandate-name-hint = كما يكتبه بنفسه.
application-mandate-name-needed = أدخل اسم من يمنح التفويض.
application-mandate-position = الوظيفة
application-mandate-position-hint = رئيس بلدية، محافظ، رئيس مجلس.
application-mandate-position-needed = أدخل وظيفة من يمنح التفويض.
application-mandate-on = تاريخ التفويض
application-proof-text = رسالة، أو قرار من المجلس، أو رسالة إلكترونية مطبوعة بصيغة PDF: كل ما يُظهر أن لمدينتك أن تنضم. تكفي صورة تُلتقط بالهاتف. لا يراها إلا الفريق.
application-proof-file = الملف
application-file-limits = PDF أو JPEG أو PNG، بحد أقصى { $size }.
application-file-send = أرسل الملف
application-files = الملفات
application-file = إثبات { $number } ({ $format })
application-file-remove = أزِل
application-files-full = { $count ->
    [zero] لم ترسل أي ملف.
    [one] أرسلت ملفًا واحدًا. أزِله لترسل غيره.
    [two] أرسلت ملفين. أزِل أحدهما لترسل غيره.
    [few] أرسلت { $count } ملفات. أزِل أحدها لترسل غيره.
    [many] أرسلت { $count } ملفًا. أزِل أحدها لترسل غيره.
   *[other] أرسلت { $count } ملف. أزِل أحدها لترسل غيره.
  }
application-sign-text = وقّع عن { $place } باسم من يحمل التفويض. لا حاجة إلى حساب.
application-sign = التوقيع
application-sign-name = اسم من يحمل التفويض
application-sign-name-hint = كما يكتبه بنفسه.
application-sign-name-needed = أدخل اسم من يحمل التفويض.
application-sign-position = الوظيفة
application-sign-position-needed = أدخل وظيفة من يحمل التفويض.
application-agree = توافق الإدارة المحلية على هذه المبادئ؛ ولديّ تفويضها أو لي أن أوقّع عمّن يحمله
application-sign-named = يجوز أن يظهر الاسم في القائمة العامة للتوقيعات
application-sign-named-hint = من دون ذلك لا تظهر إلا المدينة والوظيفة.
application-sign-hint = نحفظ اليوم والوظيفة والاسم والنص الذي تراه هنا.
application-sign-do = وقّع
application-sign-over = أُرسل الطلب: لم يعد التوقيع ممكنًا.
application-sign-close = شكرًا لك. لم يبقَ شيء تفعله: يمكنك إغلاق هذه الصفحة.
application-sign-anew = هل يحمل التفويض شخص آخر؟
application-submit = أرسل الطلب
application-submit-text = يقرر الفريق خلال 3 أيام عمل. بعد إرسال الطلب لا يمكن تغييره.
application-submit-asked = سألك الفريق سؤالًا: أجب عنه في الطلب أو أدناه.
application-submit-message = رسالة إلى الفريق
application-submit-do = أرسل
error-application-long = هذا النص أطول من { $max } حرف. اختصره.
error-application-twice = هذا البريد مذكور بالفعل. أدخل غيره.
error-application-lead = جهة الاتصال الأولى من الإدارة المحلية. اذكر من ينتمي إلى المنظمة في المرتبة الثانية أو الثالثة.
error-application-reason = اذكر السبب، أو اختر شخصًا مفوَّضًا وممارسًا.
error-application-organisation = أدخل اسم المنظمة.
error-application-day = أدخل تاريخ التفويض: اليوم والشهر والسنة.
error-application-ahead = هذا اليوم لم يأتِ بعد. أدخل اليوم الذي مُنح فيه التفويض.
error-application-format = هذا الملف ليس PDF ولا JPEG ولا PNG. اختر ملفًا آخر.
error-application-files = أرسلت { $max } ملفات بالفعل. أزِل أحدها أولًا.
error-application-file = اختر ملفًا.
error-application-principles = تغيّرت المبادئ التوجيهية منذ أن فتحت هذه الصفحة. اقرأها من جديد ثم وقّع.
error-application-agree = ضع علامة على أن الإدارة المحلية توافق على المبادئ.
error-application-missing = ينقص الطلب شيء. انظر ما لم يكتمل.
error-application-sent = أُرسل الطلب في هذه الأثناء: لا يمكن تغيير شيء الآن. انسخ من هنا ما تحتاج إليه.
error-application-saved = ما كتبته محفوظ. قبل إرسال الطلب صحّح ما يلي:
done-application-saved = حُفظ.
done-application-file-kept = وصل الملف.
done-application-file-removed = أُزيل الملف.
done-application-signed = تم التوقيع.
done-application-sent = شكرًا لك. طلبك لدى الفريق.
done-application-again = الطلب مفتوح من جديد.

application-letter-link = الرابط الخاص إلى طلبك:
application-letter-again = إليك الرابط إلى طلب عضوية { $place }. تابع من حيث توقفت، من أي جهاز.
application-letter-reminded = بدأت طلب عضوية { $place } ولم ترسله بعد. إن كان هناك ما هو غير واضح فاكتب إلينا في صفحة استفسارك.
application-letter-lapsed = لم يُكتب شيء في طلب عضوية { $place } منذ وقت طويل، فلم نعد ننتظره. اكتب فيه من جديد فيُفتح مرة أخرى.
application-letter-accepted = أصبحت { $city } عضوًا في { $network } اعتبارًا من اليوم. أهلًا بكم. تتلقى كل جهة اتصال لديكم رسالة إلكترونية فيها رابط خاص بها إلى المنصة، وفيها أيضًا وثيقة الاختصاصات. صفحة مدينتكم:
application-letter-declined = شكرًا على طلبك الانضمام إلى { $network }. لا يمكن أن تصبح إدارتك المحلية عضوًا الآن.
application-letter-back = ليس هذا نهائيًا. ما كتبته محفوظ: غيّر ما يلزم عبر رابط طلبك وأرسله من جديد، أو اكتب إلينا في الصفحة أدناه.
application-declined-mandate = لم نتمكن من التأكد من تفويض رئيس البلدية أو المحافظ أو سلطة مختصة أخرى.
application-declined-contacts = نحتاج إلى جهات اتصال من الإدارة المحلية نعمل معها.
application-declined-principles = تتطلب العضوية احترام المبادئ التوجيهية للشبكة قولًا وفعلًا، ولسنا على يقين من إمكان ذلك حاليًا.
application-declined-label-mandate = تفويض لم يتأكد
application-declined-label-contacts = جهات الاتصال
application-declined-label-principles = المبادئ التوجيهية
application-declined-label-other = سبب آخر بكلماتنا

menu-applications = طلبات العضوية
menu-applications-hint = مدن دُعيت: السؤال، والقبول، والرفض.
applications-count = { $count ->
    [zero] لا طلبات
    [one] طلب واحد
    [two] طلبان
    [few] { $count } طلبات
    [many] { $count } طلبًا
   *[other] { $count } طلب
  }
applications-none = لا طلبات عضوية بعد
applications-none-hint = كل مدينة تدعوها إلى تقديم الطلب تظهر هنا منذ ذلك الحين.
applications-unfit = لا طلب يطابق ذلك
applications-unfit-hint = أزِل المرشّح.
application-stands = طلب العضوية: { $state }
application-state-draft = قيد الكتابة
application-state-submitted = في انتظارنا
application-state-asked-back = في انتظار المدينة
application-state-accepted = عضو
application-state-declined = مرفوض
application-state-lapsed = بلا متابعة
application-state-withdrawn = مسحوب
application-submitted = أُرسل
application-proof-none = لا ملف بعد.
application-proof-record = كل فتح لملف يُسجَّل.
application-signed-for = باسم { $name }، { $position }، { $day }.
application-unsigned = لم تُوقَّع بعد.
application-warning-signature = التوقيع باسم شخص غير من يمنح التفويض. لا تقبل الطلب إلا إذا أظهر الإثبات صحة ذلك.
application-warning-own = من كتب إلينا وقّع باسمه وهو جهة اتصال أيضًا. لا تقبل الطلب إلا إذا أظهر الإثبات أنه يشغل هذا المنصب.
application-warning-version = للمبادئ التوجيهية إصدار أحدث: اطلب من المدينة أن توقّعه.
application-accept = اقبل
application-decline = ارفض
application-ask = اسأل المدينة
application-question = سؤالك
application-question-hint = تتوقف المهلة إلى أن ترسل المدينة طلبها من جديد.
application-question-needed = اكتب سؤالك.
application-ask-do = أرسل السؤال
application-enquiry = الاستفسار
application-enquiry-hint = الرسائل والملاحظات ومن يتولى الأمر وأي مكتب: كل ذلك مع الاستفسار.
application-link = الرابط الخاص
application-link-hand-over = لا يغادر المنصة بريد بعد: سلّم هذا الرابط بنفسك، إلى المدينة وحدها.
application-link-send = أرسل الرابط من جديد
application-link-send-hint = إلى عنوان من كتب إلينا.
application-link-anew = أبطل الرابط وأرسل غيره
application-link-anew-hint = لاستعماله إن وقع في أيدٍ خاطئة.
application-decline-title = الرفض: { $place }
application-decline-text = تُبلَّغ المدينة بالسبب وبكيفية العودة. ويبقى ما كتبته 24 شهرًا.
application-reason = السبب
application-accept-title = القبول: { $place }
application-accept-text = بهذا تصبح المدينة عضوًا: تحصل على صفحتها، وتُدعى جهات الاتصال، ويُحفظ توقيعها ووثيقة اختصاصاتها.
application-unprintable = لا خط لهذه الحروف في وثيقة الاختصاصات، وتحل محلها علامة أخرى: { $letters }
application-mandate-check = التفويض
application-mandate-signed = وُقّعت المبادئ باسم { $name }، { $position }.
application-mandate-read = قرأت الإثبات: يُظهر أن هذا الشخص لديه التفويض وأنه يشمل التوقيع
error-application-mandate-read = اقرأ إثبات التفويض وضع علامة على أنه يُظهر التفويض.
application-facts = ما تقوله المنصة عن المدينة
application-facts-hint = من الاستفسار ومن دليل الأماكن. كل رقم مع مصدره.
application-record = هل كانت عضوًا من قبل؟
application-record-hint = عندئذ يبقى سجلها بأسمائه ومعلوماته، وأهلها ووثائقها، كما كانت.
application-record-new = لا، هي جديدة
application-welcome = الترحيب
application-accept-do = اقبل المدينة عضوًا
done-application-asked = أُرسل سؤالك.
done-application-asked-waits = سؤالك على صفحتهم. لا يغادر المنصة بريد بعد.
done-application-declined = رُفض الطلب. تُبلَّغ المدينة عبر البريد الإلكتروني.
done-application-declined-waits = رُفض الطلب. يظهر ذلك على صفحتهم؛ لا يغادر المنصة بريد بعد.
done-application-accepted = أصبحت المدينة عضوًا. يُدعى أهلها عبر البريد الإلكتروني.
done-application-accepted-waits = أصبحت المدينة عضوًا. لا يغادر المنصة بريد بعد: يسلّم الفريق المركزي لكل شخص رابطه من صفحته.
done-application-link-sent = أُرسل الرابط.
done-application-link-sent-waits = لا يغادر المنصة بريد بعد: سلّم الرابط بنفسك.
member-joined = كيف انضمت هذه المدينة
member-signed = وقّعت المبادئ التوجيهية، إصدار { $version }، في { $day }.
member-terms = وثيقة الاختصاصات (PDF)
terms-title = وثيقة الاختصاصات: { $city }

notice-membership-application = طلب عضوية من مدينة ينتظرك
notice-membership-member = أصبحت مدينة عضوًا
record-application-accepted = قُبلت مدينة عضوًا
record-application-declined = رُفض طلب عضوية
record-application-link-changed = أُبطل الرابط الخاص لطلب وأُرسل غيره
record-application-list-taken = نُزّلت قائمة طلبات العضوية
record-application-proof-opened = فُتح إثبات تفويض
letter-application-subject = طلب عضوية: { $place }، { $country }
letter-application-text = مرحبًا { $name }،

    أرسلت مدينة طلب عضويتها في { $hub }: { $place }، { $country }. يُتخذ القرار قبل نهاية { $day }. تجده هنا:
letter-application-due-subject = يُتخذ اليوم: القرار في طلب { $place }
letter-application-due-text = مرحبًا { $name }،

    ينتظر طلب عضوية { $place } في { $hub } قرارًا قبل نهاية اليوم، { $day }. تجده هنا:
letter-application-overdue-subject = متأخر: طلب عضوية { $place }
letter-application-overdue-text = مرحبًا { $name }،

    كان ينبغي اتخاذ القرار في طلب عضوية { $place } في { $hub } قبل نهاية { $day }. تجده هنا:
letter-application-with-you-subject = لديك الآن: طلب عضوية { $place }، { $country }
letter-application-with-you-text = مرحبًا { $name }،

    صار طلب عضوية في { $hub } عندك أو عند مكتبك، ومعه الاستفسار: { $place }، { $country }. تجده هنا:
letter-member-subject = عضو جديد: { $city }
letter-member-text = مرحبًا { $name }،

    أصبحت { $city } عضوًا في { $hub }. صفحتها هنا:
application-latest = آخر ما كُتب
application-by-city = المدينة
application-by-office = المكتب
application-submit-signed = وُقّعت المبادئ باسم { $name }.
application-accounts = حسابات موجودة بالفعل
application-accounts-text = لجهات الاتصال هذه حساب: تحتفظ بأدوارها وتحصل على دورها في هذه المدينة إلى جانبها. تأنَّ إن ذُكر أحد من الفريق أو من مدينة أخرى.
application-namesake = هناك عضو بهذا الاسم في هذا البلد:
application-is-other = هذه إدارة محلية أخرى بالاسم نفسه
error-application-own = أنت من كتب عن هذه المدينة: يقرر شخص آخر من المكتب.
error-application-old = هذا اليوم بعيد جدًا. أدخل اليوم الذي مُنح فيه التفويض.
task-enquiry = الرد على الاستفسار: { $place }
task-application = البت في طلب العضوية: { $place }
right-enquiries = الرد على استفسارات المدن والبت في طلبات العضوية

merge-applications = طلبات الانضمام
merge-contacts = نقاط الاتصال

# Prospects
menu-prospects = مدن مرشّحة
menu-prospects-hint = حكومات محلية تتحدث معها الشبكة قبل أن تستفسر
right-prospects = متابعة المدن المرشّحة في المنطقة ودعوتها
prospects-hint = حكومات محلية تتحدث معها الشبكة قبل أن تستفسر. لا يراها إلا المسؤولون عن المنطقة، ولا شيء منها علني.
prospects-search = المكان أو جهة الاتصال
prospects-count = { $count ->
    [zero] لا مدن مرشّحة
    [one] مدينة مرشّحة واحدة
    [two] مدينتان مرشّحتان
    [few] { $count } مدن مرشّحة
    [many] { $count } مدينة مرشّحة
   *[other] { $count } مدينة مرشّحة
  }
prospects-none = لا مدن مرشّحة بعد
prospects-none-hint = أضف حكومة محلية تتحدث معها الشبكة، وادعُ جهة الاتصال فيها إلى الاستفسار حين يحين الوقت.
prospects-unfit = لا مدينة مرشّحة توافق البحث
prospects-unfit-hint = أزل عامل تصفية، أو اعرض الكل.
prospect-mine = معي
prospect-new = إضافة مدينة مرشّحة
prospect-title = مدينة مرشّحة: { $place }
prospect-correct = تصحيح
prospect-correct-title = تصحيح ما هو محفوظ عن { $place }
prospect-form-hint = لا تحفظ إلا ما أعطته جهة الاتصال الرسمية أو تنشره الحكومة المحلية. ولا شيء عن الأشخاص غير وظيفتهم.
prospect-contact-section = جهة الاتصال الرسمية
prospect-contact = جهة الاتصال
prospect-name = الاسم
prospect-position = الوظيفة
prospect-lang = لغة الرسائل
prospect-work = في الشبكة
prospect-owner = من يتحدث معها
prospect-recommended = أوصت بها
prospect-recommended-none = لا عضو
prospect-next = موعد الحديث التالي
prospect-note = ما قيل حتى الآن
prospect-said = ما قيل
prospect-say = تدوين ما قيل
prospect-say-hint = للمسؤولين عن المنطقة. لا آراء في الأشخاص: من يُذكر اسمه قد يقرأ ذلك.
prospect-say-send = تدوين
prospect-notes = ما قيل
prospect-notes-none = لم يُدوَّن شيء بعد.
prospect-was-invited = دعوة
prospect-invited-at = آخر دعوة
prospect-unknown = غير معروف
prospect-invite = الدعوة إلى الاستفسار
prospect-invite-again = الدعوة من جديد
prospect-invite-title = دعوة { $place } إلى الاستفسار
prospect-invite-hint = تصل إلى جهة الاتصال رسالة فيها رابط إلى نموذج الاستفسار، وما هو معروف مكتوب فيه. يبقى الرابط صالحًا 180 يومًا. ويمكنها أيضًا أن تقول إنها لا تريد أن يُكتب إليها.
prospect-invite-send = إرسال الدعوة
prospect-enquiry = عرض الاستفسار
prospect-erased-on = تُمحى في { $day } إن لم يُقل شيء حتى ذلك الحين.
prospect-drop = إنهاء الحديث معها
prospect-resume = استئناف الحديث معها
prospect-state-open = الحديث جارٍ
prospect-state-invited = مدعوّة
prospect-state-enquired = استفسرت
prospect-state-declined = لا تريد أن يُكتب إليها
prospect-state-dropped = انتهى الحديث معها
prospect-letter-subject = دعوة من { $network }
prospect-letter-text = مرحبًا،

    تدعو { $network } { $place } إلى الاستفسار عن العضوية.
prospect-letter-join = هنا تستفسر، بلغتك؛ وما نعرفه مكتوب ويمكن تغييره:
prospect-letter-stop = لا تريد أن نكتب إليك في هذا الشأن؟ قل ذلك هنا ويُمحى عنوانك:
prospect-letter-end = تصلك هذه الرسالة لأن عنوانك أُعطي لنا عنوانًا لجهة الاتصال الرسمية. ويُحفظ حتى 24 شهرًا بعد آخر حديث بيننا.
invited-title = دعوة إلى { $place }
invited-text = دعت { $network } حكومتك المحلية إلى الاستفسار عن العضوية.
invited-join = الاستفسار عن العضوية
invited-decline-title = أم لا تريد أن نكتب إليك؟
invited-decline-hint = يُمحى اسمك وعنوانك وما دُوِّن. ويبقى محفوظًا 24 شهرًا أن حكومتك المحلية لا تريد أن يُكتب إليها، كي لا يكتب إليها أحد.
invited-decline = لا تكتبوا إلينا مرة أخرى
enquiry-prospect = حديث سابق
task-prospect = تحدّث مع { $place } من جديد
merge-recommended = مدن مرشّحة أوصت بها المدينة
done-prospect-added = أُضيفت.
done-prospect-noted = دُوِّن.
done-prospect-invited = الدعوة في طريقها.
done-prospect-declined = لن يكتب إليك أحد في هذا الشأن. مُحي عنوانك.
error-prospect-over = انتهى الحديث مع هذه المدينة: استفسرت، أو لا تريد أن يُكتب إليها، أو تُركت جانبًا.
error-prospect-no-email = لا عنوان بريد إلكتروني لجهة الاتصال بعد. أضفه أولًا.
error-prospect-lately = دُعيت هذه المدينة في آخر 14 يومًا. امنحها وقتًا للرد.
error-prospect-owner = اختر شخصًا مسؤولًا عن هذه المنطقة.
error-prospect-region = مركز آخر مسؤول عن هذا البلد. اطلب من الفريق المركزي إضافتها.
error-prospect-there = { $place } مدينة مرشّحة من قبل. انظر في القائمة.
error-prospect-asks = استفسر هذا المكان من قبل. انظر في الاستفسارات.
error-prospect-member = { $city } عضو بالفعل.
error-prospect-day = اكتب يومًا من اليوم فصاعدًا، في غضون عامين.
record-prospect-added = إضافة مدينة مرشّحة
record-prospect-invited = دعوة مدينة مرشّحة إلى الاستفسار
record-prospect-declined = مدينة مرشّحة لا تريد أن يُكتب إليها
record-prospect-dropped = إنهاء الحديث مع مدينة مرشّحة
record-prospect-resumed = استئناف الحديث مع مدينة مرشّحة
record-prospect-list-taken = أخذ قائمة المدن المرشّحة ملفًا

prospect-erase = محو
prospect-erase-hint = إن طلب أحد ذلك، أو أُضيفت خطأً: تزول جهة الاتصال وكل ما قيل.
prospect-erase-sure = محو كل ذلك
prospect-erase-press = محو هذه المدينة المرشّحة
done-prospect-erased = مُحيت.
error-prospect-sure = ضع علامة في المربع إن أردت محو كل ذلك.
error-prospect-declined = لا تريد هذه الحكومة المحلية أن يُكتب إليها. لا يُدوَّن عنها شيء بعد الآن.
record-prospect-erased = محو مدينة مرشّحة

error-prospect-left-alone = من يقرأ هذا العنوان لا يريد أن يُكتب إليه. لا يُرسل إليه شيء.
