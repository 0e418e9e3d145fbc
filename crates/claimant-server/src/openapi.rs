//! The interface as `OpenAPI` 3.1, around the schemas of the wire types.

use claimant_core::wire;
use claimant_render::{comparison_formats, formats};
use serde_json::{Map, Value, json};

const ABOUT: &str = "Who claims what in news articles: each claim with its source, its cue and its exact content, how the source stands \
                     to it, and where the accounts of several articles meet. Offsets count Unicode code points, half open.";

pub(crate) fn document() -> Value {
    let mut schemas = Map::new();
    for (name, schema) in [("Report", wire::schema()), ("Comparison", wire::comparison_schema())] {
        let mut schema = serde_json::to_value(schema).expect("a schema is plain JSON");
        let object = schema.as_object_mut().expect("a schema is an object");
        if let Some(Value::Object(definitions)) = object.remove("$defs") {
            schemas.extend(definitions);
        }
        object.remove("$schema");
        schemas.insert(name.to_owned(), schema);
    }
    schemas.insert("Article".to_owned(), article(true));
    schemas.insert("ArticleToCompare".to_owned(), article(false));
    schemas.insert("Options".to_owned(), json!({
        "type": "object", "additionalProperties": false,
        "properties": {"with_text": {"type": "boolean", "description": "Whether reports hold their document's text."}},
    }));
    schemas.insert("Problem".to_owned(), json!({
        "type": "object", "required": ["type", "title", "status", "detail"],
        "description": "What was wrong and what to do (RFC 9457).",
        "properties": {
            "type": {"type": "string", "description": "The stable type, `urn:claimant:problem:…`."}, "title": {"type": "string"},
            "status": {"type": "integer"}, "detail": {"type": "string", "description": "What was wrong and what to do."},
        },
    }));

    // Others may be JSON of the same media type, which only `?format=` asks for.
    let report = json!({"anyOf": [{"$ref": "#/$defs/Report"}, {"description": "what the format that was named holds"}]});
    let mut reports = Map::new();
    for format in formats() {
        let schema = if format.name == "json" { report.clone() } else { other(format.media_type) };
        reports.entry(format.media_type).or_insert_with(|| json!({"schema": schema}));
    }
    // Lines of JSON are no JSON value: no schema of this version can tell what they are.
    let lines = json!({"application/x-ndjson": {"schema": {"description": "A JSON object on each line."}}});
    let mut comparisons = Map::new();
    for format in comparison_formats() {
        let schema = if format.name == "json" {
            json!({"$ref": "#/$defs/Comparison"})
        } else {
            other(format.media_type)
        };
        comparisons.entry(format.media_type).or_insert_with(|| json!({"schema": schema}));
    }
    let articles = json!({"application/json": {"schema": {
        "type": "object", "additionalProperties": false, "required": ["articles"],
        "properties": {"articles": {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/ArticleToCompare"}}, "options": {"$ref": "#/$defs/Options"}},
    }}});
    let text = "The operator denied on Monday that the dam had failed.";
    let one = json!({
        "application/json": {"schema": {"$ref": "#/$defs/Article"}, "example": {"text": text, "published": "2024-12-27"}},
        "text/plain": {"schema": {"type": "string"}, "example": text},
        "text/html": {"schema": {"description": "a page"}},
    });
    let plain = |media_type: &str| json!({media_type: {}});
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Claimant", "version": env!("CARGO_PKG_VERSION"), "description": ABOUT},
        "security": [{}, {"token": []}],
        "paths": {
            "/v1/extract": named(post("The claims of one article", &one, &reports.into(), &[400, 401, 406, 408, 413, 422, 500, 503]), formats().map(|format| format.name)),
            "/v1/batch": post("The claims of many articles: a line of JSON each, a line of answer each, in order; a bad line's answer is a Problem", &lines, &lines, &[401]),
            "/v1/compare": named(post("Where articles agree and conflict", &articles, &comparisons.into(), &[400, 401, 406, 408, 413, 422, 500, 503]), comparison_formats().map(|format| format.name)),
            "/v1/extractors": get("What is looked for", &plain("application/json"), &[401]),
            "/v1/formats": get("What reports and comparisons can be written as", &plain("application/json"), &[401]),
            "/v1/schema": with(get("The JSON Schema of a report, or of a comparison", &plain("application/json"), &[400, 401]), "get", &json!({
                "name": "of", "in": "query", "required": false, "schema": {"type": "string", "enum": ["reports", "comparisons"]},
                "description": "Of what; reports unless it says otherwise.",
            })),
            "/healthz": get("Whether the server runs", &plain("text/plain"), &[]),
            "/readyz": get("Whether the server takes requests", &plain("text/plain"), &[503]),
            "/metrics": get("Counters for Prometheus", &plain(crate::metrics::MEDIA_TYPE), &[]),
        },
        "components": {"schemas": schemas, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    });
    // Schemas name each other where they lay before.
    serde_json::from_str(&document.to_string().replace("#/$defs/", "#/components/schemas/"))
        .expect("it was JSON")
}

fn post(summary: &str, takes: &Value, gives: &Value, problems: &[u16]) -> Value {
    let mut operation = operation(summary, gives, problems);
    // No body is an empty text, and no lines; two articles it is not.
    let required = takes.get("text/plain").is_none() && takes.get("application/x-ndjson").is_none();
    operation["requestBody"] = json!({"required": required, "content": takes});
    json!({"post": operation})
}

/// With the names that `?format=` takes, which wins over `Accept`.
fn named(path: Value, names: impl Iterator<Item = &'static str>) -> Value {
    let names: Vec<&str> = names.collect();
    let format = json!({
        "name": "format", "in": "query", "required": false, "schema": {"type": "string", "enum": names},
        "description": "How to write the answer, by name; wins over Accept.",
    });
    with(path, "post", &format)
}

fn with(mut path: Value, method: &str, parameter: &Value) -> Value {
    path[method]["parameters"] = json!([parameter]);
    path
}

/// What formats of others' hold: a text, or JSON whose schema is theirs.
fn other(media_type: &str) -> Value {
    if media_type.contains("json") { json!({}) } else { json!({"type": "string"}) }
}

/// An article, with options of its own where it stands alone.
fn article(alone: bool) -> Value {
    let mut article = json!({
        "type": "object", "additionalProperties": false, "oneOf": [{"required": ["text"]}, {"required": ["html"]}],
        "description": "An article: its text, or the page that it is on.",
        "properties": {
            "text": {"type": "string", "description": "The article as plain text."},
            "html": {"type": "string", "description": "The page that the article is on."},
            "published": {"type": ["string", "null"], "format": "date", "description": "The day of publication: relative times are counted from it."},
            "id": {"type": ["string", "null"], "description": "The caller's own identifier, passed through."},
        },
    });
    if alone {
        // A schema of its own: null is none.
        article["properties"]["options"] = json!({"anyOf": [{"$ref": "#/$defs/Options"}, {"type": "null"}]});
    }
    article
}

fn get(summary: &str, gives: &Value, problems: &[u16]) -> Value {
    json!({"get": operation(summary, gives, problems)})
}

fn operation(summary: &str, gives: &Value, problems: &[u16]) -> Value {
    let mut responses = json!({"200": {"description": summary, "content": gives}});
    for status in problems {
        responses[status.to_string()] = problem(*status);
    }
    json!({"summary": summary, "responses": responses})
}

/// What a refusal of this status means; which it was stands in the problem's type.
fn problem(status: u16) -> Value {
    let means = match status {
        400 => "The request cannot be used as it is",
        401 => "The server asks for a bearer token",
        406 => "None of the formats that Accept names is known",
        408 => "The body did not arrive in time",
        413 => "The body is larger than the server takes",
        422 => "What was sent is nothing that can be read as an article",
        503 => {
            "The queue is full, and Retry-After says when to ask again; or the analysis took longer than it may"
        }
        _ => "A fault of the program's own",
    };
    let mut answer = json!({"description": means, "content": {"application/problem+json": {"schema": {"$ref": "#/$defs/Problem"}}}});
    if status == 503 {
        answer["headers"] = json!({"Retry-After": {"description": "Seconds, where waiting helps.", "schema": {"type": "integer"}}});
    }
    if status == 401 {
        answer["headers"] =
            json!({"WWW-Authenticate": {"description": "`Bearer`", "schema": {"type": "string"}}});
    }
    answer
}
