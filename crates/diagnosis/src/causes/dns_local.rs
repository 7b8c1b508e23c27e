//! The visitor's resolver lies, blocks or fails for this name.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "dns-local",
    side: Side::Yours,
    hop: Some(HopPlace::Dns),
    prior: 40,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::NameFails, 740),
            (Local::Opens, 30),
            (Local::Refused, 80),
            (Local::TlsFails, 70),
            (Local::Silent, 50),
        ]),
        failure_stage: Row::new(&[
            (FailureStage::Lookup, 450),
            (FailureStage::AtOnce, 300),
            (FailureStage::Connect, 120),
        ]),
        symptom: Row::new(&[
            (Symptom::Unreachable, 880),
            (Symptom::NotSecure, 50),
            (Symptom::Blank, 30),
            (Symptom::OtherPage, 35),
        ]),
        ..USUAL
    },
    answers: Answers {
        other_browser: per_mille(200),
        other_device: per_mille(400),
        other_network: per_mille(950),
        own_vpn: per_mille(800),
        own_page: per_mille(200),
        managed: per_mille(200),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::VpnOff, per_mille(150)),
        (Remedy::ChangeResolver, per_mille(750)),
        &[
            (Remedy::OtherNetwork, per_mille(600)),
            (Remedy::FlushDns, per_mille(400)),
            (Remedy::AllowInFilter, per_mille(400)),
            (Remedy::HostsFile, per_mille(250)),
            (Remedy::SecureDnsOff, per_mille(150)),
            (Remedy::AskIt, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.DnsLocal",
            "Others find {host}. Your network’s name service does not, or hides it.",
        )),
        name: Sentence::new("cause-name.DnsLocal", "your network’s name service"),
        technical: Some(Sentence::new("technical.DnsLocal", "DNS answer differs")),
        at_hop: Some(Sentence::new("hop-broken.DnsLocal", "name refused here")),
    },
};
