//! The visitor's own provider does not carry it, and other networks of the country do.

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
    id: "provider",
    side: Side::Yours,
    hop: Some(HopPlace::Internet),
    prior: 20,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::Silent, 500),
            (Local::Stalls, 50),
            (Local::Refused, 160),
            (Local::TlsFails, 120),
            (Local::HungUp, 40),
            (Local::NameFails, 60),
        ]),
        speed: Row::new(&[(Speed::Late, 150)]),
        failure_stage: Row::new(&[
            (FailureStage::Connect, 450),
            (FailureStage::Lookup, 200),
            (FailureStage::Secure, 150),
        ]),
        symptom: Row::new(&[(Symptom::Unreachable, 600), (Symptom::Endless, 350)]),
        ..USUAL
    },
    answers: Answers {
        other_network: per_mille(920),
        own_vpn: per_mille(920),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::OtherNetwork, per_mille(800)),
        (Remedy::OwnVpn, per_mille(400)),
        &[
            (Remedy::AskProvider, per_mille(500)),
            (Remedy::WaitABit, per_mille(250)),
            (Remedy::RestartRouter, per_mille(100)),
            (Remedy::TellOwner, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Provider",
            "{host} opens from other networks of your country, and not from yours: it is lost at your provider or behind it.",
        )),
        name: Sentence::new("cause-name.Provider", "your internet provider"),
        technical: Some(Sentence::new(
            "technical.Provider",
            "unreachable from this provider",
        )),
        at_hop: Some(Sentence::new("hop-broken.Provider", "lost here")),
    },
};
