//! The program `claimant-server`: see the library beside it.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use claimant_server::settings::Server;
use claimant_server::{Access, App, serve};
use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser};
use tokio::signal::unix::{SignalKind, signal};

const AFTER: &str = "\
Examples:
  claimant-server
  claimant-server --listen 0.0.0.0:8080 --token-file token
  curl --data-binary @article.txt -H 'content-type: text/plain' http://127.0.0.1:8080/v1/extract
  curl --json '{\"text\": \"The dam will hold, she said on Monday.\", \"published\": \"2024-12-27\"}' \\
    http://127.0.0.1:8080/v1/extract

The interface is described at /openapi.json; / is a page to try it. SIGTERM and Ctrl-C finish the requests that were
accepted and take no more. Logs are lines of JSON on standard error and never hold an article's text.

Settings:
  The flags' names under [server] in claimant.toml, in the working folder or one above it; flags win. The file's
  [extractors], [narrator] and [cues] hold for the server, too.";

/// Who claims what in news articles, over HTTP
#[derive(Debug, Parser)]
#[command(version, after_help = AFTER)]
struct Args {
    #[command(flatten)]
    server: Server,
    /// Read settings from this file instead of the nearest claimant.toml
    #[arg(long, value_name = "PATH")]
    config: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    tracing_subscriber::fmt().json().with_writer(std::io::stderr).init();
    let plan = args.server.plan(args.config.as_deref()).unwrap_or_else(|error| {
        Args::command().error(ErrorKind::ValueValidation, format!("{error:#}")).exit()
    });
    let token = match &plan.token_file {
        Some(path) => {
            Some(std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?)
        }
        None => token_of_the_environment(),
    };
    let token = token.map(|token| token.trim().to_owned());
    // An empty one is a mistake, and would let everyone in who sends nothing.
    ensure!(token.as_deref() != Some(""), "the token is empty: write one, or set none");
    let mut terminate = signal(SignalKind::terminate())?;
    let listener = tokio::net::TcpListener::bind(plan.listen)
        .await
        .with_context(|| format!("cannot listen on {}", plan.listen))?;
    tracing::info!(address = %listener.local_addr()?, token = token.is_some(), "listening");
    let app = App::new(plan.claimant, plan.limits, Access { token, origins: plan.origins });
    serve(app, listener, async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    })
    .await;
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "secrets do not belong in flags, which everyone on the machine sees"
)]
fn token_of_the_environment() -> Option<String> {
    std::env::var("CLAIMANT_TOKEN").ok()
}
