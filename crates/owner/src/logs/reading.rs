//! The reading: what an entry says, taken apart. Who wrote it, at which level, what was being done, which error it names by its
//! word, whom the server asked, and how the request was answered. Which pattern explains it is left to [`super::choice`].

mod access;
mod edge;
mod error;
mod haproxy;
mod level;
mod operation;
mod program;
mod upstream;

pub(super) use access::{Answer, Target, answer, haproxy as haproxy_answer};
pub(super) use edge::code;
pub(super) use error::{ERROR_WORDS, ErrorWord};
pub(super) use haproxy::termination;
pub(super) use level::{LEVEL_WORDS, Level};
pub(super) use operation::{OPERATION_WORDS, Operation};
pub(super) use program::{PROGRAM_WORDS, of_name};
pub(super) use upstream::{UpstreamKind, upstream};

use super::source::Source;

/// A set of small enums, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits(u32);

impl Bits {
    pub(super) fn add(&mut self, bit: u8) {
        self.0 |= 1_u32.checked_shl(u32::from(bit)).unwrap_or(0);
    }

    pub(super) fn has(self, bit: u8) -> bool {
        self.0 & 1_u32.checked_shl(u32::from(bit)).unwrap_or(0) != 0
    }
}

/// What an entry says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading<'a> {
    /// Who wrote it.
    pub program: Option<Source>,
    /// How grave it is.
    pub level: Option<Level>,
    /// What was being done.
    pub operations: Bits,
    /// The errors that it names.
    pub errors: Bits,
    /// Whom the server asked.
    pub upstream: Option<UpstreamKind>,
    /// The request and its answer, where the entry is one of an access log.
    pub answer: Option<Answer<'a>>,
    /// The two letters that begin HAProxy's termination state.
    pub ended: Option<&'a str>,
    /// The number of a delivery network's error.
    pub edge_code: Option<&'static str>,
}
