//! The configurator's behaviour, as statements about it.

use whichside_diagnosis::{Millis, Outcome};
use whichside_embed::OwnerLabel;
use whichside_embed::policy::{Assessment, Blocked};
use whichside_embed::relation::Relation;

use super::*;
use crate::app::update::tests::page::parse;
use crate::env::Env;

const LOADER: &str = "v1-0123456789abcdef.js sha384-oqVu";

/// A configurator without a browser.
struct Desk {
    state: State,
    effects: Vec<Effect>,
}

impl Desk {
    fn opened(link: &[(Field, &str)]) -> Desk {
        let mut desk = Desk {
            state: State::new(),
            effects: Vec::new(),
        };
        desk.happens(Event::Opened {
            base: "https://whichside.example/".to_owned(),
            loader: LOADER.to_owned(),
            languages: ",en".to_owned(),
            values: as_values(link),
        });
        desk
    }

    fn happens(&mut self, event: Event) {
        let env = Env {
            now: Millis(0),
            time: "2026-11-21T12:00:00Z".to_owned(),
            hour: 498_732,
            random: 1.0,
            own_host: "whichside.example".to_owned(),
            parse,
        };
        let effects = self.state.update(event, &env);
        self.effects.extend(effects);
    }

    fn sets(&mut self, field: Field, value: &str) {
        self.happens(Event::FieldChanged(field, value.to_owned()));
    }

    /// What the address keeps once nothing more is typed.
    fn fragment(&mut self) -> String {
        let Some(Effect::Debounce(change)) = self.effects.last() else {
            panic!("a change is followed by a rest: {:?}", self.effects);
        };
        let change = *change;
        self.happens(Event::DebounceElapsed(change));
        match self.effects.pop() {
            Some(Effect::SetFragment(fragment)) => fragment,
            other => panic!("{other:?}"),
        }
    }

    fn blocked(&self) -> Option<Blocked> {
        match &self.state.assessment {
            Assessment::Assessed(report) => Some(report.blocked),
            Assessment::Empty | Assessment::Unrecognised | Assessment::PageWithoutPolicy => None,
        }
    }
}

fn as_values(link: &[(Field, &str)]) -> LinkValues {
    let owned = |(field, value): &(Field, &str)| (*field, (*value).to_owned());
    link.iter().map(owned).collect()
}

#[test]
fn the_code_follows_what_is_chosen() {
    let mut desk = Desk::opened(&[]);
    assert!(
        desk.state
            .code()
            .contains("data-target=\"https://shop.example/\"")
    );
    desk.sets(Field::Target, "books.example/cart");
    assert!(
        desk.state
            .code()
            .contains("data-target=\"https://books.example/cart\"")
    );
    desk.sets(
        Field::Status,
        "https://status.books.example/api/v2/summary.json",
    );
    desk.sets(Field::Mode, "badge");
    desk.sets(Field::Theme, "dark");
    desk.sets(Field::Lang, "de");
    desk.sets(Field::Way, "element");
    let code = desk.state.code();
    for part in [
        " target=\"https://books.example/cart\"",
        " status=\"https://status.books.example/api/v2/summary.json\"",
        " mode=\"badge\"",
        " theme=\"dark\"",
        " lang=\"de\"",
        "/embed/v1.js\"",
    ] {
        assert!(code.contains(part), "{part} in {code}");
    }
    desk.sets(Field::Pinned, "1");
    assert!(
        desk.state
            .code()
            .contains("/embed/v1-0123456789abcdef.js\" integrity=\"sha384-oqVu\"")
    );
    desk.sets(Field::Pinned, "");
    assert!(!desk.state.code().contains("integrity"));
}

