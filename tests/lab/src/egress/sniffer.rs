//! A packet socket on the visitor's link: whom the visitor's device sends to, how much comes back, and which names it asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use etherparse::{LaxNetSlice, LaxSlicedPacket, TransportSlice};
use nix::errno::Errno;
use nix::net::if_::if_nametoindex;
use nix::sys::socket::{
    AddressFamily, LinkAddr, SockFlag, SockProtocol, SockType, recvfrom, setsockopt, socket,
    sockopt,
};
use nix::sys::time::{TimeVal, TimeValLike as _};
use nix::unistd::gethostname;
use simple_dns::Packet;
use simple_dns::rdata::RData;
use whichside_diagnosis::address;
use whichside_egress::traffic::Exchanged;
use whichside_egress::{Traffic, breaches};

use crate::addresses::{HOSTS, PROXY, TUNNEL, VISITOR, VISITOR_IPV6, VISITORS_RESOLVER};
use crate::breakage::LINK_AT_VISITORS;

/// Bytes of a packet that are looked at: a name server's answer is shorter.
const LOOKED_AT: usize = 2_048;
/// Packets that may wait to be looked at, in bytes.
const BUFFER: usize = 32 * 1024 * 1024;
/// The port of name servers.
const DNS: u16 = 53;
/// What browsers look up for themselves, page or no page.
const BROWSERS_OWN: [&str; 9] = [
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
    "firefox.com",
    "mozgcp.net",
    "googleapis.com",
    "google.com",
    "gvt1.com",
    "wpad",
];

/// Reads the link until it is dropped.
pub struct Sniffer {
    seen: Arc<Mutex<Seen>>,
    stop: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Seen {
    peers: BTreeMap<String, Exchanged>,
    looked_up: BTreeSet<String>,
    /// By which name an address was given to the visitor.
    names: BTreeMap<IpAddr, String>,
}

impl Sniffer {
    /// Starts reading. To be called in the visitor's network.
    ///
    /// # Errors
    /// The kernel gives no packet socket, or the link is not there.
    pub fn start() -> Result<Self> {
        let link = if_nametoindex(LINK_AT_VISITORS).context(LINK_AT_VISITORS)?;
        let socket = socket(
            AddressFamily::Packet,
            SockType::Raw,
            SockFlag::SOCK_CLOEXEC,
            SockProtocol::EthAll,
        )
        .context("a packet socket")?;
        setsockopt(&socket, sockopt::RcvBufForce, &BUFFER)?;
        setsockopt(
            &socket,
            sockopt::ReceiveTimeout,
            &TimeVal::milliseconds(100),
        )?;
        let seen = Arc::default();
        let stop = Arc::default();
        let reader = {
            let (seen, stop) = (Arc::clone(&seen), Arc::clone(&stop));
            thread::spawn(move || read(&socket, link, &seen, &stop))
        };
        Ok(Self {
            seen,
            stop,
            reader: Some(reader),
        })
    }

    /// What was seen so far.
    pub fn so_far(&self) -> Traffic {
        let seen = lock(&self.seen);
        Traffic {
            peers: seen.peers.clone(),
            looked_up: seen.looked_up.clone(),
            ..Traffic::default()
        }
    }

    /// Bytes that a peer has sent so far.
    pub fn received_from(&self, peer: &str) -> u64 {
        lock(&self.seen)
            .peers
            .get(peer)
            .map_or(0, |exchanged| exchanged.received)
    }
}

impl Drop for Sniffer {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(reader) = self.reader.take() {
            // It has nothing to say.
            let _ = reader.join();
        }
    }
}

