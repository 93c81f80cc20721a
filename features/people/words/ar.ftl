menu-account = حسابك
menu-people = الأشخاص
menu-people-hint = الدعوة ومنح الأدوار وإيقاف الحسابات وإعادة إرسال الروابط.
choose = اختر…
email = البريد الإلكتروني
password = كلمة المرور
new-password = كلمة مرور جديدة
new-password-hint = 12 حرفًا على الأقل. أفضلها بضع كلمات لا يجمعها غيرك.
old-password = كلمة المرور الحالية
person-lang = لغة الرسائل
sign-in-note = تُفتح الحسابات بدعوة. إذا كانت مدينتك عضوًا فاكتب إلى الفريق المركزي.
sign-in-first = سجّل الدخول أولًا، ثم تُفتح الصفحة التي طلبتها.
forgotten-link = نسيت كلمة المرور؟
forgotten-title = استعادة كلمة المرور
forgotten-text = اكتب البريد الإلكتروني لحسابك. إن كان هناك حساب فسيصل إليه خلال دقائق رابط لاختيار كلمة مرور جديدة.
forgotten-send = إرسال الرابط
done-forgotten = إن كان هناك حساب بهذا البريد الإلكتروني فقد أُرسل إليه الرابط الآن، وهو صالح لساعة واحدة.
done-forgotten-waits = إن كان هناك حساب بهذا البريد الإلكتروني فالرابط جاهز، لكنه لم يُرسل.
done-signed-out = تم تسجيل خروجك.
done-welcome = أهلًا بك. تم حفظ كلمة مرورك.
done-password = تغيّرت كلمة مرورك، وانتهت كل الجلسات الأخرى.
error-sign-in = البريد الإلكتروني أو كلمة المرور غير صحيح. تحقق منهما معًا، فالأحرف الكبيرة والصغيرة تختلف في كلمة المرور.
error-deactivated = هذا الحساب موقوف. إن كان ذلك خطأً فاكتب إلى الفريق المركزي.
error-same-password = هذه كلمة مرورك الحالية. اختر كلمة أخرى.
error-password-short = استخدم { $least ->
    [zero] حرفًا
    [one] حرفًا واحدًا
    [two] حرفين
    [few] { $least } أحرف
    [many] { $least } حرفًا
   *[other] { $least } حرف
  } على الأقل.
