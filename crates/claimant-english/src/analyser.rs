//! The analyser: a model, and the way from text to [`Analysis`].

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::{Analysis, Attribution, Name, NameKind, Token};
use crate::decode::consensus::{Mention, Opinions, agree};
use crate::decode::links::{CUE, Layout, Links, part};
use crate::decode::signed::signed;
use crate::decode::spans::spans;
use crate::decode::{best, bucket, sentences, subject, tree};
use crate::features::{BREAK, Features, features, marked};
use crate::lemma::Lemmas;
use crate::matrix::Unit;
use crate::network::math::dot;
use crate::network::model::{File, ModelError, wrong};
use crate::network::{Network, Scores};
use crate::tagset::{Deprel, Upos, Xpos};
use crate::{Span, paragraphs, tokenize};

/// An English analyser.
///
/// ```
/// use claimant_english::Analyser;
///
/// let text = "“We won’t leave,” Ann Lee said in Kyiv.";
/// let analysis = Analyser::embedded().analyse(text);
/// let words: Vec<&str> = analysis.tokens.iter().map(|token| token.span.of(text)).collect();
/// assert_eq!(words, ["“", "We", "wo", "n’t", "leave", ",", "”", "Ann", "Lee", "said", "in", "Kyiv", "."]);
/// let said = &analysis.attributions[0];
/// assert_eq!(analysis.span(said.source.as_ref().unwrap()).of(text), "Ann Lee");
/// assert_eq!(analysis.span(&said.content[0]).of(text), "“We won’t leave,”");
/// ```
#[derive(Debug)]
pub struct Analyser {
    network: Network,
    links: Links,
    arc_bias: Vec<f32>,
    arc_distance: Vec<f32>,
    arc_scale: f32,
    upos: Vec<Upos>,
    xpos: Vec<Xpos>,
    deprel: Vec<Deprel>,
    names: Vec<NameKind>,
    lemmas: Lemmas,
    unit: Unit,
    note: String,
}

/// Tokens that pass through the network together at most; training cuts its texts to the same length.
const BLOCK: usize = 384;

static EMBEDDED: LazyLock<Analyser> = LazyLock::new(|| {
    let model = include_bytes!("../data/english.safetensors");
    Analyser::from_model(model).expect("the model in the crate is made for it, and a test reads it")
});

