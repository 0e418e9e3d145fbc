//! Units: per cent, money, measures and lengths of time, with the codes that stand for them.
//!
//! The words and codes are data: `data/units.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::bases::InBase;
use super::lists::LETTERED;
use super::words::Words;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    Percent,
    Money,
    Measure,
    Time,
}

/// What a value is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// `%`, an ISO 4217 code or a UCUM code.
    pub code: &'static str,
    pub sort: Sort,
    /// Powers of ten between the word and the code: -2 for cents.
    pub shift: i32,
}

/// Codes with the names for them.
type Rows = BTreeMap<String, Vec<String>>;

/// `data/units.toml` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    plurals: BTreeMap<String, String>,
    percent: Rows,
    basis: Rows,
    money: Rows,
    hundredths: Rows,
    codes: Codes,
    signs: BTreeMap<String, BTreeMap<String, String>>,
    time: Rows,
    measures: Rows,
    symbols: BTreeMap<String, String>,
    touching: BTreeMap<String, String>,
    /// What codes are in their base unit, by base.
    bases: BTreeMap<String, BTreeMap<String, Scale>>,
}

/// How a code is written to be scaled: a factor, or one with a divisor and an offset.
#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Scale {
    Factor(f64),
    Parts {
        factor: f64,
        #[serde(default = "one")]
        divisor: f64,
        #[serde(default)]
        offset: f64,
    },
}

fn one() -> f64 {
    1.0
}

impl Scale {
    fn factor(&self) -> f64 {
        match self {
            Scale::Factor(factor) => *factor,
            Scale::Parts { factor, divisor, .. } => factor / divisor,
        }
    }

    fn offset(&self) -> f64 {
        match self {
            Scale::Factor(_) => 0.0,
            Scale::Parts { offset, .. } => *offset,
        }
    }
}

/// Every code that has a base, with the base.
pub(super) fn bases() -> impl Iterator<Item = (&'static str, InBase<'static>)> {
    SOURCE.bases.iter().flat_map(|(base, rows)| {
        rows.iter().map(|(code, scale)| {
            let (factor, offset) = (scale.factor(), scale.offset());
            (code.as_str(), InBase { base: base.into(), factor, offset })
        })
    })
}

/// The codes of lengths of time and measures.
#[cfg(test)]
pub(super) fn measures() -> impl Iterator<Item = &'static str> {
    SOURCE.time.keys().chain(SOURCE.measures.keys()).map(String::as_str)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Codes {
    names: Vec<String>,
    also: BTreeMap<String, String>,
}

static SOURCE: LazyLock<Source> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../data/units.toml"))
        .expect("the built-in units are valid: a test reads them")
});

static UNITS: LazyLock<FxHashMap<String, Unit>> = LazyLock::new(|| {
    let mut units = FxHashMap::default();
    for (rows, sort, shift) in SOURCE.rows() {
        for (code, names) in rows {
            for name in names {
                let unit = Unit { code, sort, shift };
                units.insert(plural(name), unit);
                units.insert(name.clone(), unit);
            }
        }
    }
    units
});

impl Source {
    fn rows(&self) -> [(&Rows, Sort, i32); 6] {
        [
            (&self.percent, Sort::Percent, 0),
            (&self.basis, Sort::Percent, -2),
            (&self.money, Sort::Money, 0),
            (&self.hundredths, Sort::Money, -2),
            (&self.time, Sort::Time, 0),
            (&self.measures, Sort::Measure, 0),
        ]
    }
}

/// The plural of a name: of its last word, or of the one before "per" or "to the".
fn plural(name: &str) -> String {
    let (head, rest) =
        [" per ", " to "].iter().find_map(|link| name.find(link)).map_or((name, ""), |at| name.split_at(at));
    // "degrees celsius", "pounds sterling": the first word is the head.
    let (first, second) = match head.split_once(' ') {
        Some((first @ "degree", second)) => (first, format!(" {second}")),
        _ => (head, String::new()),
    };
    let (before, last) =
        first.rsplit_once([' ', '-']).map_or(("", first), |(before, last)| (&first[..=before.len()], last));
    let plural = match SOURCE.plurals.get(last) {
        Some(plural) => plural.clone(),
        // Signs and abbreviations stay as they are.
        None if last.len() < 3 || !last.ends_with(char::is_alphabetic) || last.ends_with('s') => {
            last.to_owned()
        }
        None => format!("{last}s"),
    };
    format!("{before}{plural}{second}{rest}")
}

