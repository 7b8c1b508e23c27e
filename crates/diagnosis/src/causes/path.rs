//! Packets to the site vanish from here only.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Speed, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "path",
    side: Side::Yours,
    hop: Some(HopPlace::Internet),
    prior: 36,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::Silent, 610),
            (Local::Stalls, 120),
            (Local::Refused, 210),
            (Local::HungUp, 20),
            (Local::TlsFails, 30),
        ]),
        speed: Row::new(&[(Speed::Late, 150)]),
        failure_stage: Row::new(&[
            (FailureStage::Connect, 450),
            (FailureStage::Lookup, 200),
            (FailureStage::Secure, 150),
        ]),
        symptom: Row::new(&[(Symptom::Unreachable, 550), (Symptom::Endless, 400)]),
        ..USUAL
    },
    answers: Answers {
        other_device: per_mille(250),
        other_network: per_mille(950),
        own_vpn: per_mille(800),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::OtherNetwork, per_mille(700)),
        (Remedy::WaitABit, per_mille(300)),
        &[
            (Remedy::VpnOff, per_mille(250)),
            (Remedy::FlushDns, per_mille(450)),
            (Remedy::ShieldOff, per_mille(100)),
            (Remedy::RestartRouter, per_mille(250)),
            (Remedy::AskProvider, per_mille(350)),
            (Remedy::OwnVpn, per_mille(200)),
            (Remedy::TellOwner, per_mille(250)),
            (Remedy::ChangeResolver, per_mille(150)),
            (Remedy::SecureDnsOff, per_mille(50)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Path",
            "{host} opens for others. What you send to it gets lost on the way, or is cut off.",
        )),
        name: Sentence::new("cause-name.Path", "the way from your network to the site"),
        technical: Some(Sentence::new(
            "technical.Path",
            "unreachable from this network",
        )),
        at_hop: Some(Sentence::new("hop-broken.Path", "no way through")),
    },
};
