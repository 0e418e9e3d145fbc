//! Names: right with exactly their characters and their type (person, organisation, place). What the model calls "other" is not counted.

use claimant_english::{Analyser, NameKind, Span};

use super::prf;

type Found = (usize, usize, &'static str);

fn label(kind: NameKind) -> Option<&'static str> {
    (kind != NameKind::Other).then(|| kind.label())
}

#[derive(Default)]
struct Counts {
    by_type: [[usize; 3]; 3],
}

const TYPES: [&str; 3] = ["PER", "ORG", "LOC"];

impl Counts {
    fn add(&mut self, found: &[Found], gold: &[Found]) {
        for (counts, kind) in self.by_type.iter_mut().zip(TYPES) {
            counts[0] += found.iter().filter(|one| one.2 == kind && gold.contains(one)).count();
            counts[1] += found.iter().filter(|one| one.2 == kind).count();
            counts[2] += gold.iter().filter(|one| one.2 == kind).count();
        }
    }

    fn print(&self, title: &str) {
        println!("{title}");
        let sum = |at: usize| self.by_type.iter().map(|counts| counts[at]).sum::<usize>();
        println!("  all  {}", prf(sum(0), sum(1), sum(2)));
        for (counts, kind) in self.by_type.iter().zip(TYPES) {
            println!("  {kind}  {}", prf(counts[0], counts[1], counts[2]));
        }
    }
}

/// Universal NER, document by document: the sentences as their "# text" lines have them, one after another; tokens are looked
/// up in them in order.
pub(crate) fn uner(analyser: &Analyser, path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let file = std::fs::read_to_string(path)?;
    let mut counts = Counts::default();
    let (mut text, mut gold, mut at) = (String::new(), Vec::<Found>::new(), 0);
    for line in file.lines().chain(["# newdoc"]) {
        if line.starts_with("# newdoc") {
            counts.add(&names(analyser, &text), &gold);
            text.clear();
            gold.clear();
            at = 0;
        } else if line.starts_with("# newpar") && !text.is_empty() {
            text.push_str("\n\n");
        } else if let Some(sentence) = line.strip_prefix("# text = ") {
            text.push_str(if text.is_empty() { "" } else { "\n\n" });
            at = text.len();
            text.push_str(sentence);
        } else if !line.starts_with('#') {
            let fields: Vec<&str> = line.split('\t').collect();
            let [_, form, tag, ..] = fields[..] else { continue };
            let Some(start) = text[at..].find(form).map(|found| at + found) else { continue };
            at = start + form.len();
            match tag.split_once('-') {
                Some(("B", kind)) => {
                    gold.extend(TYPES.iter().find(|one| **one == kind).map(|kind| (start, at, *kind)));
                }
                Some(("I", _)) => {
                    if let Some(last) = gold.last_mut() {
                        last.1 = at;
                    }
                }
                _ => {}
            }
        }
    }
    counts.print(path);
    Ok(())
}

/// Lines of `{"text", "names": [[start, end, type], …]}`, offsets in code points.
pub(crate) fn json_lines(analyser: &Analyser, path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut counts = Counts::default();
    for line in std::fs::read_to_string(path)?.lines() {
        let line: serde_json::Value = serde_json::from_str(line)?;
        let text = line["text"].as_str().ok_or("no text")?;
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let mut gold = Vec::new();
        for name in line["names"].as_array().ok_or("no names")? {
            let at = |index: usize| name[index].as_u64().map_or(0, |at| bytes[at as usize]);
            let span = Span::new(at(0), at(1)).trim(text);
            gold.extend(
                TYPES.iter().find(|kind| name[2] == **kind).map(|kind| (span.start(), span.end(), *kind)),
            );
        }
        counts.add(&names(analyser, text), &gold);
    }
    counts.print(path);
    Ok(())
}

fn names(analyser: &Analyser, text: &str) -> Vec<Found> {
    let analysis = analyser.analyse(text);
    let spans = analysis.names.iter().map(|name| (analysis.span(&name.tokens), name.kind));
    spans.filter_map(|(span, kind)| Some((span.start(), span.end(), label(kind)?))).collect()
}
