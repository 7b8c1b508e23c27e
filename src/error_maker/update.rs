//! The reducer: takes in what was chosen, and has the preview follow at once.

use std::rc::Rc;

use serde_json::{Value, json};
use whichside_diagnosis::words::{Language, Words};
use whichside_error_page::page::{on_accent, told};
use whichside_error_page::{Parts, Status};

use super::event::{Effect, Event};
use super::state::State;

/// More than any choice may have, so that a longer one is said to be wrong.
const MAX_CHARS: usize = 2_100;

impl State {
    /// Takes an event in and says what must be done.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Opened(languages) => {
                self.language = Language::among(&languages);
                let own = self.language != Language::English;
                let words = own.then_some(Effect::FetchLanguage(self.language));
                words.into_iter().chain([Effect::FetchParts]).collect()
            }
            Event::PartsLoaded(text) => {
                let read = text.and_then(|text| serde_json::from_str::<Parts>(&text).ok());
                self.has_no_parts = read.is_none();
                self.parts = read;
                self.show()
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
            Event::Chosen(field, value) => {
                *self.choices.field_mut(field) = value.chars().take(MAX_CHARS).collect();
                self.copied = None;
                match self.choices.read() {
                    Ok(settings) => {
                        self.settings = Some(settings);
                        self.wrong = Vec::new();
                    }
                    Err(wrong) => self.wrong = wrong,
                }
                self.show()
            }
            Event::Written(word, value) => {
                *self.draft.text_mut(word) = value.chars().take(MAX_CHARS).collect();
                self.copied = None;
                self.show()
            }
            Event::StatusChosen(code) => {
                let chosen = Status::ALL
                    .into_iter()
                    .find(|status| status.code().to_string() == code);
                self.status = chosen.unwrap_or(self.status);
                self.show()
            }
            Event::KindChosen(kind) => {
                self.kind = kind;
                self.show()
            }
            Event::PreviewReady => {
                self.is_preview_ready = true;
                self.show()
            }
            Event::CopyClicked(copied) => vec![Effect::Copy(copied, self.text(copied))],
            Event::CopyFinished(copied, well) => {
                self.copied = Some((copied, well));
                vec![]
            }
        }
    }

    /// Has the preview show what is chosen, once both are there.
    fn show(&self) -> Vec<Effect> {
        let (Some(settings), Some(parts), true) =
            (&self.settings, &self.parts, self.is_preview_ready)
        else {
            return vec![];
        };
        let told: Value =
            serde_json::from_str(&told(settings, parts, self.status)).unwrap_or_default();
        let language = settings.languages.first().copied().unwrap_or_default();
        let shown = json!({
            "settings": told,
            "lang": language.code(),
            "kind": self.kind,
            "accent": settings.accent,
            "onAccent": on_accent(&settings.accent),
            "theme": settings.theme.id(),
            "statement": self.statement(),
        });
        vec![Effect::Show(shown.to_string())]
    }
}

#[cfg(test)]
mod tests {
    use whichside_error_page::choices::Field;
    use whichside_error_page::draft::Word;

    use super::*;
    use crate::error_maker::event::Copied;

    fn opened() -> State {
        let mut state = State::new();
        let effects = state.update(Event::Opened("en".to_owned()));
        assert_eq!(effects, [Effect::FetchParts]);
        let parts = serde_json::to_string(&Parts::default()).unwrap();
        assert_eq!(state.update(Event::PartsLoaded(Some(parts))), []);
        state
    }

    fn shown(effects: &[Effect]) -> Value {
        match effects {
            [Effect::Show(text)] => serde_json::from_str(text).unwrap(),
            other => panic!("the preview is not told: {other:?}"),
        }
    }

    #[test]
    fn the_preview_follows_every_choice_that_can_be_used() {
        let mut state = opened();
        assert_eq!(
            shown(&state.update(Event::PreviewReady))["settings"]["status"],
            502
        );
        let name = state.update(Event::Chosen(Field::Name, "Books <b>".to_owned()));
        assert_eq!(shown(&name)["settings"]["name"], "Books <b>");
        let status = state.update(Event::StatusChosen("504".to_owned()));
        assert_eq!(shown(&status)["settings"]["status"], 504);
        let word = state.update(Event::Written(Word::Title, "We mend it".to_owned()));
        assert_eq!(shown(&word)["statement"]["incident"]["title"], "We mend it");
    }

    #[test]
    fn a_choice_that_cannot_be_used_is_told_and_changes_no_file() {
        let mut state = opened();
        let before = state.text(Copied::Page);
        state.update(Event::Chosen(Field::Accent, "red;}".to_owned()));
        assert_eq!(state.wrong.len(), 1);
        assert_eq!(state.text(Copied::Page), before);
        state.update(Event::Chosen(Field::Accent, "#ff0000".to_owned()));
        assert!(state.wrong.is_empty() && state.text(Copied::Page).contains("--brand:#ff0000"));
    }

    #[test]
    fn the_configuration_is_that_of_the_chosen_server() {
        let mut state = opened();
        state.update(Event::Chosen(Field::Stack, "haproxy".to_owned()));
        let effects = state.update(Event::CopyClicked(Copied::Configuration));
        assert!(
            matches!(&effects[..], [Effect::Copy(Copied::Configuration, text)] if text.contains("nbsrv(app)"))
        );
        state.update(Event::CopyFinished(Copied::Configuration, true));
        assert_eq!(state.copied, Some((Copied::Configuration, true)));
    }

    #[test]
    fn parts_that_do_not_come_are_told() {
        let mut state = State::new();
        state.update(Event::PartsLoaded(Some("<!doctype html>".to_owned())));
        assert!(state.has_no_parts && state.text(Copied::Page).is_empty());
    }
}
