//! A page without a browser: the reducer, a clock that the test moves, and worlds that answer its probes.

use whichside_diagnosis::outside::{Answer, Place as Somewhere, Sight, Vantage};
use whichside_diagnosis::report::BrowserInfo;
#[cfg(not(target_arch = "wasm32"))]
use whichside_diagnosis::words::{self, Language, Sentence, Translations};
use whichside_diagnosis::{Ask, Millis, Outcome, Probe, UrlParts, What, observation};

use crate::app::event::{Effect, Event};
use crate::app::state::{Phase, State};
use crate::env::Env;

/// How the world answers the probes of a check.
#[derive(Clone, Copy)]
pub(crate) enum World {
    /// The site answers everybody with its page.
    Healthy,
    /// The site answers everybody with 502.
    BadGateway,
    /// The site answers everybody with 503, and asks to be left alone.
    Unavailable {
        /// For so many seconds.
        retry_after_s: u64,
    },
    /// The device has no link.
    Unlinked,
}

impl World {
    pub(crate) fn answers(self, ask: &Ask) -> Vec<(Probe, Outcome)> {
        let linked = !matches!(self, World::Unlinked);
        let opens = matches!(self, World::Healthy);
        let one = match (ask.probe, &ask.what) {
            (Probe::Link, _) => Outcome::Link(linked),
            (Probe::Oracle, _) => Outcome::Sound(true),
            (Probe::Outside(round), What::Measure { .. }) if linked => {
                let code = if opens { 200 } else { 502 };
                return match self {
                    World::Unavailable { retry_after_s } => {
                        measured(round, 503, Some(Millis(retry_after_s * 1_000)))
                    }
                    World::Healthy | World::BadGateway | World::Unlinked => {
                        measured(round, code, None)
                    }
                };
            }
            (Probe::Control(_) | Probe::Fetch, _) if linked => Outcome::Answered,
            (Probe::Commit | Probe::Status | Probe::Again, _) if opens => Outcome::Opened,
            _ => Outcome::Failed,
        };
        vec![(ask.probe, one)]
    }
}

fn measured(
    round: observation::Round,
    code: u16,
    retry_after: Option<Millis>,
) -> Vec<(Probe, Outcome)> {
    let vantage = |country: &str| Vantage {
        place: Somewhere {
            country: country.into(),
            ..Somewhere::default()
        },
        saw: Sight::Answer(Answer {
            code,
            retry_after,
            ..Answer::default()
        }),
        took: Some(Millis(80)),
    };
    let mut all: Vec<(Probe, Outcome)> = ["DE", "US", "JP"]
        .into_iter()
        .zip(0..)
        .map(|(country, at)| {
            (
                Probe::Vantage(round, at),
                Outcome::Vantage(vantage(country)),
            )
        })
        .collect();
    all.push((
        Probe::Outside(round),
        Outcome::Measured(observation::Measured::Complete {
            id: "abc".into(),
            vantages: 3,
        }),
    ));
    all
}

/// The page.
pub(crate) struct Page {
    pub(crate) state: State,
    pub(crate) now: Millis,
    /// The wake that the page waits for.
    pub(crate) wake: Option<(u32, Millis)>,
    /// What is asked and not yet answered.
    pub(crate) asked: Vec<(u32, Ask)>,
    /// Another tab has the turn to look.
    pub(crate) turn_elsewhere: bool,
    /// All other effects since the test last looked.
    pub(crate) effects: Vec<Effect>,
    /// What this device kept of earlier failures.
    pub(crate) kept: String,
    /// This device remembers “Only from this browser”.
    pub(crate) only_here: bool,
}

impl Page {
    pub(crate) fn opened() -> Page {
        Page::with_prefill(None)
    }

    pub(crate) fn with_prefill(prefill: Option<&str>) -> Page {
        let mut page = Page::unopened();
        page.open(prefill, None, &["en-GB", "de"]);
        page
    }

    pub(crate) fn unopened() -> Page {
        Page {
            state: State::new(),
            now: Millis(1_000),
            wake: None,
            asked: Vec::new(),
            turn_elsewhere: false,
            effects: Vec::new(),
            kept: String::new(),
            only_here: false,
        }
    }

