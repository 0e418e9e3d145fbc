//! Units: per cent, money and measures, with the codes that stand for them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Words;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    Percent,
    Money,
    Measure,
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

/// Percentages: points get the same sign, as [`crate::Figure::unit`] says.
const PERCENT: &[&str] = &[
    "%",
    "per cent",
    "percent",
    "pct",
    "percentage point",
    "percentage points",
    "percent point",
    "percent points",
    "pc",
    "per cent points",
    "%-points",
    "% points",
    "％",
];

/// ISO 4217 codes with the words for them, in any number. A bare "dollar" is the United States', a bare
/// "pound" (where it is money) the United Kingdom's: what news in English means without an adjective.
const MONEY: &[(&str, &[&str])] = &[
    ("AED", &["dirham", "dirhams", "uae dirhams"]),
    ("AUD", &["australian dollar", "australian dollars"]),
    ("BRL", &["real", "reais", "brazilian reais"]),
    ("CAD", &["canadian dollar", "canadian dollars"]),
    ("CHF", &["swiss franc", "swiss francs"]),
    ("CNY", &["yuan", "renminbi", "chinese yuan"]),
    ("DKK", &["danish krone", "danish kroner"]),
    ("EGP", &["egyptian pound", "egyptian pounds"]),
    ("EUR", &["euro", "euros", "€"]),
    ("GBP", &["pound sterling", "pounds sterling", "british pounds", "quid", "£"]),
    ("HKD", &["hong kong dollars"]),
    ("IDR", &["rupiah"]),
    ("ILS", &["shekel", "shekels"]),
    ("INR", &["rupee", "rupees", "indian rupees"]),
    ("IRR", &["rial", "rials", "iranian rials"]),
    ("JPY", &["yen", "japanese yen"]),
    ("KES", &["kenyan shillings"]),
    ("KPW", &["north korean won"]),
    ("KRW", &["won", "south korean won", "korean won"]),
    ("MXN", &["mexican pesos"]),
    ("MYR", &["ringgit"]),
    ("NGN", &["naira"]),
    ("NOK", &["norwegian krone", "norwegian kroner", "norwegian crowns"]),
    ("NZD", &["new zealand dollars"]),
    ("PHP", &["philippine pesos"]),
    ("PKR", &["pakistani rupees"]),
    ("PLN", &["zloty", "zlotys", "zlotych"]),
    ("RUB", &["rouble", "roubles", "ruble", "rubles", "russian rubles", "russian roubles"]),
    ("SAR", &["riyal", "riyals", "saudi riyals"]),
    ("SEK", &["swedish krona", "swedish kronor", "swedish crowns"]),
    ("SGD", &["singapore dollars"]),
    ("THB", &["baht"]),
    ("TRY", &["turkish lira", "lira", "liras"]),
    ("TWD", &["taiwan dollars", "taiwanese dollars"]),
    ("UAH", &["hryvnia", "hryvnias", "hryvnya"]),
    (
        "USD",
        &["dollar", "dollars", "us dollar", "us dollars", "u.s. dollars", "american dollars", "bucks", "$"],
    ),
    ("VND", &["dong"]),
    ("ZAR", &["rand"]),
];

/// Hundredths. "cents" are taken for the dollar's: euro cents are called so.
const SMALL_MONEY: &[(&str, &[&str])] = &[
    ("USD", &["cent", "cents", "us cents", "u.s. cents", "¢"]),
    ("EUR", &["euro cents", "eurocents"]),
    ("GBP", &["pence", "penny"]),
    ("RUB", &["kopeck", "kopecks", "kopeks"]),
];

/// ISO 4217 codes that news writes as such, before or after the number. Codes that are also words ("ALL",
/// "TRY", "TOP") are left out.
const CODES: &[&str] = &[
    "AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR",
    "ILS", "INR", "IRR", "JPY", "KES", "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PKR", "PLN", "RMB",
    "RUB", "SAR", "SEK", "SGD", "THB", "TWD", "UAH", "USD", "VND", "ZAR",
];

