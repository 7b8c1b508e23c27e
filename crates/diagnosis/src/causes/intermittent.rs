//! Some requests fail.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Local, Outside, Speed, Symptom, Trend};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "intermittent",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 85,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::Opens, 290),
            (Local::OpensUnframed, 140),
            (Local::ErrorPage, 370),
            (Local::Varies, 120),
            (Local::Silent, 50),
        ]),
        speed: Row::new(&[(Speed::Late, 150)]),
        outside: Row::new(&[
            (Outside::Regional, 480),
            (Outside::Mixed, 90),
            (Outside::Opens, 200),
            (Outside::BadGateway, 20),
            (Outside::Unavailable, 20),
            (Outside::ServerError, 20),
        ]),
        symptom: Row::new(&[
            (Symptom::BadGateway, 250),
            (Symptom::Unavailable, 150),
            (Symptom::ServerError, 150),
            (Symptom::GatewayTimeout, 100),
            (Symptom::Unreachable, 100),
            (Symptom::Endless, 100),
            (Symptom::Dangerous, 1),
            (Symptom::OtherPage, 4),
            (Symptom::Redirects, 5),
            (Symptom::TooLarge, 5),
            (Symptom::Puzzle, 2),
        ]),
        trend: Row::new(&[
            (Trend::First, 500),
            (Trend::Same, 90),
            (Trend::Failed, 100),
            (Trend::Worked, 110),
        ]),
        ..USUAL
    },
    answers: Answers {
        still_fails: per_mille(250),
        private_window: per_mille(600),
        other_browser: per_mille(600),
        other_device: per_mille(600),
        other_network: per_mille(650),
        own_vpn: per_mille(600),
        error_number: per_mille(700),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::Reload, per_mille(500)),
        (Remedy::Watch, per_mille(300)),
        &[
            (Remedy::TellOwner, per_mille(200)),
            (Remedy::Archive, per_mille(200)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Intermittent",
            "{host} answers some requests and fails others.",
        )),
        name: Sentence::new("cause-name.Intermittent", "a site that fails at times"),
        technical: Some(Sentence::new(
            "technical.Intermittent",
            "intermittent errors",
        )),
        at_hop: Some(Sentence::new("hop-broken.Intermittent", "fails at times")),
    },
};
