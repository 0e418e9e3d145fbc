//! Quotations by their marks.

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::quote::Quote;
use crate::token::{Token, TokenKind};
use crate::{NoteKind, Span, Spans};

/// Pairs quotation marks.
pub(crate) struct Quotations;

static INFO: Info = Info {
    name: "quotations",
    summary: "passages between quotation marks of any kind",
    finds: "curly, straight, low and angle marks, and corner brackets; quotations in quotations; a quotation whose \
            paragraphs each open with a mark and only the last closes",
    leaves_alone: "apostrophes (“the soldiers’ homes”, “’90s”), feet and inches, closing marks that close nothing",
    known_misses: "dashes that open dialogue; a plural possessive inside single marks, which can close them too early",
    origin: "The Chicago Manual of Style, 13.30, for quotations over several paragraphs",
    examples: &[
        Example {
            text: "“He said ‘no’ twice,” she recalled, and the soldiers’ «allies» didn't.",
            published: None,
            found: &["“He said ‘no’ twice,”", "  ‘no’", "«allies»"],
        },
        Example { text: "“One.\n“Two,” he said.", published: None, found: &["“One. … “Two,”"] },
    ],
    reads: &[Layer::Sentences],
    writes: &[Layer::Quotations],
    switch: Switch::Always,
};

/// Deeper than this, marks are ignored: writers nest two or three, and hostile text without end.
const DEEPEST: usize = 8;

/// What one mark can do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens(char),
    Closes,
    /// Apostrophe, inch, foot.
    Nothing,
}

struct Open {
    span: Span,
    closer: char,
    /// Pieces in paragraphs before.
    earlier: Vec<Span>,
    /// Where this quotation goes in the output: quotations are listed by their start.
    slot: usize,
}

impl Extractor for Quotations {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let text = draft.text;
        let mut quotes: Vec<Option<Quote>> = Vec::new();
        let mut unclosed: Vec<Span> = Vec::new();
        let mut stack: Vec<Open> = Vec::new();
        let mut paragraphs = paragraphs(draft).into_iter().peekable();
        while let Some(paragraph) = paragraphs.next() {
            let tokens = &draft.tokens[paragraph.tokens.clone()];
            for (index, token) in
                tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Quote)
            {
                // The mark that opens a further paragraph of the same quotation.
                if index == 0
                    && let Some(open) = stack.first_mut()
                {
                    open.span = token.span;
                    continue;
                }
                match mark(text, tokens, index, &stack) {
                    Mark::Opens(closer) if stack.len() < DEEPEST => {
                        stack.push(Open {
                            span: token.span,
                            closer,
                            earlier: Vec::new(),
                            slot: quotes.len(),
                        });
                        quotes.push(None);
                    }
                    Mark::Closes => {
                        let c = first_char(*token, text);
                        let Some(depth) = stack.iter().rposition(|open| closes(open.closer, c)) else {
                            continue;
                        };
                        // What stands open inside is no quotation: a stray apostrophe, as a rule.
                        for lost in stack.drain(depth + 1..) {
                            unclosed.push(lost.span);
                        }
                        let open = stack.pop().expect("its depth was found");
                        let pieces = open.earlier.into_iter().chain([open.span.to(token.span)]);
                        let spans = Spans::of_pieces(pieces);
                        quotes[open.slot] = Some(Quote { spans, depth: depth as u32, closed: true });
                    }
                    Mark::Opens(_) | Mark::Nothing => {}
                }
            }
            // Quotations still open go on only if the next paragraph opens with the same mark.
            let goes_on = paragraphs.peek().is_some_and(|next| {
                let outer = stack.first().map(|open| first_char_at(text, open.span));
                next.region == paragraph.region
                    && outer.is_some()
                    && outer == Some(first_char(draft.tokens[next.tokens.start], text))
            });
            let end = tokens.last().map_or(0, |token| token.span.end());
            let mut kept = Vec::new();
            for (depth, mut open) in stack.drain(..).enumerate() {
                let piece = Span::new(open.span.start(), end.max(open.span.end()));
                if goes_on && depth == 0 {
                    open.earlier.push(piece);
                    kept.push(open);
                } else {
                    unclosed.push(open.span);
                    let spans = Spans::of_pieces(open.earlier.into_iter().chain([piece]));
                    quotes[open.slot] = Some(Quote { spans, depth: depth as u32, closed: false });
                }
            }
            stack = kept;
        }
        draft.quotes = quotes.into_iter().flatten().collect();
        unclosed.sort_unstable();
        if let Some(first) = unclosed.first() {
            let message = match unclosed.len() {
                1 => {
                    "a quotation mark opens and nothing closes it: what it holds is not taken for a quotation"
                        .to_owned()
                }
                n => format!(
                    "{n} quotation marks open and nothing closes them: what they hold is not taken for quotations"
                ),
            };
            draft.note(NoteKind::OpenQuotation, message, Some((*first).into()));
        }
    }
}

/// The tokens of one paragraph of one region.
struct Paragraph {
    tokens: std::ops::Range<usize>,
    region: usize,
}

