//! brat standoff.

use claimant_core::wire::{Claim, Report, WireSpan};
use claimant_core::{Act, Certainty, Polarity, Quotation, Voice};
use std::collections::BTreeMap;

use crate::points::Points;
use crate::{Format, Join, Look, Piece, Reports, Stream};

/// A folder of texts with their annotations, as one archive.
struct Brat;

pub(super) static FORMAT: Format = Format {
    name: "brat",
    summary: "brat standoff: an archive of a text and its annotations for each document, with the configuration",
    purpose: "brat and what reads its files. `tar x` in an empty folder gives NAME.txt, NAME.ann and annotation.conf; several \
              documents are numbered. The text is the one that was read, which the offsets count in, but for a space instead of the \
              carriage return before a line feed",
    media_type: "application/x-tar",
    extension: "tar",
    example: "claimant extract --format brat articles/ | tar x -C brat/data/news",
    offsets: "code points into NAME.txt",
    needs_text: true,
    binary: true,
    columns: &[],
    reports: Reports::Stream(&Brat),
};

impl Stream for Brat {
    fn piece(&self, report: &Report, _: &Look) -> Piece {
        let text = report.document.text.as_deref().unwrap_or_default();
        let annotations = annotations(report, text);
        // Readers that open a text as text take the two characters for one, and count the offsets behind them otherwise.
        let text = text.replace("\r\n", " \n");
        Piece::files(name(report), vec![("txt", text), ("ann", annotations)])
    }

    fn join(&self, look: &Look) -> Box<dyn Join> {
        Box::new(Archive { tar: tar::Builder::new(Vec::new()), several: look.several, documents: 0 })
    }

    fn appends(&self) -> bool {
        false
    }
}

/// A file name out of what the document is called.
fn name(report: &Report) -> String {
    let document = &report.document;
    let full =
        document.path.as_deref().filter(|path| *path != "-").or(document.id.as_deref()).unwrap_or("document");
    let last = full.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or("document");
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '_' };
    let stem: String = stem.chars().take(60).map(plain).collect();
    if stem.is_empty() { "document".to_owned() } else { stem }
}

struct Archive {
    tar: tar::Builder<Vec<u8>>,
    several: bool,
    documents: usize,
}

const MEMORY: &str = "memory takes what is written, and names are short";

impl Archive {
    fn add(&mut self, path: &str, text: &str) {
        let mut header = tar::Header::new_ustar();
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        // The same input gives the same bytes: no clock.
        header.set_mtime(0);
        self.tar.append_data(&mut header, path, text.as_bytes()).expect(MEMORY);
    }
}

impl Join for Archive {
    fn take(&mut self, piece: Piece) -> Vec<u8> {
        if self.documents == 0 {
            self.add("annotation.conf", &configuration());
        }
        self.documents += 1;
        let (name, files) = piece.into_files();
        let name = if self.several { format!("{:06}-{name}", self.documents) } else { name };
        for (ending, text) in files {
            self.add(&format!("{name}.{ending}"), &text);
        }
        std::mem::take(self.tar.get_mut())
    }

    fn end(self: Box<Self>) -> Vec<u8> {
        self.tar.into_inner().expect(MEMORY)
    }
}

/// What the annotations are called, for brat.
fn configuration() -> String {
    let values = |names: Vec<&str>| names.join("|");
    let acts = values(Act::ALL.iter().map(|it| it.name()).collect());
    let polarities = values(Polarity::ALL.iter().map(|it| it.name()).collect());
    let certainties = values(Certainty::ALL.iter().map(|it| it.name()).collect());
    let quotations = values(Quotation::ALL.iter().map(|it| it.name()).collect());
    let voices = values(Voice::ALL.iter().map(|it| it.name()).collect());
    format!(
        "[entities]\nSource\nCue\nContent\n\n[relations]\nSays\tArg1:Source, Arg2:Content\n\
         Attributes\tArg1:Cue, Arg2:Content\nWithin\tArg1:Content, Arg2:Content\n\
         <OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n\
         Act\tArg:Content, Value:{acts}\nPolarity\tArg:Content, Value:{polarities}\n\
         Certainty\tArg:Content, Value:{certainties}\nQuotation\tArg:Content, Value:{quotations}\n\
         Voice\tArg:Content, Value:{voices}\n"
    )
}

/// What ends a line for one reader or another; for Python's, which brat is one of, all of these.
const LINE_ENDS: &[char] =
    &['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The lines of a `.ann` file.
fn annotations(report: &Report, text: &str) -> String {
    let mut lines =
        Lines { points: Points::new(text), text: String::new(), bounds: 0, relations: 0, attributes: 0 };
    let contents: BTreeMap<&str, Option<String>> = report
        .claims
        .iter()
        .map(|claim| (claim.id.as_str(), lines.bound("Content", &claim.content.spans)))
        .collect();
    for claim in &report.claims {
        if let Some(Some(content)) = contents.get(claim.id.as_str()) {
            let outer = claim.within.as_deref().and_then(|within| contents.get(within)?.as_deref());
            lines.claim(claim, content, outer);
        }
    }
    lines.text
}

struct Lines<'t> {
    points: Points<'t>,
    text: String,
    bounds: usize,
    relations: usize,
    attributes: usize,
}

