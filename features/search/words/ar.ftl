# البحث الموحد

search-title = بحث
search-everything = ابحث في كل شيء
search-description = وثائق ومدن أعضاء وأخبار وأسئلة وأفكار خاطئة ومبادرات الشبكة، يجدها بحث واحد بلغات كثيرة.
search-hint = الوثائق والمدن والأخبار والأسئلة والصفحات، بأي لغة، بالتشكيل أو من دونه.
search-count = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
  }
search-library-only = ابحث في المكتبة وحدها
search-kind = نوع النتيجة
search-theme = الموضوع
search-themes = الموضوعات
search-sort = الترتيب حسب
search-sort-apply = رتّب
search-relevance = الأكثر مطابقة
search-readable = لغتك أولًا
search-newest = الأحدث أولًا
search-oldest = الأقدم أولًا
search-by-title = العنوان
search-corrected = لا شيء فيه «{ $typed }». هذه نتائج فيها كلمات قريبة منها، مثل «{ $similar }».
search-narrowed = لا توجد مع عوامل التصفية هذه نتيجة تحوي كل كلماتك. هذه تحوي بعضها.
search-whole = { $count ->
    [0] لا توجد نتيجة تحوي كل كلماتك. هذه تحوي بعضها.
    [zero] لا توجد نتيجة تحوي كل كلماتك. هذه تحوي بعضها.
    [one] نتيجة واحدة تحوي كل كلماتك، وهي الأولى. وتحوي البقية معظمها.
    [two] نتيجتان تحويان كل كلماتك، وهما الأوليان. وتحوي البقية معظمها.
    [few] { $count } نتائج تحوي كل كلماتك، وهي الأولى. وتحوي البقية معظمها.
    [many] { $count } نتيجة تحوي كل كلماتك، وهي الأولى. وتحوي البقية معظمها.
   *[other] { $count } نتيجة تحوي كل كلماتك، وهي الأولى. وتحوي البقية معظمها.
  }
search-ways = عمليات بحث أخرى
search-missing = ليس فيه: { $words }
search-found-by = عُثر عليه بعبارة «{ $term }» ({ $language })
search-across = عُثر على بعض النتائج بمعنى كلماتك في لغتها.
search-across-off = ابحث عن كلماتي فقط
search-own-words = شمل البحث كلماتك وحدها.
search-across-on = ابحث في لغات أخرى أيضًا
search-none = لا نتائج مطابقة
search-none-hint = جرّب كلمات أقل أو كلمات أخرى أو كتابة أخرى، أو اسأل الفريق. الوثائق التي تحتفظ بها المدينة لنفسها لا تظهر هنا.
search-none-narrowed = لا نتائج مع عوامل التصفية هذه
search-none-narrowed-hint = كلماتك موجودة في مواضع أخرى. أزل أحد عوامل التصفية أو ابحث من دونها.
search-empty = لا شيء للبحث فيه بعد
search-empty-hint = يوجد هنا كل ما تنشره الشبكة ومدنها.
