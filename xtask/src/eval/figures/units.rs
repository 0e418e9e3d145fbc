//! Our units in the words of other corpora.

use super::Word;

/// UCUM and ISO 4217 codes with their names in CQE's data.
const NAMES: &[(&str, &str)] = &[
    ("%", "percentage"),
    ("[bp]", "basis point"),
    ("USD", "dollar"),
    ("EUR", "euro"),
    ("GBP", "pound sterling"),
    ("JPY", "japanese yen"),
    ("CNY", "chinese yuan"),
    ("AUD", "australian dollar"),
    ("CAD", "canadian dollar"),
    ("NZD", "new zealand dollar"),
    ("HKD", "hong kong dollar"),
    ("SGD", "singaporean dollar"),
    ("INR", "indian rupee"),
    ("ILS", "shekel"),
    ("MYR", "malaysian ringgit"),
    ("DKK", "danish krone"),
    ("ZAR", "south african rand"),
    ("HRK", "croatian kuna"),
    ("CHF", "swiss franc"),
    ("TRY", "turkish lira"),
    ("RUB", "russian ruble"),
    ("KRW", "south korean won"),
    ("GEL", "georgian lari"),
    ("PKR", "pakistani rupee"),
    ("LKR", "sri lankan rupee"),
    ("MXN", "mexican peso"),
    ("BRL", "brazilian real"),
    ("SEK", "swedish krona"),
    ("NOK", "norwegian krone"),
    ("THB", "thai baht"),
    ("PLN", "polish zloty"),
    ("IDR", "indonesian rupiah"),
    ("PHP", "philippine peso"),
    ("VND", "vietnamese dong"),
    ("TWD", "new taiwan dollar"),
    ("BTC", "bitcoin"),
    ("nm", "nanometre"),
    ("um", "micrometre"),
    ("mm", "millimetre"),
    ("cm", "centimetre"),
    ("m", "metre"),
    ("km", "kilometre"),
    ("[in_i]", "inch"),
    ("[ft_i]", "foot"),
    ("[yd_i]", "yard"),
    ("[mi_i]", "mile"),
    ("[nmi_i]", "nautical mile"),
    ("m2", "square metre"),
    ("km2", "square kilometre"),
    ("[sft_i]", "square foot"),
    ("[smi_us]", "square mile"),
    ("har", "hectare"),
    ("[acr_us]", "acre"),
    ("mL", "millilitre"),
    ("L", "litre"),
    ("m3", "cubic metre"),
    ("cm3", "cubic centimetre"),
    ("[cft_i]", "cubic foot"),
    ("[gal_us]", "gallon"),
    ("[pt_us]", "pint"),
    ("[qt_us]", "quart"),
    ("[bbl_us]", "barrel"),
    ("[foz_us]", "ounce"),
    ("mg", "milligram"),
    ("ug", "microgram"),
    ("g", "gram"),
    ("kg", "kilogram"),
    ("t", "metric ton"),
    ("kt", "kiloton"),
    ("Mt", "megaton"),
    ("Gt", "gigaton"),
    ("[lb_av]", "pound-mass"),
    ("[oz_av]", "ounce"),
    ("[dr_av]", "dram"),
    ("Cel", "celsius"),
    ("[degF]", "fahrenheit"),
    ("K", "kelvin"),
    ("deg", "degree"),
    ("[kn_i]", "knot"),
    ("W", "watt"),
    ("kW", "kilowatt"),
    ("MW", "megawatt"),
    ("GW", "gigawatt"),
    ("TW", "terawatt"),
    ("W.h", "watt hour"),
    ("kW.h", "kilowatt hour"),
    ("MW.h", "megawatt hour"),
    ("GW.h", "gigawatt hour"),
    ("TW.h", "terawatt hour"),
    ("mA.h", "milliampere-hour"),
    ("A", "ampere"),
    ("V", "volt"),
    ("kV", "kilovolt"),
    ("F", "farad"),
    ("[HP]", "horsepower"),
    ("By", "byte"),
    ("kBy", "kilobyte"),
    ("MBy", "megabyte"),
    ("GBy", "gigabyte"),
    ("TBy", "terabyte"),
    ("Mbit", "megabit"),
    ("Gbit", "gigabit"),
    ("dB", "decibel"),
    ("Hz", "hertz"),
    ("kHz", "kilohertz"),
    ("MHz", "megahertz"),
    ("GHz", "gigahertz"),
    ("N.m", "newton metre"),
    ("[lbf_av].[ft_i]", "pound-foot"),
    ("Pa", "pascal"),
    ("kPa", "kilopascal"),
    ("MPa", "megapascal"),
    ("GPa", "gigapascal"),
    ("J", "joule"),
    ("kJ", "kilojoule"),
    ("cal", "calorie"),
    ("kcal", "kilocalorie"),
    ("[ppm]", "part per million"),
    ("[ppb]", "parts-per-billion"),
    ("mSv", "millisievert"),
    ("R", "roentgen"),
    ("s", "second"),
    ("ms", "millisecond"),
    ("min", "minute"),
    ("h", "hour"),
    ("d", "day"),
    ("wk", "week"),
    ("mo", "month"),
    ("a", "year"),
    ("k[psi]", "kilopound per square inch"),
    ("M[Btu]", "mega british thermal unit"),
    ("{rev}/min", "revolutions per minute"),
];

