//! What the page that makes the error page shows, as plain data.

use whichside_error_page::choices::{Field, Theme};
use whichside_error_page::draft::Word;
use whichside_error_page::page::data_address;
use whichside_error_page::{MakerLabel, Stack, Status, stack};
use yew::AttrValue;

use super::event::Copied;
use super::state::State;

/// The states of the preview: their names in `boot/error-page/view.ts`.
pub const KINDS: [&str; 13] = [
    "asking",
    "waiting",
    "follows",
    "unreachable",
    "this-page",
    "paused",
    "stopped",
    "long",
    "back",
    "cached",
    "returning",
    "sent-back",
    "cookies",
];

/// A field to write in.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldModel {
    /// Which.
    pub field: Field,
    /// Its label.
    pub label: MakerLabel,
    /// What stands there.
    pub typed: AttrValue,
    /// Which way it is written: addresses from left to right in every language.
    pub direction: &'static str,
    /// What it takes, where it stands there wrongly.
    pub wrong: Option<&'static str>,
}

/// A part of the owner's own word to write in.
#[derive(Clone, Debug, PartialEq)]
pub struct WordModel {
    /// Which.
    pub word: Word,
    /// Its label.
    pub label: MakerLabel,
    /// What stands there.
    pub typed: AttrValue,
    /// Which way it is written.
    pub direction: &'static str,
    /// What it takes, where it stands there wrongly.
    pub wrong: Option<&'static str>,
}

/// A file to download.
#[derive(Clone, Debug, PartialEq)]
pub struct FileModel {
    /// Its name.
    pub name: AttrValue,
    /// It, as an address of its own.
    pub address: AttrValue,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewModel {
    /// The fields, in their order.
    pub fields: Vec<FieldModel>,
    /// The chosen stack's name.
    pub stack: &'static str,
    /// The chosen theme's name.
    pub theme: &'static str,
    /// The number of the status that is looked at.
    pub status: AttrValue,
    /// The state that is looked at.
    pub kind: AttrValue,
    /// Every file.
    pub files: Vec<FileModel>,
    /// The configuration.
    pub configuration: AttrValue,
    /// The policy.
    pub policy: AttrValue,
    /// The size of a page, in kilobytes.
    pub size: AttrValue,
    /// The owner's own word.
    pub statement: AttrValue,
    /// The parts of the word.
    pub words: [WordModel; 5],
    /// The parts of the page did not come.
    pub has_no_parts: bool,
    /// What was copied, and what is said of it.
    pub copied: Option<(Copied, MakerLabel)>,
}

/// What is shown of a state.
#[must_use]
pub fn view_model(state: &State) -> ViewModel {
    let fields = Field::ALL.into_iter().filter_map(|field| {
        let is_wrong = state.wrong.iter().any(|wrong| wrong.field == field);
        Some(FieldModel {
            field,
            label: label(field)?,
            direction: match field {
                Field::Name => "auto",
                Field::Site
                | Field::Stack
                | Field::Upstream
                | Field::Health
                | Field::Folder
                | Field::StatusPage
                | Field::Support
                | Field::Whichside
                | Field::Accent
                | Field::Theme
                | Field::Languages
                | Field::Visitors
                | Field::PerSecond
                | Field::RetryAfter => "ltr",
            },
            typed: state.choices.field(field).clone().into(),
            wrong: is_wrong.then(|| field.takes()),
        })
    });
    let made = state.files();
    let mut files = Vec::new();
    let (mut configuration, mut policy, mut size) = (String::new(), String::new(), 0);
    if let Some((settings, made)) = &made {
        policy.clone_from(&made.policy);
        size = made.largest();
        let texts = stack::configuration(settings, made);
        configuration = texts.iter().map(|(_, text)| text.as_str()).collect();
        let pages = made
            .pages
            .iter()
            .map(|(name, text)| (name.as_str(), text, "text/html"));
        let texts = texts.iter().map(|(name, text)| (*name, text, "text/plain"));
        files = pages
            .chain(texts)
            .map(|(name, text, kind)| FileModel {
                name: name.to_owned().into(),
                address: data_address(kind, text).into(),
            })
            .collect();
    }
    let settings = state.settings.as_ref();
    ViewModel {
        fields: fields.collect(),
        stack: settings
            .map_or(Stack::Nginx, |settings| settings.stack)
            .id(),
        theme: settings.map_or(Theme::Auto, |settings| settings.theme).id(),
        status: state.status.code().to_string().into(),
        kind: state.kind.clone().into(),
        files,
        configuration: configuration.into(),
        policy: policy.into(),
        size: format!("{} kB", size.div_ceil(1_000)).into(),
        statement: state.text(Copied::Statement).into(),
        words: Word::ALL.map(|word| WordModel {
            word,
            label: match word {
                Word::Title => MakerLabel::Incident,
                Word::Started => MakerLabel::Started,
                Word::Expected => MakerLabel::Expected,
                Word::Regions => MakerLabel::Regions,
                Word::Healthy => MakerLabel::Healthy,
            },
            typed: state.draft.text(word).clone().into(),
            direction: match word {
                Word::Title | Word::Regions => "auto",
                Word::Started | Word::Expected | Word::Healthy => "ltr",
            },
            wrong: state.draft.is_wrong(word).then(|| word.takes()),
        }),
        has_no_parts: state.has_no_parts,
        copied: state.copied.map(|(what, well)| {
            (
                what,
                if well {
                    MakerLabel::Copied
                } else {
                    MakerLabel::NotCopied
                },
            )
        }),
    }
}

/// The label of a field that is written; menus have their own, and the command line alone chooses the folder and the languages.
const fn label(field: Field) -> Option<MakerLabel> {
    match field {
        Field::Site => Some(MakerLabel::Site),
        Field::Name => Some(MakerLabel::Name),
        Field::Upstream => Some(MakerLabel::Upstream),
        Field::Health => Some(MakerLabel::Health),
        Field::StatusPage => Some(MakerLabel::StatusPage),
        Field::Support => Some(MakerLabel::Support),
        Field::Whichside => Some(MakerLabel::Whichside),
        Field::Accent => Some(MakerLabel::Accent),
        Field::Visitors => Some(MakerLabel::Visitors),
        Field::PerSecond => Some(MakerLabel::PerSecond),
        Field::RetryAfter => Some(MakerLabel::RetryAfter),
        Field::Stack | Field::Theme | Field::Folder | Field::Languages => None,
    }
}

/// What stands in an empty field, as an example.
#[must_use]
pub const fn example(field: Field) -> &'static str {
    match field {
        Field::Site => "https://shop.example/",
        Field::Name => "Shop",
        Field::Upstream => "127.0.0.1:3000",
        Field::Health => "/",
        Field::StatusPage => "https://status.shop.example/",
        Field::Support => "help@shop.example",
        Field::Whichside => "https://whichside.example/",
        Field::Accent => "#1f4e8c",
        Field::Visitors => "1000",
        Field::PerSecond => "50",
        Field::RetryAfter => "10",
        Field::Stack | Field::Theme | Field::Folder | Field::Languages => "",
    }
}

