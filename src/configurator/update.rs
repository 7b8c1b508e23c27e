//! The configurator's reducer: takes in what was chosen, and has everything that follows from it follow at once.

use std::rc::Rc;

use whichside_diagnosis::target::{InputError, candidate};
use whichside_diagnosis::words::{Language, Words};
use whichside_diagnosis::{Target, UrlParts, address as addresses};
use whichside_embed::policy::{Needs, assess, policy_of_page};
use whichside_embed::snippet::{Pinned, Way, component, loader};
use whichside_embed::{Incident, Mode, Theme};

use super::event::{Effect, Event, Field, LinkValues};
use super::state::{Address, Awaited, Findings, PageFinding, ParsedAddress, State, SummaryFinding};
use crate::env::Env;

/// More than an address may have, so that a longer one is said to be too long.
const MAX_ADDRESS_CHARS: usize = 2_100;
/// More than any policy, and than most pages.
const MAX_POLICY_BYTES: usize = 1 << 20;

impl State {
    /// Takes an event in and says what must be done.
    pub fn update(&mut self, event: Event, env: &Env) -> Vec<Effect> {
        match event {
            Event::Opened {
                base,
                loader,
                languages,
                values,
            } => {
                self.base = base;
                self.loader = Pinned::read(&loader);
                self.language = Language::among(&languages);
                self.open(values, env);
                let own = self.language != Language::English;
                let words = own.then_some(Effect::FetchLanguage(self.language));
                words.into_iter().collect()
            }
            Event::FragmentChanged(values) => {
                // A link holds every field: one that it does not name is the default.
                for field in Field::KEPT {
                    self.set(field, String::new(), env);
                }
                self.open(values, env);
                vec![]
            }
            Event::FieldChanged(field, value) => {
                self.set(field, value, env);
                self.assess_policy();
                self.change = self.change.wrapping_add(1);
                vec![Effect::Debounce(self.change)]
            }
            Event::DebounceElapsed(change) if change == self.change => {
                vec![Effect::SetFragment(self.fragment())]
            }
            Event::DebounceElapsed(_) => vec![],
            Event::CopyClicked => vec![Effect::Copy(self.code())],
            Event::CopyFinished(well) => {
                self.copied = Some(well);
                vec![]
            }
            Event::CheckClicked => self.check(),
            Event::TargetProbed(turn, outcome) => {
                if turn == self.turn
                    && let Some(target) = self.target.valid()
                {
                    self.findings.target = Awaited::Received((target.host.clone(), outcome));
                }
                vec![]
            }
            Event::SummaryLoaded(turn, text) => {
                if turn == self.turn {
                    self.findings.summary = Awaited::Received(match text {
                        Some(text) => Incident::read(&text)
                            .map_or(SummaryFinding::NotASummary, SummaryFinding::Incident),
                        None => SummaryFinding::Unreadable,
                    });
                }
                vec![]
            }
            Event::PageLoaded(turn, text) => {
                if turn == self.turn {
                    self.read(text, env);
                }
                vec![]
            }
            Event::LanguageLoaded(language, file) => {
                let wanted = file.filter(|_| language == self.language);
                match wanted.and_then(|file| Words::read(language, &file).ok()) {
                    Some(words) => self.words = Rc::new(words),
                    // What is shown is English then, and has to be called so.
                    None => self.language = Language::English,
                }
                vec![Effect::SetLanguage(self.language)]
            }
        }
    }

    fn open(&mut self, values: LinkValues, env: &Env) {
        for (field, value) in values {
            if field != Field::Policy {
                self.set(field, value, env);
            }
        }
        self.assess_policy();
    }

    /// Takes a value in. What is no value of a menu is its default.
    fn set(&mut self, field: Field, value: String, env: &Env) {
        match field {
            Field::Target => self.target = target(value, env),
            Field::Page => {
                self.page = page(value, env);
                let url = self.page.valid().map(|page| &page.url);
                if self.policy_source.is_some() && self.policy_source.as_ref() != url {
                    self.policy.clear();
                    self.policy_source = None;
                }
            }
            Field::Status => {
                let mut status = target(value, env);
                let url = status.parsed.as_ref().map(|status| &status.url);
                status.unencrypted = url.is_ok_and(|url| !url.starts_with("https:"));
                self.status = status;
            }
            Field::Mode => self.mode = Mode::of_id(&value),
            Field::Theme => self.theme = Theme::of_id(&value),
            Field::Lang => self.lang = Language::of_tag(&value),
            Field::Way => self.way = Way::of_id(&value),
            Field::Pinned => self.pinned = !value.is_empty(),
            Field::Policy => {
                self.policy = value;
                self.policy_source = None;
            }
        }
        if field != Field::Policy {
            self.copied = None;
        }
        if matches!(field, Field::Target | Field::Page | Field::Status) {
            // The findings are those of other addresses.
            self.findings = Findings::default();
            self.turn = self.turn.wrapping_add(1);
        }
    }

