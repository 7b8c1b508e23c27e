//! Something else, or it cannot be told.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Clock, Link, Online, Speed};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "unclear",
    side: Side::Unknown,
    hop: None,
    prior: 20,
    profile: CauseProfile {
        link: Row::new(&[(Link::Down, 50)]),
        online: Row::new(&[(Online::All, 600), (Online::Some, 200)]),
        speed: Row::new(&[(Speed::Late, 300)]),
        outside: Row::new(&[]),
        names: Row::new(&[]),
        clock: Row::new(&[(Clock::Right, 800)]),
        ..USUAL
    },
    answers: Answers {
        still_fails: per_mille(500),
        other_browser: per_mille(500),
        other_device: per_mille(500),
        other_network: per_mille(500),
        own_vpn: per_mille(500),
        error_number: per_mille(400),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::OtherNetwork, per_mille(300)),
        (Remedy::SecondOpinions, per_mille(300)),
        &[
            (Remedy::OtherBrowser, per_mille(300)),
            (Remedy::Watch, per_mille(50)),
            (Remedy::Reload, per_mille(50)),
            (Remedy::TellOwner, per_mille(200)),
            (Remedy::Http3Off, per_mille(100)),
        ],
    ),
    texts: Texts {
        explanation: None,
        name: Sentence::new("cause-name.Unclear", "something not on our list"),
        technical: None,
        at_hop: None,
    },
};
