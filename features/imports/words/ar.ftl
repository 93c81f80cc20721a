import-first-looked = لا يُنفَّذ شيء عند الإرسال. ترى أولًا، سطرًا سطرًا، ما سينتج عنه.
import-columns = الأعمدة
import-columns-hint = يسمّي السطر الأول الأعمدة بأي لغة من لغات المنصة وبأي ترتيب. ولا تُقرأ الأعمدة الأخرى.
import-needed = لازم
import-optional = يمكن تركه
import-file = الجدول
import-limits = CSV أو Excel أو OpenDocument؛ { $rows } سطر و{ $size } على الأكثر
import-look = عرض ما سينتج عنه
import-earlier = جداول سابقة
import-nameless = جدول بلا اسم
import-state-looked = جرت معاينته ولم يُنفَّذ شيء
import-state-done = نُفِّذ
import-state-undone = أُلغي
import-would = ما سيُنفَّذ
import-came = ما نُفِّذ
import-unread = لم يُقرأ: { $columns }.
import-sheets = { $count ->
    [one] في المصنف ورقة أخرى فيها بيانات: قُرئت الأولى وحدها.
    [two] في المصنف ورقتان أخريان فيهما بيانات: قُرئت الأولى وحدها.
    [few] في المصنف { $count } أوراق أخرى فيها بيانات: قُرئت الأولى وحدها.
    [many] في المصنف { $count } ورقة أخرى فيها بيانات: قُرئت الأولى وحدها.
   *[other] في المصنف { $count } ورقة أخرى فيها بيانات: قُرئت الأولى وحدها.
 }
import-waiting = { $count ->
    [zero] لا سطر ينتظر.
    [one] سطر واحد ما زال ينتظر.
    [two] سطران ما زالا ينتظران.
    [few] { $count } أسطر ما زالت تنتظر.
    [many] { $count } سطرًا ما زال ينتظر.
   *[other] { $count } سطر ما زال ينتظر.
 }
import-discard = التخلص من الجدول
done-import-discarded = جرى التخلص من الجدول. لم يُنفَّذ شيء.
import-undo = التراجع
import-undo-hint = يُلغى ما جاءت به هذه الأسطر ما لم يكن أحد قد بنى عليه. ويمكن ذلك خلال 30 يومًا.
import-undo-rows = { $count ->
    [zero] لا سطر يُلغى
    [one] إلغاء سطر واحد
    [two] إلغاء سطرين
    [few] إلغاء { $count } أسطر
    [many] إلغاء { $count } سطرًا
   *[other] إلغاء { $count } سطر
 }
import-rows = الأسطر
import-line = السطر
import-line-number = السطر { $line }
import-bad-hint = أصلح الأسطر المتروكة في ملفك وأرسله من جديد: ما نُفِّذ يبقى كما هو.
import-outcome = النتيجة
import-outcome-new = جديد
import-outcome-here = موجود من قبل
import-outcome-bad = متروك
import-outcome-done = نُفِّذ
import-outcome-undone = أُلغي
import-outcome-stays = باقٍ
error-import-file = هذا ليس جدولًا يمكن قراءته. احفظه بصيغة CSV UTF-8 أو مصنف Excel ثم أرسله من جديد.
error-import-encrypted = المصنف محمي بكلمة مرور. احفظه دونها ثم أرسله من جديد.
error-import-heavy = المصنف أكبر من أن يُقرأ. انسخ الأسطر إلى مصنف جديد وأرسله.
error-import-columns = لا يسمّي السطر الأول هذه الأعمدة: { $columns }. أضفها ثم أرسل الجدول من جديد.
error-import-column-twice = العمود «{ $column }» مكرر. احذف أحدهما ثم أرسل الجدول من جديد.
error-import-rows = { $max ->
    [zero] لا أسطر في الجدول.
    [one] في الجدول سطر واحد على الأكثر. أرسله على أجزاء.
    [two] في الجدول سطران على الأكثر. أرسله على أجزاء.
    [few] في الجدول { $max } أسطر على الأكثر. أرسله على أجزاء.
    [many] في الجدول { $max } سطرًا على الأكثر. أرسله على أجزاء.
   *[other] في الجدول { $max } سطر على الأكثر. أرسله على أجزاء.
 }
error-import-empty = لا سطر تحت السطر الأول.
error-import-letters = فيه أحرف لا تُقرأ. احفظ الجدول بصيغة CSV UTF-8.
error-import-broken = لا يمكن قراءته سطرًا من الخلايا.
error-import-long = فيه { $cells } من الخلايا، وعدد الأعمدة { $columns }. ضع النصوص التي فيها الفاصل بين علامتي اقتباس.
error-import-nameless = «{ $cell }» في العمود { $column } الذي لا اسم له.
error-import-twice = مثل السطر { $line }: يُعتدّ بذلك السطر وحده.
error-import-forbidden = لا يحق لك ذلك.
error-import-gone = ما يتعلق به لم يعد موجودًا.
error-import-changed = تغيّر شيء في هذه الأثناء. أرسل السطر من جديد.
error-import-stays = بنى عليه أحدهم.
error-import-over = أُلغي هذا الجدول أو تغيّر في هذه الأثناء. هذا وضعه الآن.
error-import-wait = { $count ->
    [zero] هذا كل ما يمكن اليوم. تابع بعد قليل الأسطر المنتظرة.
    [one] هذا كل ما يمكن اليوم. تابع بعد ساعة الأسطر المنتظرة.
    [two] هذا كل ما يمكن اليوم. تابع بعد ساعتين الأسطر المنتظرة.
    [few] هذا كل ما يمكن اليوم. تابع بعد { $count } ساعات الأسطر المنتظرة.
    [many] هذا كل ما يمكن اليوم. تابع بعد { $count } ساعة الأسطر المنتظرة.
   *[other] هذا كل ما يمكن اليوم. تابع بعد { $count } ساعة الأسطر المنتظرة.
 }
record-import-done = نُفِّذت أسطر جدول
record-import-undone = أُلغيت أسطر جدول

merge-imports = جداول أُدخلت
