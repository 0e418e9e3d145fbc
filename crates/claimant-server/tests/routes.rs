//! Each route, status and limit, without a socket.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use claimant_core::Claimant;
use claimant_server::{Access, App, Limits, router};
use serde_json::{Value, json};
use tower::ServiceExt as _;

const TEXT: &str = "“The bridge is safe,” said Ann Lee, the mayor, on Monday. At least 40 people were injured, the ministry said.";

struct Answer {
    status: u16,
    headers: HeaderMap,
    bytes: Vec<u8>,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    fn media_type(&self) -> &str {
        self.headers["content-type"].to_str().unwrap()
    }

    /// That it is a problem of this type, as RFC 9457 writes it.
    fn problem(&self, status: u16, kind: &str) {
        assert_eq!(self.status, status, "{}", self.body);
        assert_eq!(self.media_type(), "application/problem+json");
        assert_eq!(self.json()["type"], format!("urn:claimant:problem:{kind}"));
        assert_eq!(self.json()["status"], status);
    }
}

fn app(limits: Limits) -> Arc<App> {
    App::new(Claimant::new(), limits, Access::default())
}

async fn ask(app: &Arc<App>, request: Request<Body>) -> Answer {
    let response = router(app.clone()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Answer { status: parts.status.as_u16(), headers: parts.headers, bytes, body }
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

fn post(path: &str, media_type: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(path).header("content-type", media_type).body(body.into()).unwrap()
}

fn post_json(path: &str, body: &Value) -> Request<Body> {
    post(path, "application/json", body.to_string())
}

#[tokio::test]
async fn extracts_from_json_and_from_bare_text() {
    let app = app(Limits::default());
    let article =
        json!({"text": TEXT, "id": "a1", "published": "2024-12-27", "options": {"with_text": true}});
    let report = ask(&app, post_json("/v1/extract", &article)).await;
    assert_eq!((report.status, report.media_type()), (200, "application/json"));
    let report = report.json();
    assert_eq!(report["document"]["id"], "a1");
    assert_eq!(report["document"]["text"], TEXT);
    assert_eq!(report["claims"][0]["said_at"]["value"], "2024-12-23");

    let bare = ask(&app, post("/v1/extract", "text/plain", TEXT)).await;
    let short = ask(&app, post_json("/v1/extract", &json!({"text": TEXT}))).await;
    assert_eq!((bare.status, &bare.body), (200, &short.body));
    assert_eq!(bare.json()["claims"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn writes_what_accept_asks_for() {
    let app = app(Limits::default());
    for format in claimant_render::formats() {
        let mut request = post("/v1/extract", "text/plain", TEXT);
        request.headers_mut().insert("accept", format.media_type.parse().unwrap());
        let answer = ask(&app, request).await;
        assert_eq!((answer.status, answer.media_type()), (200, format.media_type));
    }
    let mut request = post("/v1/extract", "text/plain", TEXT);
    request.headers_mut().insert("accept", "image/png".parse().unwrap());
    ask(&app, request).await.problem(406, "not-acceptable");
}

#[tokio::test]
async fn writes_what_the_query_names() {
    let app = app(Limits::default());
    for format in claimant_render::formats() {
        let path = format!("/v1/extract?format={}", format.name);
        let mut request = post(&path, "text/plain", TEXT);
        request.headers_mut().insert("accept", "application/json".parse().unwrap());
        let answer = ask(&app, request).await;
        assert_eq!((answer.status, answer.media_type()), (200, format.media_type), "{}", answer.body);
        assert!(std::str::from_utf8(&answer.bytes).is_ok() || format.binary, "{}", format.name);
        assert!(!answer.bytes.is_empty());
    }
    let two = json!({"articles": [{"text": TEXT}, {"text": TEXT}]});
    for format in claimant_render::comparison_formats() {
        let answer = ask(&app, post_json(&format!("/v1/compare?format={}", format.name), &two)).await;
        assert_eq!((answer.status, answer.media_type()), (200, format.media_type), "{}", answer.body);
    }
    for (path, known) in [("/v1/extract", "jsonl, html"), ("/v1/compare", "text, json")] {
        let answer = ask(&app, post_json(&format!("{path}?format=%3Cxml%3E"), &two)).await;
        answer.problem(400, "invalid-request");
        let detail = answer.json()["detail"].to_string();
        assert!(detail.contains(known) && !detail.contains("xml"), "{detail}");
        ask(&app, post_json(&format!("{path}?fromat=json"), &two)).await.problem(400, "invalid-request");
    }
}

#[tokio::test]
async fn refuses_bad_input_with_a_word_on_it() {
    let app = app(Limits { body: 1000, ..Limits::default() });
    for body in ["", "{", "[]", "{\"txt\": \"a\"}", "{\"text\": \"a\", \"published\": \"27.12.2024\"}"] {
        ask(&app, post("/v1/extract", "application/json", body)).await.problem(400, "invalid-request");
    }
    ask(&app, post("/v1/extract", "text/plain", "%PDF-1.7\n")).await.problem(422, "unreadable");
    ask(&app, post("/v1/extract", "text/plain", "a".repeat(1001))).await.problem(413, "too-large");
    assert_eq!(ask(&app, post("/v1/extract", "text/plain", "a".repeat(1000))).await.status, 200);
    ask(&app, get("/v1/none")).await.problem(404, "not-found");
    ask(&app, get("/v1/extract")).await.problem(405, "method-not-allowed");
    ask(&app, post_json("/v1/compare", &json!({"articles": [{"text": TEXT}]})))
        .await
        .problem(400, "invalid-request");
}

#[tokio::test]
async fn stops_at_the_time_limit_and_gives_the_place_back() {
    let app = app(Limits { time: Duration::from_millis(20), analyses: 1, queue: 0, ..Limits::default() });
    let long = TEXT.repeat(30_000);
    ask(&app, post("/v1/extract", "text/plain", long)).await.problem(503, "time-limit");
    for _ in 0..500 {
        if ask(&app, get("/readyz")).await.status == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the analysis goes on after ten seconds");
}

#[tokio::test(flavor = "multi_thread")]
async fn refuses_what_the_queue_does_not_hold() {
    let app = app(Limits { analyses: 1, queue: 0, time: Duration::from_secs(2), ..Limits::default() });
    let other = app.clone();
    let long = TEXT.repeat(30_000);
    let first = tokio::spawn(async move { ask(&other, post("/v1/extract", "text/plain", long)).await });
    while ask(&app, get("/readyz")).await.status == 200 {
        assert!(!first.is_finished());
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let refused = ask(&app, post("/v1/extract", "text/plain", TEXT)).await;
    refused.problem(503, "busy");
    assert_eq!(refused.headers["retry-after"], "1");
    assert!(ask(&app, get("/metrics")).await.body.contains("claimant_analyses 1\n"));
    first.abort();
}

#[tokio::test]
async fn a_bad_line_of_a_batch_leaves_the_others() {
    let app = app(Limits { body: 1000, ..Limits::default() });
    let line = |id: &str| json!({"text": TEXT, "id": id}).to_string();
    let body = format!("{}\n\nnonsense\n{}\n{}", line("a"), "x".repeat(1001), line("b"));
    let answer = ask(&app, post("/v1/batch", "application/x-ndjson", body)).await;
    let lines: Vec<Value> = answer.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4, "{}", answer.body);
    assert_eq!(lines[0]["document"]["id"], "a");
    assert_eq!(lines[1]["type"], "urn:claimant:problem:invalid-request");
    assert_eq!(lines[2]["type"], "urn:claimant:problem:too-large");
    assert_eq!(lines[3]["document"]["id"], "b");
}

#[tokio::test]
async fn compares() {
    let app = app(Limits::default());
    let texts = [
        "Police said 12 people were killed in the fire in Lisbon.",
        "Rescuers said 19 people were killed in the fire in Lisbon.",
    ];
    let articles = json!({"articles": [{"text": texts[0], "id": "a"}, {"text": texts[1], "id": "b"}]});
    let answer = ask(&app, post_json("/v1/compare", &articles)).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.json()["relations"][0]["kind"], "conflict");
}

#[tokio::test]
async fn tells_what_there_is() {
    let app = app(Limits::default());
    for path in ["/v1/extractors", "/v1/formats"] {
        assert!(!ask(&app, get(path)).await.json().as_array().unwrap().is_empty(), "{path}");
    }
    assert_eq!(
        ask(&app, get("/v1/schema")).await.json(),
        serde_json::to_value(claimant_core::wire::schema()).unwrap()
    );
    for path in
        ["/healthz", "/readyz", "/metrics", "/", "/page/main.js", "/page/type.css", "/page/examples.json"]
    {
        let answer = ask(&app, get(path)).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(
            answer.headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'")
        );
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert!(answer.headers.contains_key("x-request-id"));
        assert!(!answer.headers.contains_key("access-control-allow-origin"));
    }
}

#[tokio::test]
async fn the_interface_is_described_without_loose_ends() {
    fn references<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
        match value {
            Value::Object(object) => {
                into.extend(object.get("$ref").and_then(Value::as_str));
                object.values().for_each(|value| references(value, into));
            }
            Value::Array(list) => list.iter().for_each(|value| references(value, into)),
            _ => {}
        }
    }
    let app = app(Limits::default());
    let document = ask(&app, get("/openapi.json")).await.json();
    assert_eq!(document["openapi"], "3.1.0");
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 20);
    for reference in found {
        assert!(document.pointer(&reference[1..]).is_some(), "{reference}");
    }
    for (path, methods) in document["paths"].as_object().unwrap() {
        let method = methods.as_object().unwrap().keys().next().unwrap().to_uppercase();
        let request = Request::builder().method(method.as_str()).uri(path).body(Body::empty()).unwrap();
        assert!(![404, 405].contains(&ask(&app, request).await.status), "{method} {path}");
    }
}

#[tokio::test]
async fn asks_for_the_token_where_there_is_one() {
    let app = App::new(
        Claimant::new(),
        Limits::default(),
        Access { token: Some("s3cret".to_owned()), ..Access::default() },
    );
    for given in [None, Some("Bearer s3cre"), Some("Bearer s3cret2"), Some("s3cret"), Some("Bearer ")] {
        let mut request = get("/v1/formats");
        if let Some(given) = given {
            request.headers_mut().insert("authorization", given.parse().unwrap());
        }
        let answer = ask(&app, request).await;
        answer.problem(401, "unauthorized");
        assert_eq!(answer.headers["www-authenticate"], "Bearer");
    }
    let mut request = get("/v1/formats");
    request.headers_mut().insert("authorization", "Bearer s3cret".parse().unwrap());
    assert_eq!(ask(&app, request).await.status, 200);
    assert_eq!(ask(&app, get("/healthz")).await.status, 200);
    assert!(!format!("{app:?}").contains("s3cret"));
}

#[tokio::test]
async fn other_origins_are_let_in_only_where_they_are_set() {
    let preflight = |origin: &str| {
        let request = Request::options("/v1/extract").header("origin", origin);
        let request = request.header("access-control-request-method", "POST");
        request
            .header("access-control-request-headers", "authorization,content-type")
            .body(Body::empty())
            .unwrap()
    };
    let closed = ask(&app(Limits::default()), preflight("https://news.example")).await;
    assert!(!closed.headers.contains_key("access-control-allow-origin"));

    let origins = vec!["https://news.example".parse().unwrap()];
    let app =
        App::new(Claimant::new(), Limits::default(), Access { token: Some("s3cret".to_owned()), origins });
    let open = ask(&app, preflight("https://news.example")).await;
    assert_eq!(open.headers["access-control-allow-origin"], "https://news.example");
    assert!(open.headers["access-control-allow-headers"].to_str().unwrap().contains("authorization"));
    let other = ask(&app, preflight("https://other.example")).await;
    assert!(!other.headers.contains_key("access-control-allow-origin"));
    // The token is asked for all the same.
    let mut request = get("/v1/formats");
    request.headers_mut().insert("origin", "https://news.example".parse().unwrap());
    let answer = ask(&app, request).await;
    answer.problem(401, "unauthorized");
    assert_eq!(answer.headers["access-control-allow-origin"], "https://news.example");
}

#[tokio::test]
async fn options_of_a_comparison_stand_once() {
    let app = app(Limits::default());
    let articles = [json!({"text": TEXT, "options": {"with_text": true}}), json!({"text": TEXT})];
    let refused = ask(&app, post_json("/v1/compare", &json!({"articles": articles}))).await;
    refused.problem(400, "invalid-request");
    let body = json!({"articles": [{"text": TEXT}, {"text": TEXT}], "options": {"with_text": true}});
    let compared = ask(&app, post_json("/v1/compare", &body)).await.json();
    for report in compared["documents"].as_array().unwrap() {
        assert_eq!(report["document"]["text"], TEXT);
    }
}

#[tokio::test]
async fn a_comparison_stops_at_the_time_limit() {
    let app = app(Limits { time: Duration::from_millis(20), analyses: 1, queue: 0, ..Limits::default() });
    let long = TEXT.repeat(10_000);
    let body = json!({"articles": [{"text": long}, {"text": long}]});
    ask(&app, post_json("/v1/compare", &body)).await.problem(503, "time-limit");
}

#[tokio::test]
async fn gives_both_schemas() {
    let app = app(Limits::default());
    let reports = ask(&app, get("/v1/schema?of=reports")).await.json();
    assert_eq!(reports, serde_json::to_value(claimant_core::wire::schema()).unwrap());
    let comparisons = ask(&app, get("/v1/schema?of=comparisons")).await.json();
    assert_eq!(comparisons, serde_json::to_value(claimant_core::wire::comparison_schema()).unwrap());
    ask(&app, get("/v1/schema?of=others")).await.problem(400, "invalid-request");
    ask(&app, get("/v1/schema?what=reports")).await.problem(400, "invalid-request");
}

#[tokio::test]
async fn an_article_is_a_text_or_a_page() {
    let app = app(Limits::default());
    for article in [json!({"id": "a"}), json!({"text": TEXT, "html": TEXT}), json!({"text": null})] {
        ask(&app, post_json("/v1/extract", &article)).await.problem(400, "invalid-request");
    }
    // A string is text, whatever it looks like.
    let answer =
        ask(&app, post_json("/v1/extract", &json!({"text": format!("\u{1}\u{2}\u{3} {TEXT}")}))).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
}

#[tokio::test]
async fn reads_pages() {
    let app = app(Limits::default());
    let page = format!(
        "<!doctype html><html><head><title>Bridge safe</title></head><body><nav><a href=/>Home</a></nav>\
         <article><h1>Bridge safe</h1><p>{TEXT}</p></article></body></html>"
    );
    let sent = ask(&app, post_json("/v1/extract", &json!({"html": page}))).await;
    assert_eq!(sent.status, 200, "{}", sent.body);
    let report = sent.json();
    assert_eq!(report["document"]["title"], "Bridge safe");
    assert!(report["document"]["text"].as_str().unwrap().contains("said Ann Lee"));
    assert_eq!(report["claims"].as_array().unwrap().len(), 2);
    let bare = ask(&app, post("/v1/extract", "text/html; charset=utf-8", page)).await;
    assert_eq!((bare.status, bare.body), (200, sent.body));
}

#[tokio::test]
async fn bodies_in_other_encodings_and_packed_ones() {
    let app = app(Limits { body: 10_000, ..Limits::default() });
    // "Москва подтвердила" in windows-1251, too short to be guessed.
    let bytes = b"\xcc\xee\xf1\xea\xe2\xe0 said: yes.".to_vec();
    let known = ask(&app, post("/v1/extract", "text/plain; charset=windows-1251", bytes)).await;
    let report = ask(&app, post_json("/v1/extract", &json!({"text": "Москва said: yes."}))).await.json();
    assert_eq!(known.json()["claims"], report["claims"], "{}", known.body);

    let packed = |text: &str| {
        let mut file = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
        file.finish().unwrap()
    };
    let small = ask(&app, post("/v1/extract", "text/plain", packed(TEXT))).await;
    assert_eq!(small.status, 200, "{}", small.body);
    let bomb = packed(&"a ".repeat(1_000_000));
    assert!(bomb.len() < 10_000);
    ask(&app, post("/v1/extract", "text/plain", bomb)).await.problem(422, "unreadable");
    let blank = packed(&format!("{{\"text\":\"a\"}}\n{}", "\n".repeat(4_000_000)));
    ask(&app, post("/v1/extract", "text/plain", blank)).await.problem(422, "unreadable");
}

#[tokio::test]
async fn the_page_is_sent_once() {
    let app = app(Limits::default());
    for path in ["/", "/docs", "/page/main.js", "/page/serif.woff2", "/page/clients/claimant.py"] {
        let first = ask(&app, get(path)).await;
        assert_eq!(
            (first.status, first.headers["cache-control"].to_str().unwrap()),
            (200, "no-cache"),
            "{path}"
        );
        let mut again = get(path);
        again.headers_mut().insert("if-none-match", first.headers["etag"].clone());
        let second = ask(&app, again).await;
        assert_eq!((second.status, second.bytes.len()), (304, 0), "{path}");
    }
    // What is said of articles is kept nowhere.
    let report = ask(&app, post("/v1/extract", "text/plain", TEXT)).await;
    assert_eq!(report.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn counts_what_it_does() {
    let app = app(Limits { body: 1000, ..Limits::default() });
    ask(&app, post("/v1/extract", "text/plain", TEXT)).await;
    ask(&app, post("/v1/extract", "text/plain", "a".repeat(1001))).await;
    ask(&app, post("/v1/batch", "application/x-ndjson", "nonsense")).await;
    ask(&app, get("/private/path")).await;
    let counted = ask(&app, get("/metrics")).await;
    assert!(counted.media_type().starts_with("application/openmetrics-text"));
    for line in [
        "claimant_requests_total{route=\"/v1/extract\",status=\"200\"} 1",
        "claimant_requests_total{route=\"/v1/extract\",status=\"413\"} 1",
        "claimant_rejections_total{reason=\"too-large\"} 1",
        "claimant_rejections_total{reason=\"invalid-request\"} 1",
        "claimant_request_seconds_count{route=\"/v1/extract\"} 2",
        "claimant_claims_total 2",
        "claimant_queue 0",
    ] {
        assert!(counted.body.lines().any(|found| found == line), "{line} is not in\n{}", counted.body);
    }
    let words = TEXT.split_whitespace().count();
    assert!(counted.body.contains(&format!("claimant_words_total {words}\n")));
    assert!(!counted.body.contains("private"), "paths are the callers'");
    assert!(counted.body.ends_with("# EOF\n"));
}
