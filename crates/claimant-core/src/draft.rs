//! A report in the making: what each extractor reads and adds to.

use claimant_english::{Analyser, Analysis, paragraphs};

use crate::compare::matter::Matter;
use crate::extract::narrator;
use crate::language;
use crate::lexicon::Lexicon;
use crate::quote::Quote;
use crate::sentence::{Sentence, sentences};
use crate::token::{Token, tokenize};
use crate::{
    Claim, Document, Entity, Figure, Note, NoteKind, Published, Region, RegionKind, Relation, Report, Span,
    Time,
};

/// Everything known about a document so far.
pub(crate) struct Draft<'a> {
    pub document: &'a Document,
    /// The document's text, as far as it can be read (see [`Span::LIMIT`]).
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    /// Each without white space at its ends; hard-wrapped lines joined.
    pub paragraphs: Vec<Span>,
    pub regions: Vec<Region>,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    /// Grammar, names and attribution roles of the prose; nothing where the text is not in English.
    pub analysis: Analysis,
    pub quotes: Vec<Quote>,
    pub published: Option<Published>,
    pub times: Vec<Time>,
    pub figures: Vec<Figure>,
    pub claims: Vec<Claim>,
    pub entities: Vec<Entity>,
    pub relations: Vec<Relation>,
    pub notes: Vec<Note>,
    /// What the claims are about.
    pub matter: Matter,
    /// Statements in the narrator's voice that are less worth checking are left out.
    pub narrator_threshold: f32,
    /// Whether to give up: asked between extractors and between the analyser's blocks.
    pub stop: &'a dyn Fn() -> bool,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(document: &'a Document, lexicon: &'a Lexicon) -> Draft<'a> {
        let mut text = document.text.as_str();
        let mut notes = Vec::new();
        if text.len() > Span::LIMIT {
            let mut end = Span::LIMIT;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text = &text[..end];
            let message = format!("only the first {end} bytes were read: the text is longer than 4 GiB");
            notes.push(Note { kind: NoteKind::TooLong, message, spans: None });
        }
        if text.trim().is_empty() {
            let message = "there is nothing to read: the text is empty or white space".to_owned();
            notes.push(Note { kind: NoteKind::Empty, message, spans: None });
        }
        Draft {
            document,
            text,
            lexicon,
            paragraphs: paragraphs(text),
            regions: Vec::new(),
            tokens: Vec::new(),
            sentences: Vec::new(),
            analysis: Analysis::default(),
            quotes: Vec::new(),
            published: document.published.clone(),
            times: Vec::new(),
            figures: Vec::new(),
            claims: Vec::new(),
            entities: Vec::new(),
            relations: Vec::new(),
            notes,
            matter: Matter::default(),
            narrator_threshold: narrator::THRESHOLD,
            stop: &|| false,
        }
    }

    /// Cuts the text into tokens and sentences. Paragraphs and regions are hard limits.
    pub(crate) fn segment(&mut self) {
        let mut paragraph = 0;
        let mut prose = Vec::new();
        for (index, region) in self.regions.iter().enumerate() {
            for piece in region.spans.pieces() {
                // Paragraphs are in order, and so are regions: each is visited once.
                while paragraph < self.paragraphs.len() && self.paragraphs[paragraph].end() <= piece.start() {
                    paragraph += 1;
                }
                for (number, lines) in self.paragraphs.iter().enumerate().skip(paragraph) {
                    if lines.start() >= piece.end() {
                        break;
                    }
                    let span = Span::new(lines.start().max(piece.start()), lines.end().min(piece.end()));
                    if !matches!(region.kind, RegionKind::Boilerplate | RegionKind::Dateline) {
                        prose.push(span);
                    }
                    let first = self.tokens.len();
                    tokenize(self.text, span, &mut self.tokens);
                    let range = first..self.tokens.len();
                    sentences(self.text, &self.tokens, range, index, number, &mut self.sentences);
                }
            }
        }
        if language::is_english(self.text, &self.tokens) {
            // None only when stopping, and then nothing reads what is left of the draft.
            let analysis = Analyser::embedded().analyse_paragraphs_until(self.text, &prose, self.stop);
            self.analysis = analysis.unwrap_or_default();
        } else {
            let message =
                "the text does not seem to be in English: claims are looked for by their marks only"
                    .to_owned();
            self.notes.push(Note { kind: NoteKind::Language, message, spans: None });
        }
    }

    /// The region that byte `at` lies in.
    pub(crate) fn region_at(&self, at: usize) -> Option<&Region> {
        let index = self.regions.partition_point(|region| region.spans.end() <= at);
        self.regions.get(index).filter(|region| region.spans.hull().has(at))
    }

    /// Whether claims are looked for at byte `at`.
    pub(crate) fn is_prose(&self, at: usize) -> bool {
        self.region_at(at)
            .is_some_and(|region| !matches!(region.kind, RegionKind::Boilerplate | RegionKind::Dateline))
    }

    /// The index of the first token that ends after byte `at`.
    pub(crate) fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end() <= at)
    }

    /// The index of the sentence that byte `at` lies in, or else of the next one.
    pub(crate) fn sentence_at(&self, at: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.end() <= at)
    }

    pub(crate) fn note(&mut self, kind: NoteKind, message: impl Into<String>, spans: Option<crate::Spans>) {
        self.notes.push(Note { kind, message: message.into(), spans });
    }

    pub(crate) fn finish(self) -> Report {
        Report {
            published: self.published,
            regions: self.regions,
            entities: self.entities,
            claims: self.claims,
            relations: self.relations,
            notes: self.notes,
            matter: self.matter,
        }
    }
}
