//! What a browser sees in the world of a report, and what its visitor answers: the questions of the plan are answered from a
//! list, at a pace of their own. What is not in the list cannot be asked there.

use std::collections::BTreeMap;

use whichside_diagnosis::doh::DnsAnswer;
use whichside_diagnosis::observation::{Control, Ice, Measured, Record, Resolver, Round, Seen};
use whichside_diagnosis::outside::{Answer, Place, Sight, Vantage};
use whichside_diagnosis::trace::Trace;
use whichside_diagnosis::{
    Check, Millis, Outcome, Probe, Question, Setting, Side, Target, UrlParts, Verdict,
};

/// How long a browser near the controls waits for them.
const CONTROL_MS: u64 = 40;
/// No report's check takes so long.
const END_MS: u64 = 120_000;
/// How far apart two looks at the clock are.
const STEP_MS: u64 = 10;

/// The world of a report, as its browser and its visitor know it.
#[derive(Clone, Default)]
pub struct World {
    seen: BTreeMap<Probe, (Outcome, u64)>,
    answers: Vec<(Question, bool)>,
    told: Option<Seen>,
    firefox: bool,
}

/// What a check in a world came to.
pub struct Played {
    /// The check at its end.
    pub check: Check,
    /// Every verdict that was shown before the visitor answered anything, and every one after.
    pub shown: [Vec<Verdict>; 2],
    /// The questions that were put.
    pub asked: Vec<Question>,
}

/// A page that opens for a vantage.
pub fn opens() -> Sight {
    answer(200)
}

/// An answer with this number, without a body.
pub fn answer(code: u16) -> Sight {
    Sight::Answer(Answer {
        code,
        ..Answer::default()
    })
}

impl World {
    /// A visitor whose network is well, and a name that has an address.
    pub fn online() -> World {
        let mut world = World::default();
        for control in Control::ALL {
            world.sees(Probe::Control(control), Outcome::Answered, CONTROL_MS);
        }
        world.sees(Probe::Link, Outcome::Link(true), 1);
        world.sees(Probe::Oracle, Outcome::Sound(true), CONTROL_MS);
        world.sees(
            Probe::Trace,
            Outcome::Trace(Trace {
                country: Some("DE".to_owned()),
                ..Trace::default()
            }),
            50,
        );
        world.name(
            DnsAnswer::Found(vec!["198.51.100.20".to_owned()]),
            DnsAnswer::Empty,
        )
    }

    fn sees(&mut self, probe: Probe, outcome: Outcome, ms: u64) {
        self.seen.insert(probe, (outcome, ms));
    }

    fn with(mut self, probe: Probe, outcome: Outcome, ms: u64) -> World {
        self.sees(probe, outcome, ms);
        self
    }

    /// What both resolvers say of its IPv4 and IPv6 addresses.
    pub fn name(mut self, ipv4: DnsAnswer, ipv6: DnsAnswer) -> World {
        for resolver in Resolver::ALL {
            self.sees(
                Probe::Dns(resolver, Record::A),
                Outcome::Dns(ipv4.clone()),
                60,
            );
            self.sees(
                Probe::Dns(resolver, Record::Aaaa),
                Outcome::Dns(ipv6.clone()),
                60,
            );
        }
        self
    }

    /// The page opens for this browser.
    pub fn page(self) -> World {
        self.with(Probe::Fetch, Outcome::Answered, 60)
            .with(Probe::Status, Outcome::Opened, 60)
    }

    /// An error answers this browser.
    pub fn error(self) -> World {
        self.with(Probe::Fetch, Outcome::Answered, 60)
            .with(Probe::Status, Outcome::Failed, 60)
    }

    /// The fetch is rejected after so long, and a bare connection gets so far.
    pub fn fails(self, ms: u64, ice: Outcome) -> World {
        self.with(Probe::Fetch, Outcome::Failed, ms)
            .with(Probe::Events, Outcome::Failed, ms)
            .with(Probe::Ice, ice, 80)
            .with(Probe::Twin, Outcome::Failed, ms)
    }

    /// Nothing answers the fetch, and a bare connection gets so far.
    pub fn silent(self, ice: Outcome) -> World {
        self.with(Probe::Fetch, Outcome::Silent, 0)
            .with(Probe::Ice, ice, 80)
    }

    /// What three vantages see by HTTP/1.1.
    pub fn outside(self, sights: [Sight; 3]) -> World {
        self.round(Round::First, sights.to_vec())
    }

    /// What vantages of a round see.
    pub fn round(mut self, round: Round, sights: Vec<Sight>) -> World {
        let vantages = sights.len() as u8;
        for ((slot, saw), country) in (0..).zip(sights).zip(["DE", "US", "JP"]) {
            let place = Place {
                country: country.to_owned(),
                ..Place::default()
            };
            let vantage = Vantage {
                place,
                saw,
                took: Some(Millis(90)),
            };
            self.sees(Probe::Vantage(round, slot), Outcome::Vantage(vantage), 500);
        }
        let id = format!("{round:?}");
        self.with(
            Probe::Outside(round),
            Outcome::Measured(Measured::Complete { id, vantages }),
            600,
        )
    }