impl Lines<'_> {
    fn claim(&mut self, claim: &Claim, content: &str, outer: Option<&str>) {
        for source in &claim.sources {
            if let Some(source) = self.bound("Source", &source.spans) {
                self.relation("Says", &source, content);
            }
        }
        if let Some(cue) = claim.cue.as_ref().and_then(|cue| self.bound("Cue", &cue.spans)) {
            self.relation("Attributes", &cue, content);
        }
        if let Some(outer) = outer {
            self.relation("Within", content, outer);
        }
        for (name, value) in [
            ("Act", claim.act.name()),
            ("Polarity", claim.polarity.name()),
            ("Certainty", claim.certainty.name()),
            ("Quotation", claim.quotation.name()),
            ("Voice", claim.voice.name()),
        ] {
            self.attributes += 1;
            self.text.push_str(&format!("A{}\t{name} {content} {value}\n", self.attributes));
        }
    }

    /// A text-bound annotation; nothing where there are no words. Its pieces do not cross lines, which brat forbids.
    fn bound(&mut self, kind: &str, spans: &[WireSpan]) -> Option<String> {
        let mut places = Vec::new();
        let mut words = Vec::new();
        for span in spans {
            let mut start = span.0;
            for line in self.points.words(*span).split(LINE_ENDS) {
                let length = line.chars().count() as u32;
                let left = (line.chars().count() - line.trim_start().chars().count()) as u32;
                let trimmed = line.trim();
                if !trimmed.is_empty() {
                    let from = start + left;
                    places.push(format!("{from} {}", from + trimmed.chars().count() as u32));
                    words.push(trimmed);
                }
                start += length + 1;
            }
        }
        if places.is_empty() {
            return None;
        }
        self.bounds += 1;
        let id = format!("T{}", self.bounds);
        // A tabulator would end the field.
        self.text.push_str(&format!(
            "{id}\t{kind} {}\t{}\n",
            places.join(";"),
            words.join(" ").replace('\t', " ")
        ));
        Some(id)
    }

    fn relation(&mut self, kind: &str, from: &str, to: &str) {
        self.relations += 1;
        self.text.push_str(&format!("R{}\t{kind} Arg1:{from} Arg2:{to}\n", self.relations));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_standoff() {
        let report = crate::sample::report();
        let text = report.document.text.clone().unwrap();
        insta::assert_snapshot!(annotations(&report, &text));
    }

    #[test]
    fn no_piece_crosses_a_line() {
        let text = "a 🦀\r\n  b\tc";
        let mut lines =
            Lines { points: Points::new(text), text: String::new(), bounds: 0, relations: 0, attributes: 0 };
        assert_eq!(lines.bound("Content", &[WireSpan(0, 10)]).as_deref(), Some("T1"));
        assert_eq!(lines.bound("Content", &[WireSpan(3, 7)]), None);
        assert_eq!(lines.text, "T1\tContent 0 3;7 10\ta 🦀 b c\n");
    }

    #[test]
    fn whatever_ends_a_line_ends_no_annotation() {
        for end in LINE_ENDS {
            let text = format!("a{end}b 🦀{end}{end}c");
            let mut lines = Lines {
                points: Points::new(&text),
                text: String::new(),
                bounds: 0,
                relations: 0,
                attributes: 0,
            };
            lines.bound("Cue", &[WireSpan(0, 8)]);
            assert_eq!(lines.text, "T1\tCue 0 1;2 5;7 8\ta b 🦀 c\n", "{end:?}");
        }
    }

    #[test]
    fn places_are_the_same_for_readers_that_join_line_ends() {
        let mut report = crate::sample::report();
        report.document.text = Some("a\r\nb\rc\n".to_owned());
        let (_, files) = Brat.piece(&report, &Look::plain()).into_files();
        assert_eq!(files[0], ("txt", "a \nb\rc\n".to_owned()));
    }

    #[test]
    fn an_archive_of_files_that_do_not_collide() {
        let report = crate::sample::report();
        let look = Look { several: true, ..Look::plain() };
        let mut join = Brat.join(&look);
        let mut file = join.take(Brat.piece(&report, &look));
        file.extend(join.take(Brat.piece(&report, &look)));
        file.extend(join.end());
        let mut archive = tar::Archive::new(&file[..]);
        let paths: Vec<String> = archive
            .entries()
            .unwrap()
            .map(|entry| entry.unwrap().path().unwrap().to_string_lossy().into_owned())
            .collect();
        let expected = [
            "annotation.conf",
            "000001-bridge.txt",
            "000001-bridge.ann",
            "000002-bridge.txt",
            "000002-bridge.ann",
        ];
        assert_eq!(paths, expected);
    }
}
