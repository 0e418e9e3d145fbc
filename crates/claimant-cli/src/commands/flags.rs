//! What every command that extracts can be told, and what flags and settings come to.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use claimant_core::{Claimant, Date, Document, Report, Switch, extractors};
use claimant_read::{Fields, Form, Options, Reading};
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::complaint::Complaint;
use crate::input;
use crate::settings::{Color, Settings};

/// Flags of every command that extracts.
#[derive(Debug, clap::Args)]
pub(super) struct Flags {
    /// The day of publication, as YYYY-MM-DD: "on Monday" is counted back from it
    ///
    /// Without it, the text is searched for a dateline or a dated post.
    #[arg(long, value_name = "DATE")]
    published: Option<Date>,

    /// What form the input has
    #[arg(long, value_parser = input::form(), default_value = Form::default().name(), value_name = "FORM")]
    input: Form,

    /// Fetch addresses on the web (http:// and https://); without it the network is never used
    ///
    /// Only from addresses on the public internet, each page up to 16 MiB, in 30 seconds and with five redirections
    /// at most.
    #[arg(long)]
    pub(super) fetch: bool,

    /// The field of JSON Lines that has the text; a dot goes into an object [default: text]
    #[arg(long, value_name = "NAME")]
    text_field: Option<String>,

    /// The field of JSON Lines that has a page, where there is no text [default: html]
    #[arg(long, value_name = "NAME")]
    html_field: Option<String>,

    /// The field of JSON Lines that has the identifier [default: id]
    #[arg(long, value_name = "NAME")]
    id_field: Option<String>,

    /// The field of JSON Lines that has the day of publication [default: published]
    #[arg(long, value_name = "NAME")]
    date_field: Option<String>,

    /// Put the text of each document into its report; that of pages and feeds is always there
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true",
          hide_possible_values = true)]
    with_text: Option<bool>,

    /// How many documents to read at once [default: `RAYON_NUM_THREADS`, or one for each processor]
    #[arg(long, short = 'j', value_name = "N")]
    jobs: Option<NonZeroUsize>,

    /// Run an extractor that is off by default
    #[arg(long, value_name = "NAME", value_parser = extractor_names(), hide_possible_values = true)]
    enable: Vec<String>,

    /// Leave an extractor out; `claimant extractors` lists them
    #[arg(long, value_name = "NAME", value_parser = extractor_names(), hide_possible_values = true)]
    disable: Vec<String>,

    /// Leave out statements in the text's own voice that are less worth checking than this, 0 to 1 [default: 0.5]
    #[arg(long, value_name = "SCORE")]
    narrator_threshold: Option<f32>,

    /// Read settings from this file instead of claimant.toml
    #[arg(long, value_name = "PATH", conflicts_with = "no_config")]
    config: Option<PathBuf>,

    /// Read no settings file
    #[arg(long)]
    no_config: bool,

    /// Whether to print in colour [default: auto, which is where a terminal takes it]
    #[arg(long, value_enum, value_name = "WHEN")]
    color: Option<Color>,
}

fn extractor_names() -> PossibleValuesParser {
    extractors().map(|info| PossibleValue::new(info.name).help(info.summary)).collect::<Vec<_>>().into()
}

/// What flags and settings come to.
pub(super) struct Plan {
    /// The format that the settings name, of reports.
    pub(super) format: Option<String>,
    pub(super) with_text: bool,
    pub(super) jobs: Option<NonZeroUsize>,
    /// How inputs are read.
    pub(super) reading: Options,
    published: Option<Date>,
    claimant: Claimant,
}

impl Flags {
    /// Flags win over the settings file, that over the defaults.
    pub(super) fn resolve(&self) -> Result<Plan, Complaint> {
        let settings =
            if self.no_config { Settings::default() } else { Settings::find(self.config.as_deref())? };
        if let Some(color) = self.color.or(settings.color) {
            color.apply();
        }
        let mut builder = Claimant::builder();
        for (name, on) in &settings.switches {
            builder = builder.switch(name, *on);
        }
        for name in &self.enable {
            builder = builder.enable(name);
        }
        for name in &self.disable {
            if self.enable.contains(name) {
                return Err(Complaint::usage(format!("the extractor {name:?} is both enabled and disabled")));
            }
            let always = extractors().any(|info| info.name == name && info.switch == Switch::Always);
            if always {
                let fault = format!("the extractor {name:?} cannot be switched off: the others stand on it");
                return Err(Complaint::usage(fault).hint("`claimant extractors` tells which are always on"));
            }
            builder = builder.disable(name);
        }
        if let Some(least) = self.narrator_threshold.or(settings.narrator_threshold) {
            builder = builder.narrator_threshold(least);
        }
        if let Some(cues) = settings.cues {
            builder = builder.cues(cues);
        }
        Ok(Plan {
            format: settings.format,
            with_text: self.with_text.or(settings.with_text).unwrap_or(false),
            jobs: self.jobs.or(settings.jobs),
            reading: Options { form: self.input, fields: self.fields(), ..Options::default() },
            published: self.published.or(settings.published),
            claimant: builder.build().map_err(Complaint::usage)?,
        })
    }

    fn fields(&self) -> Fields {
        let or = |given: &Option<String>, default: String| given.clone().unwrap_or(default);
        let default = Fields::default();
        Fields {
            text: or(&self.text_field, default.text),
            html: or(&self.html_field, default.html),
            id: or(&self.id_field, default.id),
            published: or(&self.date_field, default.published),
            ..Fields::default()
        }
    }
}

impl Plan {
    /// Finds the claims of one document.
    pub(super) fn extract(&self, mut reading: Reading) -> (Document, Report) {
        if let Some(date) = self.published {
            reading.document = reading.document.with_published(date);
        }
        let found = self.claimant.extract(&reading.document);
        reading.join(found)
    }
}
