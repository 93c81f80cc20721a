menu-cities = المدن
cities-title = المدن الأعضاء
cities-description = { $count ->
    [zero] لا مدن أعضاء
    [one] مدينة عضو واحدة
    [two] مدينتان عضوان
    [few] { $count } مدن أعضاء
    [many] { $count } مدينة عضوًا
   *[other] { $count } مدينة عضو
  }، { $asof }: أين تقع، ومن هي، وماذا تشارك.
cities-search = ابحث عن مدينة باسمها
cities-search-hint = الأسماء بالإنجليزية أو الفرنسية أو العربية، بالتشكيل أو من دونه.
cities-count = { $count ->
    [zero] لا مدن
    [one] مدينة واحدة
    [two] مدينتان
    [few] { $count } مدن
    [many] { $count } مدينة
   *[other] { $count } مدينة
  }
cities-in-countries = { $count ->
    [zero] بلا بلدان
    [one] في بلد واحد
    [two] في بلدين
    [few] في { $count } بلدان
    [many] في { $count } بلدًا
   *[other] في { $count } بلد
  }
cities-empty = لا توجد مدينة عضو بعد
cities-empty-hint = تظهر مدن الشبكة هنا، على الخريطة وفي قائمة، فور انضمام أول مدينة.
cities-none = لا توجد مدينة عضو مطابقة
cities-none-hint = جرّب كتابة أخرى، أو أزل أحد عوامل التصفية.
cities-former-none = لا توجد مدينة معلّقة العضوية أو منسحبة
cities-former-none-hint = فور تعليق عضوية مدينة أو انتهائها تُدرج هنا للفريق.
cities-all = عرض كل المدن
region = المنطقة
region-needed = اختر المنطقة.
country = البلد
country-needed = اختر البلد.
region-description = { $count ->
    [zero] لا مدن أعضاء
    [one] مدينة عضو واحدة
    [two] مدينتان عضوان
    [few] { $count } مدن أعضاء
    [many] { $count } مدينة عضوًا
   *[other] { $count } مدينة عضو
  } في منطقة { $region }، على الخريطة وفي قائمة.
region-none = لا توجد مدينة عضو في هذه المنطقة بعد
search = بحث
filters = عوامل التصفية
filters-apply = تطبيق التصفية
filters-active = عوامل التصفية المفعّلة
filter-remove = إزالة
close = إغلاق
sort-by = الترتيب حسب
sort-apply = ترتيب
sort-name = الاسم
sort-population = عدد السكان
sort-region = المنطقة
crumbs = مسار التنقل
save = حفظ
cancel = إلغاء
source = المصدر
error-prefix = خطأ:{" "}
done-saved = تم الحفظ.

map-world-label = خريطة العالم وعليها { $count ->
    [zero] صفر من النقاط
    [one] نقطة لمدينة عضو واحدة
    [two] نقطتان لمدينتين عضوين
    [few] نقطة لكل مدينة من { $count } مدن أعضاء
    [many] نقطة لكل مدينة من { $count } مدينة عضوًا
   *[other] نقطة لكل مدينة من { $count } مدينة عضو
  }. كلها مدرجة في قائمة في صفحة المدن الأعضاء.
map-region-label = خريطة { $region } وعليها { $count ->
    [zero] لا مدن أعضاء
    [one] مدينة عضو واحدة
    [two] مدينتان عضوان
    [few] { $count } مدن أعضاء
    [many] { $count } مدينة عضوًا
   *[other] { $count } مدينة عضو
  }. المدن نفسها مدرجة في قائمة بعدها.
map-city-label = خريطة محدَّد عليها موقع { $city }، { $country }
map-inset = { $region }، { $count ->
    [zero] لا مدن
    [one] مدينة واحدة
    [two] مدينتان
    [few] { $count } مدن
    [many] { $count } مدينة
   *[other] { $count } مدينة
  }
