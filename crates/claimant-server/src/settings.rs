//! Flags, and the same names in `claimant.toml`.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use axum::http::HeaderValue;
use claimant_core::Claimant;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::Limits;

/// What can be set: as flags, and under `[server]` in claimant.toml by the same names.
#[derive(Debug, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Server {
    /// Where to listen [default: 127.0.0.1:8080, this machine alone]
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// Bytes that a request's body, or a batch's line, may have [default: 4194304]
    #[arg(long, value_name = "BYTES")]
    pub body_limit: Option<usize>,
    /// Seconds for a request, or a batch's line; then its analysis stops [default: 30]
    #[arg(long, value_name = "SECONDS")]
    pub time_limit: Option<u64>,
    /// Analyses at once [default: one for each processor]
    #[arg(long, value_name = "N")]
    pub analyses: Option<usize>,
    /// Requests that may wait for theirs; the next is answered 503 [default: 64]
    #[arg(long, value_name = "N")]
    pub queue: Option<usize>,
    /// Seconds for reading a request's head [default: 10]
    #[arg(long, value_name = "SECONDS")]
    pub header_timeout: Option<u64>,
    /// Connections at once; more wait [default: 1024]
    #[arg(long, value_name = "N")]
    pub connections: Option<usize>,
    /// A file with the bearer token that /v1/ asks for; the variable `CLAIMANT_TOKEN` holds one, too
    #[arg(long, value_name = "PATH")]
    pub token_file: Option<PathBuf>,
    /// An origin whose pages may ask, as `https://news.example`; several times for several, * for all [default: none]
    #[arg(long, value_name = "ORIGIN")]
    #[serde(default)]
    pub cors_origin: Vec<String>,
}

/// The parts of claimant.toml that a server heeds.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    server: Server,
    #[serde(default)]
    extractors: BTreeMap<String, bool>,
    #[serde(default)]
    narrator: Narrator,
    cues: Option<toml::Table>,
    /// The command line's.
    #[serde(default, rename = "extract")]
    _extract: IgnoredAny,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Narrator {
    threshold: Option<f32>,
}

/// What flags and settings come to.
#[derive(Debug)]
pub struct Plan {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The limits.
    pub limits: Limits,
    /// The file with the token.
    pub token_file: Option<PathBuf>,
    /// The origins whose pages may ask.
    pub origins: Vec<HeaderValue>,
    /// What reads the articles.
    pub claimant: Claimant,
}

impl Server {
    /// Flags win over the file, that over the defaults. Without a path, the nearest `claimant.toml` at or above
    /// the working folder is read.
    pub fn plan(self, config: Option<&Path>) -> anyhow::Result<Plan> {
        let path = config.map(Path::to_owned).or_else(nearest);
        let Some(path) = path else { return self.over(File::default()) };
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let file = toml::from_str(&text).with_context(|| format!("in {}", path.display()))?;
        self.over(file).with_context(|| format!("with the settings of {}", path.display()))
    }

    fn over(self, file: File) -> anyhow::Result<Plan> {
        let (flags, set, default) = (self, file.server, Limits::default());
        let seconds = |given: Option<u64>, default| given.map_or(default, Duration::from_secs);
        let limits = Limits {
            body: flags.body_limit.or(set.body_limit).unwrap_or(default.body),
            time: seconds(flags.time_limit.or(set.time_limit), default.time),
            analyses: flags.analyses.or(set.analyses).unwrap_or(default.analyses),
            queue: flags.queue.or(set.queue).unwrap_or(default.queue),
            header: seconds(flags.header_timeout.or(set.header_timeout), default.header),
            connections: flags.connections.or(set.connections).unwrap_or(default.connections),
        };
        let counts = [("analyses", limits.analyses), ("connections", limits.connections)];
        for (name, count) in counts {
            ensure!((1..=65536).contains(&count), "{name} is {count}: it must be 1 to 65536");
        }
        ensure!(limits.queue <= 65536, "queue is {}: it must be at most 65536", limits.queue);
        for (name, time) in [("time-limit", limits.time), ("header-timeout", limits.header)] {
            let day = Duration::from_hours(24);
            ensure!(!time.is_zero() && time <= day, "{name} is {time:?}: it must be 1 second to a day");
        }
        let origins = if flags.cors_origin.is_empty() { set.cors_origin } else { flags.cors_origin };
        let origins = origins.iter().map(|given| origin(given)).collect::<anyhow::Result<_>>()?;
        let mut builder = Claimant::builder();
        for (name, on) in file.extractors {
            builder = builder.switch(name, on);
        }
        if let Some(least) = file.narrator.threshold {
            builder = builder.narrator_threshold(least);
        }
        if let Some(cues) = file.cues {
            builder = builder.cues(cues.to_string());
        }
        Ok(Plan {
            listen: flags.listen.or(set.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            limits,
            token_file: flags.token_file.or(set.token_file),
            origins,
            claimant: builder.build()?,
        })
    }
}

/// A scheme and a host, perhaps with a port, as browsers send it.
fn origin(given: &str) -> anyhow::Result<HeaderValue> {
    let host = given.split_once("://").map(|(_, host)| host);
    let plain = |host: &str| !host.is_empty() && !host.contains(['/', '?', '#', '*', ' ']);
    ensure!(
        given == "*" || host.is_some_and(plain),
        "cors-origin is {given:?}: it must be * or like https://news.example, without a path"
    );
    given.parse().with_context(|| format!("cors-origin is {given:?}"))
}

fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join("claimant.toml")).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_gives_the_defaults() {
        let file: File = toml::from_str(include_str!("../../../docs/claimant.toml")).unwrap();
        let (plan, default) = (Server::default().over(file).unwrap(), Limits::default());
        let limits = Limits { analyses: default.analyses, ..plan.limits };
        assert_eq!(format!("{limits:?}"), format!("{default:?}"));
        assert_eq!(plan.listen.to_string(), "127.0.0.1:8080");
    }

    #[test]
    fn flags_win_over_the_file_and_the_default_is_this_machine_alone() {
        let file: File =
            toml::from_str("[server]\nqueue = 3\nbody-limit = 10\n[extract]\njobs = 2\n").unwrap();
        let plan = Server { queue: Some(5), ..Server::default() }.over(file).unwrap();
        assert_eq!((plan.limits.queue, plan.limits.body), (5, 10));
        assert!(plan.listen.ip().is_loopback());
        assert!(toml::from_str::<File>("[server]\nqeue = 3\n").is_err());
        assert!(Server { analyses: Some(0), ..Server::default() }.over(File::default()).is_err());
        let origins = |origin: &str| {
            let server = Server { cors_origin: vec![origin.to_owned()], ..Server::default() };
            server.over(File::default()).map(|plan| plan.origins.len())
        };
        assert!(plan.origins.is_empty());
        for good in ["*", "https://news.example", "http://localhost:3000"] {
            assert_eq!(origins(good).unwrap(), 1);
        }
        for bad in ["news.example", "https://news.example/", "https://*.example", "https://"] {
            assert!(origins(bad).is_err(), "{bad}");
        }
    }
}