error-password-weak = هذه من أوائل كلمات المرور التي قد يجرّبها الآخرون. استخدم بضع كلمات لا يجمعها غيرك.
error-old-password = ليست هذه كلمة مرورك الحالية.
error-email-taken = يوجد حساب بهذا البريد الإلكتروني. ابحث عنه في صفحة «الأشخاص».
error-role-city = اختر المدينة لهذا الدور.
error-role-region = اختر المنطقة لهذا الدور.
error-last-administrator = هذا حساب الإدارة الوحيد. عيّن شخصًا آخر أولًا.
link-title = اختر كلمة مرورك
link-text = { $name }، هنا تختار كلمة مرور الحساب { $email }.
link-first-title = إعداد أول حساب إدارة
link-first-text = ليس لهذه المنصة حساب إدارة بعد. الحساب الذي تنشئه هنا قادر على كل شيء، ويمكنه دعوة غيره.
link-save = حفظ كلمة المرور
link-gone = لم يعد هذا الرابط صالحًا
link-gone-text = استُخدم من قبل أو انتهت صلاحيته. تعمل الروابط مرة واحدة ولمدة محدودة. إن كان لديك حساب فاطلب رابطًا جديدًا.
link-gone-again = اطلب رابطًا جديدًا
account-title = حسابك
account-roles = أدوارك
account-no-roles = لا دور لك حاليًا: يمكنك قراءة ما هو عام. اكتب إلى الفريق المركزي.
account-own = بياناتك
account-password = كلمة المرور
account-password-note = تغييرها ينهي كل جلساتك على الأجهزة الأخرى.
account-password-change = تغيير كلمة المرور
people-title = الأشخاص
people-invite = دعوة شخص
people-search = ابحث بالاسم أو البريد الإلكتروني
people-none = لا أحد مطابق
people-none-hint = جرّب جزءًا من الاسم أو من البريد الإلكتروني. ومن ليس لديه حساب بعد تمكن دعوته.
people-roles = الأدوار
people-state = الحالة
state-inactive = حساب موقوف
state-active = حساب نشط
state-invited = في انتظار القبول
role = الدور
role-needed = اختر الدور.
role-for = { $role }، { $scope }
role-city = المدينة
role-city-hint = للممارسين ومنسّقي المدن. إن كان للمدينة أشخاص من قبل ولم يعد لها منسّق فإدارة المنصة هي من يمنح الدور.
role-region = المنطقة
role-region-hint = للمسؤولين الإقليميين
role-practitioner = ممارس
role-practitioner-hint = يعمل في مدينة: يقرأ ما هو للأعضاء ولتلك المدينة، ويرفع وثائق للأعضاء أو للمدينة.
role-partner = شريك
role-partner-hint = من منظمة أو جامعة أو وزارة تعمل مع الشبكة: يقرأ ما هو عام ويشارك حين يُدعى. ليس عضوًا.
role-city-lead = منسّق المدينة
role-city-lead-hint = يدير شؤون مدينة في المنصة: يكتب ملفها ويرفع وثائقها ويديرها.
role-regional-officer = مسؤول إقليمي
role-regional-officer-hint = يخدم مدن منطقة واحدة: يقرأ ما هو للأعضاء.
role-central-team = الفريق المركزي
role-central-team-hint = يدير الشبكة: معلومات المدن ووثائق الشبكة والأشخاص.
role-administrator = إدارة المنصة
role-administrator-hint = يشغّل المنصة: كل شيء، ومنه المهام في الخلفية.
role-take = سحب الدور
role-give = منح دور
person-no-roles = لا دور حاليًا.
person-access = الوصول
person-link = إعادة إرسال رابط
person-deactivate = إيقاف الحساب
person-deactivate-hint = يُسجَّل خروج هذا الشخص فورًا ولا يمكنه الدخول بعد ذلك. ما فعله يبقى.
person-activate = تفعيل الحساب
person-not-yours = لا يغيّر حسابات الإدارة والفريق المركزي إلا إدارة المنصة.
invite-title = دعوة شخص
invite-hint = ستصله رسالة فيها رابط يعمل مرة واحدة وتنتهي صلاحيته بعد سبعة أيام.
invite-hint-waits = لا يخرج أي بريد من هذه المنصة بعد: ستسلّم الرابط إلى صاحبه بنفسك، في الصفحة التالية. يعمل مرة واحدة وتنتهي صلاحيته بعد سبعة أيام.
invite-send = إرسال الدعوة
done-invited = أُرسلت الدعوة.
done-invited-waits = الحساب جاهز. لا يخرج أي بريد من هذه المنصة بعد: سلّم الرابط بنفسك، أدناه.
done-role-granted = مُنح الدور، ويسري من أول صفحة تُفتح بعد الآن.
done-role-taken = سُحب الدور، ويسري ذلك من أول صفحة تُفتح بعد الآن.
done-activated = فُعّل الحساب.
done-deactivated = أُوقف الحساب وانتهت كل جلساته.
done-link-sent = أُرسل الرابط الآن.
done-link-sent-waits = الرابط جاهز، لكنه لم يُرسل.
letter-ask = للكتابة إلى فريق الشبكة:
letter-invitation-subject = حسابك على { $hub }
letter-invitation-text = مرحبًا { $name }،

    دُعيت إلى { $hub }. اختر كلمة مرورك هنا، والرابط يعمل مرة واحدة وتنتهي صلاحيته بعد سبعة أيام:
letter-invitation-end = إن لم تكن تنتظر هذه الرسالة فلا تفعل شيئًا: لا يمكن استخدام الحساب من دون كلمة مرور.
letter-reset-subject = كلمة مرور جديدة على { $hub }
letter-reset-text = مرحبًا { $name }،

    طلب شخص، والأرجح أنه أنت، كلمة مرور جديدة على { $hub }. اخترها هنا، والرابط يعمل مرة واحدة وتنتهي صلاحيته بعد ساعة:
letter-reset-end = إن لم تكن أنت فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.
letter-glass-subject = فتحت إدارة المنصة الوثائق الخاصة بمدينة { $city }
letter-glass-text = مرحبًا { $name }،

    فتح { $administrator } الوثائق التي لا يراها إلا من له دور في { $city }، وتبقى مفتوحة له ساعة واحدة. السبب المذكور:

    { $reason }

    هذا مسجَّل. إن لم توافق عليه أو لم تفهمه فراسل الشبكة.
letter-role-subject = دور جديد في { $city }: { $person }
letter-role-text = مرحبًا { $name }،

    مُنح { $person } ‏({ $email }) دورًا في { $city }: { $role }. يتيح هذا الدور الاطلاع على الوثائق الخاصة بالمدينة. أما الجديد في المدينة فلا يقرأ الأقدم منها إلا بعد 30 يومًا، أو حين يؤكّده أحد منسّقي المدينة.
letter-role-record = يؤكّده المنسّق في سجل المدينة:
letter-role-end = إن لم يكن ذلك صحيحًا فراسل الشبكة فورًا.
letter-taken-subject = انتهاء دور في { $city }: { $person }
letter-taken-text = مرحبًا { $name }،

    لم يعد لدى { $person } ‏({ $email }) هذا الدور في { $city }: { $role }.

    إن لم يكن ذلك صحيحًا فراسل الشبكة فورًا.
letter-deactivated-subject = أُوقف حساب { $person }
letter-deactivated-text = مرحبًا { $name }،

    أوقف { $administrator } حساب { $person } ‏({ $email }) على { $hub }. لم يعد الدخول إليه ممكنًا، وما أُنجز به يبقى.

    إن لم يكن ذلك صحيحًا فراسل الشبكة فورًا.
menu-record = السجل
menu-record-hint = من فعل ماذا بالحسابات والأدوار والوثائق الخاصة بالمدن والمهام. لا يمكن تغيير شيء هنا.
record-title = السجل
record-hint = من فعل ماذا بالحسابات والأدوار والوثائق الخاصة بالمدن والمهام. تُضاف السطور ولا تُغيَّر أبدًا.
record-none = لا شيء في السجل بعد
record-none-hint = يُدوَّن هنا تلقائيًا ما يُفعل بالحسابات والأدوار والوثائق الخاصة بالمدن والمهام.
record-detail = تفاصيل
record-what = ما حدث
record-whom = المعنيّ
record-who = من قام به
record-when = متى
record-person-invited = دعوة شخص
record-people-list-taken = تنزيل قائمة الأشخاص ملفًا
record-role-granted = منح دور
record-role-taken = سحب دور
record-role-confirmed = تأكيد من المدينة
record-person-activated = تفعيل حساب
record-person-deactivated = إيقاف حساب
record-person-link-sent = إرسال رابط
record-person-link-handed-over = إنشاء رابط للتسليم
record-person-link-made = إنشاء رابط من سطر الأوامر
record-person-first-administrator = إعداد أول حساب إدارة
record-person-password-changed = تغيير كلمة مرور
record-city-glass-broken = فتح الوثائق الخاصة بمدينة
record-person-password-set = اختيار كلمة مرور عبر رابط
record-document-glass-read = قراءة إدارة المنصة وثيقة خاصة بالمدينة
city-record-title = سجل المدينة
city-record-of = سجل المدينة: { $city }
city-record-hint = من منح أدوار المدينة ومن سحبها، ومن غيّر عضويتها، ومن فتح وثائقها الخاصة وقرأها، ومتى ولماذا. لا يراه إلا من له دور في المدينة.
city-record-none-hint = فور أن يُمنح شخص دورًا في المدينة أو يُسحب منه، أو تتغيّر عضويتها، أو تُفتح وثائقها الخاصة، يُسجَّل ذلك هنا.
city-record-open = افتح السجل
city-record-document = وثيقة من وثائقكم الخاصة
city-record-lately = { $count ->
    [zero] لا قيود في آخر 30 يومًا.
    [one] قيد واحد في آخر 30 يومًا.
    [two] قيدان في آخر 30 يومًا.
    [few] { $count } قيود في آخر 30 يومًا.
    [many] { $count } قيدًا في آخر 30 يومًا.
   *[other] { $count } قيد في آخر 30 يومًا.
  }