/// Signs before the number. The letters stand directly before the sign: "US$5".
const SIGNS: &[(&str, &str, &str)] = &[
    ("us", "$", "USD"),
    ("a", "$", "AUD"),
    ("au", "$", "AUD"),
    ("c", "$", "CAD"),
    ("ca", "$", "CAD"),
    ("hk", "$", "HKD"),
    ("nt", "$", "TWD"),
    ("nz", "$", "NZD"),
    ("r", "$", "BRL"),
    ("s", "$", "SGD"),
    ("", "$", "USD"),
    ("", "€", "EUR"),
    ("", "£", "GBP"),
    ("", "¥", "JPY"),
    ("", "￥", "JPY"),
    ("", "₹", "INR"),
    ("", "₽", "RUB"),
    ("", "₩", "KRW"),
    ("", "₴", "UAH"),
    ("", "₺", "TRY"),
    ("", "₪", "ILS"),
    ("", "₦", "NGN"),
    ("", "₱", "PHP"),
    ("", "฿", "THB"),
    ("", "₫", "VND"),
];

/// UCUM codes with the words and abbreviations for them. Time is left out: durations are time expressions.
const MEASURES: &[(&str, &[&str])] = &[
    // Lengths.
    ("nm", &["nm", "nanometre", "nanometres", "nanometer", "nanometers"]),
    ("mm", &["mm", "millimetre", "millimetres", "millimeter", "millimeters"]),
    ("cm", &["cm", "centimetre", "centimetres", "centimeter", "centimeters"]),
    ("m", &["m", "metre", "metres", "meter", "meters"]),
    ("km", &["km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"]),
    ("[in_i]", &["inch", "inches"]),
    ("[ft_i]", &["foot", "feet", "ft"]),
    ("[yd_i]", &["yard", "yards"]),
    ("[mi_i]", &["mile", "miles"]),
    ("[nmi_i]", &["nautical mile", "nautical miles"]),
    // Areas.
    ("m2", &["square metre", "square metres", "square meter", "square meters", "sq m", "sqm", "m2", "m²"]),
    (
        "km2",
        &[
            "square kilometre",
            "square kilometres",
            "square kilometer",
            "square kilometers",
            "sq km",
            "sqkm",
            "km²",
        ],
    ),
    ("[sft_i]", &["square foot", "square feet", "sq ft", "sqft"]),
    ("[smi_us]", &["square mile", "square miles", "sq mi", "sq miles"]),
    ("har", &["hectare", "hectares", "ha"]),
    ("[acr_us]", &["acre", "acres"]),
    // Volumes.
    ("mL", &["ml", "millilitre", "millilitres", "milliliter", "milliliters"]),
    ("L", &["litre", "litres", "liter", "liters"]),
    ("m3", &["cubic metre", "cubic metres", "cubic meter", "cubic meters", "m³"]),
    ("[cft_i]", &["cubic foot", "cubic feet"]),
    ("[gal_us]", &["gallon", "gallons"]),
    ("[bbl_us]", &["barrel", "barrels", "bbl"]),
    ("[bbl_us]/d", &["bpd", "b/d", "barrel per day", "barrels per day", "barrels a day"]),
    ("[mi_i]/[gal_us]", &["mpg", "miles per gallon", "miles to the gallon"]),
    // Masses. A news "ton" may be short, long or metric; "t" is the one that is international.
    ("mg", &["mg", "milligram", "milligrams"]),
    ("g", &["g", "gram", "grams", "gramme", "grammes"]),
    ("kg", &["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"]),
    ("t", &["tonne", "tonnes", "metric ton", "metric tons", "metric tonnes", "ton", "tons"]),
    ("kt", &["kiloton", "kilotons", "kilotonne", "kilotonnes"]),
    ("Mt", &["megaton", "megatons", "megatonne", "megatonnes"]),
    ("[lb_av]", &["pound", "pounds", "lb", "lbs"]),
    ("[oz_av]", &["ounce", "ounces", "oz"]),
    // Temperature.
    (
        "Cel",
        &[
            "°c",
            "c°",
            "degrees celsius",
            "degree celsius",
            "degrees centigrade",
            "degrees c",
            "celsius",
            "℃",
            "° c",
        ],
    ),
    ("[degF]", &["°f", "degrees fahrenheit", "degree fahrenheit", "degrees f", "fahrenheit", "℉", "° f"]),
    // Speed.
    (
        "km/h",
        &[
            "km/h",
            "kmh",
            "kph",
            "km per hour",
            "kilometres per hour",
            "kilometers per hour",
            "kilometres an hour",
            "kilometers an hour",
            "km an hour",
        ],
    ),
    ("[mi_i]/h", &["mph", "miles per hour", "miles an hour"]),
    ("m/s", &["m/s", "metres per second", "meters per second"]),
    ("[kn_i]", &["knots"]),
    // Energy and power, electricity.
    ("W", &["watt", "watts"]),
    ("kW", &["kw", "kilowatt", "kilowatts"]),
    ("MW", &["mw", "megawatt", "megawatts"]),
    ("GW", &["gw", "gigawatt", "gigawatts"]),
    ("TW", &["tw", "terawatt", "terawatts"]),
    ("kW.h", &["kwh", "kilowatt-hours", "kilowatt hours"]),
    ("MW.h", &["mwh", "megawatt-hours", "megawatt hours"]),
    ("GW.h", &["gwh", "gigawatt-hours", "gigawatt hours"]),
    ("TW.h", &["twh", "terawatt-hours", "terawatt hours"]),
    ("kV", &["kv", "kilovolt", "kilovolts"]),
    ("V", &["volt", "volts"]),
    ("[HP]", &["horsepower", "hp", "bhp"]),
    // Data, sound, frequency, dose.
    ("kBy", &["kb", "kilobyte", "kilobytes"]),
    ("MBy", &["mb", "megabyte", "megabytes"]),
    ("GBy", &["gb", "gigabyte", "gigabytes"]),
    ("TBy", &["tb", "terabyte", "terabytes"]),
    ("dB", &["db", "decibel", "decibels"]),
    ("kHz", &["khz", "kilohertz"]),
    ("MHz", &["mhz", "megahertz"]),
    ("GHz", &["ghz", "gigahertz"]),
    ("Hz", &["hz", "hertz"]),
    ("mSv", &["msv", "millisieverts"]),
    ("ug/m3", &["µg/m³", "micrograms per cubic metre", "micrograms per cubic meter"]),
];

