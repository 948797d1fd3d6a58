//! Words that make a headline's colon something else than a speaker's, and those with which the
//! outlet steps back.

use super::WordSet;

/// What stands before a colon and is nobody: what the page offers.
pub static OFFERS: WordSet = WordSet::new(
    "عاجل صور بالصور فيديو بالفيديو شاهد خاص حصري متابعة تحديث محدث خبر حوار ملف تحليل راي مقال \
    انفراد بالاسماء بالمستندات بالارقام نص ننشر غدا اليوم نتيجة نتاءج اسعار رياضة سياسي عام \
    تفاصيل خاتمة خبير",
);

/// Places, which before a colon are a dateline (مالي: مقتل …) rather than a speaker; states of the
/// Arab world and the Sahel with their capitals, and the cities news of 2010–2025 named most.
pub static PLACES: WordSet = WordSet::new(
    "مالي النيجر تشاد السودان مصر ليبيا تونس الجزاءر المغرب موريتانيا الصومال جيبوتي اليمن عمان \
    السعودية الامارات قطر البحرين الكويت العراق سوريا سورية لبنان الاردن فلسطين غزة القدس \
    نيجيريا بوركينا الكاميرون السنغال باماكو نيامي واغادوغو نجامينا الخرطوم القاهرة طرابلس \
    بنغازي الرباط نواكشوط مقديشو صنعاء عدن تعز مارب مسقط الرياض جدة مكة الدوحة المنامة بغداد \
    الموصل دمشق حلب بيروت صيدا حمص حماة ادلب درعا الرقة الفلوجة الرمادي كركوك البصرة سيناء \
    الاسكندرية بورسعيد السويس الغربية المنصورة اسيوط الفيوم كيدال غاو تمبكتو موبتي افغانستان \
    كابول باكستان تركيا اسطنبول",
);

/// Verbs and nouns with which a sentence steps back to what the outlet itself tells, without و.
pub static BACKGROUND: WordSet = WordSet::new("يذكر يشار تجدر يجدر الجدير جدير جاء ياتي ياتى");
