//! What the caller says about the bytes.

/// What form the input has, once it is unpacked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    /// Looked up from the bytes.
    #[default]
    Auto,
    /// Plain text, whatever it looks like.
    Text,
    /// A page: the article in it is read.
    Html,
    /// Markdown.
    Markdown,
    /// RSS, Atom or JSON Feed: a document for each entry.
    Feed,
    /// JSON Lines: a document for each line.
    Jsonl,
    /// A web archive: a document for each response that is a page.
    Warc,
}

impl Form {
    /// Every form, the default one first.
    pub const ALL: &[Form] =
        &[Form::Auto, Form::Text, Form::Html, Form::Markdown, Form::Feed, Form::Jsonl, Form::Warc];

    /// Its stable name, as front ends take it.
    pub const fn name(self) -> &'static str {
        match self {
            Form::Auto => "auto",
            Form::Text => "text",
            Form::Html => "html",
            Form::Markdown => "markdown",
            Form::Feed => "feed",
            Form::Jsonl => "jsonl",
            Form::Warc => "warc",
        }
    }

    /// One line on what it is, for listings.
    pub const fn summary(self) -> &'static str {
        match self {
            Form::Auto => "Looked up from the bytes; images and office documents are refused",
            Form::Text => "Plain text, whatever it looks like",
            Form::Html => "A page: the article in it is read",
            Form::Markdown => "Markdown",
            Form::Feed => "RSS, Atom or JSON Feed: a document for each entry",
            Form::Jsonl => "JSON Lines: a document for each line",
            Form::Warc => "A web archive: a document for each response that is a page",
        }
    }

    /// The form of this name.
    pub fn named(name: &str) -> Option<Form> {
        Form::ALL.iter().copied().find(|form| form.name() == name)
    }
}
