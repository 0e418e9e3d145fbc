//! What requests hold.

use std::time::Instant;

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use claimant_core::{Date, wire};
use claimant_read::{Form, Reading, Unreadable, charset_of, read_one};
use serde::Deserialize;
use tokio_stream::StreamExt as _;

use crate::app::Limits;
use crate::problem::Problem;

/// One article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Article {
    #[serde(default, deserialize_with = "given")]
    text: Option<String>,
    #[serde(default, deserialize_with = "given")]
    html: Option<String>,
    published: Option<String>,
    id: Option<String>,
    pub options: Option<Options>,
}

/// Absent is absent; null is no text.
fn given<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    String::deserialize(from).map(Some)
}

/// How its report should be.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Options {
    #[serde(default)]
    pub with_text: bool,
}

impl From<Options> for wire::Options {
    fn from(options: Options) -> wire::Options {
        wire::Options { with_text: options.with_text }
    }
}

/// Several articles.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Articles {
    pub articles: Vec<Article>,
    #[serde(default)]
    pub options: Options,
}

impl Article {
    /// The document, read as a file that holds it would be.
    pub(crate) fn reading(self, limits: &Limits) -> Result<Reading, Problem> {
        let (words, form) = match (self.text, self.html) {
            // What is a string is text, whatever it looks like.
            (Some(text), None) => (text, Form::Text),
            (None, Some(html)) => (html, Form::Html),
            _ => return Err(invalid("an article has either `text` or `html`")),
        };
        let mut reading = read_within(words.into_bytes(), form, None, limits)?;
        if let Some(date) = self.published {
            let date: Date =
                date.parse().map_err(|error: claimant_core::Error| invalid(format!("published: {error}")))?;
            reading.document = reading.document.with_published(date);
        }
        reading.document.id = self.id;
        Ok(reading)
    }
}

/// An article as it came: what it says is read where analyses run, for a page can take its time.
pub(crate) enum Sent {
    /// In JSON.
    Article(Article),
    /// As the body itself.
    Bare {
        bytes: Vec<u8>,
        media_type: String,
        /// The encoding that came with it.
        charset: Option<String>,
    },
}

impl Sent {
    pub(crate) fn new(bytes: Vec<u8>, headers: &HeaderMap) -> Result<Sent, Problem> {
        let media_type = media_type(headers);
        if media_type == "application/json" {
            return Ok(Sent::Article(json(&bytes)?));
        }
        Ok(Sent::Bare { bytes, media_type, charset: charset_of(content_type(headers)) })
    }

    pub(crate) fn options(&self) -> Options {
        match self {
            Sent::Article(article) => article.options.unwrap_or_default(),
            Sent::Bare { .. } => Options::default(),
        }
    }

    /// The document: a body that is no JSON is a page where it says so, else what its bytes look like.
    pub(crate) fn reading(self, limits: &Limits) -> Result<Reading, Problem> {
        match self {
            Sent::Article(article) => article.reading(limits),
            Sent::Bare { bytes, media_type, charset } => {
                let page = ["text/html", "application/xhtml+xml"].contains(&&*media_type);
                let form = if page { Form::Html } else { Form::Auto };
                read_within(bytes, form, charset, limits)
            }
        }
    }
}

/// Reads what may be packed: no more comes out of a body than may be sent in one.
fn read_within(
    bytes: Vec<u8>,
    form: Form,
    charset: Option<String>,
    limits: &Limits,
) -> Result<Reading, Problem> {
    let most = claimant_read::Limits { document: limits.body, page: limits.body, input: limits.body as u64 };
    let options = claimant_read::Options { form, charset, limits: most, ..claimant_read::Options::default() };
    read_one(bytes, &options).map_err(|fault| unreadable(&fault))
}

pub(crate) fn invalid(detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "invalid-request", detail)
}

pub(crate) fn unreadable(fault: &Unreadable) -> Problem {
    let hint = fault.hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default();
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "unreadable", format!("{fault}{hint}"))
}

pub(crate) fn too_large(limits: &Limits) -> Problem {
    let detail = format!("more than {} bytes: send less, or raise body-limit", limits.body);
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", detail)
}

pub(crate) fn json<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Problem> {
    // Serde's messages may quote a value: only keys and places leave here through answers, and nothing through logs.
    serde_json::from_slice(bytes).map_err(|error| invalid(format!("the JSON cannot be used: {error}")))
}

fn content_type(headers: &HeaderMap) -> &str {
    headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("")
}

/// What media type the body says it has, without parameters.
fn media_type(headers: &HeaderMap) -> String {
    content_type(headers).split(';').next().unwrap_or("").trim().to_ascii_lowercase()
}

/// The whole body, within the limits.
pub(crate) async fn body(body: Body, limits: &Limits, deadline: Instant) -> Result<Vec<u8>, Problem> {
    let mut stream = body.into_data_stream();
    let mut bytes = Vec::new();
    loop {
        match tokio::time::timeout_at(deadline.into(), stream.next()).await {
            Err(_) => {
                return Err(Problem::new(
                    StatusCode::REQUEST_TIMEOUT,
                    "slow-body",
                    format!("the body did not arrive within {:?}", limits.time),
                ));
            }
            Ok(None) => return Ok(bytes),
            Ok(Some(Err(_))) => return Err(invalid("the body broke off")),
            Ok(Some(Ok(chunk))) if bytes.len() + chunk.len() > limits.body => return Err(too_large(limits)),
            Ok(Some(Ok(chunk))) => bytes.extend_from_slice(&chunk),
        }
    }
}
