//! When a watched target is asked again: growing pauses with full jitter, so that a site that comes back is not met by
//! all its watchers at once.

use crate::millis::Millis;

/// The first pause's upper bound: 30 s.
const BASE: u32 = 30_000;
/// The longest: 15 min.
const CAP: u32 = 900_000;
/// The shortest: a pause drawn near zero would be a second check at once.
const FLOOR: u64 = 5_000;

/// How long a watch goes on by itself: a day.
pub const LONGEST: Millis = Millis(86_400_000);

/// The pause before the next look. `attempt` counts from 0; `random` is drawn evenly from 0–1.
#[must_use]
pub fn pause(attempt: u32, random: f64) -> Millis {
    let bound = BASE.saturating_mul(2_u32.saturating_pow(attempt)).min(CAP);
    let part = if random.is_finite() {
        random.clamp(0.0, 1.0)
    } else {
        1.0
    };
    Millis(((f64::from(bound) * part) as u64).max(FLOOR))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_from_half_a_minute_to_a_quarter_of_an_hour() {
        let longest: Vec<u64> = (0..8)
            .map(|attempt| pause(attempt, 1.0).0 / 1_000)
            .collect();
        assert_eq!(longest, [30, 60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(pause(3, 0.0), Millis(FLOOR));
        assert_eq!(pause(u32::MAX, f64::NAN), Millis(CAP.into()));
    }
}