fn paragraphs(draft: &Draft<'_>) -> Vec<Paragraph> {
    let mut paragraphs: Vec<(usize, Paragraph)> = Vec::new();
    for sentence in &draft.sentences {
        match paragraphs.last_mut() {
            Some((number, last)) if *number == sentence.paragraph && last.region == sentence.region => {
                last.tokens.end = sentence.tokens.end;
            }
            _ => paragraphs.push((
                sentence.paragraph,
                Paragraph { tokens: sentence.tokens.clone(), region: sentence.region },
            )),
        }
    }
    paragraphs.into_iter().map(|(_, paragraph)| paragraph).collect()
}

fn first_char(token: Token, text: &str) -> char {
    first_char_at(text, token.span)
}

fn first_char_at(text: &str, span: Span) -> char {
    span.of(text).chars().next().unwrap_or(' ')
}

/// Whether `mark` closes what waits for `closer`. A quotation that opens low closes high in two styles.
fn closes(closer: char, mark: char) -> bool {
    closer == mark || (closer == '”' && mark == '“') || (closer == '’' && mark == '‘')
}

fn mark(text: &str, tokens: &[Token], index: usize, stack: &[Open]) -> Mark {
    let token = tokens[index];
    let c = first_char(token, text);
    let before = text[..token.span.start()].chars().next_back();
    let after = text[token.span.end()..].chars().next();
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opening_side = space(before)
        || before.is_some_and(|c| {
            matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\'' | '«' | '…')
        });
    let waiting = |mark: char| stack.iter().any(|open| closes(open.closer, mark));
    match c {
        '“' if waiting('“') && !opening_side => Mark::Closes,
        '“' | '‟' => Mark::Opens('”'),
        '„' => Mark::Opens('”'),
        '‚' => Mark::Opens('’'),
        '«' => Mark::Opens('»'),
        '‹' => Mark::Opens('›'),
        '「' => Mark::Opens('」'),
        '『' => Mark::Opens('』'),
        '”' | '»' | '›' | '」' | '』' => Mark::Closes,
        // "‘90s": a wrongly turned apostrophe.
        '‘' | '‛' if after.is_some_and(|c| c.is_ascii_digit()) => Mark::Nothing,
        '‘' | '‛' if opening_side => Mark::Opens('’'),
        '’' if waiting('’') && !word(after) && !plural_possessive(text, tokens, index) => Mark::Closes,
        '"' | '＂' => {
            // 5'10" and 12": inches, unless something waits to be closed.
            if waiting(c) && !(opening_side && !space(after)) {
                Mark::Closes
            } else if opening_side && !space(after) {
                Mark::Opens(c)
            } else {
                Mark::Nothing
            }
        }
        '\'' => {
            if waiting('\'') && !word(after) && !plural_possessive(text, tokens, index) {
                Mark::Closes
            } else if opening_side
                && word(after)
                && !after.is_some_and(|c| c.is_ascii_digit())
                && closes_later(text, tokens, index)
            {
                Mark::Opens('\'')
            } else {
                Mark::Nothing
            }
        }
        _ => Mark::Nothing,
    }
}

/// "the soldiers’ homes": after an s and before a word in lower case, with a mark still to come that can
/// close in its place.
fn plural_possessive(text: &str, tokens: &[Token], index: usize) -> bool {
    let before = text[..tokens[index].span.start()].chars().next_back();
    let next = tokens.get(index + 1);
    let lower =
        next.is_some_and(|next| next.kind == TokenKind::Word && first_char(*next, text).is_lowercase());
    before == Some('s') && lower && closes_later(text, tokens, index)
}

/// Whether a single mark that could close stands further on, within what a quotation takes.
fn closes_later(text: &str, tokens: &[Token], index: usize) -> bool {
    const FAR: usize = 120;
    tokens[index + 1..].iter().take(FAR).any(|token| {
        token.kind == TokenKind::Quote
            && matches!(first_char(*token, text), '\'' | '’')
            && !text[token.span.end()..].starts_with(char::is_alphanumeric)
            && !text[..token.span.start()].ends_with(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::extractor::REGISTRY;
    use crate::lexicon::Lexicon;

    fn check(text: &str, expected: &[&str]) {
        let document = Document::new(text);
        let lexicon = Lexicon::built_in();
        let mut draft = Draft::new(&document, &lexicon);
        for extractor in &REGISTRY[..3] {
            extractor.run(&mut draft);
        }
        assert_eq!(Layer::Quotations.lines(&draft), expected, "{text}");
    }

    #[test]
    fn marks_of_all_kinds() {
        check("He said \"no\" and 'maybe not'.", &["\"no\"", "'maybe not'"]);
        check("„So,“ sagte er. „Zoe\u{308}” 「はい」", &["„So,“", "„Zoe\u{308}”", "「はい」"]);
        check("‘It is the soldiers’ home,’ he said.", &["‘It is the soldiers’ home,’"]);
        check("\"A 'b' c,\" 🦀 she said.", &["\"A 'b' c,\"", "  'b'"]);
    }

    #[test]
    fn apostrophes_and_inches_are_none() {
        check("the ’90s, rock ’n’ roll, the boys’ club, don't, 5'10\", o'clock, ‘90s", &[]);
        check("'Twas 1990 and the 'cause", &[]);
    }

    #[test]
    fn marks_that_do_not_pair() {
        check("“No close here.\nNext” line.", &["“No close here. [not closed]"]);
        check("no open” here", &[]);
        check("", &[]);
    }
}
