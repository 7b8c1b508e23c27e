//! The widget's reducer: decides whether a check may run here, and hands what concerns the check to the page's reducer.
//!
//! Messages of the page around fill in and take back. Only [`Event::StartClicked`], which the visitor's own click becomes, starts
//! anything; and only here is decided what it starts.

use whichside_diagnosis::Target;
use whichside_diagnosis::target::candidate;
use whichside_diagnosis::words::Language;
use whichside_embed::{FromHost, Incident, Open, Permission, ToHost, permission};

use super::event::{Effect, Embedding, Event};
use super::state::{Stage, State};
use crate::app::event as page;
use crate::app::state::Phase;
use crate::env::Env;

/// What a browser writes for an origin that it does not tell.
const WITHHELD: &str = "null";

impl State {
    /// Takes an event in and says what must be done.
    pub fn update(&mut self, event: Event, env: &Env) -> Vec<Effect> {
        let run = self.page.run.number;
        let mut effects = self.change(event, env);
        if self.page.run.number != run {
            effects.extend(self.fetch_account(env));
        }
        effects.extend(self.tell());
        effects
    }

    fn change(&mut self, event: Event, env: &Env) -> Vec<Effect> {
        match event {
            Event::Opened(Embedding::TopLevel) => {
                self.stage = Stage::Alone;
                vec![]
            }
            Event::Opened(embedding) => {
                self.embedding = embedding;
                vec![Effect::PostMessage {
                    to: None,
                    text: ToHost::Hello.text(),
                }]
            }
            Event::MessageReceived { origin, text } => self.message_received(origin, &text, env),
            Event::StartClicked => self.start(env),
            Event::ClickObscured => {
                self.obscured = true;
                vec![]
            }
            Event::AgreementAnswered { turn, agreed } => self.agreed(turn, agreed, env),
            Event::SummaryLoaded { turn, summary } => {
                if turn == self.turn {
                    self.incident = summary.and_then(|summary| Incident::read(&summary));
                }
                vec![]
            }
            Event::EscapePressed if self.page.run.phase == Phase::Running => {
                self.page(page::Event::CancelRequested, env)
            }
            Event::EscapePressed => {
                // Nothing may open or start for somebody who has gone.
                let mut effects = match self.stage {
                    Stage::Asking => self.stand_ready(env),
                    Stage::Waiting
                    | Stage::Alone
                    | Stage::Invalid
                    | Stage::Ready
                    | Stage::Elsewhere
                    | Stage::Inside => vec![],
                };
                effects.extend(self.say(&ToHost::Close));
                effects
            }
            Event::Page(event) => {
                self.obscured = false;
                if let page::Event::Opened { languages, .. } = &event {
                    self.languages.clone_from(languages);
                }
                self.page(event, env)
            }
        }
    }

    fn page(&mut self, event: page::Event, env: &Env) -> Vec<Effect> {
        let effects = self.page.update(event, env);
        effects.into_iter().map(Effect::Page).collect()
    }

    /// A message of the page around. The first one tells who that is; nobody else is listened to from then on.
    fn message_received(&mut self, origin: String, text: &str, env: &Env) -> Vec<Effect> {
        if self.stage == Stage::Alone
            || self.embedder.as_ref().is_some_and(|known| *known != origin)
        {
            return vec![];
        }
        match FromHost::read(text) {
            Some(FromHost::Open(open)) => {
                self.embedder = Some(origin);
                self.open(open, env)
            }
            Some(FromHost::Reset) => self.stand_ready(env),
            None => vec![],
        }
    }

    fn open(&mut self, open: Open, env: &Env) -> Vec<Effect> {
        if self.open.as_ref() == Some(&open) {
            return self.say(&ToHost::Ready);
        }
        let same = self
            .open
            .as_ref()
            .is_some_and(|before| before.target == open.target);
        self.target = understood(&open.target, env);
        let wanted = [&open.language, ",", &self.languages].concat();
        let mut effects = vec![Effect::SetTheme(open.theme)];
        let words = self.page.want(Language::among(&wanted));
        effects.extend(words.into_iter().map(Effect::Page));
        self.open = Some(open);
        // Another dress or language takes nothing away of what was found.
        effects.extend(if same {
            self.say(&ToHost::Ready)
        } else {
            self.stand_ready(env)
        });
        effects
    }