#[test]
fn a_mistake_is_told_beside_its_field_and_loses_nothing() {
    let mut desk = Desk::opened(&[
        (Field::Target, "https://books.example/"),
        (Field::Mode, "inline"),
    ]);
    for (field, typed, wrong) in [
        (Field::Target, "no address at all", OwnerLabel::NoAddress),
        (Field::Target, "http://192.168.0.7/", OwnerLabel::NotPublic),
        (
            Field::Target,
            "https://whichside.example/",
            OwnerLabel::Ourselves,
        ),
        (
            Field::Status,
            "http://status.books.example/summary.json",
            OwnerLabel::NotEncrypted,
        ),
        (
            Field::Page,
            "ftp://status.books.example/",
            OwnerLabel::NoAddress,
        ),
    ] {
        desk.sets(field, typed);
        let address = match field {
            Field::Target => &desk.state.target,
            Field::Status => &desk.state.status,
            _ => &desk.state.page,
        };
        assert_eq!(address.error(), Some(wrong), "{typed}");
        assert_eq!(address.typed, typed);
        assert!(address.valid().is_none());
    }
    assert!(desk.state.code().contains("data-mode=\"inline\""));
    assert!(
        !desk.state.code().contains("192.168"),
        "{}",
        desk.state.code()
    );
    desk.sets(Field::Target, "");
    assert_eq!(
        desk.state.target.error(),
        None,
        "an empty field is no mistake"
    );
}

#[test]
fn a_link_brings_everything_back_but_the_policy() {
    let mut desk = Desk::opened(&[]);
    for (field, value) in [
        (Field::Target, "https://books.example/a?b=c&d"),
        (Field::Page, "https://status.books.example/"),
        (Field::Status, "https://status.books.example/summary.json"),
        (Field::Mode, "badge"),
        (Field::Theme, "light"),
        (Field::Lang, "ar"),
        (Field::Way, "render"),
        (Field::Pinned, "1"),
        (
            Field::Policy,
            "Set-Cookie: secret=1\ncontent-security-policy: default-src 'self'",
        ),
    ] {
        desk.sets(field, value);
    }
    let fragment = desk.fragment();
    assert_eq!(
        fragment,
        "target=https%3A%2F%2Fbooks.example%2Fa%3Fb%3Dc%26d&page=https%3A%2F%2Fstatus.books.example%2F\
         &status=https%3A%2F%2Fstatus.books.example%2Fsummary.json&mode=badge&theme=light&lang=ar&way=render&pinned=1"
    );
    let again = Desk::opened(&[
        (Field::Target, "https://books.example/a?b=c&d"),
        (Field::Page, "https://status.books.example/"),
        (Field::Status, "https://status.books.example/summary.json"),
        (Field::Mode, "badge"),
        (Field::Theme, "light"),
        (Field::Lang, "ar"),
        (Field::Way, "render"),
        (Field::Pinned, "1"),
    ]);
    assert_eq!(again.state.code(), desk.state.code());
}

#[test]
fn only_the_last_change_is_kept_in_the_address() {
    let mut desk = Desk::opened(&[]);
    desk.sets(Field::Mode, "inline");
    desk.sets(Field::Mode, "badge");
    let asked = desk.effects.len();
    desk.happens(Event::DebounceElapsed(1));
    assert_eq!(desk.effects.len(), asked, "typing went on");
    assert_eq!(desk.fragment(), "mode=badge");
}

#[test]
fn a_hostile_link_chooses_nothing_and_asks_nobody() {
    let long = "https://a.example/".repeat(500);
    let desk = Desk::opened(&[
        (Field::Target, "javascript:alert(1)"),
        (Field::Page, &long),
        (Field::Status, "\"><script>"),
        (Field::Mode, "<img src=x>"),
        (Field::Theme, "\u{202e}"),
        (Field::Lang, "../../x"),
        (Field::Way, ""),
        (Field::Policy, "default-src *"),
    ]);
    assert_eq!(desk.effects, [], "nothing is fetched");
    assert_eq!(desk.state.code(), Desk::opened(&[]).state.code());
    assert_eq!(desk.state.policy, "", "no link pastes a policy");
    assert!(desk.state.page.typed.len() <= MAX_ADDRESS_CHARS);
}