/// What texts that were brought into ASCII have for the pound's sign: "PS2.7m".
pub(super) const POUNDS: &str = "PS";

/// Verbs that make "pounds" a weight, and verbs that make them money.
const WEIGHING: &[&str] =
    &["gain", "gained", "heavy", "lift", "lost", "shed", "weigh", "weighed", "weighing", "weighs"];
const PAYING: &[&str] = &[
    "charge", "charged", "cost", "costs", "earn", "earned", "fine", "fined", "paid", "pay", "paying",
    "price", "spend", "spent", "worth",
];

/// No unit has more tokens than "µg / m³" or "north korean won".
const LONGEST: usize = 4;

/// The unit whose words start at `at`, with the index after them. `magnitude`: a magnitude word stands
/// before it, as with money.
pub(super) fn after(words: &Words<'_>, number: usize, at: usize, magnitude: bool) -> Option<(Unit, usize)> {
    // "a 5-kilometre stretch", "a 10-percent rise"; "20 (kg)" is not asked for.
    let hyphen = matches!(words.low(at), "-" | "‑") && words.glued(at) && words.glued(at + 1);
    let from = at + usize::from(hyphen);
    if words.get(from).is_none_or(|word| word.timed) {
        return None;
    }
    if let Some(code) = code(words.raw(from)).filter(|_| !before_its_number(words, from)) {
        return Some((Unit { code, sort: Sort::Money, shift: 0 }, from + 1));
    }
    let digits = words.is_number(at.wrapping_sub(1));
    if digits && let Some(code) = SOURCE.symbols.get(words.raw(from)) {
        return Some((Unit { code, sort: Sort::Measure, shift: 0 }, from + 1));
    }
    // "50p", "20t": letters that are units only where they touch the number.
    if words.glued(from)
        && digits
        && let Some(code) = SOURCE.touching.get(words.raw(from))
    {
        let unit = match code.as_str() {
            "GBP" => Unit { code, sort: Sort::Money, shift: -2 },
            _ => Unit { code, sort: Sort::Measure, shift: 0 },
        };
        return Some((unit, from + 1));
    }
    // "43 percent-owned".
    if words.low(from).split_once('-').is_some_and(|(first, second)| {
        matches!(first, "percent" | "pct") && second != "point" && second != "points"
    }) && let Some(unit) = named("percent")
    {
        return Some((unit, from + 1));
    }
    let (unit, to) = longest(words, from)?;
    let word = words.low(from);
    // "$" after a number belongs to the next one unless it ends the amount: "12 $5 notes".
    if matches!(word, "$" | "€" | "£") && words.is_number(to) && (words.glued(to) || !words.glued(from)) {
        return None;
    }
    if matches!(word, "pound" | "pounds") && unit.code == "[lb_av]" && is_money(words, number, to, magnitude)
    {
        return Some((Unit { code: "GBP", sort: Sort::Money, shift: 0 }, to));
    }
    // Words that are something else more often: "three real friends", "two won", "five foot soldiers".
    let doubtful = match word {
        "real" | "won" | "quid" | "stone" => !magnitude && !digits,
        "foot" => words.low(to).starts_with("soldier") || words.low(to).starts_with("patrol"),
        "yard" | "dong" | "rand" | "penny" => !digits && !magnitude,
        // "two second chances"; "a 4.3 second dash" and "a five-second rule" last.
        "second" | "sec" | "min" | "minute" | "hour" => !digits && !hyphen && words.low(number) != "one",
        // "10M" are millions, or nothing.
        // "5G" is a generation of networks.
        "g" => words.raw(from) == "G",
        "m" => words.raw(from) == "M",
        "cup" | "cups" => words.low(to) != "of",
        "degree" | "degrees" if words.low(to) == "in" || words.low(to) == "from" => true,
        _ => false,
    };
    // "The 12 m" may be metres, "5 g" grams: single letters need digits before them.
    (!doubtful && (word.len() > 1 || !word.is_ascii() || digits || word == "%")).then_some((unit, to))
}

