//! A page that is not the site's own stands in its place for everybody: parked, suspended, a server's first page, a list of files.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS, WELL_HERE,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Outside, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "placeholder",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 16,
    profile: CauseProfile {
        local: WELL_HERE,
        outside: Row::new(&[
            (Outside::Placeholder, 720),
            (Outside::Opens, 100),
            (Outside::Redirects, 60),
        ]),
        symptom: Row::new(&[(Symptom::OtherPage, 800), (Symptom::Blank, 60)]),
        ..USUAL
    },
    answers: Answers {
        private_window: per_mille(970),
        own_page: per_mille(80),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::Watch, per_mille(200)),
        (Remedy::Archive, per_mille(300)),
        &[
            (Remedy::TellOwner, per_mille(600)),
            (Remedy::CheckAddress, per_mille(150)),
            (Remedy::SecondOpinions, per_mille(80)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Placeholder",
            "{host} answers, and with a page that is not its own: for sale, suspended, or a server’s first page. Its owners have to mend that.",
        )),
        name: Sentence::new("cause-name.Placeholder", "a page in the site’s place"),
        technical: Some(Sentence::new("technical.Placeholder", "placeholder page")),
        at_hop: Some(Sentence::new("hop-broken.Placeholder", "not its page")),
    },
};
