//! The model file: a safetensors file whose metadata names the encoder, its shape, the labels and the lemma rules.

use std::fmt;

use safetensors::{Dtype, SafeTensors};
use serde::Deserialize;

use crate::matrix::Matrix;

/// Why bytes are no model that this version can run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ModelError(String);

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is no model that can be run: {}; make one as docs/models.md says", self.0)
    }
}

impl std::error::Error for ModelError {}

pub(crate) type Result<T> = std::result::Result<T, ModelError>;

pub(crate) fn wrong<T>(what: impl Into<String>) -> Result<T> {
    Err(ModelError(what.into()))
}

/// What the metadata says.
#[derive(Deserialize, Debug)]
pub(crate) struct Header {
    pub encoder: String,
    pub dilations: Vec<usize>,
    pub taps: usize,
    pub width: usize,
    pub dims: Vec<usize>,
    pub sizes: Sizes,
    pub labels: Labels,
    pub lemmas: Lemmas,
    #[serde(default)]
    pub note: String,
}

/// Widths of the vectors that are compared: for heads, relations and links.
#[derive(Deserialize, Clone, Copy, Debug)]
pub(crate) struct Sizes {
    pub arc: usize,
    pub relation: usize,
    pub link: usize,
}

/// The labels that each head chooses from, in the order of its outputs.
#[derive(Deserialize, Debug)]
pub(crate) struct Labels {
    pub upos: Vec<String>,
    pub xpos: Vec<String>,
    pub rel: Vec<String>,
    pub role: Vec<String>,
    pub name: Vec<String>,
}

/// Rules `(xpos, ending, characters to cut, characters to add)` and exceptions `(xpos, form, lemma)`.
#[derive(Deserialize, Debug)]
pub(crate) struct Lemmas {
    pub rules: Vec<(String, String, usize, String)>,
    pub exceptions: Vec<(String, String, String)>,
}

/// A file, its header read.
pub(crate) struct File<'a> {
    pub header: Header,
    tensors: SafeTensors<'a>,
}

impl<'a> File<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<File<'a>> {
        let failed = |error: &dyn fmt::Display| ModelError(error.to_string());
        let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(|error| failed(&error))?;
        let Some(header) = metadata.metadata().as_ref().and_then(|map| map.get("claimant")) else {
            return wrong("the metadata has no entry \"claimant\"");
        };
        let header = serde_json::from_str(header).map_err(|error| failed(&error))?;
        Ok(File { header, tensors: SafeTensors::deserialize(bytes).map_err(|error| failed(&error))? })
    }

    fn data(&self, name: &str, kind: Dtype) -> Result<&'a [u8]> {
        match self.tensors.tensor(name) {
            Ok(view) if view.dtype() == kind => Ok(view.data()),
            Ok(view) => wrong(format!("{name} holds {:?}, not {kind:?}", view.dtype())),
            Err(_) => wrong(format!("it has no tensor {name}")),
        }
    }

    pub(crate) fn bytes(&self, name: &str) -> Result<Vec<i8>> {
        Ok(self.data(name, Dtype::I8)?.iter().map(|byte| *byte as i8).collect())
    }

    pub(crate) fn floats(&self, name: &str) -> Result<Vec<f32>> {
        let data = self.data(name, Dtype::F32)?;
        Ok(data
            .chunks_exact(4)
            .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
            .collect())
    }

    pub(crate) fn floats_of(&self, name: &str, len: usize) -> Result<Vec<f32>> {
        let values = self.floats(name)?;
        if values.len() == len {
            Ok(values)
        } else {
            wrong(format!("{name} has {} values, not {len}", values.len()))
        }
    }

    /// A product with its scales and biases.
    pub(crate) fn layer(&self, name: &str, inputs: usize, outputs: usize) -> Result<Layer> {
        let weights = self.bytes(&format!("{name}.weight"))?;
        if weights.len() != inputs * outputs || !inputs.is_multiple_of(4) {
            return wrong(format!("{name} has {} weights, not {inputs} × {outputs}", weights.len()));
        }
        let matrix = Matrix::pack(&weights, inputs);
        let mut scale = self.floats_of(&format!("{name}.scale"), outputs)?;
        let mut bias = self.floats_of(&format!("{name}.bias"), outputs)?;
        scale.resize(matrix.stride(), 0.0);
        bias.resize(matrix.stride(), 0.0);
        Ok(Layer { matrix, scale, bias })
    }
}

/// A product, and what turns its sums back into numbers.
#[derive(Debug)]
pub(crate) struct Layer {
    pub matrix: Matrix,
    pub scale: Vec<f32>,
    pub bias: Vec<f32>,
}
