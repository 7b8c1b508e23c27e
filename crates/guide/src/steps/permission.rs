//! Steps that end with somebody, or something, letting the site through: the provider, who runs the network, a filter, the
//! router, a VPN that is there already.

use super::Steps;
use crate::visitor::{Form, Visitor};

pub(super) fn ask_provider() -> Steps {
    vec![
        "Find the fault report or the chat on your provider’s help pages. Look first whether they already write about it.",
        "Say: “From your network I cannot reach this site, and other networks can. Please look at your route, your name service and your blocks.”",
        "Add the site’s address, the time, and the report of our check.",
    ]
}

pub(super) fn ask_it() -> Steps {
    vec![
        "Write to the people who run the device or the network: the IT desk, the school, or whoever set up the filter at home.",
        "Say which site you need and what for, and add the report of our check.",
        "Leave their filter and their certificate in place meanwhile.",
    ]
}

pub(super) fn allow_in_filter(visitor: Visitor) -> Steps {
    const FIND: &str = "Open the list of what was blocked: in Pi-hole or AdGuard Home the query log, with NextDNS or ControlD the logs.";
    const ALLOW: &str = "Find the site’s name, and choose “Allow” or “Add to allowlist”.";
    const BACK: &str =
        "Check again. If nothing changed, take the rule out again, to set it back as it was.";
    match visitor.form() {
        Some(Form::Phone) => vec![
            "Open your filter app or the browser’s shield, and allow this site. If a box at home filters, use its page.",
            FIND,
            ALLOW,
            BACK,
        ],
        Some(Form::Computer) | None => vec![
            "Click your blocker’s button beside the address while the site’s tab is open, and turn it off for this site alone.",
            FIND,
            ALLOW,
            BACK,
        ],
    }
}

pub(super) fn rebind_exception() -> Steps {
    vec![
        "Do this only if you know who runs the site, such as a device of your own.",
        "Open your router’s page, and look for “DNS rebind protection” among its network settings.",
        "Add the name of the site, and nothing else, to the exceptions. To set it back, remove it there.",
        "Turn Wi-Fi off and on, and check again.",
    ]
}

pub(super) fn own_vpn() -> Steps {
    vec![
        "Use a VPN only if you have one already, and if you may: some countries and companies forbid it.",
        "Turn it on, choose a place in another country, and check again.",
        "Turn it off again afterwards, and tell your provider what you found.",
    ]
}