city-record-waiting = شخص واحد على الأقل ينتظر تأكيدك.
city-record-many = أكثر من 1,000 قيد في آخر 30 يومًا.
newcomers-title = الجدد في المدينة
newcomers-text = منح شخصٌ من خارج المدينة هؤلاء أدوارهم. لا يرون من وثائقها الخاصة إلا ما جاء بعدها، ويرون الأقدم ابتداءً من اليوم المذكور. أكّد من هو منكم فيراها كلها فورًا.
newcomers-more = وهناك غيرهم، يُدرجون هنا فور تأكيد هؤلاء أو انتهاء أيامهم الأولى.
newcomer-until = كلها ابتداءً من { $date }
newcomer-confirm = تأكيد
done-confirmed = تم التأكيد. صار هذا الشخص يرى كل وثائق المدينة الخاصة.
error-role-no-lead = ليس لهذه المدينة منسّق نشط يمكنه الاعتراض. اطلب من إدارة المنصة منح هذا الدور.
letter-own-role-subject = لديك الآن دور في { $city }
letter-own-role-text = مرحبًا { $name }،

    مُنحت دورًا على { $hub } في { $city }: { $role }. ويسري من أول صفحة تفتحها بعد الآن.

    إن لم تكن تتوقع ذلك فراسل الشبكة.
letter-own-role-network-subject = لديك دور جديد على { $hub }
letter-own-role-network-text = مرحبًا { $name }،

    مُنحت دورًا على { $hub }: { $role }. ويسري من أول صفحة تفتحها بعد الآن.

    إن لم تكن تتوقع ذلك فراسل الشبكة.
letter-own-taken-subject = لم يعد لك هذا الدور في { $city }
letter-own-taken-text = مرحبًا { $name }،

    سُحب منك هذا الدور على { $hub } في { $city }: { $role }.

    إن لم يكن ذلك صحيحًا فراسل الشبكة فورًا.
letter-own-taken-network-subject = لم يعد لك هذا الدور على { $hub }
letter-own-taken-network-text = مرحبًا { $name }،

    سُحب منك هذا الدور على { $hub }: { $role }.

    إن لم يكن ذلك صحيحًا فراسل الشبكة فورًا.
letter-password-subject = تغيّرت كلمة مرورك على { $hub }
letter-password-text = مرحبًا { $name }،

    تغيّرت للتو كلمة مرور حسابك على { $hub }، وانتهت كل الجلسات الأخرى.

    إن كنت أنت من غيّرها فلا شيء عليك. وإن لم تكن أنت فاختر هنا كلمة مرور جديدة فورًا وراسل الشبكة:
