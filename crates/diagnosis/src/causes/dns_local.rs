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
            (Local::NameFails, 780),
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
        ]),
        ..USUAL
    },
    answers: Answers {
        other_network: per_mille(950),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::VpnOff, per_mille(200)),
        (Remedy::ChangeResolver, per_mille(750)),
        &[
            (Remedy::OtherNetwork, per_mille(700)),
            (Remedy::FlushDns, per_mille(250)),
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
