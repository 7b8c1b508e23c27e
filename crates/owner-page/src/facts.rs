//! What the page tells about a finished check, as the owner's library takes it. All of it is untrusted text.

use whichside_diagnosis::Cause;
use whichside_owner::{Hosting, Placeholder, Stack, Step, System, for_owner, placeholder};

/// What is known of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The likeliest cause.
    pub cause: Cause,
    /// The number of the error, where it was seen.
    pub status: Option<u16>,
    /// Who answered.
    pub stack: Stack,
    /// The host that the visitor asked for.
    pub host: String,
}

impl Facts {
    /// Reads what the page says: the cause's public name, the status or nought, the verdict's fingerprint or nothing, the host.
    /// A name that is no cause is read as `unclear`.
    #[must_use]
    pub fn read(cause: &str, status: u16, server: &str, host: &str) -> Facts {
        Facts {
            cause: Cause::ALL
                .iter()
                .copied()
                .find(|known| known.id() == cause)
                .unwrap_or(Cause::Unclear),
            status: (status != 0).then_some(status),
            stack: Stack::read(Some(server)),
            host: host.to_owned(),
        }
    }

    /// The ordered steps on this hosting.
    #[must_use]
    pub fn steps(&self, hosting: Hosting) -> Vec<Step> {
        for_owner(self.cause, self.status, &self.stack, hosting)
    }

    /// The text with the host in place, and examples for all else that only the owner knows. A host that a shell would run
    /// stays out.
    #[must_use]
    pub fn filled(&self, text: &str) -> String {
        placeholder::with_examples(&self.with_host(text))
    }

    /// The examples in a text that the owner has to put something else in place of.
    #[must_use]
    pub fn examples(&self, text: &str) -> Vec<Placeholder> {
        placeholder::of(&self.with_host(text))
    }

    fn with_host(&self, text: &str) -> String {
        placeholder::fill(text, &[(Placeholder::Host, &self.host)])
    }
}

/// The systems to choose from: the hosting's, or those of the owner's own computer where the hosting has no shell. What is
/// asked from there is written for that computer.
#[must_use]
pub const fn systems_on(hosting: Hosting) -> &'static [System] {
    match hosting.systems() {
        [] => &[System::Debian, System::Rhel, System::Macos],
        systems => systems,
    }
}

/// The system whose commands are shown: the one chosen, or the commonest where the hosting does not have it.
#[must_use]
pub fn system_on(hosting: Hosting, chosen: System) -> System {
    let systems = systems_on(hosting);
    match systems.first() {
        Some(first) if !systems.contains(&chosen) => *first,
        Some(_) | None => chosen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(host: &str) -> Facts {
        Facts::read("bad-gateway", 502, "nginx/1.22.1", host)
    }

    #[test]
    fn the_host_that_the_visitor_saw_stands_in_the_commands() {
        assert_eq!(
            facts("shop.example").filled("curl -I https://{host}/ # {backend}"),
            "curl -I https://shop.example/ # 127.0.0.1:3000"
        );
    }

    #[test]
    fn a_hostile_host_stays_out_of_the_commands_and_becomes_an_example() {
        let facts = facts("$(reboot)");
        assert_eq!(facts.filled("dig {host}"), "dig example.com");
        assert_eq!(facts.examples("dig {host}"), [Placeholder::Host]);
    }

    #[test]
    fn only_what_the_owner_alone_knows_is_left_to_fill_in() {
        assert_eq!(
            facts("shop.example").examples("curl {host} {socket}"),
            [Placeholder::Socket]
        );
    }

    #[test]
    fn nonsense_from_the_page_is_an_unclear_cause_of_an_unknown_server() {
        let facts = Facts::read("<b>", 0, "<img src=x>", "");
        assert_eq!(
            (facts.cause, facts.status, facts.stack),
            (Cause::Unclear, None, Stack::UNKNOWN)
        );
        assert!(facts.steps(Hosting::Unknown).len() >= 2);
    }

    #[test]
    fn every_cause_is_known_by_its_public_name() {
        for cause in Cause::ALL {
            assert_eq!(Facts::read(cause.id(), 0, "", "").cause, *cause);
        }
    }

    #[test]
    fn the_system_is_always_one_of_those_to_choose_from() {
        for hosting in Hosting::ALL {
            for chosen in System::ALL {
                let system = system_on(hosting, chosen);
                assert!(systems_on(hosting).contains(&system));
                assert!(!systems_on(hosting).contains(&chosen) || system == chosen);
            }
        }
    }

    #[test]
    fn where_there_is_no_shell_the_commands_are_those_of_ones_own_computer() {
        assert!(!systems_on(Hosting::Shared).contains(&System::Docker));
        assert_eq!(system_on(Hosting::Shared, System::Macos), System::Macos);
    }
}