    /// Assesses the policy anew.
    fn assess_policy(&mut self) {
        let pinned = self.chosen_loader();
        let needs = Needs {
            base: &self.base,
            loader: &loader(pinned),
            integrity: pinned.map(|pinned| pinned.integrity.as_str()),
            page: self.page.valid().map(|page| page.url.as_str()),
            inline: self.way == Way::Render,
        };
        let mut end = self.policy.len().min(MAX_POLICY_BYTES);
        while !self.policy.is_char_boundary(end) {
            end -= 1;
        }
        self.assessment = assess(self.policy.get(..end).unwrap_or_default(), &needs);
    }

    /// Has every address asked that is known.
    fn check(&mut self) -> Vec<Effect> {
        self.turn = self.turn.wrapping_add(1);
        self.findings = Findings::default();
        let turn = self.turn;
        // A link fills the form in: it must not lead the asking to a device on the visitor's network.
        let url = |address: &Address| {
            let parsed = address.valid();
            let public = parsed.filter(|parsed| !addresses::is_private(&parsed.host));
            public.map(|parsed| parsed.url.clone())
        };
        let mut effects = Vec::new();
        if let Some(target) = self.target.valid() {
            self.findings.target = Awaited::Pending;
            effects.push(Effect::ProbeTarget(turn, target.asked.clone()));
        }
        if let Some(url) = url(&self.status) {
            self.findings.summary = Awaited::Pending;
            effects.push(Effect::FetchSummary(turn, url));
        }
        if let Some(url) = url(&self.page) {
            self.findings.page = Awaited::Pending;
            effects.push(Effect::FetchPage(turn, url));
        }
        self.findings.no_address = effects.is_empty();
        effects
    }

    /// Takes a page's own policy over, unless one was pasted.
    fn read(&mut self, text: Option<String>, env: &Env) {
        let policy = text.as_ref().map(|text| policy_of_page(text));
        self.findings.page = Awaited::Received(match policy {
            Some(Some(policy)) => {
                if self.policy.trim().is_empty() {
                    self.set(Field::Policy, policy, env);
                    self.policy_source = self.page.valid().map(|page| page.url.clone());
                    self.assess_policy();
                }
                PageFinding::Policy
            }
            Some(None) => PageFinding::NoPolicy,
            None => PageFinding::Unreadable,
        });
    }

    /// The fragment that brings all of it back.
    fn fragment(&self) -> String {
        let lang = self.lang.map_or("", Language::code);
        let of = |field| match field {
            Field::Target => &self.target.typed,
            Field::Page => &self.page.typed,
            Field::Status => &self.status.typed,
            Field::Mode if self.mode != Mode::default() => self.mode.id(),
            Field::Theme if self.theme != Theme::default() => self.theme.id(),
            Field::Way if self.way != Way::default() => self.way.id(),
            Field::Lang => lang,
            Field::Pinned if self.pinned => "1",
            Field::Mode | Field::Theme | Field::Way | Field::Pinned | Field::Policy => "",
        };
        let parts: Vec<String> = Field::KEPT
            .into_iter()
            .map(|field| (field, of(field)))
            .filter(|(_, value)| !value.is_empty())
            .map(|(field, value)| format!("{}={}", field.id(), component(value)))
            .collect();
        parts.join("&")
    }
}

/// An address that may be checked.
fn target(typed: String, env: &Env) -> Address {
    let parsed = parts(&typed, env).and_then(|parts| {
        let (target, _) = Target::new(parts, &env.own_host)?;
        Ok(ParsedAddress {
            url: target.url(),
            asked: target.asked_url(),
            origin: target.origin(),
            host: target.host().to_owned(),
        })
    });
    address(typed, parsed)
}

/// The address of a page, which nothing has to be checked of: it may stand beside us, or in one network only.
fn page(typed: String, env: &Env) -> Address {
    let parsed = parts(&typed, env).and_then(|parts| {
        if !matches!(&*parts.scheme, "http" | "https") || parts.host.is_empty() {
            return Err(InputError::NotAnAddress);
        }
        let port = parts.port.map_or(String::new(), |port| format!(":{port}"));
        let origin = format!("{}://{}{port}", parts.scheme, parts.host);
        let url = format!("{origin}{}", parts.path);
        Ok(ParsedAddress {
            asked: url.clone(),
            url,
            origin,
            host: parts.host,
        })
    });
    address(typed, parsed)
}

fn parts(typed: &str, env: &Env) -> Result<UrlParts, InputError> {
    (env.parse)(&candidate(typed)?).ok_or(InputError::NotAnAddress)
}

fn address(typed: String, parsed: Result<ParsedAddress, InputError>) -> Address {
    Address {
        typed: typed.chars().take(MAX_ADDRESS_CHARS).collect(),
        parsed,
        unencrypted: false,
    }
}

#[cfg(test)]
mod tests;