impl Analyser {
    /// The analyser with the model in the crate, read once.
    pub fn embedded() -> &'static Analyser {
        &EMBEDDED
    }

    /// An analyser with another model: the bytes of a file that training/export.py wrote.
    pub fn from_model(bytes: &[u8]) -> Result<Analyser, ModelError> {
        let file = File::read(bytes)?;
        let header = &file.header;
        let sizes = header.sizes;
        let network = Network::read(&file)?;
        let arc_distance = file.floats_of("arc_distance", 32)?;
        Ok(Analyser {
            links: Links::new(file.floats("no_source")?, &file.floats("link_distance")?, sizes)?,
            arc_bias: file.floats_of("arc_bias", sizes.arc)?,
            arc_distance,
            arc_scale: 1.0 / (sizes.arc as f32).sqrt(),
            upos: labels(&header.labels.upos, Upos::named)?,
            xpos: labels(&header.labels.xpos, Xpos::named)?,
            deprel: labels(&header.labels.rel, Deprel::named)?,
            names: labels(&header.labels.name, NameKind::named)?,
            lemmas: Lemmas::new(&header.lemmas)?,
            note: header.note.clone(),
            unit: Unit::widest(),
            network,
        })
    }

    /// The same analyser on other vector units: slower or faster, never different.
    #[must_use]
    pub fn on(mut self, unit: Unit) -> Analyser {
        self.unit = unit;
        self
    }

    /// What the model says of itself: when and from what it was made.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// Matrix multiplications that each token takes: for benchmarks.
    #[doc(hidden)]
    pub fn products(&self) -> usize {
        self.network.products()
    }

    /// Analyses a text; its paragraphs are found by [`paragraphs`].
    pub fn analyse(&self, text: &str) -> Analysis {
        self.analyse_paragraphs(text, &paragraphs(text))
    }

    /// Analyses the given paragraphs of a text, in text order and disjoint; what lies between them is not read.
    pub fn analyse_paragraphs(&self, text: &str, paragraphs: &[Span]) -> Analysis {
        self.analyse_paragraphs_until(text, paragraphs, &|| false).expect("nothing stops it")
    }

    /// As [`analyse_paragraphs`](Analyser::analyse_paragraphs), but gives up with None once `stop` answers true.
    ///
    /// It is asked before each block of some hundred tokens, which takes milliseconds.
    pub fn analyse_paragraphs_until(
        &self,
        text: &str,
        paragraphs: &[Span],
        stop: &dyn Fn() -> bool,
    ) -> Option<Analysis> {
        let tokens = paragraphs.iter().map(|paragraph| {
            let mut tokens = Vec::new();
            tokenize(text, *paragraph, &mut tokens);
            tokens
        });
        self.analyse_tokens_until(text, tokens, stop)
    }

    /// Analyses paragraphs that are tokens already: for measuring on a treebank's own tokens.
    pub fn analyse_tokens(&self, text: &str, paragraphs: impl Iterator<Item = Vec<Span>>) -> Analysis {
        self.analyse_tokens_until(text, paragraphs, &|| false).expect("nothing stops it")
    }

    fn analyse_tokens_until(
        &self,
        text: &str,
        paragraphs: impl Iterator<Item = Vec<Span>>,
        stop: &dyn Fn() -> bool,
    ) -> Option<Analysis> {
        let mut analysis = Analysis::default();
        let mut opinions = Opinions::default();
        let mut known = FxHashMap::default();
        let mut block = Block::default();
        for tokens in paragraphs.filter(|tokens| !tokens.is_empty()) {
            let mut rows = Vec::with_capacity(tokens.len());
            features(text, &tokens, &mut rows);
            if !block.features.is_empty() && block.features.len() + tokens.len() >= BLOCK {
                if stop() {
                    return None;
                }
                self.close(text, &mut block, &mut analysis, &mut opinions, &mut known);
            }
            let mut from = 0;
            // A paragraph longer than a block is cut where a sentence seems to end.
            while tokens.len() - from >= BLOCK {
                if stop() {
                    return None;
                }
                let to = from + cut(text, &tokens[from..from + BLOCK - 1]);
                block.push(&tokens[from..to], &rows[from..to]);
                self.close(text, &mut block, &mut analysis, &mut opinions, &mut known);
                from = to;
            }
            block.push(&tokens[from..], &rows[from..]);
        }
        if stop() {
            return None;
        }
        self.close(text, &mut block, &mut analysis, &mut opinions, &mut known);
        self.settle_names(text, &mut analysis, &opinions);
        Some(analysis)
    }

    /// Names of one form are of one kind throughout a text.
    fn settle_names(&self, text: &str, analysis: &mut Analysis, opinions: &Opinions) {
        let kind = |kind: NameKind| self.names.iter().position(|other| *other == kind);
        let found = std::mem::take(&mut analysis.names)
            .into_iter()
            .map(|name| Mention { kind: kind(name.kind), tokens: name.tokens })
            .collect();
        let settled = agree(
            text,
            |token| analysis.tokens[token].span,
            opinions,
            found,
            kind(NameKind::Person).unwrap_or(usize::MAX),
        );
        analysis.names = settled
            .into_iter()
            .filter_map(|mention| Some(Name { tokens: mention.tokens, kind: self.names[mention.kind?] }))
            .collect();
    }

    fn close<'t>(
        &self,
        text: &'t str,
        block: &mut Block,
        analysis: &mut Analysis,
        opinions: &mut Opinions,
        known: &mut FxHashMap<(&'t str, Xpos), u32>,
    ) {
        if block.features.is_empty() {
            return;
        }
        let scores = self.network.run(self.unit, &block.features);
        debug_assert_eq!(scores.len(), block.features.len());
        // Index in the block to index in the analysis: breaks are no tokens.
        let base = analysis.tokens.len();
        let mut at = base;
        let mut index = Vec::with_capacity(block.features.len());
        for token in &block.tokens {
            index.push(at);
            at += usize::from(token.is_some());
        }
        // Breaks aside.
        let mut layout = Layout::default();
        for paragraph in &block.paragraphs {
            let first = analysis.sentences.len();
            let mut from = paragraph.start;
            for to in sentences::ends(&self.network, &scores, paragraph.start, paragraph.end) {
                self.sentence(text, block, &scores, from..to, &index, analysis, known);
                layout.sentences.resize(layout.sentences.len() + to - from, analysis.sentences.len());
                layout.paragraphs.resize(layout.sentences.len(), analysis.paragraphs.len());
                analysis.sentences.push(index[from]..index[from] + to - from);
                from = to;
            }
            analysis.paragraphs.push(first..analysis.sentences.len());
        }
        let real: Vec<usize> = (0..block.tokens.len()).filter(|at| block.tokens[*at].is_some()).collect();
        let shape = &self.network.shape;
        let mut names = spans(real.iter().map(|at| scores.of(*at, shape.name))).into_iter().peekable();
        for (at, &row) in real.iter().enumerate() {
            let token = base + at;
            while names.next_if(|name| name.to <= at).is_some() {}
            let named = names.peek().filter(|name| name.from <= at);
            let capital = analysis.tokens[token].span.of(text).starts_with(char::is_uppercase);
            if named.is_some() || capital {
                opinions.add(token, scores.of(row, shape.name));
            }
            if let Some(name) = named.filter(|name| name.from == at) {
                let tokens = base + name.from..base + name.to;
                analysis.names.push(Name { tokens, kind: self.names[name.kind] });
            }
        }
        let first = analysis.attributions.len();
        layout.marked = real.iter().map(|at| marked(&block.features[*at])).collect();
        let words: Vec<&str> = block.tokens.iter().flatten().map(|span| span.of(text)).collect();
        layout.pauses = words
            .iter()
            .map(|word| matches!(*word, "," | "?" | "!" | "-" | "--" | "–" | "—" | "…" | "..."))
            .collect();
        layout.joins =
            words.iter().map(|word| matches!(*word, "and" | "but" | "while" | "as" | "though")).collect();
        let mut roles = spans(real.iter().map(|at| scores.of(*at, shape.role)));
        for paragraph in &block.paragraphs {
            let words: Vec<&str> =
                block.tokens[paragraph.clone()].iter().flatten().map(|span| span.of(text)).collect();
            let Some(signed) = signed(&words) else { continue };
            let from = index[paragraph.start];
            roles.retain(|span| base + span.to <= from || base + span.from >= from + words.len());
            let tokens = |range: Range<usize>| from + range.start..from + range.end;
            analysis.attributions.push(Attribution {
                source: Some(tokens(signed.source)),
                cue: tokens(signed.cue..signed.cue + 1),
                content: vec![tokens(signed.content)],
            });
        }
        roles = part(&roles, &layout);
        for linked in self.links.link(&self.network, &scores, &roles, &real, &layout) {
            debug_assert_eq!(roles[linked.cue].kind, CUE);
            let tokens = |span: usize| base + roles[span].from..base + roles[span].to;
            let cue = tokens(linked.cue);
            let content: Vec<Range<usize>> = linked.contents.into_iter().map(tokens).collect();
            let source = linked.source.map(tokens).or_else(|| subject::of(analysis, &cue, &content));
            analysis.attributions.push(Attribution { source, cue, content });
        }
        analysis.attributions[first..].sort_by_key(|one| one.cue.start);
        block.clear();
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one step, named")]
    fn sentence<'t>(
        &self,
        text: &'t str,
        block: &Block,
        scores: &Scores,
        range: Range<usize>,
        index: &[usize],
        analysis: &mut Analysis,
        known: &mut FxHashMap<(&'t str, Xpos), u32>,
    ) {
        let shape = &self.network.shape;
        let count = range.len();
        let leaky =
            |row: &[f32]| row.iter().map(|x| if *x < 0.0 { 0.1 * x } else { *x }).collect::<Vec<f32>>();
        let as_head: Vec<Vec<f32>> = range.clone().map(|at| leaky(scores.of(at, shape.arc[1]))).collect();
        let bias: Vec<f32> = as_head.iter().map(|head| dot(head, &self.arc_bias)).collect();
        let mut arcs = vec![0.0; count * count];
        for (at, row) in arcs.chunks_exact_mut(count).enumerate() {
            let dependent = leaky(scores.of(range.start + at, shape.arc[0]));
            for (head, score) in row.iter_mut().enumerate() {
                *score = dot(&dependent, &as_head[head]) * self.arc_scale
                    + bias[head]
                    + self.arc_distance[bucket(at, head)];
            }
        }
        let heads = tree::heads(count, &arcs);
        let size = shape.relation[0].1;
        let mut rows = vec![0.0; count * 3 * size];
        for ((row, head), at) in rows.chunks_exact_mut(3 * size).zip(&heads).zip(range.clone()) {
            let dependent = leaky(scores.of(at, shape.relation[0]));
            let above = leaky(scores.of(range.start + head, shape.relation[1]));
            for i in 0..size {
                row[i] = dependent[i];
                row[size + i] = above[i];
                row[2 * size + i] = dependent[i] * above[i];
            }
        }
        let stride = self.network.relation.matrix.stride();
        let mut relations = vec![0.0; count * stride];
        Network::product(self.unit, &self.network.relation, &rows, &mut relations);
        let root = Deprel::named("root");
        for (at, (head, relation)) in heads.iter().zip(relations.chunks_exact(stride)).enumerate() {
            let Some(span) = block.tokens[range.start + at] else { continue };
            let is_root = *head == at;
            let mut choice = (f32::MIN, 0);
            for (label, score) in relation[..self.deprel.len()].iter().enumerate() {
                if (Some(self.deprel[label]) == root) == is_root && *score > choice.0 {
                    choice = (*score, label);
                }
            }
            let xpos = self.xpos[best(scores.of(range.start + at, shape.xpos))];
            let form = span.of(text);
            let lemma = *known.entry((form, xpos)).or_insert_with(|| {
                analysis.lemmas.push(self.lemmas.of(form, xpos).into_boxed_str());
                (analysis.lemmas.len() - 1) as u32
            });
            analysis.tokens.push(Token {
                span,
                upos: self.upos[best(scores.of(range.start + at, shape.upos))],
                xpos,
                head: (!is_root).then_some(index[range.start + head] as u32),
                relation: self.deprel[choice.1],
                lemma,
            });
        }
    }
}

