//! Arabic plurals that no ending makes: a word of the field or of daily life, and the one that it is the plural of.

use std::collections::HashMap;
use std::sync::LazyLock;

use base::fold::fold;

/// A singular and its plurals, a line each.
const PLURALS: &str = "\
مدينة مدن مدائن
بلد بلدان
حي أحياء
منطقة مناطق
إقليم أقاليم
عاصمة عواصم
شارع شوارع
طريق طرق
طريقة طرائق طرق
حديقة حدائق
سوق أسواق
بيت بيوت
باب أبواب
مدرسة مدارس
فصل فصول
مسجد مساجد
كنيسة كنائس
معبد معابد
سجن سجون
ملعب ملاعب
نادي أندية نواد
مركز مراكز
مكتب مكاتب
متحف متاحف
مصنع مصانع
شاب شباب شبان
طفل أطفال
ولد أولاد
ابن أبناء
بنت بنات
فتاة فتيات
فتى فتيان
رجل رجال
امرأة نساء نسوة
أب آباء
أخ إخوة
عائلة عوائل
جار جيران
صديق أصدقاء
شخص أشخاص
فرد أفراد
شعب شعوب
قبيلة قبائل
طائفة طوائف
طالب طلاب طلبة
تلميذ تلاميذ
أستاذ أساتذة
عالم علماء
خبير خبراء
طبيب أطباء
حارس حراس
ضابط ضباط
جندي جنود
قاض قضاة
صحفي صحافة
عامل عمال
عمل أعمال
رئيس رؤساء
مدير مدراء
وزير وزراء
زعيم زعماء
قائد قادة
شيخ شيوخ مشايخ
إمام أئمة
عضو أعضاء
شريك شركاء
نائب نواب
ناشط نشطاء
غريب غرباء
سجين سجناء
أسير أسرى
ضحية ضحايا
قتيل قتلى
جريح جرحى
شهيد شهداء
مريض مرضى
عدو أعداء
خطر أخطار مخاطر
حادث حوادث
حدث أحداث
جريمة جرائم
سلاح أسلحة
حرب حروب
قنبلة قنابل
سبب أسباب
دافع دوافع
عنصر عناصر
جذر جذور
ظاهرة ظواهر
ظرف ظروف
أثر آثار
نتيجة نتائج
هدف أهداف
غرض أغراض
خطة خطط
مشروع مشاريع
برنامج برامج
نشاط أنشطة
مبدأ مبادئ
معيار معايير
مقياس مقاييس
منهج مناهج
أسلوب أساليب
نموذج نماذج
مثال أمثلة
درس دروس
تقرير تقارير
دليل أدلة
كتاب كتب
وثيقة وثائق
فيلم أفلام
خبر أخبار
قصة قصص
رسالة رسائل
خطاب خطب
اسم أسماء
سؤال أسئلة
جواب أجوبة
رأي آراء
فكرة أفكار
حق حقوق
قانون قوانين
حكم أحكام
نظام أنظمة نظم
قاعدة قواعد
شرط شروط
عقد عقود
قضية قضايا
مسألة مسائل
مشكلة مشاكل
حل حلول
دور أدوار
وظيفة وظائف
مهمة مهام
وسيلة وسائل
مورد موارد
مال أموال
صندوق صناديق
سعر أسعار
جائزة جوائز
مصدر مصادر
مرجع مراجع
مرحلة مراحل
خطوة خطى
سنة سنوات سنون
عام أعوام
شهر أشهر شهور
أسبوع أسابيع
يوم أيام
ليلة ليال ليالي
تاريخ تواريخ
رقم أرقام
عدد أعداد
جزء أجزاء
قسم أقسام
طرف أطراف
جانب جوانب
حد حدود
فريق فرق أفرقة
مجلس مجالس
لجنة لجان
حزب أحزاب
جهاز أجهزة
موقع مواقع
حاسوب حواسيب
هاتف هواتف
لعبة ألعاب
فن فنون
مسرح مسارح
دين أديان
مذهب مذاهب
عقيدة عقائد
تقليد تقاليد
عادة عوائد
حاجة حوائج
رابط روابط
جسر جسور
علاقة علائق
عائق عوائق
حاجز حواجز
خلية خلايا
ميدان ميادين
إطار أطر
تدبير تدابير
أمر أمور أوامر
شأن شؤون
سر أسرار
نص نصوص
رمز رموز
علم علوم
جيل أجيال
عمر أعمار
عين عيون أعين
يد أيدي أياد
قلب قلوب
عقل عقول
جسم أجسام
دم دماء
جامع جوامع";

/// Each plural, folded, and its singulars.
static SINGULARS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut singulars: HashMap<String, Vec<String>> = HashMap::new();
    for line in PLURALS.lines() {
        let mut words = line.split_whitespace().map(fold);
        let Some(singular) = words.next() else { continue };
        for plural in words {
            singulars.entry(plural).or_default().push(singular.clone());
        }
    }
    singulars
});

/// What a folded word, without article and particles, is the plural of.
pub(crate) fn singulars(plural: &str) -> &'static [String] {
    SINGULARS.get(plural).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use crate::analyse::Side;
    use crate::arabic::{forms, stem};

    use super::*;

    #[test]
    fn only_what_no_ending_makes_is_told() {
        let told = SINGULARS.iter().flat_map(|(plural, singulars)| singulars.iter().map(move |one| (plural, one)));
        let needless: Vec<_> = told.filter(|(plural, singular)| stem(plural) == stem(singular)).collect();
        assert!(needless.is_empty(), "{needless:?}");
    }

    #[test]
    fn plurals_meet_their_singular_with_all_that_is_written_together_with_them() {
        for (one, other) in
            [("والمدارس", "مدرسة"), ("للأطفال", "الطفل"), ("أطفالهم", "طفل"), ("بالمخاطر", "خطر"), ("الأئمة", "إمام")]
        {
            let asked = forms(&fold(other), Side::Query);
            assert!(forms(&fold(one), Side::Document).iter().any(|form| asked.contains(form)), "{one} {other}");
        }
    }
}
