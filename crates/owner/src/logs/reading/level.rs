//! The level that a program gives its line.

/// How grave a program says its line is, where that decides what the line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::logs) enum Level {
    /// The program does not start or does not go on.
    Emergency,
    /// Something failed, and the program goes on.
    Error,
    /// A remark.
    Info,
}

/// The words that name each level, in lower case; the gravest that is found counts.
pub(in crate::logs) const LEVEL_WORDS: &[(Level, &[&str])] = &[
    (Level::Emergency, &["[emerg]", ":emerg]"]),
    (
        Level::Error,
        &[
            "[error]",
            ":error]",
            "[crit]",
            ":crit]",
            "[alert]",
            ":alert]",
            "level=error",
            "level=fatal",
            " error: ",
            "fatal:",
        ],
    ),
    (
        Level::Info,
        &[
            "[info]",
            ":info]",
            "[notice]",
            ":notice]",
            "[debug]",
            "level=info",
            "level=debug",
        ],
    ),
];
