//! Where the site runs, and whose commands are shown: two menus, kept for the session.

use web_sys::{Element, HtmlSelectElement, Storage, window};
use whichside_owner::{Hosting, Label, System};

use crate::dom::{El, classed, el, fill, within};
use crate::facts::{system_on, systems_on};
use crate::words::Words;

/// What is chosen.
#[derive(Clone, Copy)]
pub(crate) struct Choice {
    pub(crate) hosting: Hosting,
    pub(crate) system: System,
}

/// The name under which the session keeps it.
const KEPT_AS: &str = "owner";

impl Choice {
    /// What was chosen in this session, or that nothing is known.
    pub(crate) fn kept() -> Choice {
        let kept = session()
            .and_then(|session| session.get_item(KEPT_AS).ok()?)
            .unwrap_or_default();
        let (hosting, system) = kept.split_once(' ').unwrap_or_default();
        Choice::of(hosting, system)
    }

    /// What the menus show.
    pub(crate) fn made(place: &Element) -> Choice {
        let value = |name| {
            within::<HtmlSelectElement>(place, name).map_or_else(String::new, |menu| menu.value())
        };
        Choice::of(&value("#owner-hosting"), &value("#owner-system"))
    }

    fn of(hosting: &str, system: &str) -> Choice {
        let hosting = Hosting::ALL
            .into_iter()
            .find(|known| known.id() == hosting)
            .unwrap_or(Hosting::Unknown);
        let system = System::ALL
            .into_iter()
            .find(|known| known.id() == system)
            .unwrap_or(System::Debian);
        Choice {
            hosting,
            system: system_on(hosting, system),
        }
    }

    /// Keeps it for the session. Where nothing may be kept, nothing is.
    pub(crate) fn keep(self) {
        if let Some(session) = session() {
            let _ = session.set_item(
                KEPT_AS,
                &[self.hosting.id(), " ", self.system.id()].concat(),
            );
        }
    }
}

fn session() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// The two menus.
pub(crate) fn menus(words: &Words, choice: Choice) -> El {
    let hostings = Hosting::ALL
        .into_iter()
        .map(|kind| option(kind.id(), &words.say(kind.name()), kind == choice.hosting));
    classed("p", "owner-choice")
        .has(labelled(words, Label::Hosting, "owner-hosting", hostings))
        .has(labelled(
            words,
            Label::System,
            "owner-system",
            systems(choice),
        ))
}

/// Has the second menu list the systems of the hosting.
pub(crate) fn follow(place: &Element, choice: Choice) {
    if let Some(menu) = within::<Element>(place, "#owner-system") {
        fill(&menu, systems(choice));
    }
}

fn systems(choice: Choice) -> impl Iterator<Item = El> {
    systems_on(choice.hosting)
        .iter()
        .map(move |system| option(system.id(), system.name(), *system == choice.system))
}

fn labelled(words: &Words, label: Label, id: &str, options: impl Iterator<Item = El>) -> El {
    el("label")
        .text(&words.label(label))
        .has(el("select").with("id", id).each(options))
}

fn option(id: &str, name: &str, chosen: bool) -> El {
    let option = el("option").with("value", id).text(name);
    if chosen {
        option.with("selected", "")
    } else {
        option
    }
}

/// What the owner can change on a hosting, what not, and when to move on.
pub(crate) fn possible(words: &Words, hosting: Hosting) -> El {
    let list = |label, points: &[&str]| {
        el("div")
            .has(el("h4").text(&words.label(label)))
            .has(el("ul").each(points.iter().map(|point| el("li").text(&words.say(point)))))
    };
    classed("details", "others")
        .has(el("summary").text(&words.label(Label::Possible)))
        .has(list(Label::Can, hosting.can()))
        .has(list(Label::Cannot, hosting.cannot()))
        .has(el("h4").text(&words.label(Label::Upgrade)))
        .has(el("p").text(&words.say(hosting.upgrade())))
}
