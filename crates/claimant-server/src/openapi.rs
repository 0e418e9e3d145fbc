//! The interface as `OpenAPI` 3.1, around the schemas of the wire types.

use claimant_core::wire;
use claimant_render::{comparison_formats, formats};
use serde_json::{Map, Value, json};

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
    schemas.insert("Article".to_owned(), json!({
        "type": "object", "additionalProperties": false, "required": ["text"],
        "properties": {
            "text": {"type": "string"},
            "published": {"type": ["string", "null"], "format": "date", "description": "The day of publication: relative times are counted from it."},
            "id": {"type": ["string", "null"], "description": "The caller's own identifier, passed through."},
            "options": {"$ref": "#/$defs/Options"},
        },
    }));
    schemas.insert("Options".to_owned(), json!({
        "type": "object", "additionalProperties": false,
        "properties": {"with_text": {"type": "boolean", "description": "Whether reports hold their document's text."}},
    }));
    schemas.insert("Problem".to_owned(), json!({
        "type": "object", "required": ["type", "title", "status", "detail"],
        "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}},
    }));

    let article = json!({"$ref": "#/$defs/Article"});
    let mut reports = Map::new();
    for format in formats() {
        let schema =
            if format.name == "json" { json!({"$ref": "#/$defs/Report"}) } else { json!({"type": "string"}) };
        reports.entry(format.media_type).or_insert_with(|| json!({"schema": schema}));
    }
    let lines = json!({"application/x-ndjson": {"schema": {"type": "string"}}});
    let mut comparisons = Map::new();
    for format in comparison_formats() {
        let schema = if format.name == "json" {
            json!({"$ref": "#/$defs/Comparison"})
        } else {
            json!({"type": "string"})
        };
        comparisons.entry(format.media_type).or_insert_with(|| json!({"schema": schema}));
    }
    let articles = json!({"application/json": {"schema": {
        "type": "object", "additionalProperties": false, "required": ["articles"],
        "properties": {"articles": {"type": "array", "minItems": 2, "items": article}, "options": {"$ref": "#/$defs/Options"}},
    }}});
    let one = json!({"application/json": {"schema": article}, "text/plain": {"schema": {"type": "string"}}});
    let plain = |media_type: &str| json!({media_type: {}});
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Claimant", "version": env!("CARGO_PKG_VERSION"), "description": "Who claims what in news articles."},
        "security": [{}, {"token": []}],
        "paths": {
            "/v1/extract": named(post("The claims of one article", &one, &reports.into(), &[400, 401, 406, 408, 413, 422, 500, 503]), formats().map(|format| format.name)),
            "/v1/batch": post("The claims of many articles: a line of JSON each, a line of answer each, in order; a bad line's answer is a Problem", &lines, &lines, &[401]),
            "/v1/compare": named(post("Where articles agree and conflict", &articles, &comparisons.into(), &[400, 401, 406, 408, 413, 422, 500, 503]), comparison_formats().map(|format| format.name)),
            "/v1/extractors": get("What is looked for", &plain("application/json"), &[401]),
            "/v1/formats": get("What reports and comparisons can be written as", &plain("application/json"), &[401]),
            "/v1/schema": get("The JSON Schema of a report", &plain("application/json"), &[401]),
            "/healthz": get("Whether the server runs", &plain("text/plain"), &[]),
            "/readyz": get("Whether the server takes requests", &plain("text/plain"), &[503]),
            "/metrics": get("Counters for Prometheus", &plain("text/plain"), &[]),
        },
        "components": {"schemas": schemas, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    });
    // Schemas name each other where they lay before.
    serde_json::from_str(&document.to_string().replace("#/$defs/", "#/components/schemas/"))
        .expect("it was JSON")
}

fn post(summary: &str, takes: &Value, gives: &Value, problems: &[u16]) -> Value {
    let mut operation = operation(summary, gives, problems);
    operation["requestBody"] = json!({"required": true, "content": takes});
    json!({"post": operation})
}

/// With the names that `?format=` takes, which wins over `Accept`.
fn named(mut path: Value, names: impl Iterator<Item = &'static str>) -> Value {
    let names: Vec<&str> = names.collect();
    path["post"]["parameters"] = json!([{
        "name": "format", "in": "query", "required": false, "schema": {"type": "string", "enum": names},
        "description": "How to write the answer, by name; wins over Accept.",
    }]);
    path
}

fn get(summary: &str, gives: &Value, problems: &[u16]) -> Value {
    json!({"get": operation(summary, gives, problems)})
}

fn operation(summary: &str, gives: &Value, problems: &[u16]) -> Value {
    let mut responses = json!({"200": {"description": summary, "content": gives}});
    let problem = json!({"description": "What was wrong and what to do", "content": {"application/problem+json": {"schema": {"$ref": "#/$defs/Problem"}}}});
    for status in problems {
        responses[status.to_string()] = problem.clone();
    }
    json!({"summary": summary, "responses": responses})
}
