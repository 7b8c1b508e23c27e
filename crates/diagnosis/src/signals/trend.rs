//! How this check stands in the series of this session's checks.

columns! {
    /// What this check adds to the series of this session's checks.
    Trend {
        /// It is the first.
        First,
        /// It is as it was.
        Same,
        /// It failed and answers now.
        Failed,
        /// It answered and fails now.
        Worked,
        /// It has changed more than once.
        Flapping,
    }
}

/// Where this check stands in the session's series.
pub(super) fn read(earlier: &[bool], open: bool) -> Trend {
    let Some(before) = earlier.last() else {
        return Trend::First;
    };
    let changes = earlier
        .iter()
        .zip(earlier.iter().skip(1))
        .filter(|(one, next)| one != next)
        .count()
        + usize::from(*before != open);
    match (changes, open) {
        (0, _) => Trend::Same,
        (1, true) => Trend::Failed,
        (1, false) => Trend::Worked,
        _ => Trend::Flapping,
    }
}
