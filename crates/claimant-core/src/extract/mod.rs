//! The extractors, one file or folder each; their order is in [`crate::extractor::REGISTRY`].

pub(crate) mod attribution;
pub(crate) mod entities;
pub(crate) mod figures;
pub(crate) mod narrator;
pub(crate) mod nesting;
pub(crate) mod parts;
pub(crate) mod posts;
pub(crate) mod propositions;
pub(crate) mod published;
pub(crate) mod quotations;
pub(crate) mod regions;
pub(crate) mod relations;
pub(crate) mod segments;
pub(crate) mod stance;
pub(crate) mod times;

#[cfg(test)]
mod lines;
#[cfg(test)]
pub(crate) use lines::lines;
