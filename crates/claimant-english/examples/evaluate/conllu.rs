//! Reads CoNLL-U, and makes the raw text that a treebank's sentences come from.

use claimant_english::Span;

/// One syntactic word.
pub(crate) struct Word {
    pub span: Span,
    pub upos: String,
    pub xpos: String,
    pub lemma: String,
    /// Index in the sentence; none for the root.
    pub head: Option<usize>,
    pub relation: String,
}

/// A document: its text, with a blank line between paragraphs, and its sentences.
#[derive(Default)]
pub(crate) struct Document {
    pub text: String,
    pub genre: String,
    pub sentences: Vec<Vec<Word>>,
}

pub(crate) fn read(path: &str) -> Result<Vec<Document>, Box<dyn std::error::Error>> {
    let file = std::fs::read_to_string(path)?;
    let mut documents: Vec<Document> = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    // A token of several words: its end in the text and its last word's number.
    let mut fused: Option<(usize, usize, usize)> = None;
    for line in file.lines() {
        if line.starts_with("# newdoc") {
            documents.push(Document::default());
        } else if let Some(genre) = line.strip_prefix("# meta::genre = ") {
            if let Some(document) = documents.last_mut() {
                genre.clone_into(&mut document.genre);
            }
        } else if line.starts_with("# newpar") && !line.starts_with("# newpar_block") {
            if let Some(document) = documents.last_mut() {
                document.text.truncate(document.text.trim_end().len());
                if !document.text.is_empty() {
                    document.text.push_str("\n\n");
                }
            }
        } else if line.is_empty() {
            if let Some(document) = documents.last_mut().filter(|_| !words.is_empty()) {
                document.sentences.push(std::mem::take(&mut words));
            }
            fused = None;
        } else if !line.starts_with('#') {
            if documents.is_empty() {
                documents.push(Document::default());
            }
            let Some(document) = documents.last_mut() else { continue };
            let fields: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, upos, xpos, _, head, relation, _, misc] = fields[..] else {
                return Err(format!("no ten columns: {line:?}").into());
            };
            let space = !misc.contains("SpaceAfter=No");
            let start = document.text.len();
            if let Some((low, high)) = id.split_once('-') {
                let _: usize = low.parse()?;
                document.text.push_str(form);
                fused = Some((start, document.text.len(), high.parse()?));
                if space {
                    document.text.push(' ');
                }
                continue;
            }
            if id.contains('.') {
                continue;
            }
            let number: usize = id.parse()?;
            let span = match &mut fused {
                Some((from, end, last)) if number <= *last => {
                    // Words of a fused token follow each other in it; the last one takes the rest.
                    let mut to = if number == *last { *end } else { (*from + form.len()).min(*end) };
                    while !document.text.is_char_boundary(to) {
                        to += 1;
                    }
                    let span = Span::new(*from, to);
                    *from = to;
                    span
                }
                _ => {
                    document.text.push_str(form);
                    let span = Span::new(start, document.text.len());
                    if space {
                        document.text.push(' ');
                    }
                    span
                }
            };
            let head: usize = head.parse()?;
            words.push(Word {
                span,
                upos: upos.to_owned(),
                xpos: xpos.to_owned(),
                lemma: lemma.to_owned(),
                head: head.checked_sub(1),
                relation: relation.to_owned(),
            });
        }
    }
    Ok(documents)
}
