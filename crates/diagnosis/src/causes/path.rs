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
    prior: 60,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::Silent, 720),
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
        other_network: per_mille(950),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::OtherNetwork, per_mille(800)),
        (Remedy::VpnOff, per_mille(200)),
        &[
            (Remedy::RestartRouter, per_mille(250)),
            (Remedy::ShieldOff, per_mille(100)),
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
