//! Units of one dimension made comparable: what a code is in the base unit of its dimension.
//!
//! The factors and where they come from are data: `data/units.toml`, `[bases]`.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::units;

/// What a unit is in the base unit of its dimension: `(value + offset) * factor` of it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct InBase<'a> {
    /// The base's UCUM code: "m", "kg", "K", "m/s". Figures can be compared where theirs are equal.
    pub base: Cow<'a, str>,
    pub factor: f64,
    /// Added before the factor; 0 but for temperatures. A difference ("two degrees warmer") takes none.
    pub offset: f64,
}

impl InBase<'_> {
    /// A value in the base unit.
    pub(crate) fn value(&self, value: f64) -> f64 {
        (value + self.offset) * self.factor
    }
}

static BASES: LazyLock<FxHashMap<&'static str, InBase<'static>>> = LazyLock::new(|| units::bases().collect());

/// A code of a figure (`[mi_i]`, `km/h`, `[bbl_us]/d`) in the base unit of its dimension. None for money, for what is
/// only named ("{share}") and for rates of either: nothing fixed converts them.
///
/// Months and years have a base of their own ("mo"), as they are no fixed number of days.
pub(crate) fn in_base(unit: &str) -> Option<InBase<'static>> {
    if let Some(found) = BASES.get(unit) {
        return Some(found.clone());
    }
    // A rate or a product of codes. A degree per hour is a difference: offsets fall away.
    let mut base = String::with_capacity(unit.len());
    let mut factor = 1.0;
    for (at, part) in unit.split('/').enumerate() {
        for (nth, code) in part.split('.').enumerate() {
            let found = BASES.get(code)?;
            match (at, nth) {
                (0, 0) => {}
                (_, 0) => base.push('/'),
                _ => base.push('.'),
            }
            base.push_str(&found.base);
            // UCUM reads from the left: in "a/b.c", c multiplies again.
            factor = if at > 0 && nth == 0 { factor / found.factor } else { factor * found.factor };
        }
    }
    Some(InBase { base: base.into(), factor, offset: 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, unit: &str, expected: f64, base: &str) {
        let found = in_base(unit).unwrap_or_else(|| panic!("{unit} has no base"));
        assert_eq!(found.base, base, "{unit}");
        let got = found.value(value);
        assert!((got - expected).abs() <= expected.abs() * 1e-12, "{value} {unit}: {got}, not {expected}");
    }

    #[test]
    fn units_in_their_base() {
        check(26.2, "[mi_i]", 42_164.812_8, "m");
        check(6.0, "[ft_i]", 1.8288, "m");
        check(5280.0, "[ft_i]", 1609.344, "m");
        check(640.0, "[acr_us]", in_base("[smi_us]").map_or(0.0, |mile| mile.factor), "m2");
        check(42.0, "[gal_us]", 0.158_987_294_928, "m3");
        check(14.0, "[lb_av]", 6.350_293_18, "kg");
        check(212.0, "[degF]", 373.15, "K");
        check(-40.0, "[degF]", 233.15, "K");
        check(-40.0, "Cel", 233.15, "K");
        check(1.0, "[psi]", 6_894.757_293_168_361, "Pa");
        check(2.0, "a", 24.0, "mo");
        check(12.0, "%", 0.12, "1");
    }

    #[test]
    fn rates_in_their_base() {
        check(90.0, "km/h", 25.0, "m/s");
        check(1.0, "[kn_i]", 1852.0 / 3600.0, "m/s");
        check(60.0, "[mi_i]/h", 26.8224, "m/s");
        check(1.0, "[bbl_us]/d", 0.158_987_294_928 / 86_400.0, "m3/s");
        check(9.0, "[degF]/h", 5.0 / 3600.0, "K/s");
        check(2.0, "mA.h", 7.2, "A.s");
        check(8.0, "ug/m3", 8e-9, "kg/m3");
    }

    #[test]
    fn what_nothing_fixed_converts() {
        for unit in
            ["USD", "USD/[bbl_us]", "{share}", "km/{game}", "dB", "deg", "ordinal", "", "/", "km/", "."]
        {
            assert_eq!(in_base(unit), None, "{unit}");
        }
    }

    #[test]
    fn every_measure_has_a_base_or_is_known_to_have_none() {
        let none: Vec<&str> = units::measures().filter(|unit| in_base(unit).is_none()).collect();
        let named = ["{assist}/{game}", "{pixel}", "{point}/{game}", "{rev}/min"];
        assert_eq!(none, [&["dB", "deg"][..], &named].concat());
    }
}
