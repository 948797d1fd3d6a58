//! What words do in a sentence, by the keys that rows of `grammar.csv` use.

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What a word does in a sentence. Up to [`Class::ThisThing`] a word has one of them at
        /// most, which steers the reading of voices; of the others it may have many.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Class {
            /// Nothing of the below.
            #[default]
            Other,
            $($(#[$doc])* $name,)*
        }

        impl Class {
            /// All that rows may name, by the keys of their column `class`.
            pub(crate) const ALL: &[(&str, Class)] = &[$(($key, Class::$name)),*];
        }
    };
}

classes! {
    /// أن / إن.
    That = "that",
    /// أنه, بأن, بأنهم, وأن …: the word itself belongs to the clause.
    ThatIt = "that-it",
    /// هل, ما إذا, عما.
    Whether = "whether",
    /// إلى.
    To = "to",
    /// على.
    On = "on",
    /// عن.
    About = "about",
    /// من.
    From = "from",
    /// في.
    In = "in",
    /// A preposition that opens an adverbial: خلال, عبر, وسط, لدى.
    Adverbial = "adverbial",
    /// A preposition with a pronoun: له, فيها.
    WithIt = "with-it",
    /// بعد, عقب, إثر: what follows is the background of a noun clause.
    After = "after",
    /// دون, بدون: the same.
    Without = "without",
    /// A time: أمس, اليوم, الخميس, مساء.
    Time = "time",
    /// الذي, التي, الذين.
    Relative = "relative",
    /// فيما, بينما, لكن, حيث, كما, ثم.
    Contrast = "contrast",
    /// كان, كانت: the background of what went before.
    Was = "was",
    /// قد, لقد.
    Already = "already",
    /// وذلك.
    AndThat = "and-that",
    /// ما.
    What = "what",
    /// مما.
    Which = "which",
    /// هو, هي, وهو.
    He = "he",
    /// إلا, غير, قبل: what stands before an أن that opens no statement.
    NoStatement = "no-statement",
    /// ذلك, هذا: stands for what was said, and says nothing.
    ThisThing = "this-thing",
    /// A verbal noun that has not the shape of one: ضرورة, مقتل.
    VerbalNoun = "verbal-noun",
    /// A noun of what happens, which shows and does not say.
    Event = "event",
    /// A noun of saying that one repeats or renews.
    Speech = "speech",
    /// What somebody is made to answer for.
    Blame = "blame",
    /// What a verb of giving hands over in words: thanks, condolences, wishes.
    Thanks = "thanks",
    /// *about* behind it belongs to it rather than to a verb.
    TakesAbout = "takes-about",
    /// Heads names of offices and bodies, so that the next is its genitive.
    HeadOfName = "head-of-name",
    /// A title of persons.
    Title = "title",
    /// After *according to* a rule or measure rather than a source.
    Rule = "rule",
    /// After *in* the occasion on which somebody spoke.
    Occasion = "occasion",
    /// Those who were spoken to.
    Audience = "audience",
    /// Before a headline's colon what the page offers rather than a speaker.
    Offer = "offer",
    /// A place, which before a headline's colon is a dateline.
    Dateline = "dateline",
    /// A sentence that begins so steps back to what the outlet itself tells.
    Background = "background",
    /// With the article it stands for somebody named before, of the kinds in `value`.
    Description = "description",
    /// Makes of a description a community of states.
    OfStates = "of-states",
    /// A participle that tells to whom somebody is linked.
    Linked = "linked",
    /// May stand between a label and the name it belongs to.
    Between = "between",
    /// Before a label it makes another person of it (*the deputy of*).
    Deputy = "deputy",
    /// An adjective with the ending of those of nations that tells of none.
    Quality = "quality",
    /// Behind an act it leads to its agent.
    ToAgent = "to-agent",
    /// A verb of which an act is the object or stands behind a preposition, and says only that its
    /// subject does it (شن, قام ب, تمكن من).
    Does = "does",
    /// A noun for an act whose genitive is who does it, never whom it befalls (هجوم).
    Deed = "deed",
    /// A noun for what befalls whoever is its genitive, a verb for what befalls its subject (مصرع).
    Befalls = "befalls",
    /// *The hands* of somebody: by him only behind *on* (على يد), not out of them or beside.
    Hands = "hands",
    /// *The side* of somebody: by him only behind *from* (من قبل, من جانب).
    Side = "side",
    /// Before a name it makes it what an act is aimed at.
    ToObject = "to-object",
    /// Makes an act one to be stopped or condemned, by somebody else than its agent.
    Against = "against",
    /// Opens a clause that somebody says.
    OpensClause = "opens-clause",
    /// Verbs of writing, whose words may fill many lines (كتب, غرد).
    Writes = "writes",
    /// أولا, ثانيا: at the head of a point of a list.
    Ordinal = "ordinal",
    /// مع, فضلا: behind a comma what the outlet adds to a demand or a charge.
    Besides = "besides",
    /// What shows that a statement is still running: what it finds out (اتضح), whoever speaks of
    /// himself (إننا, والنقابة إذ …).
    Running = "running",
    /// A verb of finding that nobody does, before what was found: اتضح أن.
    FoundOut = "found-out",
    /// بيان, بلاغ: a text of a body, which may be told over many sentences.
    Communique = "communique",
    /// كتاب, ندوة, بعنوان: what stands in marks behind it is a title.
    Titled = "titled",
    /// أكثر, غير: begins no name of a speaker.
    NoName = "no-name",
    /// Before a word for a death it governs it, so that the dead stands behind it.
    Governs = "governs",
    /// فيه, خلالها: behind a verb, the text that says it.
    InIt = "in-it",
    /// Denies the very next word: غير, بدون, عدم.
    DeniesNext = "denies-next",
    /// Denies a perfect, and else is *that which*: ما.
    DeniesPerfect = "denies-perfect",
    /// Denies a verb: لا, لم, لن.
    DeniesVerb = "denies-verb",
    /// Denies what somebody is: ليس.
    IsNot = "is-not",
    /// Makes what follows possible only.
    Possible = "possible",
    /// Makes an imperfect possible, a perfect sure: قد.
    MayVerb = "may-verb",
    /// After a denying particle it makes no denial of it.
    NoDenial = "no-denial",
    /// A form of *to be*, which says what its subject is.
    ToBe = "to-be",
    /// No denial reaches over it.
    EndsDenial = "ends-denial",
    /// Says nothing of the content, with a conjunction before it or not.
    Function = "function",
    /// A given name; not one that is a common word, too (أمل, صالح, إسلام).
    Given = "given",
    /// A month; `value` is its number.
    Month = "month",
    /// A day of the week, with its article; `value` is 1 (Monday) to 7.
    Weekday = "weekday",
    /// A day by the day of the article; `value` is how many days later it is (أمس: -1).
    Day = "day",
    /// Behind a weekday: the first one after today.
    Next = "next",
    /// Behind a weekday: the last one before today.
    Past = "past",
    /// Behind a weekday: its date follows.
    Dated = "dated",
    /// Before *today* it makes it a name (صحيفة اليوم).
    NoTodayBefore = "no-today-before",
    /// After *today* it makes it another day (اليوم التالي).
    NoTodayAfter = "no-today-after",
    /// A number; `value` is what it counts, of a plural the least it can mean (عشرات: 10). Not أحد,
    /// which alone is *one of*.
    Number = "number",
    /// A name of a place stands behind it. Not مديرية: mostly an office.
    PlaceKind = "place-kind",
    /// Says where before such a word (شمال مدينة …).
    PlaceWhere = "place-where",
    /// Begins a name of a place of two words.
    PlaceBegins = "place-begins",
    /// Follows such a word and is no name.
    NoPlace = "no-place",
    /// Begins the name of a town called by a day of the calendar (العاشر من رمضان).
    PlaceDay = "place-day",
    /// A news agency, all its words joined; names of `agencies.csv` are so of themselves.
    Agency = "agency",
    /// A verb whose imperfect no rule tells; `value` has those it has, parted by `;`. Of the built-in
    /// rows only.
    Irregular = "irregular",
    /// How words begin whose و is their own. Of the built-in rows only.
    OwnWaw = "own-waw",
    /// Stands in the date of an article and says nothing of it that is needed.
    DateFiller = "date-filler",
    /// A month of the Islamic calendar; `value` is its number.
    IslamicMonth = "islamic-month",
    /// Behind a year: of the Islamic calendar.
    IslamicEra = "islamic-era",
    /// Behind a year: of the Christian era.
    Era = "era",
    /// Behind an hour: before noon.
    BeforeNoon = "before-noon",
    /// Behind an hour: after noon.
    AfterNoon = "after-noon",
    /// Before the name of a time zone.
    ByClock = "by-clock",
    /// Behind such a word a place by whose clock an hour is told; `value` is its winter time, in
    /// minutes east of Greenwich.
    Zone = "zone",
    /// *As* before a verb of saying, which then takes no noun: كما أعلنت الشرطة.
    AsTold = "as-told",
    /// *According to* before what somebody says.
    According = "according",
    /// Before أن at the head of a sentence it goes on with a statement.
    GoesOn = "goes-on",
    /// Because: at the head of a sentence it goes on with a statement.
    Because = "because",
    /// First among words it makes a clause of them, as words that deny do.
    BeginsClause = "begins-clause",
    /// Before a headline's colon what is told of rather than a speaker, with the article or not.
    Topic = "topic",
    /// Behind *according to* the name of the source ends before it.
    EndsSource = "ends-source",
    /// The naming that a source without name refuses.
    Naming = "naming",
    /// A verb by which a source refuses its name.
    Refuses = "refuses",
    /// Before such a naming it refuses it.
    Withholds = "withholds",
    /// The name or identity that is not told.
    Identity = "identity",
    /// Before أن it opens an adverbial rather than a statement.
    NoClause = "no-clause",
    /// Behind a preposition it is an adverbial with it, and nothing that is said.
    AdverbNoun = "adverb-noun",
    /// Behind *from* it is an adverbial with it, before which a speaker ends.
    AdverbFrom = "adverb-from",
    /// By what somebody points rather than says.
    Gesture = "gesture",
    /// A verb of pointing, which with a gesture says nothing.
    Points = "points",
    /// A participle of whom something befalls where *by* follows at once.
    Suffers = "suffers",
    /// The same, where it does not say how somebody acts.
    MaySuffer = "may-suffer",
    /// *Between*, and a verb only before what it makes clear.
    BetweenOrClear = "between-or-clear",
    /// *According to*, and a plate or layer before *from*.
    OrPlate = "or-plate",
    /// A feminine participle that is as often an adjective or a noun, with و or not.
    OftenAdjective = "often-adjective",
    /// A verb of telling what was hidden.
    Uncovers = "uncovers",
    /// With a verb before it, it says nothing: كشف النقاب, يبلغ من العمر.
    NoSaying = "no-saying",
    /// *Club*, and *called* where its last letter has no dots.
    Club = "club",
    /// Three letters that with a pronoun are a noun rather than a verb.
    OwnedNoun = "owned-noun",
    /// Before the one who says it: his words, his account.
    Telling = "telling",
    /// Behind *according to what* a verb without its own speaker.
    Told = "told",
    /// The words that name a speaker end before it.
    EndsSpeaker = "ends-speaker",
    /// Begins a name of two words.
    BeginsName = "begins-name",
    /// *When*: what stands before it is no subject.
    When = "when",
    /// Before those who speak it tells how many.
    Some = "some",
    /// What is shouted or held up rather than who does it.
    Chant = "chant",
    /// A verb that only says that something is done.
    Done = "done",
    /// *But*: who stands behind it may speak later.
    But = "but",
    /// *But* before أن.
    ButThat = "but-that",
    /// *While*: it opens a clause that ends at its comma.
    While = "while",
    /// Behind a comma it goes on with what the outlet tells.
    Narrates = "narrates",
    /// Before أن the outlet's own *it is recalled*.
    Impersonal = "impersonal",
    /// The same before إلى أن.
    ImpersonalTo = "impersonal-to",
    /// *In what*: nobody is named for the verb behind it.
    InWhich = "in-which",
    /// A verb of calling something so.
    Calls = "calls",
    /// Says of the noun before it that it is called so.
    Alleged = "alleged",
    /// A verb of which only people are the subject, not happenings.
    ByPeople = "by-people",
    /// A verb whose statement may run over many sentences.
    Declares = "declares",
    /// What it governs is asked for or aimed at, and nobody is said to have it.
    Wants = "wants",
    /// What it governs is feared or to be averted.
    Fears = "fears",
    /// What it governs is spoken of as such: a virtue that is taught, a vice that is fought.
    AsSuch = "as-such",
    /// What it governs is a charge.
    Charges = "charges",
    /// The definite noun behind it is its name: of a square, a body, a work.
    NameOf = "name-of",
    /// Says that its object is not so, not that one will not have it: نفى.
    DeniesFact = "denies-fact",
    /// *Son of*: leads to the name of a father, behind which the family's may stand.
    Patronymic = "patronymic",
    /// *Former*: who rules now is another.
    Former = "former",
    /// A word of games and players.
    Sport = "sport",
    /// A noun for coming about, which may stand between one of these and what it governs.
    Comes = "comes",
    /// A word for an act; `value` is the class of acts, a colon, and by whom or what one such act is
    /// told from another; several parted by a space.
    Act = "act",
    /// A year stands behind it.
    YearWord = "year-word",
    /// Before a word for an act: it is aimed at or asked for, and has not happened.
    Intended = "intended",
    /// *Border*: the place where one state meets another.
    Border = "border",
    /// Behind a name it tells what somebody is, and is no surname (المتحدث, القيادي).
    Role = "role",
    /// A noun of somebody, of a body or of a text that may speak (مصدر, نقابة, صحيفة).
    Speaking = "speaking",
    /// *In the name of*: who speaks before it speaks for whoever stands behind it.
    OnBehalf = "on-behalf",
}

/// The last class of those of which a word has one at most.
pub(super) const LAST_STEERING: Class = Class::ThisThing;

/// What the letters of a word tell, whatever the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// It has the article.
    Definite,
    /// A preposition joins it to a participle of linking.
    JoinedToLink,
    /// What is glued to it makes it whom an act befalls.
    MarkedObject,
    /// It has the letters of a verbal noun that only a mark lost in folding tells from other words.
    Causative,
    /// It has the letters of a verbal noun that an imperfect has, too (تعاطف, تضرر).
    Reflexive,
    /// It has the letters of a perfect that no noun has (انسحب, استقبل).
    DerivedPerfect,
}
