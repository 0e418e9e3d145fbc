//! What the trees see of pairs of points, for the programs that fit and measure them.

use super::{quantity, saying};
use crate::compare::comparison::Article;
use crate::compare::threads::{self, Member};
use crate::compare::{identity, story};

/// Two points of two claims, with what the trees see of them. For the project's own tools.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The claims, by document and place in its report.
    pub claims: [(usize, u32); 2],
    /// The words of the points.
    pub words: [String; 2],
    /// The two are figures; else what two claims say as a whole.
    pub figures: bool,
    /// Whether the rules set the two beside each other.
    pub aligned: bool,
    /// In the order of [`QUANTITY`](super::QUANTITY) or [`SAYING`](super::SAYING).
    pub features: Vec<f32>,
}

/// The pairs of points of the articles' claims that the learned part is asked about, with what it sees of them. For the project's own tools.
pub fn seen_pairs(articles: &[Article<'_>]) -> Vec<Seen> {
    let stories = story::Stories::new(articles);
    let identities = identity::find(articles, &stories);
    let points = |document: usize| &articles[document].report.matter.points;
    let members: Vec<Member> = (0..articles.len())
        .flat_map(|document| (0..points(document).len()).map(move |point| Member { document, point }))
        .collect();
    let mut list = Vec::new();
    for (index, b) in members.iter().enumerate() {
        for a in members[..index].iter().filter(|a| stories.same(a.document, b.document)) {
            let claims = [a, b].map(|one| (one.document, points(one.document)[one.point].claim));
            if claims[0] == claims[1] {
                continue;
            }
            let words = || {
                [a, b].map(|one| {
                    points(one.document)[one.point].spans.text(&articles[one.document].document.text)
                })
            };
            list.extend(threads::with_pair(articles, &identities, *a, *b, |pair| {
                let figures = pair.a.amount.is_some() && pair.b.amount.is_some();
                let seen = if figures { quantity::seen(pair) } else { saying::seen(pair) };
                seen.map(|(aligned, features)| Seen { claims, words: words(), figures, aligned, features })
            }));
        }
    }
    list
}
