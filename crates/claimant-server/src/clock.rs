//! The one look at the clock: for limits and logs, never for what a report says.

use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "time limits are about time; reports do not depend on it")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
