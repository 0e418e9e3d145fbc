//! Words whose full stop or hyphen belongs to them.

/// Abbreviations that keep their full stop, in lower case without it.
///
/// From the English treebanks' training parts (EWT, GUM) and the usual stylebook lists of titles, months,
/// states and companies. "no" and "etc" depend on what follows too: see the rules beside this list.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "adm", "al", "approx", "apr", "ariz", "ark", "assn", "attn", "aug", "ave", "blvd", "brig", "bros", "ca",
    "calif", "capt", "cf", "cmdr", "co", "col", "colo", "comdr", "conn", "corp", "cpl", "dec", "del", "dept",
    "dist", "div", "dr", "ed", "eg", "esp", "esq", "est", "etc", "ext", "feb", "fla", "fri", "ft", "ga",
    "gen", "gov", "hon", "ie", "ill", "inc", "ind", "insp", "intl", "jan", "jr", "jul", "kan", "ky", "lb",
    "lbs", "lt", "ltd", "maj", "mass", "md", "messrs", "mfg", "mich", "minn", "mlle", "mme", "mo", "mon",
    "mr", "mrs", "ms", "msgr", "mt", "neb", "nev", "nos", "nov", "oct", "okla", "ont", "ore", "oz", "pa",
    "penn", "ph", "pp", "pres", "prof", "ps", "pvt", "que", "rep", "reps", "rev", "rs", "sat", "sen", "sens",
    "sep", "sept", "sgt", "sr", "st", "supt", "tenn", "tex", "thur", "thurs", "tue", "tues", "univ", "va",
    "vol", "vols", "vs", "vt", "wash", "wed", "wis", "wyo",
];

/// Those among them that are words of their own in lower case.
pub(super) const CAPITALIZED: &[&str] = &["ark", "ill", "mass", "ore", "sat", "wash", "wed"];

/// Prefixes whose hyphen does not part: the treebanks keep "non-profit" and "anti-war" whole.
pub(super) const PREFIXES: &[&str] = &[
    "anti", "arch", "co", "counter", "cross", "e", "ex", "inter", "intra", "mid", "mini", "multi", "non",
    "over", "post", "pre", "pro", "proto", "psycho", "re", "semi", "socio", "sub", "super", "trans", "ultra",
    "un", "under",
];

/// Abbreviations with a slash inside; elsewhere it parts.
pub(super) const SLASHED: &[&str] = &["b/c", "b/t", "i/c", "i/s", "l/c", "n/a", "s/he", "w/o", "w/out"];

/// Ends of names on the net, for "example.com" without a scheme.
pub(super) const DOMAINS: &[&str] = &[
    "ai", "au", "be", "biz", "br", "ca", "ch", "cn", "co", "com", "de", "edu", "es", "eu", "fr", "gov", "in",
    "info", "int", "io", "ir", "it", "jp", "ly", "me", "mil", "mx", "net", "news", "nl", "no", "org", "pl",
    "ru", "se", "tv", "ua", "uk", "us",
];

/// Ends of file names, which keep their full stop.
pub(super) const FILES: &[&str] = &[
    "csv", "doc", "docx", "exe", "gif", "htm", "html", "jpg", "pdf", "php", "png", "ppt", "txt", "url",
    "xls", "xlsx", "zip",
];

/// Whether `word`, in any case, is in the sorted `list`.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    // The longest entry has nine letters; a longer word needs no copy.
    word.len() <= 9 && list.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [ABBREVIATIONS, CAPITALIZED, PREFIXES, SLASHED, DOMAINS, FILES] {
            let mut sorted = list.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(list, sorted);
        }
    }
}
