//! It answers, very late.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Local, Outside, Speed, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "slow",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 30,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::Opens, 320),
            (Local::OpensUnframed, 160),
            (Local::Silent, 200),
            (Local::Stalls, 200),
            (Local::ErrorPage, 60),
        ]),
        speed: Row::new(&[(Speed::Late, 900)]),
        outside: Row::new(&[
            (Outside::OpensSlowly, 700),
            (Outside::Silent, 120),
            (Outside::Opens, 100),
            (Outside::Regional, 50),
        ]),
        symptom: Row::new(&[
            (Symptom::Endless, 800),
            (Symptom::Blank, 80),
            (Symptom::GatewayTimeout, 40),
        ]),
        ..USUAL
    },
    answers: Answers {
        still_fails: per_mille(500),
        other_browser: per_mille(600),
        other_device: per_mille(600),
        other_network: per_mille(850),
        own_vpn: per_mille(600),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::Watch, per_mille(300)),
        (Remedy::Reload, per_mille(200)),
        &[
            (Remedy::Archive, per_mille(200)),
            (Remedy::OtherNetwork, per_mille(50)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Slow",
            "{host} answers, but very slowly.",
        )),
        name: Sentence::new("cause-name.Slow", "a very slow site"),
        technical: Some(Sentence::new("technical.Slow", "slow response")),
        at_hop: Some(Sentence::new("hop-broken.Slow", "very slow")),
    },
};
