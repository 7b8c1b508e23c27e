//! The questions that only the visitor can answer. Which to put is left to `next_question`, their words to `words`.

use serde::{Deserialize, Serialize};

/// A question that only the visitor can answer, with yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Question {
    /// "Load it two or three times in your tab. Does it fail there, even once?"
    StillFails,
    /// "Does it fail in a private window too?"
    PrivateWindow,
    /// "Does it open on your phone with Wi-Fi off?"
    OtherNetwork,
    /// "Does your tab show an error number, such as 502?"
    ErrorNumber,
    /// "Does it say 403 or 429, or that you are blocked?"
    Refusal,
    /// "Is the date of this device right?"
    RightDate,
}

impl Question {
    /// Every question.
    pub const ALL: [Question; 6] = [
        Question::StillFails,
        Question::PrivateWindow,
        Question::OtherNetwork,
        Question::ErrorNumber,
        Question::Refusal,
        Question::RightDate,
    ];

    /// Its name in reports, and the kind of its probe.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Question::StillFails => "still-fails",
            Question::PrivateWindow => "private-window",
            Question::OtherNetwork => "other-network",
            Question::ErrorNumber => "error-number",
            Question::Refusal => "refusal",
            Question::RightDate => "right-date",
        }
    }

    /// Whether this answer says that something is well.
    #[must_use]
    pub const fn is_good_news(self, yes: bool) -> bool {
        match self {
            Question::StillFails
            | Question::PrivateWindow
            | Question::ErrorNumber
            | Question::Refusal => !yes,
            Question::OtherNetwork | Question::RightDate => yes,
        }
    }
}
