//! Refused or silent for everybody.

use super::profile::{CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Outside, Protocol, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "server-down",
    side: Side::Theirs,
    hop: Some(HopPlace::Front),
    prior: 70,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::Refused, 480),
            (Local::Silent, 400),
            (Local::Stalls, 70),
            (Local::NameFails, 20),
        ]),
        failure_stage: Row::new(&[
            (FailureStage::Connect, 500),
            (FailureStage::Lookup, 250),
            (FailureStage::Secure, 120),
        ]),
        outside: Row::new(&[
            (Outside::Silent, 460),
            (Outside::Refused, 450),
            (Outside::Opens, 30),
            (Outside::Other, 20),
            (Outside::Mixed, 20),
        ]),
        protocol: Row::new(&[(Protocol::Ipv6Fails, 600), (Protocol::Alike, 390)]),
        symptom: Row::new(&[(Symptom::Unreachable, 720), (Symptom::Endless, 240)]),
        ..USUAL
    },
    answers: USUAL_ANSWERS,
    remedies: Remedies(
        (Remedy::Watch, per_mille(500)),
        (Remedy::Archive, per_mille(200)),
        &[
            (Remedy::TellOwner, per_mille(300)),
            (Remedy::SecondOpinions, per_mille(60)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.ServerDown",
            "The server of {host} does not answer anybody.",
        )),
        name: Sentence::new("cause-name.ServerDown", "a server that is down"),
        technical: Some(Sentence::new(
            "technical.ServerDown",
            "connection refused or timed out",
        )),
        at_hop: Some(Sentence::new("hop-broken.ServerDown", "no answer")),
    },
};