#[test]
fn another_link_takes_the_place_of_all_that_was_chosen() {
    let mut desk = Desk::opened(&[(Field::Mode, "badge"), (Field::Pinned, "1")]);
    desk.happens(Event::FragmentChanged(as_values(&[(
        Field::Target,
        "https://books.example/",
    )])));
    assert_eq!(desk.state.mode, Mode::Button);
    assert!(!desk.state.pinned);
    assert!(desk.state.code().contains("books.example"));
}

#[test]
fn where_the_check_runs_is_told_once_both_addresses_are_known() {
    let mut desk = Desk::opened(&[(Field::Target, "https://books.example/")]);
    assert_eq!(desk.state.relation(), None);
    for (page, expected) in [
        ("https://books.example/help", Relation::Same),
        ("status.books.example", Relation::Under),
        ("http://status.books.example", Relation::Tab),
        (
            "https://books.statuspage.example",
            Relation::Agreement(
                "_whichside.books.example. TXT \"embed=books.statuspage.example\"".to_owned(),
            ),
        ),
    ] {
        desk.sets(Field::Page, page);
        assert_eq!(desk.state.relation(), Some(expected), "{page}");
    }
}

#[test]
fn the_policy_is_judged_by_the_loader_that_is_chosen() {
    let mut desk = Desk::opened(&[]);
    desk.sets(Field::Policy, "script-src 'sha384-oqVu'");
    assert_eq!(desk.blocked(), Some(Blocked::Script));
    desk.sets(Field::Pinned, "1");
    assert_eq!(desk.blocked(), Some(Blocked::None));
    desk.sets(Field::Policy, "default-src 'self'");
    assert_eq!(desk.blocked(), Some(Blocked::Both));
    desk.sets(Field::Page, "https://whichside.example/status");
    assert_eq!(
        desk.blocked(),
        Some(Blocked::None),
        "our own page is 'self'"
    );
}

#[test]
fn nothing_is_asked_before_the_button_and_only_what_is_known_after() {
    let mut desk = Desk::opened(&[(Field::Target, "https://books.example/")]);
    assert_eq!(desk.effects, []);
    desk.happens(Event::CheckClicked);
    let turn = desk.state.turn;
    assert_eq!(
        desk.effects,
        [Effect::ProbeTarget(
            turn,
            "https://books.example/".to_owned()
        )]
    );
    desk.happens(Event::TargetProbed(turn, Outcome::Answered));
    let answered = Awaited::Received(("books.example".to_owned(), Outcome::Answered));
    assert_eq!(desk.state.findings.target, answered);

    let mut empty = Desk::opened(&[]);
    empty.happens(Event::CheckClicked);
    assert_eq!(empty.effects, []);
    assert!(empty.state.findings.no_address);
}

#[test]
fn a_link_leads_the_check_to_no_private_address() {
    let mut desk = Desk::opened(&[
        (Field::Target, "https://books.example/"),
        (Field::Page, "https://192.168.77.1/"),
        (Field::Status, "https://10.0.0.1/summary.json"),
    ]);
    desk.happens(Event::CheckClicked);
    assert!(
        desk.effects
            .iter()
            .all(|effect| matches!(effect, Effect::ProbeTarget(..))),
        "{:?}",
        desk.effects
    );
}

#[test]
fn an_answer_about_another_address_means_nothing() {
    let mut desk = Desk::opened(&[(Field::Target, "https://books.example/")]);
    desk.happens(Event::CheckClicked);
    let turn = desk.state.turn;
    desk.sets(Field::Target, "https://shop.example/");
    desk.happens(Event::TargetProbed(turn, Outcome::Answered));
    assert_eq!(desk.state.findings.target, Awaited::NotAsked);
}

#[test]
fn a_summary_is_read_as_the_widget_reads_it() {
    let mut desk = Desk::opened(&[(Field::Status, "https://status.books.example/summary.json")]);
    for (text, expected) in [
        (None, SummaryFinding::Unreadable),
        (Some("<html>"), SummaryFinding::NotASummary),
        (
            Some(
                r#"{"status":{"indicator":"minor"},"incidents":[{"name":"Slow","status":"identified"}]}"#,
            ),
            SummaryFinding::Incident(Incident {
                impact: whichside_embed::Impact::Minor,
                name: "Slow".to_owned(),
            }),
        ),
    ] {
        desk.happens(Event::CheckClicked);
        let turn = desk.state.turn;
        desk.happens(Event::SummaryLoaded(turn, text.map(str::to_owned)));
        assert_eq!(desk.state.findings.summary, Awaited::Received(expected));
    }
}