    /// The trace says that the clock is ten days behind.
    pub fn clock_off(self) -> World {
        let trace = Trace {
            skew_seconds: -864_000,
            ..Trace::default()
        };
        self.with(Probe::Trace, Outcome::Trace(trace), 50)
    }

    /// A portal that answers in everybody's place: only our own page, which was kept, still comes.
    pub fn portal() -> World {
        let mut world = World::default();
        for control in Control::ALL {
            world.sees(Probe::Control(control), Outcome::Failed, 60);
        }
        world.sees(Probe::Link, Outcome::Link(true), 1);
        world.sees(Probe::Trace, Outcome::Failed, 60);
        world.fails(60, ice(false, true, false, true))
    }

    /// What the visitor answers when asked.
    pub fn says(mut self, answers: &[(Question, bool)]) -> World {
        self.answers = answers.to_vec();
        self
    }

    /// What the visitor tells beforehand.
    pub fn told(mut self, value: &str) -> World {
        self.told = Seen::from_value(value);
        assert!(self.told.is_some(), "{value} is nothing that can be told");
        self
    }

    /// The browser is Firefox, which shows less.
    pub fn firefox(mut self) -> World {
        self.firefox = true;
        if self.seen.get(&Probe::Status) == Some(&(Outcome::Opened, 60)) {
            self.sees(Probe::Commit, Outcome::Opened, 60);
        }
        for probe in [Probe::Status, Probe::Events] {
            if self.seen.contains_key(&probe) {
                self.sees(probe, Outcome::Unavailable, 5);
            }
        }
        self
    }

    /// The check of this world's shop, from the click to the last question.
    pub fn play(&self) -> Played {
        let parts = UrlParts {
            scheme: "https".into(),
            host: "shop.example".into(),
            path: "/".into(),
            ..UrlParts::default()
        };
        let setting = Setting {
            seen: self.told,
            navigation_prompts: self.firefox,
            ..Setting::default()
        };
        let (target, _) = Target::new(parts, "whichside.example").expect("a target");
        let mut played = Played {
            check: Check::new(target, setting),
            shown: [vec![], vec![]],
            asked: vec![],
        };
        let mut now = 0;
        self.run(&mut played, &mut now);
        while let Some(question) = played.check.question() {
            let known = self.answers.iter().find(|(asked, _)| *asked == question);
            let said = known.map_or(Outcome::Unavailable, |(_, yes)| Outcome::Said(*yes));
            now += 5_000;
            played
                .check
                .observe(Probe::Asked(question), said, Millis(now));
            played.asked.push(question);
            self.run(&mut played, &mut now);
        }
        played
    }

    /// Until the check has nothing to ask.
    fn run(&self, played: &mut Played, now: &mut u64) {
        let mut coming: Vec<(u64, Probe, Outcome)> = Vec::new();
        let began = *now;
        loop {
            for ask in played.check.next_probes(Millis(*now)) {
                for (probe, outcome, ms) in self.answers_to(ask.probe) {
                    coming.push((*now + ms, probe, outcome));
                }
            }
            played.shown[usize::from(!played.asked.is_empty())]
                .push(played.check.verdict().clone());
            if played.check.finished() {
                return;
            }
            assert!(*now - began < END_MS, "a check that never ends");
            *now += STEP_MS;
            let (due, later): (Vec<_>, Vec<_>) = coming.into_iter().partition(|(at, ..)| at <= now);
            for (_, probe, outcome) in due {
                played.check.observe(probe, outcome, Millis(*now));
            }
            coming = later;
            played.check.elapse(Millis(*now));
        }
    }

    fn answers_to(&self, asked: Probe) -> Vec<(Probe, Outcome, u64)> {
        let belongs = |probe: &Probe| match (asked, *probe) {
            (Probe::Outside(round), Probe::Vantage(of, _)) => round == of,
            (_, probe) => probe == asked,
        };
        let known: Vec<(Probe, Outcome, u64)> = self
            .seen
            .iter()
            .filter(|(probe, _)| belongs(probe))
            .map(|(probe, (outcome, ms))| (*probe, outcome.clone(), *ms))
            .collect();
        if known.is_empty() {
            return vec![(asked, Outcome::Unavailable, 5)];
        }
        known
            .into_iter()
            .filter(|(_, outcome, _)| *outcome != Outcome::Silent)
            .collect()
    }
}

/// How far a bare connection gets.
pub fn ice(name_fails: bool, connects: bool, secures: bool, completes: bool) -> Outcome {
    Outcome::Ice(Ice {
        name_fails,
        connects,
        secures,
        completes,
    })
}

impl Played {
    /// Whether a side outside of these was shown with 0.80 or more. Before the visitor has answered anything, a page that opens
    /// here may be said to.
    pub fn was_confidently_wrong(&self, right: &[Side]) -> bool {
        self.shown.iter().enumerate().any(|(answered, shown)| {
            shown.iter().any(|verdict| {
                let accepted = right.contains(&verdict.side)
                    || verdict.side == Side::Unknown
                    || answered == 0 && verdict.side == Side::Works;
                !accepted && verdict.confidence.fraction() >= 0.8
            })
        })
    }
}
