//! The causes, one file each: side, hop, prior, profile, answers and remedies. A cause without a file, or a file without a field,
//! does not compile.

mod bad_gateway;
mod blocked_locally;
mod browser_state;
mod captive_portal;
mod certificate;
mod clock;
mod dns_broken;
mod dns_local;
mod dns_missing;
mod edge_error;
mod empty_reply;
mod flagged;
mod flaky_network;
mod forbidden;
mod gateway_timeout;
mod healthy;
mod http_error;
mod intermittent;
mod network_down;
mod not_found;
mod offline;
mod outdated;
mod parts_blocked;
mod parts_missing;
mod path;
mod placeholder;
mod private_name;
pub(crate) mod profile;
mod provider;
mod provider_block;
mod recovered;
mod redirect_loop;
mod refused_you;
mod server_down;
mod server_error;
mod slow;
mod tls_interception;
mod unavailable;
mod unclear;

use crate::cause::{Cause, Side, for_each_cause};
use crate::probability::PerMille;
use crate::question::Question;
use crate::remedy::Remedy;

use profile::CauseSpec;

macro_rules! specs {
    ($($(#[doc = $doc:literal])+ $variant:ident $module:ident;)+) => {
        impl Cause {
            /// Everything the library knows of the cause.
            pub(crate) const fn spec(self) -> &'static CauseSpec {
                match self { $(Cause::$variant => &$module::SPEC,)+ }
            }
        }
    };
}

for_each_cause!(specs);

impl Cause {
    /// The public name of the page contract (`data-cause`).
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.spec().id
    }

    /// The side this cause belongs to.
    #[must_use]
    pub const fn side(self) -> Side {
        self.spec().side
    }

    /// How probably a visitor answers a question with yes.
    pub(crate) const fn answers_yes(self, question: Question) -> PerMille {
        let answers = &self.spec().answers;
        match question {
            Question::StillFails => answers.still_fails,
            Question::PrivateWindow => answers.private_window,
            Question::OtherBrowser => answers.other_browser,
            Question::OtherDevice => answers.other_device,
            Question::OtherNetwork => answers.other_network,
            Question::OwnVpn => answers.own_vpn,
            Question::OwnPage => answers.own_page,
            Question::ErrorNumber => answers.error_number,
            Question::Refusal => answers.refusal,
            Question::Managed => answers.managed,
            Question::RightDate => answers.right_date,
        }
    }

    /// How probably a remedy helps where this cause is the true one; `None` where it is none of its remedies.
    pub(crate) fn chance_of(self, remedy: Remedy) -> Option<PerMille> {
        self.spec()
            .remedies
            .all()
            .find(|(other, _)| *other == remedy)
            .map(|(_, chance)| chance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_may_be_why_a_visitor_comes_and_every_answer_may_be_given() {
        for &cause in Cause::ALL {
            assert!(cause.spec().prior > 0, "{cause:?}");
            for question in Question::ALL {
                let yes = cause.answers_yes(question).fraction();
                assert!(yes > 0.0 && yes < 1.0, "{question:?} under {cause:?}");
            }
        }
    }
}
