//! Time as the library knows it: whole milliseconds, told by the caller. There is no clock here.

use serde::{Deserialize, Serialize};

/// A span of time, or a moment since the check's start, in milliseconds. Of 64 bits: 32 are full after
/// 49 days of an open tab.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Millis(pub u64);

impl Millis {
    /// The sum, held at the largest value.
    #[must_use]
    pub const fn plus(self, other: Millis) -> Millis {
        Millis(self.0.saturating_add(other.0))
    }

    /// How long after `earlier` this moment is; zero if it is not.
    #[must_use]
    pub const fn since(self, earlier: Millis) -> Millis {
        Millis(self.0.saturating_sub(earlier.0))
    }
}
