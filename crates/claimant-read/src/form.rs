//! What the caller says about the bytes.

/// What form the input has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    /// Looked up from the bytes.
    #[default]
    Auto,
    /// Plain text, whatever it looks like.
    Text,
}

impl Form {
    /// Every form, the default one first.
    pub const ALL: &[Form] = &[Form::Auto, Form::Text];

    /// Its stable name, as front ends take it.
    pub const fn name(self) -> &'static str {
        match self {
            Form::Auto => "auto",
            Form::Text => "text",
        }
    }

    /// One line on what it is, for listings.
    pub const fn summary(self) -> &'static str {
        match self {
            Form::Auto => "Looked up from the bytes: text is read, pages, images and archives are refused",
            Form::Text => "Plain text, whatever it looks like",
        }
    }

    /// The form of this name.
    pub fn named(name: &str) -> Option<Form> {
        Form::ALL.iter().copied().find(|form| form.name() == name)
    }
}