map-key-member = مدينة عضو
map-key-many = عدة مدن مع عددها
map-key-seat = اللجنة التوجيهية، { $term }
map-key-coast = تُظهر الخريطة السواحل فقط: الوحدة هي المدينة. الأسماء والأشكال لا تعني أي موقف.

kind-city = مدينة
kind-municipality = بلدية
kind-county = مقاطعة
kind-province = محافظة
kind-district = ناحية
kind-state = ولاية
inhabitants = { $count ->
    [zero] لا سكان
    [one] نسمة واحدة
    [two] نسمتان
    [few] { $count } نسمة
    [many] { $count } نسمة
   *[other] { $count } نسمة
  }
seat-short = اللجنة التوجيهية

city-description = { $city }، { $country }: عضو في { $network }. معلومات بمصادرها ووثائق ومدن قريبة.
city-own = المدينة تعرّف بنفسها
city-own-none = لم تكتب المدينة شيئًا هنا بعد
city-own-none-hint = ما تكتبه المدينة يظهر هنا باسمها، وما يُدخله فريق الشبكة عنها يُذكر أنه منه.
city-own-other = هذا النص متاح حتى الآن باللغة { $language } فقط.
city-own-date = كتبته المدينة في { $date }.
city-write = تعديل نص المدينة
city-near = أقرب المدن الأعضاء
city-distance = { $count ->
    [zero] أقل من 1 كم
    [one] 1 كم
    [two] 2 كم
    [few] { $count } كم
    [many] { $count } كم
   *[other] { $count } كم
  }
city-facts = معلومات عن المدينة
city-kind = النوع
city-kind-needed = اختر نوع الإدارة المحلية.
city-address = الصفحة
city-population = عدد السكان
city-population-none = غير معروف
city-place = على الخريطة
city-member = العضوية
city-website = الموقع الإلكتروني
city-contact = جهة الاتصال
city-seat = اللجنة التوجيهية { $terms }
city-correct = تصحيح المعلومات

profile-title = { $city } تعرّف بنفسها
profile-language = اللغة التي تكتب بها
profile-public = هذا متاح للجميع. اكتب عن المدينة وعملها، ولا تكتب عن أي شخص.
profile-summary = عن المدينة
profile-summary-hint = فقرتان أو ثلاث: ما المدينة، وعلى ماذا تعمل، وعمّ يمكن أن تُسأل. 2000 حرف على الأكثر.
profile-website = الموقع الإلكتروني
profile-website-hint = يبدأ بـ {"\u2066"}https://{"\u2069"}
profile-contact = جهة اتصال عامة
profile-contact-hint = مكتب أو إدارة ببريد إلكتروني أو هاتف مشترك، لا بيانات شخص بعينه.
error-website = اكتب عنوان الموقع كاملًا بدءًا من {"\u2066"}https://{"\u2069"}
error-website-own = هذا العنوان من صفحات هذه المنصة. اكتب عنوان موقع المدينة نفسها.

facts-title = معلومات عن { $city }
facts-hint = لكل معلومة مصدرها الظاهر. ما تقوله المدينة عن نفسها ليس هنا، فذلك النص ملك لها.
facts-names = حين يُترك اسم فارغًا يظهر الاسم ب{ $language }.
facts-name = الاسم ب{ $language }
facts-name-needed = اكتب الاسم ب{ $language }.
facts-name-long = الاسم ب{ $language } أطول مما ينبغي: استخدم { $max ->
    [one] حرفًا واحدًا
    [two] حرفين
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
  } على الأكثر.
facts-name-same = الاسم هو نفسه ب{ $language }
facts-name-right = الاسم ب{ $language } لا يزال صحيحًا كما هو
city-name-one = اسم مدينة
facts-pick = اختيار الموقع من دليل الأماكن
facts-latitude = خط العرض
facts-latitude-hint = بالدرجات، والشمال موجب
facts-longitude = خط الطول
facts-longitude-hint = بالدرجات، والشرق موجب
facts-place-source = مصدر الإحداثيات
facts-population-source = مصدر عدد السكان
error-degrees = اكتب درجات بين -{ $max } و{ $max }، مثل 13.31.
error-population = اكتب عددًا صحيحًا مثل 75051، أو اترك الحقل فارغًا.
error-source = اذكر مصدر هذه المعلومة.

