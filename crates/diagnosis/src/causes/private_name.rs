//! The name leads to an address inside a private network, which only that network can tell about.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;

use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Local, Names, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "private-name",
    side: Side::Unknown,
    hop: None,
    prior: 30,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::NameFails, 400),
            (Local::Refused, 200),
            (Local::Silent, 200),
            (Local::Opens, 100),
        ]),
        names: Row::new(&[(Names::Private, 990)]),
        symptom: Row::new(&[(Symptom::Unreachable, 800)]),
        ..USUAL
    },
    answers: Answers {
        other_browser: per_mille(100),
        other_device: per_mille(100),
        other_network: per_mille(300),
        own_vpn: per_mille(100),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::RebindException, per_mille(500)),
        (Remedy::SecureDnsOff, per_mille(150)),
        &[
            (Remedy::AskIt, per_mille(300)),
            (Remedy::OtherNetwork, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.PrivateName",
            "The name {host} leads to an address inside a private network. Only devices in that network can open it, and many routers hide such names on purpose.",
        )),
        name: Sentence::new("cause-name.PrivateName", "a name for a private network"),
        technical: Some(Sentence::new("technical.PrivateName", "private address")),
        at_hop: None,
    },
};