/// The name of a unit in CQE's data, and what the value is to be multiplied by.
///
/// `of`: what is counted, as [`plain`] gives it.
pub(super) fn theirs(unit: Option<&str>, text: &str, of: Option<&str>) -> (String, f64) {
    let word = |words: &[&str]| {
        text.split([' ', '-'])
            .any(|word| words.contains(&word.trim_matches(|c: char| c.is_ascii_digit() || c == '.')))
    };
    match unit {
        None if of.is_some_and(|of| of == "time") => ("count".to_owned(), 1.0),
        None => (of.unwrap_or("-").to_owned(), 1.0),
        Some("1") if text.contains("fold") || text.contains("times") => ("count".to_owned(), 1.0),
        Some("1") => (of.map_or_else(|| "-".to_owned(), |of| format!("% {of}")), 1.0),
        Some("%") if text.contains("basis point") || text.ends_with("bps") => {
            ("basis point".to_owned(), 100.0)
        }
        // "20 burglaries a week", "78,000 times a minute".
        Some(unit) if unit.starts_with('/') => {
            let of = of.filter(|of| *of != "time").unwrap_or("count");
            (format!("{of}{}", name(unit)), 1.0)
        }
        // Hundredths of a currency are units of their own there.
        Some(unit) if unit.starts_with("USD") && word(&["cent", "cents", "c", "¢"]) => {
            (name(unit).replacen("dollar", "cent", 1), 100.0)
        }
        Some(unit) if unit.starts_with("MYR") && word(&["sen"]) => {
            (name(unit).replacen("malaysian ringgit", "sen", 1), 100.0)
        }
        Some(unit) if unit.starts_with("GBP") && word(&["penny", "pence", "p"]) => {
            (name(unit).replacen("pound sterling", "penny", 1), 100.0)
        }
        // A bare number in years is an age: "she is 35".
        Some("a" | "mo" | "wk" | "d")
            if text.contains("old")
                || text.contains("aged")
                || (unit == Some("a") && !text.contains(|c: char| c.is_alphabetic())) =>
        {
            (format!("{} of age", name(unit.unwrap_or_default())), 1.0)
        }
        Some("t") if word(&["ton", "tons"]) && !text.contains("metric") => ("ton".to_owned(), 1.0),
        Some("[HP]") if text.contains("bhp") => ("brake horsepower".to_owned(), 1.0),
        Some(unit) => (name(unit), 1.0),
    }
}

