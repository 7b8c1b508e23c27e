//! How a remedy is done by this visitor: why, the steps, what it takes, and the two menus that correct which browser and
//! system they are for.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use whichside_diagnosis::Remedy;
use whichside_diagnosis::words::{PageKey, Words};
use whichside_guide::visitor::{Browser, System};
use whichside_guide::{Instruction, Instructions};
use yew::virtual_dom::ListenerKind;

use super::element::{Element, classed, element};
use super::{Link, guide};
use crate::app::event::Event;
use crate::app::state::{Guidance, State};

/// Why and how, what it takes, may lose and how one can tell. Without the file: how long, and that the steps are not there.
pub(super) fn instructions(
    state: &State,
    link: &Link,
    remedy: Remedy,
    time: &'static str,
) -> Vec<Element> {
    let words = &state.words;
    let takes = fact(words, PageKey::Takes, element("dd").text(time));
    let absent = |key| {
        let line = classed("p", "note").say(words, key).text(" ");
        line.has(guide(words, remedy.id()))
    };
    let (file, how) = match &state.guidance {
        Guidance::Awaited => return vec![facts(takes), absent(PageKey::StepsAwaited)],
        Guidance::Missing => return vec![facts(takes), absent(PageKey::StepsMissing)],
        Guidance::Here(file) => match file.of(remedy, state.visitor) {
            Some(how) => (file, how),
            None => return vec![facts(takes), absent(PageKey::StepsMissing)],
        },
    };
    let loss = how.loss.map(|loss| (PageKey::MayLose, loss));
    let told = loss.into_iter().chain([(PageKey::Tells, how.tells)]);
    let facts = told
        .map(|(label, text)| fact(words, label, marked(element("dd"), text)))
        .fold(facts(takes), Element::each);
    let mut shown = written(&how);
    shown.extend(how.varies.then(|| fits(state, link, file)));
    shown.push(facts);
    shown
}

/// Why, and the steps.
fn written(how: &Instruction) -> Vec<Element> {
    let steps = how.steps.iter();
    vec![
        marked(element("p"), how.why),
        classed("ol", "steps").each(steps.map(|step| marked(element("li"), step))),
    ]
}

fn facts(first: [Element; 2]) -> Element {
    classed("dl", "facts-of").each(first)
}

fn fact(words: &Words, label: PageKey, text: Element) -> [Element; 2] {
    [element("dt").say(words, label), text]
}

/// With a text whose pieces between backticks are typed as they stand.
fn marked(within: Element, text: &str) -> Element {
    let mut typed = false;
    text.split('`').fold(within, |within, piece| {
        let within = if typed {
            let code = element("code").with("dir", "ltr");
            within.has(code.own_text(piece.to_owned()))
        } else {
            within.own_text(piece.to_owned())
        };
        typed = !typed;
        within
    })
}

/// Which browser and system the steps are for, as a sentence whose two names are menus.
fn fits(state: &State, link: &Link, file: &Instructions) -> Element {
    let words = &state.words;
    let mut sentence = classed("p", "fits");
    let mut rest = words.text(PageKey::StepsFor);
    while let Some((before, (name, after))) = rest
        .split_once('{')
        .and_then(|(before, from)| Some((before, from.split_once('}')?)))
    {
        let menu = if name == "browser" {
            browsers(state, link)
        } else {
            systems(state, link, file)
        };
        sentence = sentence.text(before).has(menu);
        rest = after;
    }
    sentence.text(rest)
}

fn browsers(state: &State, link: &Link) -> Element {
    let words = &state.words;
    let chosen = state.visitor.browser.map_or("", Browser::id);
    let known = Browser::ALL.iter().map(|one| (one.id(), one.name()));
    let other = words.text(PageKey::OtherBrowser);
    let tell = |id: &str| Event::Uses(Browser::of_id(id));
    menu(link, chosen, known.chain([("", other)]), tell).labelled(words, PageKey::YourBrowser)
}

fn systems(state: &State, link: &Link, file: &Instructions) -> Element {
    let words = &state.words;
    let chosen = state.visitor.system.map_or("", System::id);
    let named = |one: &System| (one.id(), file.system(*one).unwrap_or_default());
    let known = System::ALL.iter().map(named);
    let other = words.text(PageKey::OtherSystem);
    let tell = |id: &str| Event::RunsOn(System::of_id(id));
    menu(link, chosen, known.chain([("", other)]), tell).labelled(words, PageKey::YourSystem)
}

fn menu<'a>(
    link: &Link,
    chosen: &str,
    options: impl Iterator<Item = (&'static str, &'a str)>,
    tell: fn(&str) -> Event,
) -> Element {
    let changed = move |event: &web_sys::Event| {
        let menu: HtmlSelectElement = event.target()?.unchecked_into();
        Some(tell(&menu.value()))
    };
    let option = |(id, name): (&'static str, &str)| {
        element("option")
            .key(id)
            .with("value", id)
            .picked(id == chosen)
            .own_text(name.to_owned())
    };
    element("select")
        .with("autocomplete", "off")
        .on(|| ListenerKind::onchange, link, Box::new(changed))
        .each(options.map(option))
}