fn lock(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read(socket: &OwnedFd, link: u32, seen: &Mutex<Seen>, stop: &AtomicBool) {
    let mut buffer = [0; LOOKED_AT];
    while !stop.load(Ordering::Relaxed) {
        let (length, from) = match recvfrom::<LinkAddr>(socket.as_raw_fd(), &mut buffer) {
            Ok(received) => received,
            Err(Errno::EAGAIN | Errno::EINTR) => continue,
            Err(_) => return,
        };
        if from.is_some_and(|from| from.ifindex() == link as usize) {
            let frame = buffer.get(..length.min(LOOKED_AT)).unwrap_or_default();
            lock(seen).note(frame);
        }
    }
}

impl Seen {
    fn note(&mut self, frame: &[u8]) {
        let Ok(packet) = LaxSlicedPacket::from_ethernet(frame) else {
            return;
        };
        let Some((from, to, length)) = packet.net.as_ref().and_then(ends) else {
            return;
        };
        let payload = match &packet.transport {
            Some(TransportSlice::Udp(udp)) => {
                Some((udp.source_port(), udp.destination_port(), udp.payload()))
            }
            _ => None,
        };
        if to.is_loopback() {
            // It never leaves the device.
            return;
        }
        if is_visitor(from) {
            self.sent(to, &packet.transport);
            if let Some((_, DNS, asked)) = payload {
                self.looked_up(asked);
            }
        } else if is_visitor(to) {
            if let Some((DNS, _, answer)) = payload {
                self.learn(answer);
            }
            let name = self.name(from);
            self.peers.entry(name).or_default().received += length;
        }
    }

    fn sent(&mut self, to: IpAddr, transport: &Option<TransportSlice<'_>>) {
        let name = self.name(to);
        let multicast = to.is_multicast() || to.to_string() == "255.255.255.255";
        let exchanged = match transport {
            // The kernel's own complaints about what came in late.
            Some(TransportSlice::Icmpv4(_) | TransportSlice::Icmpv6(_)) => return,
            _ => self.peers.entry(name).or_default(),
        };
        match transport {
            Some(TransportSlice::Tcp(_)) => exchanged.tcp += 1,
            Some(TransportSlice::Udp(_)) => exchanged.udp += 1,
            // Joining a group is part of talking to it.
            None if multicast => exchanged.udp += 1,
            Some(TransportSlice::Icmpv4(_) | TransportSlice::Icmpv6(_)) | None => {
                exchanged.other += 1;
            }
        }
    }

    fn looked_up(&mut self, asked: &[u8]) {
        let Ok(packet) = Packet::parse(asked) else {
            return;
        };
        // Firefox asks for the machine's own name.
        let machine = gethostname().unwrap_or_default();
        let own = |name: &str| {
            machine.to_str() == Some(name)
                || BROWSERS_OWN
                    .iter()
                    .any(|own| name == *own || name.ends_with(&format!(".{own}")))
        };
        let names = packet
            .questions
            .iter()
            .map(|question| question.qname.to_string().to_ascii_lowercase());
        self.looked_up.extend(names.filter(|name| !own(name)));
    }

    fn learn(&mut self, answer: &[u8]) {
        let Ok(packet) = Packet::parse(answer) else {
            return;
        };
        for record in &packet.answers {
            let address = match &record.rdata {
                RData::A(a) => IpAddr::from(a.address.to_be_bytes()),
                RData::AAAA(aaaa) => IpAddr::from(aaaa.address.to_be_bytes()),
                _ => continue,
            };
            let name = record.name.to_string().to_ascii_lowercase();
            self.names.insert(address, name);
        }
    }

    /// Who is at an address: as the visitor was told, or as the lab knows.
    fn name(&self, address: IpAddr) -> String {
        if address == VISITORS_RESOLVER {
            return "resolver".to_owned();
        }
        if address == PROXY {
            return breaches::PROXY.to_owned();
        }
        if address.is_multicast() {
            return "local-network".to_owned();
        }
        // A packet to a private address is one, whatever name led there.
        if address::is_private(&address.to_string()) {
            return address.to_string();
        }
        let known = || HOSTS.iter().find(|host| host.address == address);
        self.names
            .get(&address)
            .cloned()
            .or_else(|| known().map(|host| host.name.to_owned()))
            .unwrap_or_else(|| address.to_string())
    }
}

fn is_visitor(address: IpAddr) -> bool {
    address == VISITOR || address == TUNNEL || address == VISITOR_IPV6
}

/// From where to where a packet goes, and how long it is.
fn ends(net: &LaxNetSlice<'_>) -> Option<(IpAddr, IpAddr, u64)> {
    match net {
        LaxNetSlice::Ipv4(ip) => {
            let header = ip.header();
            Some((
                header.source_addr().into(),
                header.destination_addr().into(),
                header.total_len().into(),
            ))
        }
        LaxNetSlice::Ipv6(ip) => {
            let header = ip.header();
            Some((
                header.source_addr().into(),
                header.destination_addr().into(),
                header.payload_length().into(),
            ))
        }
        _ => None,
    }
}