/// `USD/[bbl_us]` as "dollar per barrel".
fn name(code: &str) -> String {
    let part = |part: &str| match NAMES.iter().find(|(code, _)| *code == part) {
        Some((_, name)) => (*name).to_owned(),
        // What UCUM has no unit for stands in braces: "USD/{share}".
        None => part.trim_matches(['{', '}']).to_lowercase(),
    };
    if let Some((_, name)) = NAMES.iter().find(|(whole, _)| *whole == code) {
        return (*name).to_owned();
    }
    code.split('/').map(part).collect::<Vec<_>>().join(" per ")
}

/// A noun phrase as the corpus normalises it: lower case, lemmas, without function words and adverbs.
pub(super) fn plain(phrase: &[Word]) -> String {
    let words = phrase
        .iter()
        .filter(|Word(word, _, tag)| {
            let word = word.to_lowercase();
            !is_function_word(&word)
                && !matches!(word.as_str(), "more" | "most")
                && matches!(tag.as_str(), "ADJ" | "NOUN" | "NUM" | "PROPN" | "SYM" | "VERB" | "X")
        })
        .map(|Word(word, lemma, tag)| match tag.as_str() {
            "ADJ" if word.ends_with("est") && (word == lemma || doubled(lemma)) => {
                positive(&word.to_lowercase())
            }
            "ADJ" | "NOUN" => lemma.to_lowercase(),
            "PROPN" => singular(&word.to_lowercase()),
            _ => word.to_lowercase(),
        });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a lemma ends in a doubled letter that only the superlative has: "hott".
fn doubled(lemma: &str) -> bool {
    let mut letters = lemma.chars().rev();
    let last = letters.next();
    last == letters.next() && !matches!(last, Some('l' | 's' | 'e') | None)
}

/// The base form of a superlative that the analyser has left as it stands: "proudest".
fn positive(word: &str) -> String {
    let stem = word.strip_suffix("est").unwrap_or(word);
    let mut letters = stem.chars().rev();
    match (letters.next(), letters.next()) {
        _ if stem.len() < 3 => word.to_owned(),
        (Some('i'), _) => format!("{}y", &stem[..stem.len() - 1]),
        (Some(a), Some(b)) if a == b && !matches!(a, 'l' | 's' | 'e') => stem[..stem.len() - 1].to_owned(),
        (Some('c' | 'g' | 'v' | 's'), _) => format!("{stem}e"),
        _ => stem.to_owned(),
    }
}

fn singular(word: &str) -> String {
    match word {
        "men" => "man".to_owned(),
        "women" => "woman".to_owned(),
        "children" => "child".to_owned(),
        "feet" => "foot".to_owned(),
        _ => match word {
            _ if word.ends_with("men") && word.len() > 5 => format!("{}man", &word[..word.len() - 3]),
            _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]),
            _ if ["sses", "ches", "shes", "xes"].iter().any(|end| word.ends_with(end)) => {
                word[..word.len() - 2].to_owned()
            }
            _ if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") || word.len() < 4 => {
                word.to_owned()
            }
            _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
        },
    }
}

pub(super) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "of"
            | "in"
            | "on"
            | "for"
            | "to"
            | "at"
            | "by"
            | "from"
            | "and"
            | "or"
            | "its"
            | "his"
            | "her"
            | "their"
            | "our"
            | "my"
            | "your"
            | "this"
            | "that"
            | "these"
            | "those"
            | "with"
            | "as"
    )
}