account-sessions = جلساتك المفتوحة
account-sessions-note = إن لم تتعرف على إحداها فأنهِها وغيّر كلمة مرورك.
session-began = تسجيل الدخول: { $when }
session-seen = آخر استخدام: { $when }
session-this = هذا المتصفح
session-end = إنهاء
sessions-end = إنهاء كل الجلسات الأخرى
done-session-ended = انتهت تلك الجلسة.
done-sessions-ended = انتهت كل الجلسات الأخرى.
account-log = ما جرى لحسابك
account-log-note = إن كان هنا ما لم تفعله أنت فغيّر كلمة مرورك وراسل الشبكة.
account-log-none = لا شيء بعد.
happened-signed-in = تسجيل دخول
happened-password-set = اختيار كلمة مرور عبر رابط
happened-password-changed = تغيير كلمة المرور
city-newcomer = مُنحت دورك في هذه المدينة من خارجها. في أول 30 يومًا لا ترى من وثائقها الخاصة إلا الأحدث، ما لم يؤكّدك أحد منسّقيها في سجلها.
notice-people-role = منح دور في مدينتك أو سحبه
notice-people-role-without-lead = منح دور في مدينتك أو سحبه حين لا يكون لها منسّق آخر
notice-people-glass = فتح إدارة المنصة الوثائق الخاصة بمدينتك
account-letters = رسائل البريد الإلكتروني
account-letters-note = اختر كيف تُبلَّغ بما يجري. الرسائل عن حسابك وأدوارك تصلك دائمًا.
account-letters-always = حرصًا على السلامة تُبلَّغ دائمًا وفورًا بما يلي:
account-letters-save = حفظ الاختيار
way-at-once = فورًا
way-daily = مرة في اليوم
way-never = أبدًا
done-letters = حُفظ اختيارك، ويسري من الحدث القادم.
record-city-glass-closed = إغلاق وثائق خاصة بمدينة من جديد
record-person-renamed = تغيير شخص لاسمه
letter-why-former-lead = تصلك هذه الرسالة لأنك كنت منسّق { $city } حتى وقت قريب. حين يتغيّر منسّق المدينة يجب أن يستطيع أحد الاعتراض، ولذلك تُبلَّغ مدة 30 يومًا بما يُفعل بأدوار العاملين فيها وحساباتهم.
letter-why-lately = تصلك هذه الرسالة لأنه كان لك حتى وقت قريب دور في { $city }: تُبلَّغ مدة 30 يومًا حين تُفتح وثائقها الخاصة.
letter-activated-subject = أُعيد تفعيل حساب { $person }
letter-activated-text = مرحبًا { $name }،

    أعاد { $administrator } تفعيل حساب { $person } ‏({ $email }) على { $hub }. صار الدخول إليه ممكنًا، وعادت أدواره سارية.

    إن لم يكن ذلك صحيحًا فراسل الشبكة فورًا.
letter-activated-meanwhile = ما جرى لأدوار مدينتك في هذه الأثناء مدوَّن في سجلها:
letter-reset-sent-subject = رابط لاختيار كلمة مرور جديدة على { $hub }
letter-reset-sent-text = مرحبًا { $name }،

    يرسل إليك فريق الشبكة رابطًا لاختيار كلمة مرور جديدة على { $hub }. يعمل مرة واحدة وتنتهي صلاحيته بعد ساعة:
letter-reset-sent-end = إن لم تكن بحاجة إليه فلا تفعل شيئًا: تبقى كلمة مرورك كما هي. وإن لم تكن تتوقعه فاسأل فريق الشبكة.
letter-membership-active-subject = عضوية { $city } نشطة
letter-membership-active-text = مرحبًا { $name }،

    صارت عضوية { $city } نشطة، بقرار من { $by }. يقرأ العاملون في { $city } ما هو للأعضاء ويمكنهم مشاركة وثائق معهم.

    إن لم يكن ذلك صحيحًا فراسل الشبكة.
letter-membership-dormant-subject = عضوية { $city } خاملة
letter-membership-dormant-text = مرحبًا { $name }،

    صارت عضوية { $city } خاملة، بقرار من { $by }: عضو لا يشارك في الوقت الحالي. ويواصل العاملون في { $city } قراءة ما هو للأعضاء.

    إن لم يكن ذلك صحيحًا فراسل الشبكة.
letter-membership-suspended-subject = عضوية { $city } معلّقة
letter-membership-suspended-text = مرحبًا { $name }،

    عُلّقت عضوية { $city } بقرار من { $by }: ليست عضوًا في الوقت الحالي. وإلى أن يتغيّر ذلك يحتفظ العاملون فيها بما هو خاص بالمدينة، لكنهم لا يقرؤون ما هو للأعضاء فقط. وما أضافته المدينة إلى المكتبة يبقى فيها.

    إن لم يكن ذلك صحيحًا فراسل الشبكة فورًا.
letter-membership-withdrawn-subject = عضوية { $city } منسحبة
letter-membership-withdrawn-text = مرحبًا { $name }،

    سُجّل انسحاب { $city } من العضوية بقرار من { $by }: لم تعد عضوًا. يحتفظ العاملون فيها بما هو خاص بالمدينة، لكنهم لا يقرؤون ما هو للأعضاء فقط. وما أضافته المدينة إلى المكتبة يبقى فيها.

    إن لم يكن ذلك صحيحًا فراسل الشبكة فورًا.