place-title = اختيار موقع { $city }
place-search = ابحث في دليل الأماكن
place-hint = أي اسم للمكان وبأي كتابة. من GeoNames، للأماكن التي يسكنها 5000 نسمة أو أكثر.
place-loading = ما زال دليل الأماكن قيد التحميل. عُد بعد دقيقة.
place-none = لا يوجد مكان يبدأ بهذا. جرّب بداية أقصر أو كتابة أخرى.
place-name = المكان
place-division = القسم الإداري

figure-cities = { $count ->
    [zero] مدينة عضو
    [one] مدينة عضو
    [two] مدينتان عضوان
    [few] مدن أعضاء
    [many] مدينة عضوًا
   *[other] مدينة عضو
  }
figure-countries = { $count ->
    [zero] بلد
    [one] بلد
    [two] بلدان
    [few] بلدان
    [many] بلدًا
   *[other] بلد
  } فيها مدن أعضاء
figure-seats = { $count ->
    [zero] مقعد
    [one] مقعد
    [two] مقعدان
    [few] مقاعد
    [many] مقعدًا
   *[other] مقعد
  } في اللجنة التوجيهية الدولية
figure-seats-note = الدورة التأسيسية، { $term }
home-regions = المدن حسب المنطقة
home-regions-note = { $count ->
    [zero] لا مدن
    [one] مدينة واحدة
    [two] مدينتان
    [few] { $count } مدن
    [many] { $count } مدينة
   *[other] { $count } مدينة
  }، { $asof }.

foot-cities = المدن الأعضاء

error-city-none = لا توجد مدينة عضو بهذا الاسم. اكتب جزءًا منه كما يرد في قائمة المدن.
error-city-several = أي مدينة تقصد؟ اكتب إحدى المدن أدناه مع ما بين القوسين.
facts-membership = العضوية
membership-active = نشطة
membership-dormant = خاملة: ما زالت عضوًا لكنها لا تشارك في الوقت الحالي
membership-suspended = معلّقة: ليست عضوًا في الوقت الحالي
membership-withdrawn = منسحبة: لم تعد عضوًا
city-former-hint = لا يرى هذه الصفحة إلا العاملون في المدينة ومسؤولو منطقتها والفريق المركزي. وما أضافته إلى المكتبة يبقى فيها.
cities-former = المدن المعلّقة عضويتها أو المنسحبة
record-city-membership-active = جعل عضوية مدينة نشطة
record-city-membership-dormant = جعل عضوية مدينة خاملة
record-city-membership-suspended = تعليق عضوية مدينة: ليست عضوًا في الوقت الحالي
record-city-membership-withdrawn = إنهاء عضوية مدينة: لم تعد عضوًا
job-cities-load-places = تحميل دليل الأماكن
city-by-team = عن المدينة
city-by-team-date = أدخله فريق الشبكة عن المدينة في { $date }.
city-write-for = إدخال نص عن المدينة
city-ask = اسأل عن هذه المدينة
city-ask-correction = اطلب تصحيح معلومة
menu-your-city = مدينتك
menu-your-region = منطقتك
cities-join = ليست عضوًا بعد؟ كيف تنضم مدينة
embed-city = مدينة
hit-city = مدينة
hit-cities = المدن الأعضاء
error-city-is-member = هناك عضو مسجل لهذا المكان بالفعل. اطّلع على صفحته أولًا.
city-member-by-application = بطلب انضمام قُدّم في هذه المنصة
error-city-record = هذا المكان لعضو سابق. حدد أي سجل هو.
error-city-name-letters = اكتب هذا الاسم بالحروف اللاتينية كما يرد في الخرائط: منه يُصاغ عنوان صفحة المدينة.
error-city-named = { $city } عضو بالفعل. إن كانت هذه إدارة محلية أخرى بالاسم نفسه فضع علامة على ذلك.
error-city-returns-by-central = كانت هذه المدينة عضوًا من قبل. الفريق المركزي هو من يعيدها؛ اطلب منه قبول الطلب.
task-city-words = اكتب ما هي مدينتك وما تعمله
task-city-words-hint = تقرؤه المدن الأخرى قبل أن تكتب إليك.
task-city-words-old = تحقّق مما تقوله مدينتك عن نفسها: هل ما زال صحيحًا؟
task-city-words-old-hint = كُتب في { $date }.
right-profile = كتابة ما تقوله مدينة عن نفسها
right-facts = تصحيح بيانات مدينة

