//! Breaking the network: packet rules in `wan`, on the side of the link the visitor cannot see.
//!
//! (A rule on the visitor's own output would be refused at once by the kernel: another fault.)

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use whichside_harness::command::run;
use whichside_harness::namespaces::VISITOR_NAMESPACE;

use crate::addresses::{MIDDLE, PORTAL, TARGET, TARGET_NAME, TUNNEL, address_of, all_vantages};
use crate::broken::Network;
use crate::standins::everybody_in;

/// The visitor's link, seen from `wan`.
pub const LINK_IN_WAN: &str = "wan0";
/// The visitor's link, seen by the visitor.
pub const LINK_AT_VISITORS: &str = "usr0";

/// What a first message of TLS is told by that fills a packet: no request of the lab is as long.
const LONG_HELLO: &str = "-p tcp --dport 443 -m length --length 1400:65535";

/// A phase of the visit in which the network breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before the browser starts.
    BeforeTheVisit,
    /// When the page is open and nothing has been clicked.
    PageOpen,
    /// When the check has been asked for.
    Clicked,
}

/// When `broken` begins, and for what begins earlier and ends after the click: when it is looked after again.
/// What cuts the visitor off entirely has to let the page load first.
const fn phases(broken: &Network) -> &'static [Phase] {
    match broken {
        Network::TargetSilentForAll
        | Network::TargetSilentForVisitor
        | Network::TargetDeafToAll
        | Network::TargetLosesLongPackets(_)
        | Network::TargetResetByName
        | Network::TargetResetsLongHellos
        | Network::TargetLosesLongHellos
        | Network::TargetSilentForOutside
        | Network::TargetSilentForCountries(_)
        | Network::TargetLosesEveryNth(_)
        | Network::TargetIntercepted
        | Network::ResetForVisitor(_) => &[Phase::BeforeTheVisit],
        Network::LinkDown
        | Network::NothingLeaves
        | Network::ResolverSilent
        | Network::BoxResetsLongHellos
        | Network::CaptivePortal
        | Network::CaptivePortalThatResets => &[Phase::PageOpen],
        Network::ResolverSilentUntil(_) | Network::TargetSilentUntil(_) => {
            &[Phase::PageOpen, Phase::Clicked]
        }
        Network::TunnelBreaks { .. } => &[Phase::Clicked],
    }
}

/// Breaks what is due in this phase. To be called in `wan`; after the click it returns when the network is as it will stay.
///
/// # Errors
/// `ip` or `iptables` fails.
pub fn apply(broken: &[Network], now: Phase) -> Result<()> {
    broken
        .iter()
        .filter(|broken| phases(broken).contains(&now))
        .try_for_each(|broken| apply_one(broken, now))
}

