//! The scale of a plot.

/// More than this between the least and the greatest is shown by orders of magnitude.
const WIDE: f64 = 200.0;

/// From values to places on an axis.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    /// By orders of magnitude.
    pub(super) logarithmic: bool,
}

impl Scale {
    /// A scale on which all of the values have a place; nothing where there are none.
    pub(super) fn of(values: impl Iterator<Item = f64> + Clone) -> Option<Scale> {
        let values = values.filter(|value| value.is_finite());
        let low = values.clone().reduce(f64::min)?;
        let high = values.reduce(f64::max)?;
        if low > 0.0 && high / low > WIDE {
            let (low, high) = (low.log10().floor(), high.log10().ceil());
            return Some(Scale { low, high, logarithmic: true });
        }
        // Bars that are to be compared begin at nought, unless that leaves them no room.
        let base = if low >= 0.0 && low < 0.6 * high { 0.0 } else { low };
        let room = if high > base { (high - base) * 0.06 } else { (high.abs() * 0.1).max(1.0) };
        let start = if base == 0.0 { 0.0 } else { base - room };
        Some(Scale { low: start, high: high + room, logarithmic: false })
    }

    /// The place of a value, 0 to 1.
    pub(super) fn place(self, value: f64) -> f64 {
        let value = if self.logarithmic { value.max(f64::MIN_POSITIVE).log10() } else { value };
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// Round values to write at the axis, four or so.
    pub(super) fn ticks(self) -> Vec<f64> {
        if self.logarithmic {
            let step = (((self.high - self.low) / 4.0).ceil() as i32).max(1);
            return (self.low as i32..=self.high as i32)
                .step_by(step as usize)
                .map(|it| 10_f64.powi(it))
                .collect();
        }
        let rough = (self.high - self.low) / 4.0;
        let size = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().find(|it| it * size >= rough).unwrap_or(10.0) * size;
        let first = (self.low / step).ceil();
        // Multiples, not sums: a sum drifts off the round value.
        (0..8)
            .map(|index| (first + f64::from(index)) * step)
            .take_while(|value| *value <= self.high)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within() {
        let check = |values: &[f64], expected: &[f64]| {
            let scale = Scale::of(values.iter().copied()).unwrap();
            assert_eq!(scale.ticks(), expected, "{values:?}");
            assert!(values.iter().all(|value| (0.0..=1.0).contains(&scale.place(*value))));
        };
        check(&[12.0, 40.0], &[0.0, 20.0, 40.0]);
        check(&[1000.0, 3150.0], &[0.0, 1000.0, 2000.0, 3000.0]);
        check(&[5.0], &[4.0, 4.5, 5.0, 5.5, 6.0]);
        check(&[-5.0, 5.0], &[-5.0, 0.0, 5.0]);
        check(&[3.0, 5_000_000.0], &[1.0, 100.0, 10_000.0, 1_000_000.0]);
        assert_eq!(Scale::of([f64::INFINITY].into_iter()), None);
    }
}
