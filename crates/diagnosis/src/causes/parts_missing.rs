//! The page comes, and a part that it needs does not, for anybody.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS, WELL_HERE,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::Symptom;
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "parts-missing",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 14,
    profile: CauseProfile {
        local: WELL_HERE,
        symptom: Row::new(&[(Symptom::Blank, 500), (Symptom::Endless, 350)]),
        ..USUAL
    },
    answers: Answers {
        still_fails: per_mille(930),
        other_network: per_mille(200),
        own_page: per_mille(900),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::Watch, per_mille(300)),
        (Remedy::Reload, per_mille(200)),
        &[
            (Remedy::Archive, per_mille(200)),
            (Remedy::TellOwner, per_mille(450)),
            (Remedy::SecondOpinions, per_mille(80)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.PartsMissing",
            "{host} sends its page, and a part that the page needs does not come, for anybody.",
        )),
        name: Sentence::new("cause-name.PartsMissing", "a missing part of the page"),
        technical: Some(Sentence::new(
            "technical.PartsMissing",
            "missing subresource",
        )),
        at_hop: Some(Sentence::new(
            "hop-broken.PartsMissing",
            "a part is missing",
        )),
    },
};