/// Nouns that make "pounds" a weight when they follow "of", and verbs that make it one.
const WEIGHING: &[&str] =
    &["gain", "gained", "heavy", "lift", "lost", "shed", "weigh", "weighed", "weighing", "weighs"];
const PAYING: &[&str] = &[
    "charge", "charged", "cost", "costs", "earn", "earned", "fine", "fined", "paid", "pay", "paying",
    "price", "spend", "spent", "worth",
];

/// No unit has more tokens than "µg / m³" or "north korean won".
const LONGEST: usize = 4;

static UNITS: LazyLock<FxHashMap<&'static str, Unit>> = LazyLock::new(|| {
    let mut units = FxHashMap::default();
    for word in PERCENT {
        units.insert(*word, Unit { code: "%", sort: Sort::Percent, shift: 0 });
    }
    for (rows, sort, shift) in
        [(MEASURES, Sort::Measure, 0), (MONEY, Sort::Money, 0), (SMALL_MONEY, Sort::Money, -2)]
    {
        for (code, names) in rows {
            for name in *names {
                units.insert(*name, Unit { code, sort, shift });
            }
        }
    }
    units
});

/// The unit whose words start at `at`, with the index after them. `magnitude`: a magnitude word stands
/// before it, as with money.
pub(super) fn after(words: &Words<'_>, number: usize, at: usize, magnitude: bool) -> Option<(Unit, usize)> {
    // "a 5-kilometre stretch", "a 10-percent rise".
    let from = at + usize::from(matches!(words.low(at), "-" | "‑") && words.glued(at) && words.glued(at + 1));
    if words.get(from).is_none_or(|word| word.timed) {
        return None;
    }
    if let Some(code) = code(words.raw(from)) {
        return Some((Unit { code, sort: Sort::Money, shift: 0 }, from + 1));
    }
    // "50p", "20t": letters that are units only where they touch the number.
    if words.glued(from) {
        let unit = match words.raw(from) {
            "p" => Some(Unit { code: "GBP", sort: Sort::Money, shift: -2 }),
            "t" => Some(Unit { code: "t", sort: Sort::Measure, shift: 0 }),
            "C" => Some(Unit { code: "Cel", sort: Sort::Measure, shift: 0 }),
            "F" => Some(Unit { code: "[degF]", sort: Sort::Measure, shift: 0 }),
            _ => None,
        };
        if let Some(unit) = unit {
            return Some((unit, from + 1));
        }
    }
    let longest = LONGEST.min(words.len() - from);
    let (unit, to) = (1..=longest)
        .rev()
        .find_map(|count| Some((*UNITS.get(words.phrase(from..from + count).as_str())?, from + count)))?;
    let word = words.low(from);
    // "$" after a number belongs to the next one unless it ends the amount: "12 $5 notes".
    if matches!(word, "$" | "€" | "£") && words.is_number(to) && words.glued(to) {
        return None;
    }
    if matches!(word, "pound" | "pounds") && unit.code == "[lb_av]" && is_money(words, number, to, magnitude)
    {
        return Some((Unit { code: "GBP", sort: Sort::Money, shift: 0 }, to));
    }
    // Words that are something else more often: "three real friends", "two won", "five foot soldiers".
    let doubtful = match word {
        "real" | "won" => !magnitude && !words.is_number(at.wrapping_sub(1)),
        "foot" => words.low(to).starts_with("soldier") || words.low(to).starts_with("patrol"),
        "yard" | "dong" | "rand" | "penny" => !words.is_number(at.wrapping_sub(1)) && !magnitude,
        _ => false,
    };
    // "The 12 m" may be metres, "5 g" grams: single letters need digits before them.
    (!doubtful && (word.len() > 1 || !word.is_ascii() || words.is_number(at - 1) || word == "%"))
        .then_some((unit, to))
}

