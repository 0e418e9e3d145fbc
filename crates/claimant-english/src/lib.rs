//! An English analyser with its trained model: sentences, tokens, tags, trees, names and attribution roles.
//!
//! [`Analyser::embedded`] needs no download and no other program; [`Analyser::analyse`] turns a text into an [`Analysis`], the same bytes on
//! every machine. Every offset counts UTF-8 bytes of the text. What the model was trained on, how well it does and how to train
//! another is in `docs/models.md`.

#![allow(
    clippy::inline_always,
    reason = "what runs on vector units must be compiled into each unit's own copy"
)]

mod analyser;
mod analysis;
mod conllu;
mod decode;
mod features;
mod lemma;
mod matrix;
mod network;
mod paragraph;
mod span;
mod tagset;
mod tokens;

pub use analyser::Analyser;
pub use analysis::{Analysis, Attribution, Name, NameKind, Tense, Token};
pub use features::{BREAK, FEATURES, Features, features};
pub use matrix::Unit;
pub use network::model::ModelError;
pub use paragraph::paragraphs;
pub use span::{Span, Spans};
pub use tagset::{Deprel, Upos, Xpos};
pub use tokens::tokenize;