fn apply_one(broken: &Network, now: Phase) -> Result<()> {
    match broken {
        Network::TargetSilentForAll => rule(&format!("INPUT -d {TARGET} -j DROP")),
        Network::TargetSilentForVisitor => rule(&nothing_to_the_target()),
        Network::TargetSilentUntil(after_ms) => {
            if now == Phase::PageOpen {
                return rule(&nothing_to_the_target());
            }
            thread::sleep(Duration::from_millis(*after_ms));
            unrule(&nothing_to_the_target())
        }
        // What carries words is pushed; what only opens and closes connections is not.
        Network::TargetDeafToAll => rule(&format!(
            "INPUT -p tcp -d {TARGET} --tcp-flags PSH PSH -j DROP"
        )),
        Network::TargetLosesLongPackets(bytes) => rule(&format!(
            "OUTPUT -o {LINK_IN_WAN} -s {TARGET} -m length --length {bytes}:65535 -j DROP"
        )),
        Network::TargetResetByName => rule(&format!(
            "INPUT -i {LINK_IN_WAN} -p tcp -d {TARGET} -m string --string {TARGET_NAME} --algo bm \
             -j REJECT --reject-with tcp-reset"
        )),
        Network::TargetResetsLongHellos => rule(&format!(
            "INPUT -d {TARGET} {LONG_HELLO} -j REJECT --reject-with tcp-reset"
        )),
        Network::TargetLosesLongHellos => rule(&format!("INPUT -d {TARGET} {LONG_HELLO} -j DROP")),
        Network::BoxResetsLongHellos => rule(&format!(
            "INPUT -i {LINK_IN_WAN} {LONG_HELLO} -j REJECT --reject-with tcp-reset"
        )),
        Network::TargetSilentForOutside => all_vantages()
            .try_for_each(|from| rule(&format!("INPUT -s {from} -d {TARGET} -j DROP"))),
        Network::TargetSilentForCountries(countries) => everybody_in(countries)
            .try_for_each(|from| rule(&format!("INPUT -s {from} -d {TARGET} -j DROP"))),
        Network::TargetLosesEveryNth(nth) => rule(&format!(
            "INPUT -i {LINK_IN_WAN} -d {TARGET} -m statistic --mode nth --every {nth} --packet 0 -j DROP"
        )),
        Network::TargetIntercepted => redirect(&format!("-d {TARGET}"), &MIDDLE.to_string()),
        Network::ResetForVisitor(names) => names.iter().try_for_each(|name| {
            let address = address_of(name).with_context(|| format!("{name}: no such host"))?;
            rule(&format!(
                "INPUT -i {LINK_IN_WAN} -p tcp -d {address} -j REJECT --reject-with tcp-reset"
            ))
        }),
        Network::LinkDown => {
            // What manages a machine's network takes the route away too; of the link alone GLib is not told.
            run("ip", &format!("-n {VISITOR_NAMESPACE} route del default"))?;
            run(
                "ip",
                &format!("-n {VISITOR_NAMESPACE} link set {LINK_AT_VISITORS} down"),
            )
        }
        Network::NothingLeaves => rule(&nothing_leaves()),
        Network::ResolverSilent => silence_resolver(),
        Network::ResolverSilentUntil(after_ms) => {
            if now == Phase::PageOpen {
                return silence_resolver();
            }
            thread::sleep(Duration::from_millis(*after_ms));
            no_questions().iter().try_for_each(|rule| unrule(rule))
        }
        Network::CaptivePortal => {
            redirect("-m multiport --dports 80,443", &PORTAL.to_string())?;
            reset_but_the_portal()
        }
        Network::CaptivePortalThatResets => {
            redirect("--dport 80", &PORTAL.to_string())?;
            rule(&format!(
                "INPUT -i {LINK_IN_WAN} -p tcp --dport 443 -j REJECT --reject-with tcp-reset"
            ))
        }
        Network::TunnelBreaks { after_ms, for_ms } => {
            thread::sleep(Duration::from_millis(*after_ms));
            rule(&nothing_leaves())?;
            let tunnel = format!("{TUNNEL}/32 dev {LINK_AT_VISITORS}");
            run("ip", &format!("-n {VISITOR_NAMESPACE} addr add {tunnel}"))?;
            thread::sleep(Duration::from_millis(*for_ms));
            unrule(&nothing_leaves())?;
            run("ip", &format!("-n {VISITOR_NAMESPACE} addr del {tunnel}"))
        }
    }
}

fn nothing_leaves() -> String {
    format!("INPUT -i {LINK_IN_WAN} -j DROP")
}

fn nothing_to_the_target() -> String {
    format!("INPUT -i {LINK_IN_WAN} -d {TARGET} -j DROP")
}

fn no_questions() -> [String; 2] {
    ["udp", "tcp"].map(|kind| format!("INPUT -i {LINK_IN_WAN} -p {kind} --dport 53 -j DROP"))
}

fn silence_resolver() -> Result<()> {
    no_questions().iter().try_for_each(|words| rule(words))
}

/// What the visitor sends by TCP, and `which` fits, ends at `there`.
fn redirect(which: &str, there: &str) -> Result<()> {
    run(
        "iptables",
        &format!(
            "-w -t nat -A PREROUTING -i {LINK_IN_WAN} -p tcp {which} -j DNAT --to-destination {there}"
        ),
    )
}

/// Connections that were open are reset, as a gateway does that has just forgotten its visitor.
fn reset_but_the_portal() -> Result<()> {
    rule(&format!(
        "INPUT -i {LINK_IN_WAN} -p tcp -m multiport --dports 80,443 ! -d {PORTAL} -j REJECT \
         --reject-with tcp-reset"
    ))
}

fn rule(words: &str) -> Result<()> {
    run("iptables", &format!("-w -A {words}"))
}

fn unrule(words: &str) -> Result<()> {
    run("iptables", &format!("-w -D {words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_loads_before_the_visitor_is_cut_off() {
        assert_eq!(phases(&Network::LinkDown), [Phase::PageOpen]);
        assert_eq!(phases(&Network::CaptivePortal), [Phase::PageOpen]);
        let silent = &Network::TargetSilentForAll;
        assert_eq!(phases(silent), [Phase::BeforeTheVisit]);
    }

    #[test]
    fn a_resolver_that_comes_back_is_silent_first() {
        let silent = Network::ResolverSilentUntil(1);
        assert_eq!(phases(&silent), [Phase::PageOpen, Phase::Clicked]);
    }
}