    pub(crate) fn open(
        &mut self,
        prefill: Option<&str>,
        language: Option<&str>,
        languages: &[&str],
    ) {
        self.happens(Event::Opened {
            prefill: prefill.map(str::to_owned),
            region: Some("DE".into()),
            navigation_prompts: false,
            clock_behind: false,
            kept: self.kept.clone(),
            only_here: self.only_here,
            languages: format!("{},{}", language.unwrap_or_default(), languages.join(",")),
            browser: BrowserInfo {
                user_agent: "Test/1".into(),
                language: "en".into(),
                online: true,
            },
        });
    }

    pub(crate) fn happens(&mut self, event: Event) {
        let env = Env {
            now: self.now,
            time: "2026-11-21T12:00:00Z".to_owned(),
            hour: 498_732,
            random: 1.0,
            own_host: "whichside.example".to_owned(),
            parse,
        };
        let mut turn_came = false;
        for effect in self.state.update(event, &env) {
            match effect {
                Effect::AwaitTurn(_) => turn_came = !self.turn_elsewhere,
                Effect::EndProbes => self.asked.clear(),
                Effect::StartProbes { run, asks } => {
                    self.asked.extend(asks.into_iter().map(|ask| (run, ask)));
                }
                Effect::StartTimer { turn, after } => {
                    self.wake = Some((turn, self.now.plus(after)))
                }
                other @ (Effect::GiveTurnUp
                | Effect::TellBack
                | Effect::RequestNotifications
                | Effect::Notify { .. }
                | Effect::SaveHistory(_)
                | Effect::FetchLanguage(_)
                | Effect::ShowLanguage
                | Effect::SaveLanguage(_)
                | Effect::SaveOnlyHere(_)
                | Effect::Focus(_)) => self.effects.push(other),
            }
            if turn_came {
                self.happens(Event::TurnCame);
            }
        }
    }

    /// A language's file comes, in which each sentence is the English with a mark before it.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn worded(&mut self, language: Language) {
        self.happens(Event::LanguageLoaded(language, Some(marked_words())));
    }

    /// Types and submits.
    pub(crate) fn submit(&mut self, text: &str) {
        self.happens(Event::AddressTyped(text.into()));
        self.happens(Event::Submitted);
    }

    /// Moves the clock to the next wake; `false` where the page waits for none.
    pub(crate) fn sleep(&mut self) -> bool {
        let Some((turn, at)) = self.wake.take() else {
            return false;
        };
        self.now = self.now.max(at);
        self.happens(Event::TimerFired(turn));
        true
    }

    /// Lets a world answer until the check is done.
    pub(crate) fn finish(&mut self, world: World) {
        for _ in 0..1_000 {
            while let Some((run, ask)) = self.asked.pop() {
                self.now = self.now.plus(Millis(5));
                for (probe, outcome) in world.answers(&ask) {
                    self.happens(Event::Observed {
                        run,
                        probe,
                        outcome,
                    });
                }
            }
            if self.state.run.phase != Phase::Running || !self.sleep() {
                return;
            }
        }
        panic!("the check never ends");
    }

    /// A whole check.
    pub(crate) fn check(&mut self, text: &str, world: World) {
        self.submit(text);
        self.finish(world);
    }

    /// Sleeps until the watch looks again, and says how long that took.
    pub(crate) fn until_next_look(&mut self) -> Option<Millis> {
        let from = self.now;
        for _ in 0..2_000 {
            if self.state.run.phase == Phase::Running {
                return Some(self.now.since(from));
            }
            if !self.sleep() {
                return None;
            }
        }
        None
    }
}

/// A language's file, in which each sentence is the English with a mark before it.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn marked_words() -> String {
    let marked = |Sentence {
                      key,
                      english,
                      plural,
                  }| {
        let forms = [Some(english), plural].into_iter().flatten();
        let marked = forms.map(|form| format!("~{form}")).collect();
        (key.to_owned(), marked)
    };
    let file: Translations = words::sentences().map(marked).collect();
    serde_json::to_string(&file).expect("a language")
}

/// As much of a URL parser as these tests need.
pub(crate) fn parse(text: &str) -> Option<UrlParts> {
    let (scheme, rest) = text.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    Some(UrlParts {
        scheme: scheme.into(),
        host: host.into(),
        path: format!("/{path}"),
        ..UrlParts::default()
    })
}
