//! `POST /v1/batch`: one line in, one line out.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use claimant_render::{Look, format};
use tokio::sync::mpsc;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use crate::analysis;
use crate::answers::typed;
use crate::app::App;
use crate::clock::now;
use crate::extract::report;
use crate::problem::Problem;
use crate::request::{self, Article};

/// One line in, one line out, in order; the next line is read when this one's answer is taken.
pub(crate) async fn batch(State(app): State<Arc<App>>, body: Body) -> Response {
    let (sender, receiver) = mpsc::channel::<Result<String, std::convert::Infallible>>(1);
    tokio::spawn(async move {
        let mut stream = body.into_data_stream();
        let mut rest: Vec<u8> = Vec::new();
        // Line ends are looked for once, however small the pieces are that a line comes in.
        let mut searched = 0;
        let mut ended = false;
        while !ended {
            match tokio::time::timeout(app.limits.time, stream.next()).await {
                Ok(Some(Ok(chunk))) => rest.extend_from_slice(&chunk),
                Ok(None) => {
                    ended = true;
                    rest.push(b'\n');
                }
                // Broken off, or too slow: what came is answered, half a line is none.
                Ok(Some(Err(_))) | Err(_) => return,
            }
            let mut from = 0;
            while let Some(length) = rest[searched..].iter().position(|byte| *byte == b'\n') {
                let line = &rest[from..searched + length];
                searched += length + 1;
                from = searched;
                if line.trim_ascii().is_empty() {
                    continue;
                }
                let answer = match answer(&app, line).await {
                    Ok(answer) => answer,
                    Err(problem) => format!("{}\n", problem.json()),
                };
                if sender.send(Ok(answer)).await.is_err() {
                    return;
                }
            }
            rest.drain(..from);
            searched = rest.len();
            if rest.len() > app.limits.body {
                // Where the line ends is not known: nothing after it can be told from it.
                let _ = sender.send(Ok(format!("{}\n", request::too_large(&app.limits).json()))).await;
                return;
            }
        }
    });
    typed("application/x-ndjson", Body::from_stream(ReceiverStream::new(receiver)))
}

async fn answer(app: &Arc<App>, line: &[u8]) -> Result<String, Problem> {
    if line.len() > app.limits.body {
        return Err(request::too_large(&app.limits));
    }
    let article: Article = request::json(line)?;
    let options = article.options.into();
    let reading = article.reading()?;
    let lines = format("jsonl").expect("JSON Lines is a format");
    let deadline = now() + app.limits.time;
    let whole = analysis::run(app, deadline, true, move |app, stop| {
        Some(lines.whole(&report(app, reading, options, stop)?, &Look::plain()))
    });
    Ok(String::from_utf8(whole.await?).expect("JSON is UTF-8"))
}