/// What a model's labels stand for here.
fn labels<T>(names: &[String], named: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, ModelError> {
    let known = |name: &String| match named(name) {
        Some(label) => Ok(label),
        None => wrong(format!("it has the unknown label {name:?}")),
    };
    names.iter().map(known).collect()
}

/// Paragraphs on their way through the network together.
#[derive(Default)]
struct Block {
    features: Vec<Features>,
    /// None where a paragraph ends.
    tokens: Vec<Option<Span>>,
    paragraphs: Vec<Range<usize>>,
}

impl Block {
    fn push(&mut self, tokens: &[Span], features: &[Features]) {
        let from = self.tokens.len();
        self.tokens.extend(tokens.iter().copied().map(Some));
        self.features.extend_from_slice(features);
        self.paragraphs.push(from..self.tokens.len());
        self.tokens.push(None);
        self.features.push(BREAK);
    }

    fn clear(&mut self) {
        self.features.clear();
        self.tokens.clear();
        self.paragraphs.clear();
    }
}

/// How many of `tokens` to keep together: up to the last full stop of the second half, else all.
fn cut(text: &str, tokens: &[Span]) -> usize {
    let half = tokens.len() / 2;
    let stop =
        tokens[half..].iter().rposition(|token| matches!(token.of(text), "." | "!" | "?" | "”" | "\""));
    stop.map_or(tokens.len(), |at| half + at + 1)
}
