//! Headlines of the kind `speaker: words`, and `words: speaker`.

use super::StretchKind;
use super::nouns::{is_event, is_title};
use super::reader::{Marked, Reader};
use super::words::Class;
use crate::corpus::Part;
use crate::language::Kind;
use std::ops::Range;

/// A speaker in front of a colon has at most this many tokens.
const LONGEST_SPEAKER: u32 = 16;

/// A speaker behind the words has at most this many.
const LONGEST_TRAILING: u32 = 6;

/// What stands before a colon and is nobody: what the page offers, folded.
const NO_SPEAKER: [&str; 34] = [
    "عاجل",
    "صور",
    "بالصور",
    "فيديو",
    "بالفيديو",
    "شاهد",
    "خاص",
    "حصري",
    "متابعة",
    "تحديث",
    "محدث",
    "خبر",
    "حوار",
    "ملف",
    "تحليل",
    "راي",
    "مقال",
    "انفراد",
    "بالاسماء",
    "بالمستندات",
    "بالارقام",
    "نص",
    "ننشر",
    "غدا",
    "اليوم",
    "نتيجة",
    "نتاءج",
    "اسعار",
    "رياضة",
    "سياسي",
    "عام",
    "تفاصيل",
    "خاتمة",
    "خبير",
];

/// Places, which before a colon are a dateline (مالي: مقتل …) rather than a speaker; states of the
/// Arab world and the Sahel with their capitals, and the cities news of 2010–2025 named most.
const PLACES: &str = "مالي النيجر تشاد السودان مصر ليبيا تونس الجزاءر المغرب موريتانيا الصومال جيبوتي \
اليمن عمان السعودية الامارات قطر البحرين الكويت العراق سوريا سورية لبنان الاردن فلسطين غزة القدس \
نيجيريا بوركينا الكاميرون السنغال باماكو نيامي واغادوغو نجامينا الخرطوم القاهرة طرابلس بنغازي \
الرباط نواكشوط مقديشو صنعاء عدن تعز مارب مسقط الرياض جدة مكة الدوحة المنامة بغداد الموصل دمشق حلب \
بيروت صيدا حمص حماة ادلب درعا الرقة الفلوجة الرمادي كركوك البصرة سيناء الاسكندرية بورسعيد السويس \
الغربية المنصورة اسيوط الفيوم كيدال غاو تمبكتو موبتي افغانستان كابول باكستان تركيا اسطنبول";

impl Reader<'_> {
    /// Reads a headline with a colon; the first token that is left to be read as a sentence.
    pub fn headline(&mut self) -> u32 {
        if self.text.part != Part::Title {
            return 0;
        }
        let end = self.text.tokens.list.len() as u32;
        let Some(colon) = (0..end).find(|at| self.is_headline_colon(*at)) else {
            return 0;
        };
        let before = self.segment_start(colon)..colon;
        let words = self.trimmed(colon + 1..end);
        if words.is_empty() || self.is_nobody(&before, words.start) {
            return 0;
        }
        if let Some(speaker) = self.trailing_speaker(&before, &words) {
            let said = self.trimmed(before);
            self.say(said, speaker, colon);
            return end;
        }
        let Some(speaker) = self.leading_speaker(before) else {
            return 0;
        };
        self.quotes_of(&(0..colon), &[]);
        self.say(words, speaker, colon);
        end
    }

    fn is_headline_colon(&self, at: u32) -> bool {
        self.mark_at(at) == Some(':')
            && self.top_at(at).is_none()
            && !(at > 0
                && self.text.tokens.list[at as usize - 1].kind == Kind::Number
                && self.is_word(at + 1))
    }

    /// A headline's part begins after `..` or `!`.
    fn segment_start(&self, colon: u32) -> u32 {
        (0..colon)
            .rev()
            .find(|at| matches!(self.mark_at(*at), Some('.' | '…' | '!' | '؟' | '|')))
            .map_or(0, |stop| stop + 1)
    }

    fn is_nobody(&self, before: &Range<u32>, said: u32) -> bool {
        let Some(first) = self.first_word(before) else {
            return true;
        };
        let words = before.clone().filter(|at| self.is_word(*at)).count();
        let word = self.folded(first);
        let is_place = words == 1 && PLACES.split(' ').any(|place| place == word);
        let answers = matches!(
            self.folded(said),
            "لا" | "لن" | "لم" | "ليس" | "لسنا" | "نحن"
        );
        let topic = word.strip_prefix("ال").unwrap_or(word);
        NO_SPEAKER.contains(&word)
            || is_event(topic)
            || matches!(topic, "قضية" | "طريق" | "دوري" | "كاس" | "مباراة" | "حريق")
            || self.text.tokens.list[first as usize].kind == Kind::Number
            || is_place && !answers && self.class(said) != Class::That
    }

    /// The subject before the colon: up to a preposition or a verb.
    fn leading_speaker(&self, before: Range<u32>) -> Option<Range<u32>> {
        let range = self.trimmed(before);
        if let Some(quote) = self
            .top_at(range.start)
            .filter(|q| q.outer.start == range.start)
        {
            return Some(quote.inner.clone());
        }
        let first = self.first_word(&range)?;
        let end = (first + 1..range.end)
            .find(|at| self.ends_speaker(*at))
            .unwrap_or(range.end);
        let speaker = self.trimmed(first..end);
        let has_length = (1..=LONGEST_SPEAKER).contains(&(speaker.len() as u32));
        has_length.then_some(speaker)
    }

    fn ends_speaker(&self, at: u32) -> bool {
        let word = self.folded(at);
        let is_verb = word.starts_with('ي') && word.chars().count() >= 3;
        let to_title = word.strip_prefix('ل').is_some_and(is_title);
        let addressed = word == "ل" || word.starts_with("لل") || to_title;
        let verb_cue = self.cues.iter().any(|cue| {
            cue.tokens.start == at
                && matches!(
                    cue.role,
                    super::Role::Says | super::Role::Demands | super::Role::Denies
                )
        });
        is_verb || addressed || verb_cue || !matches!(self.class(at), Class::Other | Class::From)
    }

    /// `words: speaker`, where the part after the colon is a known name, or short and much shorter
    /// than the words.
    fn trailing_speaker(&self, before: &Range<u32>, after: &Range<u32>) -> Option<Range<u32>> {
        let is_name = self
            .names
            .iter()
            .any(|name| name.start <= after.start + 1 && name.end >= after.end);
        let telling = self
            .cues
            .iter()
            .any(|cue| cue.role == super::Role::SaysNoun && cue.tokens.start == after.start);
        let short = (after.len() as u32) <= LONGEST_TRAILING && before.len() >= 2 * after.len();
        (short && before.len() > 4 && (is_name || telling)).then(|| after.clone())
    }

    fn say(&mut self, said: Range<u32>, speaker: Range<u32>, colon: u32) {
        let whole = self.top_at(said.start).filter(|q| q.outer == said).cloned();
        self.speaker = Some(speaker.clone());
        self.speaker_before = Some(speaker.clone());
        let (tokens, kind) = match &whole {
            Some(quote) => (quote.inner.clone(), StretchKind::Quoted),
            None => (said.clone(), StretchKind::Reported),
        };
        self.push(Marked {
            tokens,
            kind,
            speaker: Some(speaker),
            cue: colon..colon + 1,
        });
        if whole.is_none() {
            self.quotes_of(&said, &[]);
        }
    }
}
