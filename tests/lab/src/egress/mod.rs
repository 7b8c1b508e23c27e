//! What left the visitor's browser in a visit and what stayed, for the egress contract (`whichside-egress`).
//!
//! [`sniffer`] reads the visitor's link, [`stores`] what the page and the browser have kept. The servers' logs are
//! `World`'s.

pub mod sniffer;
pub mod stores;

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use anyhow::Result;
use whichside_egress::breaches::{Names, Terms};
use whichside_egress::traffic::host_of;
use whichside_egress::{Contract, Traffic};

use crate::addresses::{PAGE_NAME, VISITORS_ADDRESSES};
use crate::fault::Fault;
use crate::unit::{Unit, Vantages};
use crate::world::World;
use sniffer::Sniffer;

/// How often a link is looked at that should be falling silent, and how long between: a browser that goes on loading does so for
/// seconds.
const LOOKS: usize = 12;
const BETWEEN_LOOKS: Duration = Duration::from_millis(150);
/// Bytes that a peer may send between two looks and still count as silent: what closes a connection.
const SILENT: u64 = 2_000;

/// What was seen of the check, once the link to the target has fallen silent.
///
/// # Errors
/// A log cannot be read.
pub fn observe(world: &World, sniffer: &Sniffer, fault: &Fault) -> Result<Traffic> {
    let target = host_of(&fault.judgement.url);
    let still_sending = wait_for_silence(sniffer, target);
    let mut traffic = sniffer.so_far();
    let visitors = VISITORS_ADDRESSES.map(|address| address.to_string());
    traffic.requests = world
        .all_requests()?
        .into_iter()
        .filter(|request| visitors.contains(&request.from))
        .collect();
    traffic.still_sending = still_sending;
    Ok(traffic)
}

fn wait_for_silence(sniffer: &Sniffer, peer: &str) -> BTreeSet<String> {
    let mut before = sniffer.received_from(peer);
    for _ in 0..LOOKS {
        thread::sleep(BETWEEN_LOOKS);
        let now = sniffer.received_from(peer);
        if now - before <= SILENT {
            return BTreeSet::new();
        }
        before = now;
    }
    BTreeSet::from([peer.to_owned()])
}

/// What the contract does not allow of what was seen of a unit.
///
/// # Errors
/// The contract cannot be understood, or has no such repeat.
pub fn breaches(unit: &Unit<'_>, seen: &Traffic) -> Result<Vec<String>> {
    let contract = Contract::load()?;
    let terms = terms(&contract, unit.fault, unit.vantages)?;
    Ok(whichside_egress::breaches(&contract, &terms, seen))
}

fn terms(contract: &Contract, fault: &Fault, vantages: Vantages) -> Result<Terms> {
    let target = host_of(&fault.judgement.url);
    let twin = target
        .strip_prefix("www.")
        .map_or_else(|| format!("www.{target}"), str::to_owned);
    Ok(Terms {
        names: Names {
            target: target.to_owned(),
            twin,
            page: PAGE_NAME.to_owned(),
        },
        only_this_browser: vantages == Vantages::SwitchedOff,
        through_proxy: fault.broken.browser.proxy.is_some(),
        target_requests: contract.target_requests(fault.broken.repeats.as_deref())?,
        secret: secret_of(&fault.judgement.url).map(str::to_owned),
    })
}

/// What stands in the address behind its host, where anything does: nobody but the target is to know it.
pub fn secret_of(url: &str) -> Option<&str> {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    let (_, path) = rest.split_once('/')?;
    Some(path).filter(|path| !path.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_and_secret_are_read_off_an_address() {
        let url = "https://shop.example:8443/search?q=shoes";
        assert_eq!(
            (host_of(url), secret_of(url)),
            ("shop.example", Some("search?q=shoes"))
        );
        assert_eq!(secret_of("http://shop.example/"), None);
    }
}
