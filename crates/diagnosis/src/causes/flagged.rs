//! The visitor's browser warns of the site: it is on a list of dangerous ones.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS, WELL_HERE,
};
use crate::cause::Side;

use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::Symptom;
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "flagged",
    side: Side::Theirs,
    hop: None,
    prior: 5,
    profile: CauseProfile {
        local: WELL_HERE,
        symptom: Row::new(&[(Symptom::Dangerous, 930)]),
        ..USUAL
    },
    answers: Answers {
        private_window: per_mille(900),
        other_browser: per_mille(350),
        other_device: per_mille(300),
        other_network: per_mille(300),
        own_page: per_mille(60),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::StayAway, per_mille(400)),
        (Remedy::SecondOpinions, per_mille(200)),
        &[
            (Remedy::TellOwner, per_mille(500)),
            (Remedy::Archive, per_mille(100)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Flagged",
            "Your browser warns of {host}: it stands on a list of dangerous sites. Such lists are wrong at times, and only the site’s owners can have it taken off.",
        )),
        name: Sentence::new(
            "cause-name.Flagged",
            "a list of dangerous sites that names it",
        ),
        technical: Some(Sentence::new("technical.Flagged", "Safe Browsing listing")),
        at_hop: None,
    },
};