/// The unit with the most words that starts at `from`.
fn longest(words: &Words<'_>, from: usize) -> Option<(Unit, usize)> {
    let longest = LONGEST.min(words.len().saturating_sub(from));
    (1..=longest)
        .rev()
        .find_map(|count| Some((*UNITS.get(words.phrase(from..from + count).as_str())?, from + count)))
}

/// A currency code that belongs to the number behind it: "… 12 USD 50".
fn before_its_number(words: &Words<'_>, at: usize) -> bool {
    words.is_number(at + 1) && (words.glued(at + 1) || !words.glued(at))
}

/// Whether "pounds" are money: a magnitude word, or a verb of paying before them.
fn is_money(words: &Words<'_>, number: usize, to: usize, magnitude: bool) -> bool {
    let near = |list: &[&str]| (1..=4).any(|back| list.contains(&words.before(number, back)));
    !matches!(words.low(to), "of" | "per") && (magnitude || near(PAYING)) && !near(WEIGHING)
}

pub(super) fn code(raw: &str) -> Option<&'static str> {
    let codes = &SOURCE.codes;
    // Looked up for nearly every number: the letters settle it.
    if !(2..=3).contains(&raw.len()) || !raw.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    codes.names.iter().find(|name| *name == raw).or_else(|| codes.also.get(raw)).map(String::as_str)
}

/// The currency whose sign or code stands before the number at `at`, with the index where it starts.
pub(super) fn before(words: &Words<'_>, at: usize, floor: usize) -> Option<(&'static str, usize)> {
    let sign = at.checked_sub(1).filter(|sign| *sign >= floor)?;
    if let Some(code) = code(words.raw(sign)) {
        return Some((code, sign));
    }
    if words.raw(sign) == POUNDS && words.glued(at) {
        return Some(("GBP", sign));
    }
    match (words.low(sign), words.before(sign, 1)) {
        ("rs", _) => return Some(("INR", sign)),
        (".", "rs") if sign > floor => return Some(("INR", sign - 1)),
        _ => {}
    }
    let touching = sign > floor && words.glued(sign);
    // "$US5", "$A5".
    if touching
        && words.before(sign, 1) == "$"
        && let Some(code) = SOURCE.signs["$"].get(words.low(sign))
    {
        return Some((code, sign - 1));
    }
    let rows = SOURCE.signs.get(words.low(sign))?;
    // "US$5"; "US $5" is written too, where the letters are no word.
    let letters = sign.checked_sub(1).filter(|at| *at >= floor && sign > floor);
    if let Some(letters) = letters {
        let raw = words.raw(letters).trim_end_matches('.');
        // "S $5" and "C $5" are; "A $5 note" is not, nor is "Plan C $5 million" or "hepatitis C $5 billion".
        let own = !words.is_capital(letters.wrapping_sub(1)) && !LETTERED.has(words.before(letters, 1));
        let apart = (raw.len() > 1 || (matches!(raw, "S" | "C") && own))
            && raw.chars().all(|c| c.is_ascii_uppercase() || c == '.');
        if (touching || apart)
            && let Some(code) = rows.get(&raw.to_lowercase().replace('.', "")).filter(|_| !raw.is_empty())
        {
            return Some((code, letters));
        }
    }
    rows.get("").map(|code| (code.as_str(), sign))
}

/// Whether the letters, in lower case, tell one dollar from another: "US", "A".
pub(super) fn is_dollar(letters: &str) -> bool {
    !letters.is_empty() && SOURCE.signs["$"].contains_key(letters)
}

/// The unit that the second part of a compound names: "billion-[mile]", "million-[dollar]".
pub(super) fn named(word: &str) -> Option<Unit> {
    UNITS.get(word).copied()
}