    /// Ends what is under way, and waits for the visitor.
    fn stand_ready(&mut self, env: &Env) -> Vec<Effect> {
        if self.open.is_none() {
            return vec![];
        }
        self.turn = self.turn.wrapping_add(1);
        self.incident = None;
        self.obscured = false;
        self.sent.clear();
        self.shown_since = env.now;
        self.stage = match self.target {
            Some(_) => Stage::Ready,
            None => Stage::Invalid,
        };
        let mut effects = self.page(page::Event::CancelRequested, env);
        // The page around wanted this, and has the focus.
        effects.retain(|effect| !matches!(effect, Effect::Page(page::Effect::Focus(_))));
        effects.extend(self.say(&ToHost::Ready));
        effects
    }

    /// The visitor's click.
    fn start(&mut self, env: &Env) -> Vec<Effect> {
        let Some(target) = self.target.as_ref().filter(|_| self.stage == Stage::Ready) else {
            return vec![];
        };
        self.obscured = false;
        match permission(&self.ancestors(), target.host()) {
            Permission::Inside => self.begin(env),
            Permission::IfAgreed(hosts) => {
                self.stage = Stage::Asking;
                self.turn = self.turn.wrapping_add(1);
                vec![Effect::AskAgreement {
                    turn: self.turn,
                    target: target.host().to_owned(),
                    hosts,
                }]
            }
            Permission::Elsewhere => self.go_elsewhere(),
        }
    }

    /// The origins around, the nearest first; none where not all of them can be known, or they contradict each other.
    fn ancestors(&self) -> Vec<String> {
        match (&self.embedding, &self.embedder) {
            (Embedding::Origins(origins), Some(embedder)) => match origins.split_first() {
                // A browser may withhold the nearest, as the frame is made without a referrer: it has spoken for itself.
                Some((nearest, further)) if nearest == embedder || nearest == WITHHELD => {
                    let further = further.iter().cloned();
                    std::iter::once(embedder.clone()).chain(further).collect()
                }
                Some(_) | None => vec![],
            },
            (Embedding::OneUnknownParent, Some(embedder)) => vec![embedder.clone()],
            (Embedding::Origins(_) | Embedding::OneUnknownParent, None)
            | (Embedding::TopLevel | Embedding::Nested, _) => vec![],
        }
    }

    fn agreed(&mut self, turn: u32, agreed: bool, env: &Env) -> Vec<Effect> {
        if turn != self.turn || self.stage != Stage::Asking {
            vec![]
        } else if agreed {
            self.begin(env)
        } else {
            self.go_elsewhere()
        }
    }

    fn go_elsewhere(&mut self) -> Vec<Effect> {
        self.stage = Stage::Elsewhere;
        vec![Effect::OpenPage(self.address().to_owned())]
    }

    fn begin(&mut self, env: &Env) -> Vec<Effect> {
        self.stage = Stage::Inside;
        let address = self.address().to_owned();
        let mut effects = self.page(page::Event::AddressTyped(address), env);
        effects.extend(self.page(page::Event::Submitted, env));
        effects
    }

    /// Has the status page's account come anew, as old as the check that it stands beside.
    fn fetch_account(&mut self, env: &Env) -> Option<Effect> {
        self.turn = self.turn.wrapping_add(1);
        self.incident = None;
        let status = self.open.as_ref()?.status.as_deref()?;
        // As public as a target has to be, and unreadable on the way.
        let status = understood(status, env)?.url();
        status
            .starts_with("https:")
            .then_some(Effect::FetchSummary {
                turn: self.turn,
                url: status,
            })
    }

    /// Tells the page around the verdict of a check that runs in here, whenever it changes.
    fn tell(&mut self) -> Option<Effect> {
        let check = self.page.run.check.as_ref()?;
        // A check that the visitor stopped has found nothing that it stands by.
        let begun = self.stage == Stage::Inside
            && self.page.run.phase != Phase::Idle
            && !self.page.run.cancelled;
        let text = begun.then(|| {
            ToHost::Verdict {
                target: check.target(),
                done: self.page.run.phase == Phase::Done,
                verdict: &self.page.run.verdict,
            }
            .text()
        })?;
        if text == self.sent {
            return None;
        }
        self.sent.clone_from(&text);
        self.post(text)
    }

    fn say(&self, message: &ToHost) -> Vec<Effect> {
        self.post(message.text()).into_iter().collect()
    }

    /// To the page around alone, once it is known.
    fn post(&self, text: String) -> Option<Effect> {
        let to = self.embedder.clone()?;
        Some(Effect::PostMessage { to: Some(to), text })
    }
}

/// The target of an address as somebody wrote it, by the rules of the page's own field.
fn understood(address: &str, env: &Env) -> Option<Target> {
    let parts = (env.parse)(&candidate(address).ok()?)?;
    let (target, _) = Target::new(parts, &env.own_host).ok()?;
    Some(target)
}

#[cfg(test)]
pub(crate) mod tests;
