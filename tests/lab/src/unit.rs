//! A unit of a run: one fault, in one engine, with or without outside vantages. Each has a world of its own.

use std::fmt;

use serde::Serialize;

use crate::broken::Network;
use crate::fault::Fault;
use whichside_harness::engine::Engine;

/// The services that see the target from elsewhere. (Cloudflare's trace tells of the visitor only.)
const OUTSIDE: [&str; 3] = ["api.globalping.io", "cloudflare-dns.com", "dns.google"];

/// Whether the page can ask somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Vantages {
    /// Globalping and public resolvers answer.
    With,
    /// A filter resets every connection to them: the browser is alone.
    Without,
    /// The visitor has chosen “Only from this browser”.
    SwitchedOff,
}

impl Vantages {
    /// Its name, in the command line and in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::With => "with",
            Self::Without => "without",
            Self::SwitchedOff => "switched-off",
        }
    }

    /// What breaks besides the fault.
    pub fn broken(self) -> Vec<Network> {
        match self {
            Self::With | Self::SwitchedOff => vec![],
            Self::Without => vec![Network::ResetForVisitor(OUTSIDE.map(str::to_owned).into())],
        }
    }
}

impl fmt::Display for Vantages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// One fault, in one engine, in one setting.
#[derive(Debug, Clone, Copy)]
pub struct Unit<'a> {
    /// What is broken.
    pub fault: &'a Fault,
    /// Who looks.
    pub engine: Engine,
    /// Whom the page can ask.
    pub vantages: Vantages,
}

impl Unit<'_> {
    /// Its name in files.
    pub fn name(&self) -> String {
        format!("{}.{}.{}", self.fault.name, self.engine, self.vantages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::addresses::address_of;

    #[test]
    fn what_is_cut_off_is_in_the_lab() {
        assert!(OUTSIDE.iter().all(|name| address_of(name).is_some()));
    }
}
