//! What a check found out about the site, as far as the owner's steps depend on it. All of it is untrusted text.

use serde::{Deserialize, Serialize};
use whichside_diagnosis::Cause;

use crate::hosting::Hosting;
use crate::placeholder::{self, Placeholder};
use crate::stack::Stack;
use crate::steps::{Step, for_owner};

/// The site that was checked.
///
/// ```
/// use whichside_diagnosis::Cause;
/// use whichside_owner::{Hosting, Site};
///
/// let site = Site {
///     cause: Cause::BadGateway,
///     status: Some(502),
///     server: Some("nginx/1.22.1".to_owned()),
///     host: "shop.example".to_owned(),
/// };
/// assert_eq!(site.steps(Hosting::Vps)[0].id(), "ask-site");
/// assert_eq!(site.filled("dig {host}"), "dig shop.example");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The likeliest cause. Its public id on the wire.
    #[serde(with = "cause_id")]
    pub cause: Cause,
    /// The HTTP status of the error, if it was seen.
    pub status: Option<u16>,
    /// The verdict's fingerprint of the servers, such as `nginx/1.22.1, through cloudflare`.
    pub server: Option<String>,
    /// The host that the visitor asked for.
    pub host: String,
}

impl Site {
    /// The servers that the fingerprint names.
    #[must_use]
    pub fn stack(&self) -> Stack {
        Stack::read(self.server.as_deref())
    }

    /// The ordered steps on this hosting.
    #[must_use]
    pub fn steps(&self, hosting: Hosting) -> Vec<Step> {
        for_owner(self.cause, self.status, &self.stack(), hosting)
    }

    /// The text with the host in place, and examples for what only the owner knows. A host that a shell would run is left
    /// out.
    #[must_use]
    pub fn filled(&self, text: &str) -> String {
        placeholder::with_examples(&self.with_host(text))
    }

    /// The examples in a text that the owner has to replace.
    #[must_use]
    pub fn examples(&self, text: &str) -> Vec<Placeholder> {
        placeholder::of(&self.with_host(text))
    }

    fn with_host(&self, text: &str) -> String {
        placeholder::fill(text, &[(Placeholder::Host, &self.host)])
    }
}

/// A cause as its public id.
mod cause_id {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use whichside_diagnosis::Cause;

    pub fn serialize<S: Serializer>(cause: &Cause, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(cause.id())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cause, D::Error> {
        let id = String::deserialize(deserializer)?;
        let cause = Cause::ALL.iter().find(|cause| cause.id() == id);
        cause
            .copied()
            .ok_or_else(|| D::Error::custom("no such cause"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(server: &str, host: &str) -> Site {
        Site {
            cause: Cause::BadGateway,
            status: Some(502),
            server: Some(server.to_owned()),
            host: host.to_owned(),
        }
    }

    #[test]
    fn the_host_that_the_visitor_saw_stands_in_the_commands() {
        assert_eq!(
            site("nginx", "shop.example").filled("curl -I https://{host}/ # {backend}"),
            "curl -I https://shop.example/ # 127.0.0.1:3000"
        );
    }

    #[test]
    fn a_hostile_host_stays_out_of_the_commands_and_becomes_an_example() {
        let site = site("nginx", "$(reboot)");
        assert_eq!(site.filled("dig {host}"), "dig example.com");
        assert_eq!(site.examples("dig {host}"), [Placeholder::Host]);
    }

    #[test]
    fn only_what_the_owner_alone_knows_is_left_to_fill_in() {
        assert_eq!(
            site("nginx", "shop.example").examples("curl {host} {socket}"),
            [Placeholder::Socket]
        );
    }

    #[test]
    fn a_hostile_server_name_is_an_unknown_server() {
        let site = site("<img src=x>", "");
        assert_eq!(site.stack(), Stack::UNKNOWN);
        assert!(site.steps(Hosting::Unknown).len() >= 2);
    }
}
