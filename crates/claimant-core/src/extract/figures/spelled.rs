//! Numbers in words: "three", "two hundred and fifty", "half a million".

use super::numbers::{Kind, Number, magnitude};
use super::words::Words;

/// The value of a number word below one hundred, "twenty-one" included.
pub(super) fn small(word: &str) -> Option<u64> {
    const ONES: [&str; 20] = [
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
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let ones = |word: &str| ONES.iter().position(|name| *name == word).map(|value| value as u64);
    let tens = |word: &str| {
        TENS.iter()
            .position(|name| *name == word || (word == "fourty" && *name == "forty"))
            .map(|place| (place as u64 + 2) * 10)
    };
    ones(word).or_else(|| tens(word)).or_else(|| {
        let (left, right) = word.split_once(['-', '‑'])?;
        Some(tens(left)? + ones(right).filter(|value| (1..10).contains(value))?)
    })
}

/// "three", "two hundred and fifty", "a hundred", "one and a half million", "two dozen".
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Number> {
    let mut to = at;
    let (mut total, mut group): (u64, Option<u64>) = (0, None);
    let (mut largest, mut last_magnitude) = (i32::MAX, 0);
    if matches!(words.low(at), "a" | "an") {
        if !matches!(words.low(at + 1), "hundred" | "thousand" | "million" | "billion" | "trillion" | "dozen")
        {
            return None;
        }
        group = Some(1);
        to += 1;
    }
    // Bounded: every magnitude must be smaller than the one before it.
    loop {
        let word = words.low(to);
        if words.get(to).is_some_and(|word| word.timed) {
            break;
        }
        if let Some(value) = small(word) {
            let fits = match group {
                None => true,
                Some(group) => {
                    (group % 100 == 0 && group > 0)
                        || (group % 10 == 0 && group % 100 >= 20 && (1..10).contains(&value))
                }
            };
            if !fits {
                break;
            }
            group = Some(group.unwrap_or(0) + value);
            to += 1;
        } else if word == "hundred" && group.is_some_and(|group| (1..100).contains(&group)) {
            group = group.map(|group| group * 100);
            to += 1;
        } else if matches!(word, "dozen" | "dozens")
            && total == 0
            && group.is_some_and(|group| (1..100).contains(&group))
        {
            group = group.map(|group| group * 12);
            to += 1;
            break;
        } else if let (Some(value), Some(magnitude)) =
            (group, magnitude(word).filter(|m| *m < largest && *m > 2))
            && value > 0
        {
            total += value * 10u64.pow(magnitude.unsigned_abs());
            (group, largest, last_magnitude) = (None, magnitude, magnitude);
            to += 1;
        } else if word == "and"
            && to > at
            && (group.is_some_and(|group| group % 100 == 0 && group > 0) || (group.is_none() && total > 0))
            && small(words.low(to + 1)).is_some_and(|value| value > 0)
            && magnitude(words.low(to + 2)).is_none_or(|magnitude| magnitude > 2 && magnitude < largest)
        {
            // "two hundred and fifty thousand", but "two hundred and three hundred" are two numbers.
            to += 1;
        } else {
            break;
        }
    }
    if to == at || (group.is_none() && total == 0) {
        return None;
    }
    // A plain "X million" keeps its magnitude apart: "two to three million" hands it on.
    let mut number = match group {
        None if last_magnitude > 0 => {
            let mut number = Number::new(
                at..to,
                (total / 10u64.pow(last_magnitude.unsigned_abs())).to_string(),
                Kind::Spelled,
            );
            number.magnitude = last_magnitude;
            number
        }
        _ => Number::new(at..to, (total + group.unwrap_or(0)).to_string(), Kind::Spelled),
    };
    // "two point five million".
    if words.low(to) == "point" && number.magnitude == 0 && !number.digits.contains('.') {
        let digits: Vec<u64> =
            (to + 1..to + 5).map_while(|at| small(words.low(at)).filter(|digit| *digit < 10)).collect();
        if !digits.is_empty() {
            number.digits.push('.');
            number.digits.extend(digits.iter().map(u64::to_string));
            to += 1 + digits.len();
            if let Some(magnitude) = magnitude(words.low(to)) {
                number.magnitude = magnitude;
                to += 1;
            }
        }
    }
    // "two and a half million", "a million and a half".
    if words.has(to, "and a half") && !number.digits.contains('.') {
        number.digits.push_str(".5");
        to += 3;
        if number.magnitude == 0
            && let Some(magnitude) = magnitude(words.low(to))
        {
            number.magnitude = magnitude;
            to += 1;
        }
    }
    number.range.end = to;
    Some(number)
}

/// "half a million", "half a dozen", "a quarter of a million".
pub(super) fn part(words: &Words<'_>, at: usize) -> Option<Number> {
    let article = usize::from(matches!(words.low(at), "a" | "one") && words.low(at + 1) == "quarter");
    let (digits, places, mut to) = match words.low(at + article) {
        "half" => ("5", 1, at + 1),
        "quarter" if words.low(at + article + 1) == "of" => ("25", 2, at + article + 2),
        "three-quarters" if words.low(at + 1) == "of" => ("75", 2, at + 2),
        _ => return None,
    };
    // "half million" is said too.
    if matches!(words.low(to), "a" | "one") {
        to += 1;
    } else if digits != "5" || magnitude(words.low(to)).is_none_or(|magnitude| magnitude < 6) {
        return None;
    }
    if digits == "5" && words.low(to) == "dozen" {
        return Some(Number::new(at..to + 1, "6", Kind::Spelled));
    }
    let magnitude = magnitude(words.low(to)).filter(|magnitude| *magnitude >= 3)?;
    Some(Number::new(at..to + 1, digits, Kind::Spelled).scaled(magnitude - places))
}
