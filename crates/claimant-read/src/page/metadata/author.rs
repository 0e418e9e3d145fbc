//! Names in bylines.

/// The names in what a page gives as its author: without "By", addresses and functions; several are parted.
pub(crate) fn names(given: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in given {
        for name in parts(line) {
            if !names.iter().any(|known| known.eq_ignore_ascii_case(&name)) && names.len() < MOST {
                names.push(name);
            }
        }
    }
    names
}

/// More than sign any article.
const MOST: usize = 20;

fn parts(line: &str) -> Vec<String> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let by = ["by ", "by:", "written by ", "posted by ", "author: ", "words by ", "story by ", "von "]
        .iter()
        .find(|by| lower.starts_with(**by))
        .map_or(0, |by| by.len());
    let line = line.get(by..).unwrap_or(line).trim();
    // An address is a place to find the author, not the name.
    if line.contains("://") || line.starts_with('@') {
        return Vec::new();
    }
    let line = line
        .split([';', '|', '•', '·', '/'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "));
    line.flat_map(|part| part.split(','))
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        .map(|name| name.strip_prefix("By ").map(str::to_owned).unwrap_or(name))
        .filter(|name| is_name(name))
        .collect()
}

fn is_name(name: &str) -> bool {
    let words = name.split(' ').count();
    let begins = name.chars().next().is_some_and(char::is_alphabetic);
    begins
        && words <= 6
        && (2..=60).contains(&name.chars().count())
        && !name.chars().any(|c| c.is_ascii_digit() || c == '@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_parted() {
        let check = |line: &str, expected: &[&str]| assert_eq!(names(&[line.to_owned()]), expected, "{line}");
        check("By Ann Lee", &["Ann Lee"]);
        check("By Ann Lee and Bo Roe", &["Ann Lee", "Bo Roe"]);
        check("Ann Lee, Bo Roe", &["Ann Lee", "Bo Roe"]);
        check("https://example.org/people/ann", &[]);
        check("Posted by Zoë | 27 December 2024", &["Zoë"]);
        assert_eq!(names(&["Ann Lee".to_owned(), "ann lee".to_owned()]), ["Ann Lee"]);
    }
}
