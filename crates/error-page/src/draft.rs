//! What an owner writes of an incident, read into the file that tells it: [`Statement`].

use crate::choices::Settings;
use crate::statement::{Incident, SCHEMA, Statement, clean, is_secure, is_support, is_time};
use crate::statement::{MAX_REGION, MAX_REGIONS, MAX_TITLE};

/// A part of the owner's own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// What is wrong.
    Title,
    /// Since when.
    Started,
    /// Until when.
    Expected,
    /// Where, with commas between.
    Regions,
    /// An address of the site that is well.
    Healthy,
}

impl Word {
    /// All of them, in the order of the form.
    pub const ALL: [Word; 5] = [
        Word::Title,
        Word::Started,
        Word::Expected,
        Word::Regions,
        Word::Healthy,
    ];

    /// Its name, as a control's.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Word::Title => "incident",
            Word::Started => "started",
            Word::Expected => "expected",
            Word::Regions => "regions",
            Word::Healthy => "healthy",
        }
    }

    /// What it takes, as an error says it.
    #[must_use]
    pub const fn takes(self) -> &'static str {
        match self {
            Word::Title => "a sentence, where anything else is said of an incident",
            Word::Started | Word::Expected => "a time in UTC such as 2026-05-04T09:30:00Z",
            Word::Regions => "at most 20 names with commas between, such as Europe, Asia",
            Word::Healthy => "an https address such as https://shop.example/alive",
        }
    }
}

/// The owner's own word, as it was written. An empty text is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    title: String,
    started: String,
    expected: String,
    regions: String,
    healthy: String,
}

impl Draft {
    /// The place of a part's text.
    pub const fn text_mut(&mut self, word: Word) -> &mut String {
        match word {
            Word::Title => &mut self.title,
            Word::Started => &mut self.started,
            Word::Expected => &mut self.expected,
            Word::Regions => &mut self.regions,
            Word::Healthy => &mut self.healthy,
        }
    }

    /// The text of a part.
    #[must_use]
    pub const fn text(&self, word: Word) -> &String {
        match word {
            Word::Title => &self.title,
            Word::Started => &self.started,
            Word::Expected => &self.expected,
            Word::Regions => &self.regions,
            Word::Healthy => &self.healthy,
        }
    }

    /// Whether a part cannot be used: no reader would show it.
    #[must_use]
    pub fn is_wrong(&self, word: Word) -> bool {
        let text = self.text(word).trim();
        let is_used = match word {
            Word::Title => {
                let others = [&self.started, &self.expected, &self.regions];
                return text.is_empty() && others.iter().any(|other| !other.trim().is_empty());
            }
            Word::Started | Word::Expected => is_time(text),
            Word::Regions => self.regions().count() <= MAX_REGIONS,
            Word::Healthy => is_secure(text),
        };
        !text.is_empty() && !is_used
    }

    /// The file, with the addresses of the settings. What cannot be used is left out.
    #[must_use]
    pub fn statement(&self, settings: &Settings) -> Statement {
        let used = |word: Word| {
            let text = self.text(word).trim();
            (!text.is_empty() && !self.is_wrong(word)).then(|| text.to_owned())
        };
        let support = settings.support.as_deref();
        let support = support.map(|text| text.trim_start_matches("mailto:"));
        let status_page = settings.status_page.as_ref();
        Statement {
            schema: SCHEMA,
            incident: clean(&self.title, MAX_TITLE).map(|title| Incident {
                title,
                started: used(Word::Started),
                expected: used(Word::Expected),
                regions: self.regions().take(MAX_REGIONS).collect(),
            }),
            // Readers take links by https alone.
            support: support.filter(|text| is_support(text)).map(str::to_owned),
            status_page: status_page
                .filter(|address| address.is_encrypted())
                .map(|address| address.as_str().to_owned()),
            healthy_url: used(Word::Healthy),
        }
    }

    fn regions(&self) -> impl Iterator<Item = String> {
        self.regions
            .split(',')
            .filter_map(|region| clean(region, MAX_REGION))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Choices;

    fn draft(parts: &[(Word, &str)]) -> Draft {
        let mut draft = Draft::default();
        for (word, text) in parts {
            (*text).clone_into(draft.text_mut(*word));
        }
        draft
    }

    fn settings(support: &str, status_page: &str) -> Settings {
        let choices = Choices {
            site: "https://shop.example/".into(),
            support: support.into(),
            status_page: status_page.into(),
            ..Choices::default()
        };
        choices.read().unwrap()
    }

    #[test]
    fn what_is_written_is_what_readers_read() {
        let written = draft(&[
            (Word::Title, " The checkout\tfails "),
            (Word::Started, "2026-05-04T09:30:00Z"),
            (Word::Expected, "2026-05-04T11:00:00Z"),
            (Word::Regions, "Europe, , Asia"),
            (Word::Healthy, "https://shop.example/alive"),
        ]);
        let made = written.statement(&settings(
            "help@shop.example",
            "https://status.shop.example/",
        ));
        assert!(Word::ALL.into_iter().all(|word| !written.is_wrong(word)));
        assert_eq!(Statement::read(&made.to_json()), Some(made.clone()));
        let incident = made.incident.unwrap();
        assert_eq!(incident.title, "The checkout fails");
        assert_eq!(incident.regions, ["Europe", "Asia"]);
    }

    #[test]
    fn what_no_reader_would_show_is_told_and_left_out() {
        let written = draft(&[
            (Word::Title, "The checkout fails"),
            (Word::Started, "4 May"),
            (Word::Expected, "2026-02-30T00:00:00Z"),
            (Word::Healthy, "http://shop.example/"),
        ]);
        let wrong = Word::ALL.map(|word| written.is_wrong(word));
        assert_eq!(wrong, [false, true, true, false, true]);
        let made = written.statement(&settings("http://help.shop.example/", "http://a.example/"));
        let incident = made.incident.unwrap();
        assert_eq!((incident.started, incident.expected), (None, None));
        assert_eq!(
            (made.healthy_url, made.support, made.status_page),
            (None, None, None)
        );
    }

    #[test]
    fn an_incident_needs_a_title() {
        let written = draft(&[(Word::Regions, "Europe")]);
        assert!(written.is_wrong(Word::Title));
        assert_eq!(written.statement(&settings("", "")).incident, None);
        assert!(!Draft::default().is_wrong(Word::Title));
    }
}
