//! Which noun is the object of a word of saying: by its form, or by its place.

use super::acts::Body;
use super::complement::REACH;
use super::reader::Reader;
use super::valency::{Addressee, Governs};
use super::{Cue, Role, SayingClass};
use crate::language::{Class, Features};

impl Reader<'_> {
    /// What a verb asks of somebody or lays to his charge, where it has no object that is one by its
    /// form: the first noun with ب, whatever noun it is (يطالبون واشنطن بموقف), else a verbal noun
    /// behind whoever is spoken to (داعيا رجاله البقاء).
    pub(crate) fn loose_object(&self, ix: usize, limit: u32) -> Option<(Body, u32, u32)> {
        let cue = &self.cues[ix];
        let addresses = cue.valency.addressee == Addressee::Noun;
        let greets = cue.valency.class == SayingClass::Greet;
        let likens = cue.valency.class == SayingClass::Liken;
        if !addresses && !greets && !likens && cue.role != Role::Condemns {
            return None;
        }
        if cue.role == Role::SaysNoun {
            return None;
        }
        let inside = |at: u32| self.top_at(at).is_some() || self.in_relative(cue.tokens.end, at);
        // طالب جامعي أقدم على ذلك بدافع …: what stands behind another preposition is another clause's.
        // دعا الشيخ للمريض بالشفاء: so does what stands behind whom it is for.
        let other = |at: &u32| {
            let occasion = self.grammar.is_occasion(self.folded(*at));
            matches!(self.class(*at), Class::On | Class::To | Class::About)
                || self.has_glued(*at, Features::FOR)
                    && self.class(*at) == Class::Other
                    && !occasion
        };
        let limit = (cue.tokens.end..limit).find(other).unwrap_or(limit);
        let with_bi = |at: u32| {
            let word = self.folded(at);
            let bare = self.text.language.behind(word, Features::BY).unwrap_or("");
            let noun = self.text.language.without_article(bare).unwrap_or(bare);
            self.class(at) == Class::Other
                && self.has_glued(at, Features::BY)
                && bare.chars().count() > 3
                && !self.shape(at).has(Features::TANWIN)
                // رحب السفير بضيوفه: a guest is no object.
                && !(greets && self.shape(at).has_third())
                && !self.grammar.is_place(bare)
                && !self.grammar.is_head_of_name(noun)
                && !self.grammar.is_occasion(noun)
        };
        // وصف القرار بالكارثي, ووصفها بالجيدة; شبه جزيرة تتصل بالبر
        let likened = |at: u32| {
            let owned = at == cue.tokens.end && cue.form().has_third();
            !likens || owned || at > cue.tokens.end && self.has_article(at - 1)
        };
        let by_bi = (cue.tokens.end..limit)
            .filter(|_| cue.takes(Governs::BI))
            .find(|at| with_bi(*at) && likened(*at) && !inside(*at));
        let bare = (cue.tokens.end + 1..limit)
            .filter(|_| addresses && cue.valency.class == SayingClass::Demand)
            .find(|at| self.is_asked(*at) && !inside(*at));
        by_bi
            .into_iter()
            .chain(bare)
            .min()
            .map(|at| (Body::Noun, at, at))
    }

    /// Whether a word is a verbal noun behind whoever is asked to do it (داعيا رجاله البقاء).
    fn is_asked(&self, at: u32) -> bool {
        let before = at - 1;
        let someone =
            self.shape(before).has_third() || self.has_article(before) || self.is_comma(before);
        let word = self.folded(at);
        let noun = self.grammar.is_definite_verbal_noun(word) || self.grammar.is_reflexive(word);
        someone && noun && self.class(at) == Class::Other
    }

    pub(crate) fn begins_noun(&self, cue: &Cue, at: u32) -> Option<(Body, u32, u32)> {
        if let Some(':') = self.mark_at(at) {
            return self.after_colon(cue, at);
        }
        let word = self.folded(at);
        let prefixed = |prefix: Features| {
            self.text.language.behind(word, prefix).is_some_and(|bare| {
                self.grammar.is_definite_verbal_noun(bare)
                    || self.is_causative(at, bare)
                    || self.grammar.is_reflexive(bare)
            })
        };
        let found = cue.takes(Governs::BI) && prefixed(Features::BY)
            || cue.takes(Governs::LI) && prefixed(Features::FOR)
            || cue.takes(Governs::NOUN) && self.is_object(cue, at)
            || cue.takes(Governs::SPEECH) && self.grammar.is_speech(word)
            || cue.takes(Governs::BLAME) && self.grammar.is_blame(word)
            || cue.takes(Governs::THANKS) && self.is(at, Class::Thanks);
        found.then_some((Body::Noun, at, at))
    }

    /// Whether a word is the object of a verb that takes a noun: a verbal noun without article
    /// that no preposition governs, or the first noun after subject and time (أكد الجيش اليوم
    /// مقتل …).
    pub(crate) fn is_object(&self, cue: &Cue, at: u32) -> bool {
        let word = self.folded(at);
        let before = self.class(at - 1);
        let governed = governs_noun(before);
        let relates = cue.role != Role::Participle && self.in_relative(cue.tokens.end, at);
        // مجلس إدارة الشركة: in the name of whoever speaks.
        let in_name = at > cue.tokens.end
            && !self.is(at, Class::DeniesNext)
            && self.grammar.is_head_of_name(self.folded(at - 1));
        if !self.is_word(at) || governed || relates || in_name {
            return false;
        }
        let after_time = before == Class::Time && at > cue.tokens.end + 1;
        let greets = cue.role == Role::Says && cue.valency.class == SayingClass::Greet;
        if (cue.role == Role::Condemns || greets) && self.is_condemned(cue, at) {
            return true;
        }
        if self.is_behind_aside(cue, at) {
            return true;
        }
        if self.follows_participle(cue, at) {
            return true;
        }
        // بتهمة الانتماء إلى …: the charge stands in its genitive.
        let charges = cue.valency.class == SayingClass::Accuse && cue.role == Role::SaysNoun;
        if charges && at == cue.tokens.end {
            return self.is_charge(cue, at);
        }
        // شاكرا فرق الإطفاء: whoever is thanked or greeted, and for what.
        if cue.valency.class == SayingClass::Greet && cue.role == Role::Participle {
            return at == cue.tokens.end;
        }
        let condemned = cue.role == Role::Condemns && at > cue.tokens.end;
        if matches!(cue.role, Role::Condemns | Role::Denies) && self.grammar.is_speech(word) {
            return true;
        }
        if self.has_article(at) && !self.grammar.is_verbal_noun(word) {
            return (after_time || condemned) && self.grammar.is_definite_verbal_noun(word)
                || self.is_deed(cue, at);
        }
        if self.leads_headline(cue) {
            return self.is_headline_object(cue, at);
        }
        let stands_first = at == cue.tokens.end
            && !self.may_stand_first(cue)
            && self.grammar.is_head_of_name(word);
        // No verb stands behind a verb of saying and its subject without و: تعاطف is a noun there.
        let follows = self.is_reflexive_object(cue, at);
        let shape = self.shape(at);
        // أكدت تصميم الدولة: a masculine noun is no subject of a feminine verb.
        let she = Features::PERFECT | Features::FEMININE;
        let disagrees = cue.form().has(she) && !shape.has(Features::FEMININE);
        (self.grammar.is_verbal_noun(word) || self.is_causative(at, word) || follows)
            && (!stands_first || shape.has_third() || disagrees)
            && !(at + 1..at + 4).any(|next| self.class(next) == Class::ThatIt)
    }

    /// Whether a word behind a noun for a charge is what somebody is charged with (من تهمة التحرش),
    /// rather than an adjective (التهمة الجديدة).
    fn is_charge(&self, cue: &Cue, at: u32) -> bool {
        let genitive = !cue.form().has(Features::ARTICLE) && self.has_article(at);
        cue.form().has(Features::BY)
            || genitive
            || self.grammar.is_definite_verbal_noun(self.folded(at))
    }

    /// Whether a word is the object of a headline's verb, whose subject stands before it.
    fn is_headline_object(&self, cue: &Cue, at: u32) -> bool {
        let word = self.folded(at);
        let addressed = at == cue.tokens.end + 1 && self.has_glued(at - 1, Features::FOR);
        // يعلن تفاصيل الخطة: what is made known is as often a thing as words; معارك توقع قتلى: so is
        // what has the letters of another verb.
        let judges = cue.form().is_bare_imperfect()
            && !matches!(
                cue.valency.class,
                SayingClass::Announce | SayingClass::Admit
            );
        let first = at == cue.tokens.end
            && (self.grammar.is_verbal_noun(word) || judges && self.is_bare_noun(at));
        first || addressed && self.grammar.is_verbal_noun(word)
    }

    /// Whether a noun, whatever it is, stands right behind a participle of saying, whose object it is
    /// (مؤكدين ثبات موقفهم).
    fn follows_participle(&self, cue: &Cue, at: u32) -> bool {
        // سائلا أزرق: an adjective has nothing definite behind it.
        let owned = |at: u32| self.has_article(at) || self.shape(at).has_third();
        let speaks = cue.role == Role::Participle
            && cue.valency.addressee == Addressee::None
            && (at..at + 4)
                .take_while(|at| self.class(*at) == Class::Other)
                .any(owned);
        let plain = self.is_word(at) && self.class(at) == Class::Other && !self.has_article(at);
        let glued = self.shape(at).has_any(Features::BY | Features::FOR);
        speaks && at == cue.tokens.end && plain && !glued
    }

    /// Whether a noun that heads a phrase stands behind an aside between two commas (وأكدت الوزارة،
    /// وفقا للوكالة، خلو القنوات …), which parts it from the subject.
    fn is_behind_aside(&self, cue: &Cue, at: u32) -> bool {
        let closes = |at: u32| self.is_comma(at);
        let heads = self.is_bare_noun(at) && !self.has_article(at) && self.has_article(at + 1);
        if !heads || !closes(at - 1) || self.grammar.is_title(self.folded(at)) {
            return false;
        }
        let opens = (cue.tokens.end..at - 1)
            .rev()
            .find(|before| closes(*before));
        opens.is_some_and(|comma| {
            let first = comma + 1;
            let frames = self
                .cues_at(first)
                .is_some_and(|cue| cue.role == Role::AccordingTo);
            comma > cue.tokens.end && (frames || self.class(first) == Class::In)
        })
    }

    /// Whether a word is a noun, or may be one, that no particle is glued to.
    fn is_bare_noun(&self, at: u32) -> bool {
        let glued = Features::JOINED | Features::BY | Features::FOR;
        self.is_word(at) && self.class(at) == Class::Other && !self.shape(at).has_any(glued)
    }

    /// Whether a definite noun behind the subject is a deed, whatever its form: a preposition that the
    /// verb does not take follows at once (أعلنت الوزارة القبض على …). Behind somebody only a
    /// participle or a relation has one (المنشق عن, المقرب إلى).
    fn is_deed(&self, cue: &Cue, at: u32) -> bool {
        let before = at - 1;
        let parted =
            self.has_article(before) || self.is_comma(before) || self.class(before) == Class::Time;
        let known = self.grammar.is_definite_verbal_noun(self.folded(at)) || {
            let bare = self.text.language.without_article(self.folded(at));
            bare.is_some_and(|bare| self.is_causative(at, bare))
        };
        let leads = match self.class(at + 1) {
            Class::On => known || !cue.takes(Governs::ON),
            Class::About => known || !cue.takes(Governs::ABOUT),
            Class::To => known || !cue.takes(Governs::TO),
            _ => false,
        };
        let shape = self.shape(at);
        let describes = shape.has(Features::NISBA) || shape.has(Features::PARTICIPLE);
        let plain = self.class(at) == Class::Other && !shape.has(Features::PLURAL);
        at > cue.tokens.end && parted && leads && plain && (known || !describes)
    }

    /// Whether a verbal noun that looks like a verb is the object: right behind its cue, or where no
    /// name stands before another verbal noun (نفى تهامي وجود …).
    fn is_reflexive_object(&self, cue: &Cue, at: u32) -> bool {
        let names =
            self.shape(at).has(Features::NISBA) || self.grammar.is_verbal_noun(self.folded(at + 1));
        self.grammar.is_reflexive(self.folded(at)) && (at == cue.tokens.end || !names)
    }

    /// Whether a noun, whatever it is, stands where that stands which somebody condemns: right behind
    /// the verb where its subject is known, else behind what parts it from the subject (أدانت
    /// النقابة، في بيان لها اليوم، الأحداث).
    pub(crate) fn is_condemned(&self, cue: &Cue, at: u32) -> bool {
        let knows_subject = cue.form().has_own_subject()
            || self.leads_headline(cue)
            || self.follows_own_subject(cue);
        let before = self.class(at - 1);
        let parted = self.is_comma(at - 1) || matches!(before, Class::Time | Class::WithIt);
        let noun = self.is_bare_noun(at);
        // تدين بشدة التفجيرات: an adverb stands between.
        let adverb = |at: u32| self.has_glued(at, Features::BY) && !self.has_article(at);
        if at == cue.tokens.end || at == cue.tokens.end + 1 && knows_subject && adverb(at - 1) {
            return noun && knows_subject;
        }
        let definite = self.has_article(at);
        // … في بيان لها اليوم عدوان الطائرات; … على مواقع التواصل الاجتماعي قرار النائب
        let parted_by_form = self.has_article(at - 1) && self.shape(at - 1).has(Features::NISBA);
        let heads =
            !definite && self.has_article(at + 1) && !self.grammar.is_title(self.folded(at));
        noun && (parted && (definite || heads)
            || parted_by_form && heads
            || self.begins_another(at)
            || self.follows_whole(at))
    }

    /// Whether a noun stands behind a phrase that is whole: a definite one behind a name that heads
    /// no other (رئاسة كردستان القصف), an indefinite one with its genitive behind a definite plural or
    /// body, which no name follows (المحتجون قرار البلدية).
    fn follows_whole(&self, at: u32) -> bool {
        let before = at - 1;
        let shape = self.shape(at);
        if self.has_article(at) {
            let adjective = shape.has(Features::NISBA) || shape.has(Features::PARTICIPLE);
            let named = self.is_in_name(before) || self.grammar.is_place(self.folded(before));
            // خالد بن سالم الصفيان الحادث: such a name ends with its surname.
            let surname = self.has_article(before)
                && before > 2
                && self.is(before - 2, Class::Patronymic)
                && !self.grammar.is_title(self.without_article(before));
            let ends = named && !self.has_article(before) && !self.is_in_name(at);
            return !adjective && (ends || surname);
        }
        let many = self.shape(before);
        let whole = self.has_article(before)
            && many.has_any(Features::FEMININE | Features::PLURAL)
            && !many.has_any(Features::NISBA);
        let word = self.folded(at);
        let name = self.grammar.is_title(word) || self.grammar.is_given_name(word);
        whole && !name && (self.has_article(at + 1) || shape == Features::TANWIN)
    }

    /// Whether the subject stands before its verb, behind a particle that opens the sentence (لكن
    /// الوزير أدان …, وكان الوزير قد أدان …).
    pub(crate) fn follows_own_subject(&self, cue: &Cue) -> bool {
        let verb = cue.tokens.start;
        let start = self.text.sentence_of(verb).start;
        let Some(first) = self.first_word(&(start..verb)) else {
            return false;
        };
        let opens = match self.class(first) {
            Class::Contrast => !self.is(first, Class::AsTold),
            Class::Was => true,
            _ => false,
        };
        let parts = |at: u32| self.is_comma(at) || self.class(at) == Class::Relative;
        // وإذ يعتذر المدير: a verb follows, and no subject.
        let noun = self.has_article(first + 1) || !self.shape(first + 1).has(Features::IMPERFECT);
        let near = first + 1 < verb && verb <= first + REACH;
        opens && noun && near && !cue.is_joined() && !(first..verb).any(parts)
    }

    /// Whether a word is a verbal noun إفعال, which only its written hamza tells from the plurals
    /// أفعال and from names (إخفاء, against أخبار and أمغار).
    pub(crate) fn is_causative(&self, at: u32, word: &str) -> bool {
        self.grammar.is_causative(word, self.surface(at))
    }

    /// Whether a relative clause has begun since the last comma or word of time (المدير الذي زار
    /// القرية أمس).
    pub(crate) fn in_relative(&self, from: u32, at: u32) -> bool {
        (from..at)
            .rev()
            .take_while(|before| !self.is_comma(*before) && self.class(*before) != Class::Time)
            .any(|before| self.class(before) == Class::Relative)
    }
}

/// Whether a noun behind a word of a class is not the verb's own object.
fn governs_noun(class: Class) -> bool {
    matches!(
        class,
        Class::In
            | Class::On
            | Class::To
            | Class::From
            | Class::About
            | Class::Adverbial
            | Class::After
            | Class::Without
            | Class::Relative
            | Class::Already
            | Class::ThisThing
    )
}
