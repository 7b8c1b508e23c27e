//! The visitor's link: two namespaces with their addresses, a network device in each, and what lies between.
//!
//! By itself a pair of devices that hands every frame over at once. Where a fault asks for delay or loss,
//! two TAP devices, and threads of this process that read each frame from one, lose it or keep it for half
//! the round trip, and write it to the other. Which frames get lost is drawn from a fixed seed, so that two
//! runs that send the same lose the same.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use fastrand::Rng;
use tappers::{Interface, Tap};
use whichside_harness::command::run;
use whichside_harness::namespaces::{VISITOR_NAMESPACE, in_visitor_network};

use crate::addresses::{GATEWAY, GATEWAY_IPV6, VISITOR, VISITOR_IPV6, all_of_wan};
use crate::breakage::{LINK_AT_VISITORS, LINK_IN_WAN};
use crate::broken::SlowLink;
use crate::extra_host::ExtraHost;

/// The longest frame: an Ethernet header and the usual 1500 bytes, with room for a tag.
const LONGEST_FRAME: usize = 1522;

/// A frame under way, and when it arrives.
type Frame = (Instant, Vec<u8>);

/// Two namespaces and the link between them; out there, everybody's addresses. IPv6 is off before links come up: an address that appears
/// a second later makes Chromium fail what is in flight.
///
/// # Errors
/// A device, a route or a namespace cannot be made.
pub fn connect(link: Option<&SlowLink>, extra_hosts: &[ExtraHost]) -> Result<()> {
    without_ipv6()?;
    run("ip", &format!("netns add {VISITOR_NAMESPACE}"))?;
    in_visitor_network(without_ipv6)?;
    run("ip", "link set lo up")?;
    lay(link)?;
    run("ip", &format!("addr add {GATEWAY}/30 dev {LINK_IN_WAN}"))?;
    run("ip", &format!("link set {LINK_IN_WAN} up"))?;
    let theirs = extra_hosts.iter().map(|extra_host| extra_host.address);
    for address in all_of_wan().into_iter().chain(theirs) {
        run("ip", &format!("addr add {address}/32 dev lo"))?;
    }
    for words in [
        "link set lo up".to_owned(),
        format!("addr add {VISITOR}/30 dev {LINK_AT_VISITORS}"),
        format!("link set {LINK_AT_VISITORS} up"),
        format!("route add default via {GATEWAY}"),
    ] {
        run("ip", &format!("-n {VISITOR_NAMESPACE} {words}"))?;
    }
    Ok(())
}

/// Gives the visitor IPv6 whose packets all get lost: the gateway is known, and is not there. No address
/// of the device's own and no asking around, or Chromium would see its network change a second later.
///
/// # Errors
/// The kernel has no IPv6.
pub fn ipv6_to_nowhere() -> Result<()> {
    let at = LINK_AT_VISITORS;
    for (setting, value) in [("addr_gen_mode", "1"), ("disable_ipv6", "0")] {
        let path = format!("/proc/sys/net/ipv6/conf/{at}/{setting}");
        fs::write(&path, value).with_context(|| path.clone())?;
    }
    for words in [
        format!("addr add {VISITOR_IPV6}/64 dev {at} nodad"),
        format!("neigh replace {GATEWAY_IPV6} lladdr 02:00:00:00:00:01 dev {at} nud permanent"),
        format!("route add default via {GATEWAY_IPV6} dev {at}"),
    ] {
        run("ip", &format!("-6 {words}"))?;
    }
    Ok(())
}

fn without_ipv6() -> Result<()> {
    for which in ["all", "default"] {
        let path = format!("/proc/sys/net/ipv6/conf/{which}/disable_ipv6");
        if Path::new(&path).exists() {
            fs::write(&path, "1").with_context(|| path.clone())?;
        }
    }
    Ok(())
}

/// Lays the link between this namespace and the visitor's. Both devices are there afterwards, and down.
fn lay(link: Option<&SlowLink>) -> Result<()> {
    let Some(link) = link else {
        return run(
            "ip",
            &format!(
                "link add {LINK_IN_WAN} type veth peer name {LINK_AT_VISITORS} netns {VISITOR_NAMESPACE}"
            ),
        );
    };
    let wan = Arc::new(tap(LINK_IN_WAN)?);
    let visitors = Arc::new(in_visitor_network(|| tap(LINK_AT_VISITORS))?);
    carry(&wan, &visitors, link, 1);
    carry(&visitors, &wan, link, 2);
    Ok(())
}

fn tap(name: &str) -> Result<Tap> {
    Interface::new(name)
        .and_then(Tap::new_named)
        .with_context(|| {
            format!("the network device {name} cannot be made: is /dev/net/tun there?")
        })
}

/// Starts carrying frames one way, for as long as this process lives.
fn carry(from: &Arc<Tap>, to: &Arc<Tap>, link: &SlowLink, seed: u64) {
    let (sent, arriving) = channel();
    let one_way = Duration::from_millis(link.round_trip_ms) / 2;
    let lost = f64::from(link.loss_percent) / 100.0;
    let (from, to) = (Arc::clone(from), Arc::clone(to));
    thread::spawn(move || send(&from, &sent, one_way, lost, Rng::with_seed(seed)));
    thread::spawn(move || deliver(&arriving, &to));
}

fn send(from: &Tap, sent: &Sender<Frame>, one_way: Duration, lost: f64, mut dice: Rng) {
    let mut buffer = [0; LONGEST_FRAME];
    loop {
        match from.recv(&mut buffer) {
            Ok(length) if dice.f64() >= lost => {
                let frame = buffer.get(..length).unwrap_or_default().to_vec();
                if sent.send((Instant::now() + one_way, frame)).is_err() {
                    return;
                }
            }
            // Lost, or a device that is down for now.
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// Every frame takes equally long, so they arrive in the order they were sent.
fn deliver(arriving: &Receiver<Frame>, to: &Tap) {
    for (due, frame) in arriving {
        thread::sleep(due.saturating_duration_since(Instant::now()));
        // A device that is down takes nothing, as a cable that hangs loose.
        let _ = to.send(&frame);
    }
}
