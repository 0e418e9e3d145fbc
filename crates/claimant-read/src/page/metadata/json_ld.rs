//! JSON-LD: what schema.org's vocabulary says of an article.

use serde_json::Value;

/// What the scripts of a page say of its article, in their own words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Said {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    /// The text of the article, which some pages repeat here.
    pub body: Option<String>,
}

/// Types that are articles: schema.org's `Article` and what is under it, by their endings.
fn is_article(kind: &str) -> bool {
    let kind = kind.rsplit('/').next().unwrap_or(kind);
    kind.ends_with("Article")
        || kind.ends_with("BlogPosting")
        || matches!(kind, "Report" | "Review" | "AnalysisNewsArticle" | "SocialMediaPosting")
}

/// Reads the scripts; the first article that says a thing is believed.
pub(crate) fn read(scripts: &[String]) -> Said {
    let mut said = Said::default();
    let mut page = Said::default();
    for script in scripts {
        // Scripts are often wrapped in comments, and line ends stand in strings, which JSON does not allow.
        let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->");
        let script =
            script.trim().trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim_end_matches(';');
        let clean: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        // serde_json refuses what nests deeper than 128, so walking by recursion is safe.
        let Ok(value) = serde_json::from_str::<Value>(&clean) else { continue };
        walk(&value, &mut said, &mut page);
    }
    Said {
        title: said.title,
        authors: if said.authors.is_empty() { page.authors } else { said.authors },
        outlet: said.outlet.or(page.outlet),
        published: said.published.or(page.published),
        url: said.url.or(page.url),
        body: said.body,
    }
}

fn walk(value: &Value, said: &mut Said, page: &mut Said) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, said, page)),
        Value::Object(fields) => {
            let kinds = fields.get("@type");
            let is = |test: fn(&str) -> bool| match kinds {
                Some(Value::String(kind)) => test(kind),
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(test),
                _ => false,
            };
            if is(is_article) {
                take(value, said);
            } else if is(|kind| kind.ends_with("WebPage")) {
                take(value, page);
            }
            // An article within a list of others is another article; one that the page is about is this one.
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = fields.get(key) {
                    walk(inner, said, page);
                }
            }
        }
        _ => {}
    }
}

fn take(article: &Value, said: &mut Said) {
    let text = |key: &str| article.get(key).and_then(first_text);
    said.title = said.title.take().or_else(|| text("headline"));
    said.published = said.published.take().or_else(|| text("datePublished"));
    said.url = said.url.take().or_else(|| text("url"));
    said.body = said.body.take().or_else(|| text("articleBody"));
    if said.outlet.is_none() {
        said.outlet = article.get("publisher").and_then(|of| names(of).into_iter().next());
    }
    if said.authors.is_empty() {
        said.authors = article.get("author").map(names).unwrap_or_default();
    }
}

/// A string, or the first one of a list.
fn first_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Array(items) => items.iter().find_map(first_text),
        _ => None,
    }
}

/// The names of persons or bodies, given as such or as objects.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![name.trim().to_owned()],
        Value::Array(items) => items.iter().flat_map(names).collect(),
        Value::Object(fields) => fields.get("name").map(names).unwrap_or_default(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_in_every_shape() {
        let check = |script: &str, title: &str, authors: &[&str], published: &str| {
            let said = read(&[script.to_owned()]);
            assert_eq!(said.title.as_deref(), Some(title), "{script}");
            assert_eq!(said.authors, authors, "{script}");
            assert_eq!(said.published.as_deref(), Some(published), "{script}");
        };
        check(
            r#"{"@type": "NewsArticle", "headline": "Dam holds", "datePublished": "2024-12-27T10:00:00Z", "author": {"name": "Ann Lee"}}"#,
            "Dam holds",
            &["Ann Lee"],
            "2024-12-27T10:00:00Z",
        );
        check(
            r#"<!-- [{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["Article", "Thing"], "headline": "Dam holds",
               "datePublished": "2024-12-27", "author": [{"name": "Ann Lee"}, "Bo Roe"]}]}] -->"#,
            "Dam holds",
            &["Ann Lee", "Bo Roe"],
            "2024-12-27",
        );
        assert_eq!(read(&["{broken".to_owned()]), Said::default());
        let others =
            r#"{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}"#;
        assert_eq!(read(&[others.to_owned()]), Said::default());
    }
}