#[test]
fn a_pages_own_policy_is_taken_over_unless_one_was_pasted() {
    const HTML: &str =
        "<html><meta http-equiv=content-security-policy content=\"default-src 'self'\">";
    let mut desk = Desk::opened(&[(Field::Page, "https://status.books.example/")]);
    desk.happens(Event::CheckClicked);
    desk.happens(Event::PageLoaded(desk.state.turn, Some(HTML.to_owned())));
    assert_eq!(
        desk.state.findings.page,
        Awaited::Received(PageFinding::Policy)
    );
    assert_eq!(desk.state.policy, "default-src 'self'");
    assert_eq!(desk.blocked(), Some(Blocked::Both));

    desk.sets(Field::Policy, "default-src *");
    desk.happens(Event::CheckClicked);
    desk.happens(Event::PageLoaded(desk.state.turn, Some(HTML.to_owned())));
    assert_eq!(desk.state.policy, "default-src *");

    desk.happens(Event::CheckClicked);
    desk.happens(Event::PageLoaded(desk.state.turn, None));
    assert_eq!(
        desk.state.findings.page,
        Awaited::Received(PageFinding::Unreadable)
    );

    desk.sets(Field::Policy, "");
    desk.happens(Event::CheckClicked);
    desk.happens(Event::PageLoaded(desk.state.turn, Some(HTML.to_owned())));
    desk.sets(Field::Page, "https://status.toys.example/");
    assert_eq!(desk.state.policy, "", "it was the other page's");
    assert_eq!(desk.state.assessment, Assessment::Empty);
}

#[test]
fn a_target_without_encryption_is_asked_for_by_https() {
    let mut desk = Desk::opened(&[(Field::Target, "http://books.example/")]);
    desk.happens(Event::CheckClicked);
    let reach = Effect::ProbeTarget(desk.state.turn, "https://books.example/".to_owned());
    assert!(desk.effects.contains(&reach), "{:?}", desk.effects);
}

#[test]
fn copied_is_said_of_the_code_that_stands_there() {
    let mut desk = Desk::opened(&[(Field::Target, "https://books.example/")]);
    desk.happens(Event::CopyClicked);
    assert_eq!(desk.effects, [Effect::Copy(desk.state.code())]);
    desk.happens(Event::CopyFinished(true));
    assert_eq!(desk.state.copied, Some(true));
    desk.sets(Field::Policy, "default-src *");
    assert_eq!(desk.state.copied, Some(true), "a policy is not in the code");
    desk.sets(Field::Mode, "badge");
    assert_eq!(desk.state.copied, None);
}

#[test]
fn without_its_file_a_language_is_english_and_says_so() {
    let mut desk = Desk::opened(&[]);
    desk.happens(Event::Opened {
        base: "https://whichside.example/".to_owned(),
        loader: String::new(),
        languages: "de-AT,en".to_owned(),
        values: Vec::new(),
    });
    assert_eq!(desk.effects, [Effect::FetchLanguage(Language::German)]);
    desk.happens(Event::LanguageLoaded(
        Language::German,
        Some(r#"{"configurator.Copied":["Kopiert."]}"#.to_owned()),
    ));
    assert_eq!(desk.state.words.text(OwnerLabel::Copied), "Kopiert.");
    assert_eq!(
        desk.effects.last(),
        Some(&Effect::SetLanguage(Language::German))
    );

    let mut broken = Desk::opened(&[]);
    broken.state.language = Language::German;
    broken.happens(Event::LanguageLoaded(Language::German, None));
    assert_eq!(broken.effects, [Effect::SetLanguage(Language::English)]);
}
