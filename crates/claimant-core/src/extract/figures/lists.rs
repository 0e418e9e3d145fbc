//! The lists of words that decide what is counted and what is not, sorted, in lower case.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// A set of words, made on first use.
pub(super) struct List(LazyLock<FxHashSet<&'static str>>);

impl List {
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// Words separated by white space.
macro_rules! list {
    ($words:literal) => {
        List(LazyLock::new(|| $words.split_whitespace().collect()))
    };
}

/// Words that no counted noun phrase goes on over: function words, and verbs that often follow one.
pub(super) static STOPS: List = list!(
    "
    a about above according accounted accuse accused across added admitted after again against ago
    agree agreed all allege alleged along already also although always am amid among amongst an and
    announced any apart apiece appeared are aren't argue argued around arrived as aside asked at ate
    attend attended away be became because become been before began begin behind being believe
    believed belong belonged below beneath beside besides between beyond blew both bought broke
    brought built but by called came can can't cannot cast caught claim claimed come comprise
    consist cost could couldn't crossed cut decided demand demanded denied depend despite did didn't
    do does doesn't doing don't done down drew drove due during each either else ended enter entered
    ever every except face faced fell felt few flew follow followed for fought found from gathered
    gave get go going gone got grew had hadn't happened has hasn't have haven't having he held her
    here hers him his how however i if in include included including inside instead into is isn't it
    its itself join joined just keep kept knew know lay least led left less lie like live lived lost
    made make many marched may me meet met might mine moved much must my near nearby need needed
    neither never no nor not now occurred of off often on once only onto opened opposed or other our
    ours out outside over overall participate participated passed per perhaps play played plus
    prepared prior protested put quite ran rather reached read received refused remain remained
    remains reported respectively rose said sat saw say says seem seemed sent serve served set shall
    she should showed signed since so sold some soon speak spent spoke stand started stay stayed
    still stood such supported take taken taking tell than that the their theirs them themselves
    then there these they think this those though thought through throughout thus till to today
    together told tomorrow tonight too took toward towards trained travelled tried turned under
    unless until up upon us use used using versus via visited voted vs want wanted warned was wasn't
    we went were weren't what when where whether which while who whom whose why will with withdrew
    within without won won't work worked would wouldn't wrote yesterday yet you your"
);

/// Plurals without an -s, and nouns that count as plural as they stand.
pub(super) static PLURALS: List = list!(
    "
    aircraft airmen alumni bacteria businessmen businesswomen cameramen cattle cavalry cavalrymen
    children clergy clergymen congressmen congresswomen councilmen craftsmen crew criteria data deer
    doormen feet firemen fish fishermen folk freshmen fungi geese gendarmes guardsmen gunmen
    horsemen hovercraft infantry infantrymen lawmen livestock marksmen media men mice midwives
    military militia militiamen nuclei offspring oxen people personnel phenomena police policemen
    policewomen salmon seamen series servicemen servicewomen sheep shrimp spacecraft species
    spokesmen sportsmen squid staff strata stuntmen swine teeth tradesmen troops warcraft watercraft
    women workmen yeomen"
);

/// Words in -s that are no plurals.
pub(super) static SINGULARS: List = list!(
    "
    afterwards always diabetes economics has his news overseas perhaps physics plus politics
    sometimes this thus unless was yes"
);

/// Lengths of time: durations are time expressions.
pub(super) static TIME_UNITS: List = list!(
    "
    centuries century day days decade decades fortnight fortnights hour hours hrs millennia
    millennium milliseconds mins minute minutes month months morning mornings night nights
    quarter-hour quarters second seconds secs semesters summers week weekend weekends weeks winters year
    years yrs"
);

/// Words whose number names one of them: "Article 5", "Boeing 737", "aged 31".
pub(super) static LABELS: List = list!(
    "
    # act age aged ages airbus apollo article articles boeing cac category channel chapter chapters
    dax dow episode fig figure flight formula fortune ftse game gate grade highway interstate iphone
    junction level mark model nasdaq nikkei no nos number page pages paragraph phase pier platform
    proposition psalm resolution room route row russell s&p section stage stoxx table tier title
    turned turning turns type unit v verse version volume windows №"
);

/// Nouns that a single letter tells apart: "hepatitis C".
pub(super) static LETTERED: List = list!(
    "
    appendix block category class exhibit grade group hepatitis level option part phase plan point schedule
    section series team tier type unit vitamin"
);

/// What stands before a year rather than before a count.
pub(super) static YEAR_BEFORE: List = list!(
    "
    ' ( , a about after and around autumn back before between by c circa during early election fall
    fiscal for from fy her his in into its late mid of our q1 q2 q3 q4 season since spring summer
    that the their this through till to until winter year years ‘ ’"
);

/// What ends an address: "10 Downing Street".
pub(super) static STREETS: List = list!(
    "
    ave avenue blvd boulevard court drive highway lane place rd road square st street terrace way"
);

/// What follows "one" when it counts nothing.
pub(super) static ONE_IDIOMS: List = list!(
    "
    another big bit day else evening example final hour last minute moment month morning night
    point reason right side step such that thing time too true way week who year"
);

/// What follows the number of a time of day.
pub(super) static TIMES_OF_DAY: List = list!(
    "
    a.m a.m. am bst cet edt est gmt noon o'clock o’clock p.m p.m. pm pst utc"
);

/// Words around "3-1" and "52 to 48" that make it a result.
pub(super) static RESULTS: List = list!(
    "
    aggregate beat beaten beating decision defeat defeated defeating deficit draw drew edged final
    goal goals lead leading leads led lose losing loss lost margin odds record rout ruled score
    scoreline series set sets thrashed tie tied trail trailed trailing up victory vote voted votes
    win winning wins won"
);

/// Verbs of change: "rose from 10 to 15" gives two values, not bounds.
pub(super) static CHANGES: List = list!(
    "
    climbed cut cutting decrease decreased doubled down drop dropped expanded fall fallen falling
    fell gone grew grow grown improved increase increased increasing jump jumped lowered lowering
    move moved raise raised raising reduce reduced reducing rise risen rising rose shrank soared
    surged tripled up went widened"
);

/// Words after which "about", "over", "under" and "around" are prepositions: "talks about three prisoners".
pub(super) static TOPICS: List = list!(
    "
    argued ask asked asking book bulletin claims complain complained concern concerned concerns
    control details dispute disputes fears film hear heard information joke know known looked
    presided question questioned questions report reports sanctions sovereignty spoke story talk
    talked talking talks tell think told victory walked warned win worried write wrote"
);

/// The first words of numbers that are not in digits: what is worth a closer look.
pub(super) static STARTS: List = list!(
    "
    a an billions dozens early eight eighteen eighteenth eightieth eighth eighty eleven eleventh few
    fifteen fifteenth fifth fiftieth fifty five fortieth forty four fourteen fourteenth fourth fourty
    half high hundreds late low mid middle millions nine nineteen nineteenth ninetieth ninety ninth
    one quarter scores seven seventeen seventeenth seventh seventieth seventy several six sixteen
    sixteenth sixth sixtieth sixty ten tens tenth third thirteen thirteenth thirtieth thirty
    thousands three trillions twelfth twelve twentieth twenty two upper zero ¼ ½ ¾ ⅓ ⅔"
);

/// Verbs of growing and shrinking, whose amount or end is a figure: "rose 3%", "fell to 12".
pub(super) static TRENDS: List = list!(
    "
    advance advanced advances climb climbed climbing climbs contracted contracting cut cuts cutting decline declined
    declines declining decrease decreased decreases decreasing dip dipped drop dropped dropping drops ease eased easing
    expand expanded expanding fall fallen falling falls fell gain gained gaining gains grew grow growing grown grows
    increase increased increases increasing jump jumped jumping jumps lose loses losing lost lower lowered lowering
    plummet plummeted plummeting plunge plunged plunging rallied reduce reduced reduces reducing rise risen rises rising
    rose sank shed shrank shrink shrinking shrunk slashed slid slide sliding slip slipped slipping slow slowed slowing
    slumped soar soared soaring sunk surge surged surges surging swelled trimmed tumble tumbled tumbling widened"
);

/// Nouns for the same.
pub(super) static TREND_NOUNS: List = list!(
    "
    advance climb contraction cut decline decreases decrease dip drop fall gain gains growth hike improvement increase
    increases jump loss losses plunge raise rally rebound reduction rise slide slump spike surge"
);

/// Second parts of a compound that keep its number a count: "a 12-member council", "a four-cylinder engine".
pub(super) static COUNTED_PARTS: List = list!(
    "
    aircraft bath bathroom bed bedroom building car carriage country course cylinder door game goal home house ish judge
    lane man member nation odd page party passenger person player plus point room seat seater section ship speed state
    station storey story strong team to tower unit vehicle vessel wheel woman"
);

/// What an ordinal names rather than counts: "the 21st century", "the third floor", "the 22nd amendment".
pub(super) static ORDINAL_NAMES: List = list!(
    "
    age amendment anniversary army avenue battalion birthday brigade century circuit congress corps district division dynasty
    fleet floor generation grade grader graders half hand infantry lady largest parallel party parties person place
    quarter quarters reading regiment street time trimester wheel world"
);
