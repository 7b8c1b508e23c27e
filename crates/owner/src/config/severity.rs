//! What a mistake does to the site.

/// What a mistake does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// nginx does not start, or requests fail.
    Breaks,
    /// It works otherwise than it looks.
    Surprises,
    /// It works, and could be better.
    CouldBeBetter,
    /// No mistake by itself, or one only if other files do not have what is absent here.
    Note,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Severity; 4] = [
        Severity::Breaks,
        Severity::Surprises,
        Severity::CouldBeBetter,
        Severity::Note,
    ];

    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Severity::Breaks => "breaks",
            Severity::Surprises => "surprises",
            Severity::CouldBeBetter => "could-be-better",
            Severity::Note => "note",
        }
    }

    /// The severity in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Breaks => "Breaks the site",
            Severity::Surprises => "Does not do what it seems to",
            Severity::CouldBeBetter => "Could be better",
            Severity::Note => "Good to know",
        }
    }
}
