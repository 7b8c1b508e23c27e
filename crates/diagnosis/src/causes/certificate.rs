//! The certificate is bad for everybody.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, TLS_FAILS_AT, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Local, Outside, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "certificate",
    side: Side::Theirs,
    hop: Some(HopPlace::Front),
    prior: 30,
    profile: CauseProfile {
        local: Row::new(&[(Local::TlsFails, 930), (Local::Silent, 40)]),
        failure_stage: TLS_FAILS_AT,
        outside: Row::new(&[(Outside::Distrusted, 960), (Outside::Other, 20)]),
        symptom: Row::new(&[(Symptom::NotSecure, 940)]),
        ..USUAL
    },
    answers: Answers {
        other_browser: per_mille(150),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::StayAway, per_mille(400)),
        (Remedy::Watch, per_mille(300)),
        &[
            (Remedy::TellOwner, per_mille(450)),
            (Remedy::OtherBrowser, per_mille(150)),
            (Remedy::Archive, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Certificate",
            "The certificate of {host} is not valid, for anybody. Browsers are right to stop.",
        )),
        name: Sentence::new("cause-name.Certificate", "the site’s bad certificate"),
        technical: Some(Sentence::new(
            "technical.Certificate",
            "certificate not trusted",
        )),
        at_hop: Some(Sentence::new("hop-broken.Certificate", "bad certificate")),
    },
};
