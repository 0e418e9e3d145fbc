//! What the trees for "one matter" see, of groups of articles: a line of JSON with `group` and `documents` (`file`, `text`) for each; out come the
//! files in the order in which they are compared, what their claims say, and the pairs of points with their features.

use claimant_core::measure::{QUANTITY, SAYING, seen_pairs};
use claimant_core::{Article, Claimant, Document, compare};
use serde_json::{Value, json};

pub(super) fn run() -> Result<(), Box<dyn std::error::Error>> {
    let claimant = Claimant::new();
    println!("{}", json!({ "quantity": QUANTITY.as_slice(), "saying": SAYING.as_slice() }));
    for group in super::given() {
        let group = group?;
        let given = group["documents"].as_array().ok_or("no documents")?;
        let word = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let documents: Vec<Document> =
            given.iter().map(|one| Document::new(word(one, "text")).with_path(word(one, "file"))).collect();
        let reports: Vec<_> = documents.iter().map(|document| claimant.extract(document)).collect();
        let articles: Vec<Article<'_>> =
            documents.iter().zip(&reports).map(|(document, report)| Article { document, report }).collect();
        let order = compare(&articles).order;
        let articles: Vec<Article<'_>> = order.iter().map(|at| articles[*at]).collect();
        let contents = |article: &Article<'_>| -> Vec<String> {
            article.report.claims.iter().map(|claim| claim.content.text(&article.document.text)).collect()
        };
        let pairs: Vec<Value> = seen_pairs(&articles)
            .into_iter()
            .map(|pair| {
                json!({
                    "claims": pair.claims,
                    "words": pair.words,
                    "figures": pair.figures,
                    "aligned": pair.aligned,
                    "features": pair.features,
                })
            })
            .collect();
        let out = json!({
            "group": group["group"],
            "documents": order.iter().map(|at| &given[*at]["file"]).collect::<Vec<_>>(),
            "claims": articles.iter().map(contents).collect::<Vec<_>>(),
            "pairs": pairs,
        });
        println!("{out}");
    }
    Ok(())
}
