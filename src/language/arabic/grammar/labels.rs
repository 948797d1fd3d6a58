//! Words that lead from a label to its actor, and words that keep one away.

use super::WordSet;

/// Behind an act, what leads to its agent (هجوم شنه …, على يد …).
pub static TO_AGENT: WordSet = WordSet::new(
    "شنه شنها شنته شنتها نفذه نفذها نفذته نفذتها نصبه نصبته ارتكبه ارتكبها ارتكبته ارتكبتها \
    تبناه تبنته تبنتها يد ايدي قبل جانب برصاص بنيران بيد تشنه تشنها يشنه يشنها",
);

/// Before a name, what makes it the one an act is aimed at.
pub static TO_OBJECT: WordSet = WordSet::new(
    "علي ضد بحق استهدف استهدفت يستهدف تستهدف استهداف طال طالت من امام لدي داخل قرب فوق في مقر",
);

/// What makes an act one to be stopped or condemned (لوقف المجزرة), by somebody else than its agent.
pub static AGAINST: WordSet = WordSet::new(
    "تدين يدين استنكرت تستنكر يستنكر استنكار ندد نددت تندد يندد شجب شجبت اتهم اتهمت يتهم تتهم \
    وقف لوقف منع لمنع انهاء لانهاء مواجهة لمواجهة ضد ادان ادانت ادانة استنكر تجنب لتجنب مكافحة",
);

/// Between a label and the name it belongs to (مسلحون من عناصر حركة …, وعلى رأسها …).
pub static BETWEEN: WordSet = WordSet::new(
    "في وعلي علي راسها راسهم ابرزها ابرزهم مثل منها منهم بينها بينهم من جماعة تنظيم حركة حزب \
    جبهة ميليشيا ميليشيات مليشيا مليشيات قوات عناصر مجموعة مقاتلي كتاءب كتيبة ما يسمي صفوف \
    تابعين التابعين تابعة",
);

/// Adjectives in ي and ية that say of a force or government what it is rather than whose, without the article.
pub static NO_NATIONS: WordSet = WordSet::new(
    "عسكري عسكرية امني امنية سياسي سياسية حكومي حكومية حالي حالية شرعي شرعية مدني مدنية شعبي \
    شعبية محلي محلية رسمي رسمية دولي دولية وطني وطنية نظامي نظامية اجنبي اجنبية ثوري ثورية \
    ارهابي ارهابية جهادي جهادية",
);

/// Before a label, what makes another person of it: the deputy of a president is none.
pub static DEPUTIES: WordSet =
    WordSet::new("ناءب ناءبا مساعد مستشار مستشاري مستشارة نجل نجلي زوجة حرم ناءبة ابن");

/// Adjectives after which a description is a community of states (الجماعة الاقتصادية لدول غرب أفريقيا).
pub static OF_STATES: WordSet = WordSet::new("الاقتصادية الاوروبية الدولية العربية الافريقية");

/// Participles that tell to whom somebody is linked (المرتبطة بتنظيم القاعدة): their beginnings,
/// without article.
pub const LINKED: [&str; 9] = [
    "مرتبط",
    "موالي",
    "تابع",
    "مدعوم",
    "مقرب",
    "منتمي",
    "محسوب",
    "مبايع",
    "متحالف",
];

/// Nouns that with the article stand for an actor named before, without it, and the kinds they may
/// stand for. Not دولة and قوات, which any news sentence has without meaning anybody named.
pub const DESCRIPTIONS: [(&str, &[&str]); 12] = [
    ("جماعة", GROUPS),
    ("حركة", GROUPS),
    ("تنظيم", GROUPS),
    ("جبهة", GROUPS),
    ("ميليشيا", MILITIAS),
    ("مليشيا", MILITIAS),
    ("ميليشيات", MILITIAS),
    ("حزب", &["political-movement", "militia", "insurgents"]),
    ("جيش", &["state-army"]),
    ("حكومة", &["government"]),
    ("منظمة", &["organisation", "armed-islamists", "insurgents"]),
    ("تحالف", &["foreign-force"]),
];
const GROUPS: &[&str] = &[
    "armed-islamists",
    "insurgents",
    "militia",
    "political-movement",
];
const MILITIAS: &[&str] = &["militia", "insurgents", "pro-government-militia"];
