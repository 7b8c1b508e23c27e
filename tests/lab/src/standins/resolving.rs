//! Asking the lab's name server, and the name server that is broken for everybody.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, UdpSocket};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use simple_dns::rdata::RData;
use simple_dns::{CLASS, Name, Packet, PacketFlag, QTYPE, Question, RCODE, TYPE};

use crate::addresses::{BROKEN_NAME_SERVER, NAME_SERVER};

/// What the name server said.
pub struct DnsAnswer {
    /// DNS's own number for how it went: 0 well, 2 SERVFAIL, 3 no such name.
    pub status: u16,
    /// The addresses, with the seconds each may be kept.
    pub addresses: Vec<(IpAddr, u32)>,
    /// The texts, likewise.
    pub texts: Vec<(String, u32)>,
}

/// The record types that are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum RecordType {
    /// IPv4 addresses.
    A,
    /// IPv6 addresses: dead ones, where a fault has any.
    Aaaa,
    /// Words.
    Txt,
}

impl RecordType {
    /// DNS's own number for it.
    pub const fn number(self) -> u16 {
        match self {
            Self::A => 1,
            Self::Txt => 16,
            Self::Aaaa => 28,
        }
    }
}

/// Asks the name server that knows every name.
///
/// # Errors
/// `name` is none, or no answer came.
pub fn ask(name: &str, kind: RecordType) -> Result<DnsAnswer> {
    ask_at(NAME_SERVER, name, kind)
}

/// Asks `server`.
///
/// # Errors
/// As [`ask`].
pub fn ask_at(server: Ipv4Addr, name: &str, kind: RecordType) -> Result<DnsAnswer> {
    let mut query = Packet::new_query(1);
    query.set_flags(PacketFlag::RECURSION_DESIRED);
    let qtype = match kind {
        RecordType::A => TYPE::A,
        RecordType::Txt => TYPE::TXT,
        RecordType::Aaaa => TYPE::AAAA,
    };
    let name = Name::new(name).map_err(|error| anyhow!("{name} is no name: {error:?}"))?;
    query.questions.push(Question::new(
        name,
        QTYPE::TYPE(qtype),
        CLASS::IN.into(),
        false,
    ));
    let bytes = query
        .build_bytes_vec()
        .map_err(|error| anyhow!("the query cannot be written: {error:?}"))?;
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
    socket.set_read_timeout(Some(Duration::from_secs(4)))?;
    // Connected: where nobody listens, that is told at once.
    socket.connect((server, 53))?;
    socket.send(&bytes)?;
    let mut buffer = [0; 1500];
    let length = socket
        .recv(&mut buffer)
        .with_context(|| format!("the name server {server} does not answer"))?;
    let answer = Packet::parse(buffer.get(..length).unwrap_or_default())
        .map_err(|error| anyhow!("the name server's answer cannot be read: {error:?}"))?;
    let addresses = answer
        .answers
        .iter()
        .filter_map(|record| match &record.rdata {
            RData::A(found) => Some((Ipv4Addr::from(found.address).into(), record.ttl)),
            RData::AAAA(found) => Some((Ipv6Addr::from(found.address).into(), record.ttl)),
            _ => None,
        })
        .collect();
    let texts = answer
        .answers
        .iter()
        .filter_map(|record| match &record.rdata {
            RData::TXT(found) => Some((String::try_from(found.clone()).ok()?, record.ttl)),
            _ => None,
        })
        .collect();
    let status = match answer.rcode() {
        RCODE::NoError => 0,
        RCODE::NameError => 3,
        _ => 2,
    };
    Ok(DnsAnswer {
        status,
        addresses,
        texts,
    })
}

/// Starts the name server that answers SERVFAIL to everything.
///
/// # Errors
/// Its address is taken.
pub fn start_broken_name_server() -> Result<()> {
    let socket = UdpSocket::bind((BROKEN_NAME_SERVER, 53))
        .with_context(|| format!("{BROKEN_NAME_SERVER} cannot be listened on"))?;
    thread::spawn(move || {
        let mut buffer = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut buffer) {
            let Ok(query) = Packet::parse(buffer.get(..length).unwrap_or_default()) else {
                continue;
            };
            let mut reply = Packet::new_reply(query.id());
            *reply.rcode_mut() = RCODE::ServerFailure;
            reply.questions = query.questions;
            if let Ok(bytes) = reply.build_bytes_vec() {
                // Whoever asked and has gone asks again.
                let _ = socket.send_to(&bytes, from);
            }
        }
    });
    Ok(())
}
