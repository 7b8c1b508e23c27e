//! The statuses that there is a page for.

use crate::label::PageLabel;

/// The statuses that there is a page for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 431: the request's headers, its cookies above all, are too large.
    TooLarge,
    /// 500.
    Error,
    /// 502.
    BadGateway,
    /// 503.
    Unavailable,
    /// 504.
    Timeout,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 5] = [
        Status::TooLarge,
        Status::Error,
        Status::BadGateway,
        Status::Unavailable,
        Status::Timeout,
    ];

    /// The number.
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Status::TooLarge => 431,
            Status::Error => 500,
            Status::BadGateway => 502,
            Status::Unavailable => 503,
            Status::Timeout => 504,
        }
    }

    /// The name of its file.
    #[must_use]
    pub fn file(self) -> String {
        format!("{}.html", self.code())
    }

    /// The heading.
    #[must_use]
    pub const fn title(self) -> PageLabel {
        match self {
            Status::TooLarge => PageLabel::TooLarge,
            Status::Error | Status::BadGateway | Status::Unavailable | Status::Timeout => {
                PageLabel::Title
            }
        }
    }

    /// What stands under the heading.
    #[must_use]
    pub const fn lead(self) -> PageLabel {
        match self {
            Status::TooLarge => PageLabel::Lead431,
            Status::Error => PageLabel::Lead500,
            Status::BadGateway => PageLabel::Lead502,
            Status::Unavailable => PageLabel::Lead503,
            Status::Timeout => PageLabel::Lead504,
        }
    }
}