/// The trend that an event's verb or noun says.
pub(super) fn trend(event: &str) -> Option<&'static str> {
    const UP: &[&str] = &[
        "up",
        "upward",
        "upwards",
        "rose",
        "rise",
        "rises",
        "rising",
        "risen",
        "gained",
        "gain",
        "gains",
        "gaining",
        "grew",
        "grow",
        "grows",
        "growing",
        "grown",
        "growth",
        "increase",
        "increased",
        "increases",
        "increasing",
        "jumped",
        "jump",
        "jumps",
        "jumping",
        "climbed",
        "climb",
        "climbs",
        "climbing",
        "soared",
        "soar",
        "surged",
        "surge",
        "advanced",
        "added",
        "raised",
        "raise",
        "raising",
        "higher",
        "rallied",
        "more",
        "improved",
        "improvement",
        "expanded",
        "hike",
        "hiked",
    ];
    const DOWN: &[&str] = &[
        "down",
        "downward",
        "downwards",
        "fell",
        "fall",
        "falls",
        "falling",
        "fallen",
        "dropped",
        "drop",
        "drops",
        "dropping",
        "declined",
        "decline",
        "declines",
        "declining",
        "lost",
        "loses",
        "losing",
        "slid",
        "slide",
        "slipped",
        "slip",
        "decrease",
        "decreased",
        "decreasing",
        "shed",
        "sank",
        "plunged",
        "plunging",
        "plunge",
        "plummeted",
        "plummeting",
        "tumbled",
        "cut",
        "cuts",
        "cutting",
        "reduced",
        "reduce",
        "reducing",
        "reduction",
        "lower",
        "lowered",
        "shrank",
        "eased",
        "off",
        "less",
        "fewer",
    ];
    let has = |list: &[&str]| event.split(' ').any(|word| list.contains(&word));
    if has(UP) {
        Some("up")
    } else if has(DOWN) {
        Some("down")
    } else {
        None
    }
}

/// The number and unit of a time that counts: "two years later", "the last 24 hours".
pub(super) fn counted_time(text: &str) -> Option<(f64, String)> {
    const NUMBERS: &[&str] = &[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    words.windows(2).find_map(|pair| {
        let unit = pair[1].strip_suffix('s').unwrap_or(pair[1]);
        matches!(
            unit,
            "second" | "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "century"
        )
        .then_some(())?;
        let number = pair[0].replace(',', "").parse().ok();
        let number = number.or_else(|| Some(NUMBERS.iter().position(|name| *name == pair[0])? as f64))?;
        let old = text.ends_with("old");
        Some((number, if old { format!("{unit} of age") } else { unit.to_owned() }))
    })
}

/// Our code for a unit by the name that Recognizers-Text or Duckling gives it, and what its value is to be multiplied by.
pub(super) fn ours(kind: &str, name: &str) -> Option<(&'static str, f64)> {
    const OTHERS: &[(&str, &str)] = &[
        ("united states dollar", "USD"),
        ("unit of account dollar", "USD"),
        ("british pound", "GBP"),
        ("mexican peso", "MXN"),
        ("rupee", "INR"),
        ("meter", "m"),
        ("kilometer", "km"),
        ("millimeter", "mm"),
        ("centimeter", "cm"),
        ("square meter", "m2"),
        ("kilometer per hour", "km/h"),
        ("mile per hour", "[mi_i]/h"),
        ("pound", "[lb_av]"),
        ("metric ton", "t"),
        ("ton", "t"),
        ("c", "Cel"),
        ("f", "[degF]"),
        ("hectolitre", "hL"),
        ("cup", "[cup_us]"),
        ("liter", "L"),
        ("milliliter", "mL"),
        ("foot", "[ft_i]"),
        ("ounce", "[oz_av]"),
        ("cubic foot", "[cft_i]"),
        ("m", "m"),
        ("litre", "L"),
    ];
    let name = name.to_lowercase();
    match name.as_str() {
        "cent" => return Some(("USD", 0.01)),
        "pence" | "penny" => return Some(("GBP", 0.01)),
        "pound" if kind == "currency" => return Some(("GBP", 1.0)),
        "sen" => return Some(("MYR", 0.01)),
        _ => {}
    }
    if let Some((_, code)) = OTHERS.iter().find(|(other, _)| *other == name) {
        return Some((code, 1.0));
    }
    NAMES
        .iter()
        .find(|(code, other)| *other == name || code.to_lowercase() == name)
        .map(|(code, _)| (*code, 1.0))
}