/// Whether "pounds" are money: a magnitude word, or a verb of paying before them.
fn is_money(words: &Words<'_>, number: usize, to: usize, magnitude: bool) -> bool {
    let near = |list: &[&str]| (1..=4).any(|back| list.contains(&words.before(number, back)));
    !matches!(words.low(to), "of" | "per") && (magnitude || near(PAYING)) && !near(WEIGHING)
}

pub(super) fn code(raw: &str) -> Option<&'static str> {
    let code = CODES.iter().find(|code| **code == raw)?;
    Some(if *code == "RMB" { "CNY" } else { code })
}

/// The currency whose sign or code stands before the number at `at`, with the index where it starts.
pub(super) fn before(words: &Words<'_>, at: usize, floor: usize) -> Option<(&'static str, usize)> {
    let sign = at.checked_sub(1).filter(|sign| *sign >= floor)?;
    if let Some(code) = code(words.raw(sign)) {
        return Some((code, sign));
    }
    match (words.low(sign), words.before(sign, 1)) {
        ("rs", _) => return Some(("INR", sign)),
        (".", "rs") if sign > floor => return Some(("INR", sign - 1)),
        _ => {}
    }
    // "US$ 5" is written too; a lone sign touches its number.
    let apart = matches!(sign.checked_sub(1).map_or("", |at| words.raw(at)), "US" | "HK" | "NZ");
    let letters = if words.glued(sign) || apart { words.before(sign, 1) } else { "" };
    // "$US5", "$A5".
    if words.before(sign, 1) == "$" && words.glued(sign) && sign > floor {
        return SIGNS
            .iter()
            .find(|row| row.1 == "$" && row.0 == words.low(sign))
            .map(|row| (row.2, sign - 1));
    }
    SIGNS.iter().filter(|(_, mark, _)| *mark == words.low(sign)).find_map(|(prefix, _, code)| {
        if prefix.is_empty() {
            return Some((*code, sign));
        }
        (letters.trim_end_matches('.') == *prefix && sign > floor).then(|| (*code, sign - 1))
    })
}

/// Whether the letters, in lower case, tell one dollar from another: "US", "A".
pub(super) fn is_dollar(letters: &str) -> bool {
    SIGNS.iter().any(|(prefix, sign, _)| *sign == "$" && !prefix.is_empty() && *prefix == letters)
}

/// The unit that the second part of a compound names: "billion-[mile]", "million-[dollar]".
pub(super) fn named(word: &str) -> Option<Unit> {
    UNITS.get(word).copied()
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
        check("50 miles per hour", Some("[mi_i]/h"));
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
        let names =
            MEASURES.iter().chain(MONEY).chain(SMALL_MONEY).flat_map(|(_, names)| *names).chain(PERCENT);
        assert_eq!(names.count(), UNITS.len());
    }
}
