//! `POST /v1/batch`: one line in, one line out.

use std::convert::Infallible;
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

type Answers = mpsc::Sender<Result<String, Infallible>>;

/// Answers are in the lines' order; the next line is read when this one's answer is taken. A line that cannot be
/// used is answered by a problem, and the others go on.
pub(crate) async fn batch(State(app): State<Arc<App>>, body: Body) -> Response {
    let (answers, taken) = mpsc::channel(1);
    tokio::spawn(async move {
        // Whoever goes away in the middle of an analysis ends it: to drop it is to stop it.
        tokio::select! {
            () = answers.closed() => {}
            () = lines(&app, body, &answers) => {}
        }
    });
    typed("application/x-ndjson", Body::from_stream(ReceiverStream::new(taken)))
}

async fn lines(app: &Arc<App>, body: Body, answers: &Answers) {
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
            let answer = answer(app, line).await.unwrap_or_else(|problem| problem_line(app, &problem));
            if answers.send(Ok(answer)).await.is_err() {
                return;
            }
        }
        rest.drain(..from);
        searched = rest.len();
        if rest.len() > app.limits.body {
            // Where the line ends is not known: nothing after it can be told from it.
            let _ = answers.send(Ok(problem_line(app, &request::too_large(&app.limits)))).await;
            return;
        }
    }
}

fn problem_line(app: &App, problem: &Problem) -> String {
    app.metrics.refused(problem.kind);
    format!("{}\n", problem.json())
}

async fn answer(app: &Arc<App>, line: &[u8]) -> Result<String, Problem> {
    if line.len() > app.limits.body {
        return Err(request::too_large(&app.limits));
    }
    let article: Article = request::json(line)?;
    let options = article.options.unwrap_or_default().into();
    let lines = format("jsonl").expect("JSON Lines is a format");
    let deadline = now() + app.limits.time;
    let whole = analysis::run(app, deadline, true, move |app, stop| {
        let report = report(app, article.reading(&app.limits), options, stop)?;
        Some(report.map(|report| lines.whole(&report, &Look::plain())))
    });
    Ok(String::from_utf8(whole.await??).expect("JSON is UTF-8"))
}