/// Every status, by its number.
#[must_use]
pub fn statuses() -> [String; 5] {
    Status::ALL.map(|status| status.code().to_string())
}

#[cfg(test)]
mod tests {
    use whichside_error_page::Parts;

    use super::*;
    use crate::error_maker::event::Event;

    #[test]
    fn the_states_of_the_preview_are_known_to_its_script() {
        let script = include_str!("../../boot/error-page/view.ts");
        let (_, kinds) = script.split_once("[\"kind\"][] = [").unwrap();
        let (kinds, _) = kinds.split_once(']').unwrap();
        let kinds: Vec<&str> = kinds.split('"').skip(1).step_by(2).collect();
        assert_eq!(kinds, KINDS);
    }

    #[test]
    fn every_page_and_configuration_can_be_downloaded() {
        let mut state = State::new();
        assert!(view_model(&state).files.is_empty());
        let parts = serde_json::to_string(&Parts::default()).unwrap();
        state.update(Event::PartsLoaded(Some(parts)));
        let names: Vec<String> = view_model(&state)
            .files
            .iter()
            .map(|file| file.name.to_string())
            .collect();
        assert_eq!(
            names,
            [
                "431.html",
                "500.html",
                "502.html",
                "503.html",
                "504.html",
                "whichside-http.conf",
                "whichside-server.conf"
            ]
        );
    }

    #[test]
    fn a_wrong_field_says_what_it_takes() {
        let mut state = State::new();
        state.update(Event::Chosen(Field::Upstream, "a b".to_owned()));
        let model = view_model(&state);
        let wrong: Vec<Field> = model
            .fields
            .iter()
            .filter(|field| field.wrong.is_some())
            .map(|field| field.field)
            .collect();
        assert_eq!(wrong, [Field::Upstream]);
    }

    #[test]
    fn a_time_that_no_reader_would_show_is_wrong_and_in_no_file() {
        let mut state = State::new();
        state.update(Event::Written(Word::Title, "We mend it".to_owned()));
        state.update(Event::Written(Word::Started, "this morning".to_owned()));
        let model = view_model(&state);
        let wrong = model.words.map(|word| word.wrong.is_some());
        assert_eq!(wrong, [false, true, false, false, false]);
        assert!(!model.statement.contains("morning"));
    }
}