notice-people-membership = تغيير عضوية مدينتك
error-inactive = هذا الحساب موقوف. فعّله أولًا.
error-activate-no-lead = لهذا الحساب دور في مدينة ليس لها منسّق نشط يمكنه الاعتراض، ولم يُوقَف حديثًا. لا يفعّله إلا إدارة المنصة.
error-sign-in-often = كثرت محاولات الدخول بهذا البريد الإلكتروني أو من هذا المكان، وقد تكون من شخص آخر. انتظر { $count ->
    [zero] قليلًا
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
  } ثم حاول مجددًا. وإن لم تكن متأكدًا من كلمة مرورك فاختر كلمة جديدة عبر «نسيت كلمة المرور؟».
account-letters-none = الرسائل عن حسابك وأدوارك تصلك دائمًا. لا شيء آخر تختاره حاليًا.
happened-link-sent = أرسل إليك فريق الشبكة رابطًا
session-agent = { $browser } على { $system }
browser-firefox = فايرفوكس
browser-edge = إيدج
browser-opera = أوبرا
browser-samsung = متصفح سامسونغ
browser-chrome = كروم
browser-safari = سفاري
browser-unknown = متصفح غير معروف
system-android = أندرويد
system-ios = آيفون أو آيباد
system-windows = ويندوز
system-chromeos = كروم أو إس
system-mac = ماك
system-linux = لينكس
take-title = هل تريد سحب هذا الدور؟
take-text = ينتهي مع أول صفحة يفتحها هذا الشخص بعد الآن. يُبلَّغ برسالة، وكذلك من يتولون شؤون المدينة. وإن لم يكن للمدينة منسّق آخر فلا يمنح أدوارها لغيره بعد ذلك إلا إدارة المنصة.
take-text-no-city = ينتهي مع أول صفحة يفتحها هذا الشخص بعد الآن. يُبلَّغ برسالة.
deactivate-title = هل تريد إيقاف هذا الحساب؟
deactivate-text = يُسجَّل خروج هذا الشخص فورًا ولا يمكنه الدخول. تتوقف أدواره، وما فعله يبقى. يُبلَّغ برسالة، وكذلك من يتولون شؤون مدنه. وإن لم يكن لمدينة منسّق آخر فلا يمنح أدوارها لغيره بعد ذلك إلا إدارة المنصة. ويمكن تفعيل الحساب من جديد.
deactivate-text-no-city = يُسجَّل خروج هذا الشخص فورًا ولا يمكنه الدخول. تتوقف أدواره، وما فعله يبقى. يُبلَّغ برسالة. ويمكن تفعيل الحساب من جديد.
letter-invited-by-subject = يدعوك { $by } إلى { $hub }
letter-invited-by-text = مرحبًا { $name }،

    يدعوك { $by } إلى { $hub }. دورك فيها: { $role }. اختر كلمة المرور هنا. يعمل الرابط مرة واحدة وتنتهي صلاحيته بعد سبعة أيام:

hand-over = إنشاء رابط للتسليم
hand-over-why = لا يخرج أي بريد إلكتروني من هذه المنصة بعد، والدعوة محفوظة في مجلد البيانات. يمكنك تسليم الرابط إلى هذا الشخص بنفسك.
hand-over-title = رابط لـ { $name }
hand-over-text = سلّمه إلى هذا الشخص بنفسك، بطريقة لا يقرؤها سواه.
hand-over-link = الرابط المراد تسليمه
hand-over-hint = يعمل مرة واحدة وتنتهي صلاحيته بعد سبعة أيام. لا يظهر إلا هنا والآن، ولم تعد الروابط السابقة تعمل. إنشاؤه مدوَّن في السجل.
hand-over-done = العودة إلى الحساب
error-hand-over = لا يُسلَّم الرابط إلا حين لا يخرج بريد من المنصة، ولمن لم يضع كلمة مرور بعد.
hand-over-others = لا يخرج أي بريد إلكتروني من هذه المنصة بعد، وقد منح شخصٌ آخر هذا الحساب دوره: هو أو إدارة المنصة من يسلّم الرابط.
happened-link-handed-over = أُنشئ رابط لك للتسليم
