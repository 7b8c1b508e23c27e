//! What can be broken, in the words of the fault files: the site, the names, the packets, the browser.
//!
//! Each kind of breakage is built elsewhere; here is only what a file may say.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The target's server.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// How it answers.
    #[serde(default)]
    pub answer: Answer,
    /// Headers on every answer.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// Its certificate has run out.
    #[serde(default)]
    pub expired_certificate: bool,
    /// It answers 403 to outside vantages, told by their user agent.
    #[serde(default)]
    pub refuses_robots: bool,
}

/// How the target's server answers.
#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Answer {
    /// A small page with an icon.
    #[default]
    Page,
    /// A page with this many pictures.
    PageWithParts {
        /// How many.
        parts: u32,
    },
    /// A page one of whose parts never comes.
    PageWithHangingPart,
    /// This status, to everything.
    Status {
        /// The number.
        status: u16,
    },
    /// Passes requests on to a port where nothing listens.
    DeadUpstream,
    /// Passes requests on to something that accepts and never answers.
    SilentUpstream {
        /// After this many seconds it gives up.
        read_timeout_s: u32,
    },
    /// Passes requests on to something that takes its time.
    SlowUpstream {
        /// Seconds until the answer.
        delay_s: u32,
    },
    /// Passes every second request on to a port where nothing listens.
    EverySecondDead,
    /// Sends everybody to another address.
    Redirect {
        /// Origin, without a path.
        to: String,
    },
    /// Accepts the request and hangs up.
    HangsUp,
    /// Nothing listens on the target's address.
    Stopped,
}

/// Who is told what about names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Names whose name servers are broken: SERVFAIL, for everybody.
    #[serde(default)]
    pub servfail_for_all: Vec<String>,
    /// Names the visitor's resolver says do not exist, with all below them.
    #[serde(default)]
    pub missing_for_visitor: Vec<String>,
}

/// What happens to packets.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Network {
    /// The target's host swallows everything from everybody.
    TargetSilentForAll,
    /// What the visitor sends to the target gets lost.
    TargetSilentForVisitor,
    /// What the visitor sends to these names is reset at once.
    ResetForVisitor(Vec<String>),
    /// The visitor's link goes down once the page is open.
    LinkDown,
    /// Nothing the visitor sends arrives anywhere, once the page is open.
    NothingLeaves,
    /// The visitor's resolver falls silent once the page is open.
    ResolverSilent,
    /// A portal answers in everybody's place, once the page is open.
    CaptivePortal,
}

/// What sits in the browser.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Browser {
    /// Names a real extension blocks, with all below them.
    #[serde(default)]
    pub extension_blocks: Vec<String>,
}
