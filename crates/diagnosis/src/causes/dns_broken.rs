//! The name's servers fail, everywhere.

use super::profile::{CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Names, Outside, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "dns-broken",
    side: Side::Theirs,
    hop: Some(HopPlace::Dns),
    prior: 10,
    profile: CauseProfile {
        local: Row::new(&[(Local::NameFails, 850), (Local::Silent, 120)]),
        failure_stage: Row::new(&[
            (FailureStage::Later, 400),
            (FailureStage::Lookup, 250),
            (FailureStage::Connect, 150),
        ]),
        outside: Row::new(&[
            (Outside::NameBroken, 500),
            (Outside::NameMissing, 400),
            (Outside::Silent, 50),
        ]),
        names: Row::new(&[
            (Names::Broken, 600),
            (Names::BadlySigned, 300),
            (Names::Split, 40),
            (Names::Missing, 40),
        ]),
        symptom: Row::new(&[(Symptom::Unreachable, 930), (Symptom::Blank, 30)]),
        ..USUAL
    },
    answers: USUAL_ANSWERS,
    remedies: Remedies(
        (Remedy::Watch, per_mille(400)),
        (Remedy::Archive, per_mille(200)),
        &[
            (Remedy::SecondOpinions, per_mille(150)),
            (Remedy::TellOwner, per_mille(300)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.DnsBroken",
            "The name service of {host} is broken, for everybody.",
        )),
        name: Sentence::new("cause-name.DnsBroken", "the site’s broken name service"),
        technical: Some(Sentence::new("technical.DnsBroken", "SERVFAIL")),
        at_hop: Some(Sentence::new("hop-broken.DnsBroken", "look-up fails")),
    },
};
