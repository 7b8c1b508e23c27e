//! The questions that only the visitor can answer. Which to put is left to `next_question`, their words to `words`.

use serde::{Deserialize, Serialize};

/// A question that only the visitor can answer, with yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Question {
    /// "Load it two or three times in your tab. Does it fail there, even once?"
    StillFails,
    /// "Does it fail in a private window too?"
    PrivateWindow,
    /// "Does it open in another browser on this device?"
    OtherBrowser,
    /// "Does it open on another device on the same Wi-Fi?"
    OtherDevice,
    /// "Does it open on your phone with Wi-Fi off?"
    OtherNetwork,
    /// "Does a VPN that you already have open it?"
    OwnVpn,
    /// "Is what your tab shows the site's own page?"
    OwnPage,
    /// "Does your tab show an error number, such as 502?"
    ErrorNumber,
    /// "Does it say 403, 406 or 429, that you are blocked, or show a puzzle?"
    Refusal,
    /// "Is this a work or school device or network?"
    Managed,
    /// "Is the date of this device right?"
    RightDate,
}

impl Question {
    /// Every question.
    pub const ALL: [Question; 11] = [
        Question::StillFails,
        Question::PrivateWindow,
        Question::OtherBrowser,
        Question::OtherDevice,
        Question::OtherNetwork,
        Question::OwnVpn,
        Question::OwnPage,
        Question::ErrorNumber,
        Question::Refusal,
        Question::Managed,
        Question::RightDate,
    ];

    /// Its name in reports, and the kind of its probe.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Question::StillFails => "still-fails",
            Question::PrivateWindow => "private-window",
            Question::OtherBrowser => "other-browser",
            Question::OtherDevice => "other-device",
            Question::OtherNetwork => "other-network",
            Question::OwnVpn => "own-vpn",
            Question::OwnPage => "own-page",
            Question::ErrorNumber => "error-number",
            Question::Refusal => "refusal",
            Question::Managed => "managed",
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
            | Question::Refusal
            | Question::Managed => !yes,
            Question::OtherBrowser
            | Question::OtherDevice
            | Question::OtherNetwork
            | Question::OwnVpn
            | Question::OwnPage
            | Question::RightDate => yes,
        }
    }
}
