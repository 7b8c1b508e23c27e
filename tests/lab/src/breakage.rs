//! Breaking the network: packet rules in `wan`, on the side of the link the visitor cannot see.
//!
//! (A rule on the visitor's own output would be refused at once by the kernel: another fault.)

use anyhow::{Context, Result};

use crate::addresses::{PORTAL, TARGET, address_of};
use crate::broken::Network;
use crate::command::run;
use crate::namespaces::VISITORS;

/// The visitor's link, seen from `wan`.
pub const LINK_IN_WAN: &str = "wan0";
/// The visitor's link, seen by the visitor.
pub const LINK_AT_VISITORS: &str = "usr0";

/// When a fault begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Before the browser starts.
    BeforeTheVisit,
    /// When the page is open and nothing has been clicked.
    PageOpen,
}

/// When `broken` begins: what cuts the visitor off entirely has to let the page load first.
pub const fn moment(broken: &Network) -> Moment {
    match broken {
        Network::TargetSilentForAll
        | Network::TargetSilentForVisitor
        | Network::ResetForVisitor(_) => Moment::BeforeTheVisit,
        Network::LinkDown
        | Network::NothingLeaves
        | Network::ResolverSilent
        | Network::CaptivePortal => Moment::PageOpen,
    }
}

/// Breaks the network, if this is the moment, and tells whether it was. To be called in `wan`.
///
/// # Errors
/// `ip` or `iptables` fails.
pub fn apply(broken: Option<&Network>, now: Moment) -> Result<bool> {
    let Some(broken) = broken.filter(|broken| moment(broken) == now) else {
        return Ok(false);
    };
    match broken {
        Network::TargetSilentForAll => rule(&format!("INPUT -d {TARGET} -j DROP")),
        Network::TargetSilentForVisitor => {
            rule(&format!("INPUT -i {LINK_IN_WAN} -d {TARGET} -j DROP"))
        }
        Network::ResetForVisitor(names) => names.iter().try_for_each(|name| {
            let address = address_of(name).with_context(|| format!("{name}: no such host"))?;
            rule(&format!(
                "INPUT -i {LINK_IN_WAN} -p tcp -d {address} -j REJECT --reject-with tcp-reset"
            ))
        }),
        Network::LinkDown => run(
            "ip",
            &format!("-n {VISITORS} link set {LINK_AT_VISITORS} down"),
        ),
        Network::NothingLeaves => rule(&format!("INPUT -i {LINK_IN_WAN} -j DROP")),
        Network::ResolverSilent => {
            rule(&format!("INPUT -i {LINK_IN_WAN} -p udp --dport 53 -j DROP"))?;
            rule(&format!("INPUT -i {LINK_IN_WAN} -p tcp --dport 53 -j DROP"))
        }
        Network::CaptivePortal => captive_portal(),
    }?;
    Ok(true)
}

/// New connections to the web end at the portal; those that were open are reset, as a gateway does that
/// has just forgotten its visitor.
fn captive_portal() -> Result<()> {
    let web = format!("-i {LINK_IN_WAN} -p tcp -m multiport --dports 80,443");
    run(
        "iptables",
        &format!("-w -t nat -A PREROUTING {web} -j DNAT --to-destination {PORTAL}"),
    )?;
    rule(&format!(
        "INPUT {web} ! -d {PORTAL} -j REJECT --reject-with tcp-reset"
    ))
}

fn rule(words: &str) -> Result<()> {
    run("iptables", &format!("-w -A {words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_loads_before_the_visitor_is_cut_off() {
        assert_eq!(moment(&Network::LinkDown), Moment::PageOpen);
        assert_eq!(moment(&Network::CaptivePortal), Moment::PageOpen);
        assert_eq!(moment(&Network::TargetSilentForAll), Moment::BeforeTheVisit);
    }
}
