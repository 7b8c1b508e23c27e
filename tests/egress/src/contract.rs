//! The contract's shape, as `egress.toml` holds it.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The project's contract.
const TEXT: &str = include_str!("../../../egress.toml");

/// Everything that is allowed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// Whom the browser talks to.
    pub contact: Vec<Contact>,
    /// Files that are asked for by name.
    pub file: Vec<NamedFile>,
    /// Where a site or a browser makes many requests of one.
    pub repeat: Vec<Repeat>,
    /// Names that are looked up though nothing is sent there.
    pub name: Vec<LookedUpName>,
    /// What stays on the device.
    pub kept: Vec<Kept>,
}

/// Somebody the browser talks to in a check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its public name.
    pub id: String,
    /// Who it is, in words.
    pub whom: String,
    /// Names of hosts, or what stands for them: see [`Host`].
    pub hosts: Vec<Host>,
    /// The methods of HTTP requests; none: no HTTP.
    #[serde(default)]
    pub methods: Vec<String>,
    /// Whether UDP packets may go there.
    #[serde(default)]
    pub udp: bool,
    /// HTTP requests that a host may see in one check.
    #[serde(default)]
    pub requests: usize,
    /// Kilobytes (1,024 bytes) of bodies that a host may send in answer in one check.
    #[serde(default)]
    pub body_kb: u64,
    /// The headers that tell of the visitor and may be sent.
    #[serde(default)]
    pub headers: Vec<TellingHeader>,
    /// What they learn.
    pub learns: String,
    /// What for.
    pub why: String,
    /// The key of the sentence that says so on the page.
    pub page: String,
    /// What switches it off.
    #[serde(default)]
    pub switch: Switch,
}

/// Somebody who may be talked to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "String")]
pub enum Host {
    /// The site that is asked about.
    Target,
    /// The same with or without `www.`.
    Twin,
    /// The host of the page.
    Page,
    /// The name server that the device uses.
    Resolver,
    /// Multicast to the devices around.
    LocalNetwork,
    /// Any other, by name.
    Named(String),
}

impl From<String> for Host {
    fn from(text: String) -> Self {
        match text.as_str() {
            "target" => Self::Target,
            "twin" => Self::Twin,
            "page" => Self::Page,
            "resolver" => Self::Resolver,
            "local-network" => Self::LocalNetwork,
            _ => Self::Named(text),
        }
    }
}

/// A file that is asked for by its name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedFile {
    /// Whose it is.
    pub of: Host,
    /// Its path.
    pub path: String,
    /// The methods of the requests, of those of its host.
    pub methods: Vec<String>,
    /// How often it may be asked for in one check, by all of them.
    pub requests: usize,
    /// Kilobytes (1,024 bytes) after which reading ends.
    pub read_kb: u64,
    /// When it is asked for.
    pub asked: String,
    /// What for.
    pub why: String,
}

/// A header that tells something of the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TellingHeader {
    /// Which page asks.
    Origin,
    /// Which page the request comes from.
    Referer,
    /// What a site has kept in this browser.
    Cookie,
    /// A name and a password.
    Authorization,
}

impl TellingHeader {
    /// Each of them.
    pub const ALL: [Self; 4] = [
        Self::Origin,
        Self::Referer,
        Self::Cookie,
        Self::Authorization,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Origin => "Origin",
            Self::Referer => "Referer",
            Self::Cookie => "Cookie",
            Self::Authorization => "Authorization",
        }
    }
}

/// What the visitor can switch off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Switch {
    /// Nothing: it belongs to every check.
    #[default]
    None,
    /// “Only from this browser”.
    Outside,
}

/// A reason for more requests to the target than usual.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// The name by which a fault of the lab asks for it.
    pub id: String,
    /// How many the target may see then.
    pub requests: usize,
    /// Why, in words.
    pub why: String,
}

/// A name that is looked up and nothing more.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookedUpName {
    /// The name.
    pub name: String,
    /// What for.
    pub why: String,
}

/// Something that stays on the device.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Where.
    pub store: Store,
    /// How its key begins.
    pub key: String,
    /// What it is.
    pub holds: String,
    /// For how long.
    #[serde(rename = "for")]
    pub duration: String,
    /// How the visitor is rid of it.
    pub forgotten: String,
}

/// A store of a browser's for a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Store {
    /// `localStorage`.
    LocalStorage,
    /// `sessionStorage`.
    SessionStorage,
    /// `caches`.
    Cache,
    /// `indexedDB`.
    IndexedDb,
    /// `document.cookie`.
    Cookie,
}

impl Store {
    /// Its name in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LocalStorage => "local storage",
            Self::SessionStorage => "session storage",
            Self::Cache => "offline copy",
            Self::IndexedDb => "indexed database",
            Self::Cookie => "cookie",
        }
    }
}

impl Contract {
    /// Reads the project's contract.
    ///
    /// # Errors
    /// It cannot be understood: where, and why.
    pub fn load() -> Result<Self> {
        toml::from_str(TEXT).context("egress.toml")
    }

    /// Whom a host belongs to; `None`: nobody who may be talked to.
    #[must_use]
    pub fn contact(&self, host: &Host) -> Option<&Contact> {
        self.contact
            .iter()
            .find(|contact| contact.hosts.contains(host))
    }

    /// How many HTTP requests the target may see, with the repeats of this name.
    ///
    /// # Errors
    /// There are none of that name.
    pub fn target_requests(&self, repeat: Option<&str>) -> Result<usize> {
        match repeat {
            None => Ok(self
                .contact(&Host::Target)
                .context("egress.toml names no target")?
                .requests),
            Some(id) => match self.repeat.iter().find(|repeat| repeat.id == id) {
                Some(repeat) => Ok(repeat.requests),
                None => bail!("egress.toml has no repeat \"{id}\""),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_is_understood_and_no_host_stands_twice() {
        let contract = Contract::load().unwrap();
        let mut hosts: Vec<&Host> = contract
            .contact
            .iter()
            .flat_map(|contact| &contact.hosts)
            .collect();
        let before = hosts.len();
        hosts.sort();
        hosts.dedup();
        assert_eq!(hosts.len(), before);
        assert!(hosts.contains(&&Host::Target) && hosts.contains(&&Host::Page));
    }

    #[test]
    fn a_repeat_is_more_than_usual() {
        let contract = Contract::load().unwrap();
        let usual = contract.target_requests(None).unwrap();
        assert!(
            contract
                .repeat
                .iter()
                .all(|repeat| repeat.requests > usual && repeat.why.starts_with(char::is_uppercase))
        );
        assert!(contract.target_requests(Some("whims")).is_err());
    }
}