# سجلان لمدينة واحدة
membership-merged = مدموجة في سجل آخر
record-city-merged = دمج سجل مدينة في سجل آخر
job-cities-settle-merge = إلحاق ما وصل متأخرًا إلى سجل مدموج بمدينته
right-merge = دمج سجلين لمدينة
merge = دمج السجلات
merge-title = دمج سجل { $city } في سجل آخر
merge-hint = إن ظهرت مدينة في المنصة مرتين ينتهي هذا السجل ويبقى سجل آخر. ومنذ ذلك يقود عنوانه إلى الآخر، وينتقل معه العاملون والوثائق والتوقيعات والتاريخ. ولا رجعة في ذلك.
merge-offer = الدمج في سجل آخر لهذه المدينة
merge-choose = أي سجل يبقى؟
merge-into = سجل المدينة نفسها
merge-look = عرض ما سيحدث
merge-alike = سجلات قد تكون للمدينة نفسها
merge-two = السجلان
merge-fact = المعلومة
merge-ends = ينتهي
merge-kept = يبقى
merge-names = الأسماء
merge-address = العنوان
merge-swap = إبقاء الآخر بدلًا منه
merge-other = اختيار سجل آخر
merge-what = مصير ما في السجل
merge-of = المحتوى
merge-moved = ينتقل
merge-stay = لا ينتقل
merge-stay-hint = ما لا ينتقل موجود في السجل الباقي من قبل، أو يخص السجل المنتهي ويظهر أدناه أو في تاريخ عضويته. والأسماء والمعلومات هي ما في السجل الباقي، وتُصحَّح هناك.
merge-nothing = لا شيء غير أسمائه ومعلوماته.
merge-not-yet = ليس بعد
merge-do = الدمج
merge-reason = لماذا هما مدينة واحدة
merge-reason-hint = يُحفظ للفريق المركزي، حيث تُدمج سجلات هذه المدينة.
merge-sure = نظرت في السجلين. لا رجعة في ذلك.
merge-press = دمج
merge-before = ما دُمج في هذا السجل
merge-said = ما قالته المدينة عن نفسها، اللغة: { $language }
merge-seats = مقاعد اللجنة التوجيهية
merge-profiles = ما تقوله المدينة عن نفسها
merge-facts = الأسماء والمعلومات
merge-earlier = سجلات دُمجت من قبل
merge-activity = النشاط
done-merged = تم الدمج. العنوان الآخر يقود إلى هنا الآن.
error-merge-sure = ضع علامة في المربع إن كنت قد نظرت في السجلين.
error-choose-record = اختر السجل الذي يبقى.
error-merge-same = هذا هو السجل نفسه. اختر سجلًا آخر.
error-merge-suspended = عضوية هذا السجل معلّقة. أنهِ التعليق أولًا.
error-merge-member = هذا السجل لعضو والآخر ليس كذلك. أبقِ هذا بدلًا منه.

city-member-by-list = من قائمة أعضاء الشبكة نفسها
record-city-forgotten = إزالة مدينة أُدخلت خطأً

error-merge-administrator = سيقرأ أشخاص أحد السجلين ما يحتفظ به الآخر لأشخاصه. تدمجهما إدارة المنصة، كما أنها هي التي تفتح وثائق المدينة الخاصة.

merge-apart = انظر مرتين: بين هذين { $distance } كم، أو هما في بلدين مختلفين.