/// What an amount or a count is for: "[per day]", "[a month]", "[/share]", "[annually]", as the end of a UCUM code ("/d",
/// "/{share}"), with the index after it. `money`: after a price more is meant by "a": "$5 a share".
pub(super) fn rate(words: &Words<'_>, at: usize, money: bool) -> Option<(String, usize)> {
    let adverb = match words.low(at) {
        "annually" | "yearly" => Some("a"),
        "monthly" => Some("mo"),
        "weekly" => Some("wk"),
        "daily" => Some("d"),
        "hourly" => Some("h"),
        _ => None,
    };
    if let Some(code) = adverb {
        return Some((format!("/{code}"), at + 1));
    }
    // "a-year", "-a-year", "per-capita".
    let hyphen = usize::from(words.low(at) == "-" && words.glued(at) && words.glued(at + 1));
    if let Some((link @ ("a" | "an" | "per"), noun)) = words.low(at + hyphen).split_once('-') {
        let unit = named(noun).filter(|unit| link == "per" || unit.sort == Sort::Time);
        return unit.map(|unit| (format!("/{}", unit.code), at + hyphen + 1));
    }
    let link = words.low(at);
    let slash = link == "/" && words.glued(at) && words.glued(at + 1);
    let per = link == "per" || slash;
    if !per && !matches!(link, "a" | "an" | "each" | "every") {
        return None;
    }
    if let Some((unit, to)) =
        longest(words, at + 1).filter(|(unit, _)| unit.shift == 0 && unit.sort != Sort::Percent)
    {
        // "a year later", "a day after" begin a time.
        let begins = matches!(
            words.low(to),
            "later" | "after" | "ago" | "earlier" | "before" | "long" | "long-term" | "-"
        );
        let singular = !words.low(to - 1).ends_with('s') || words.low(to - 1).len() < 3;
        let fits = per || ((unit.sort == Sort::Time || money) && !begins && singular);
        return fits.then(|| (format!("/{}", unit.code), to));
    }
    let noun = words.low(at + 1);
    let fits = if per {
        words.is_word(at + 1) && !super::counted::is_stop(noun)
    } else {
        money
            && matches!(
                noun,
                "share"
                    | "head"
                    | "person"
                    | "piece"
                    | "unit"
                    | "ticket"
                    | "night"
                    | "bushel"
                    | "ride"
                    | "visit"
            )
    };
    match noun {
        "annum" if per => Some(("/a".to_owned(), at + 2)),
        _ => fits.then(|| (format!("/{{{noun}}}"), at + 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::token::tokenize;

    /// Text whose first token is the number.
    fn check(text: &str, expected: Option<&str>) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words = Words::new(text, &tokens, false, |_| false);
        assert_eq!(after(&words, 0, 1, false).map(|(unit, _)| unit.code), expected, "{text}");
    }

    #[test]
    fn units_after_a_number() {
        check("5 per cent", Some("%"));
        check("5%", Some("%"));
        check("5-kilometre stretch", Some("km"));
        check("5 square kilometres", Some("km2"));
        check("50 km/h", Some("km/h"));
        check("50 mph", Some("[mi_i]/h"));
        check("5°C", Some("Cel"));
        check("5 Canadian dollars", Some("CAD"));
        check("5 USD", Some("USD"));
        check("5 pounds of explosive", Some("[lb_av]"));
        check("5 €", Some("EUR"));
        check("5 soldiers", None);
        check("5", None);
    }

    #[test]
    fn each_name_is_given_once() {
        let mut names: Vec<&String> =
            SOURCE.rows().iter().flat_map(|(rows, _, _)| rows.values().flatten()).collect();
        names.sort();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn plurals() {
        for (one, more) in [
            ("metre", "metres"),
            ("square foot", "square feet"),
            ("part per million", "parts per million"),
            ("mile to the gallon", "miles to the gallon"),
            ("degree celsius", "degrees celsius"),
            ("km", "kms"),
            ("m²", "m²"),
            ("danish krone", "danish kroner"),
            ("nautical mile", "nautical miles"),
            ("watt-hour", "watt-hours"),
        ] {
            assert_eq!(plural(one), more);
        }
    }

    #[test]
    fn rates() {
        let check = |text: &str, money: bool, expected: Option<&str>| {
            let mut tokens = Vec::new();
            tokenize(text, Span::new(0, text.len()), &mut tokens);
            let words = Words::new(text, &tokens, false, |_| false);
            assert_eq!(rate(&words, 0, money).map(|(code, _)| code).as_deref(), expected, "{text}");
        };
        check("per barrel", false, Some("/[bbl_us]"));
        check("a month and", false, Some("/mo"));
        check("a share", true, Some("/{share}"));
        check("a share", false, None);
        check("per game", false, Some("/{game}"));
        check("a year later", true, None);
        check("an ounce", true, Some("/[oz_av]"));
        check("a-year", true, Some("/a"));
        check("annually", true, Some("/a"));
        check("of the", true, None);
    }
}
