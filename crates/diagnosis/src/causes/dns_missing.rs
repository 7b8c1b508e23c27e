//! No such name, everywhere.

use super::profile::{CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Names, Outside, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "dns-missing",
    side: Side::Theirs,
    hop: Some(HopPlace::Dns),
    prior: 30,
    profile: CauseProfile {
        local: Row::new(&[(Local::NameFails, 970)]),
        failure_stage: Row::new(&[
            (FailureStage::Lookup, 400),
            (FailureStage::AtOnce, 200),
            (FailureStage::Connect, 200),
        ]),
        outside: Row::new(&[(Outside::NameMissing, 950), (Outside::NameBroken, 20)]),
        names: Row::new(&[
            (Names::Missing, 930),
            (Names::Split, 30),
            (Names::Broken, 20),
        ]),
        symptom: Row::new(&[(Symptom::Unreachable, 930), (Symptom::Blank, 30)]),
        ..USUAL
    },
    answers: USUAL_ANSWERS,
    remedies: Remedies(
        (Remedy::CheckAddress, per_mille(500)),
        (Remedy::TryTwin, per_mille(100)),
        &[
            (Remedy::SecondOpinions, per_mille(200)),
            (Remedy::Archive, per_mille(300)),
            (Remedy::TellOwner, per_mille(200)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.DnsMissing",
            "There is no site named {host}, for anybody: the address is misspelt, or the name has lapsed.",
        )),
        name: Sentence::new("cause-name.DnsMissing", "a name that does not exist"),
        technical: Some(Sentence::new("technical.DnsMissing", "NXDOMAIN")),
        at_hop: Some(Sentence::new("hop-broken.DnsMissing", "no such name")),
    },
};
