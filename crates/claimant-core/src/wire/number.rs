//! Numbers that print as people write them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A JSON number: whole values without a fraction (`3000`, not `3000.0`).
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transparent))]
pub struct Number(pub f64);

/// Beyond this, not every whole number has a double of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() <= EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        f64::deserialize(deserializer).map(Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_fraction() {
        let print = |value: f64| serde_json::to_string(&Number(value)).unwrap();
        assert_eq!(print(3000.0), "3000");
        assert_eq!(print(-0.5), "-0.5");
        assert_eq!(print(1e300), "1e+300");
    }
}
