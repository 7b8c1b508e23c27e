//! How a remedy is done by this visitor: why, the steps, what it takes, and the two menus that correct which browser and
//! system they are for.

use whichside_diagnosis::Remedy;
use whichside_diagnosis::words::PageKey;
use whichside_guide::Instructions;
use whichside_guide::visitor::{Browser, System};

use super::element::{Element, classed, element};
use super::{Link, guide, menu, option};
use crate::app::event::Event;
use crate::app::state::{InstructionsFile, State};

/// Why and how, what it takes, may lose and how one can tell. Without the file: that the steps are not there.
pub(super) fn instructions(state: &State, link: &Link, remedy: Remedy) -> Element {
    let words = &state.language.words;
    let (file, absent) = match &state.guidance.instructions {
        InstructionsFile::Awaited => (None, PageKey::StepsAwaited),
        InstructionsFile::Missing => (None, PageKey::StepsMissing),
        InstructionsFile::Loaded(file) => (Some(file), PageKey::StepsMissing),
    };
    let all = element("div");
    let Some((file, how)) =
        file.and_then(|file| Some((file, file.of(remedy, state.guidance.visitor)?)))
    else {
        let line = classed("p", "note").say(words, absent).text(" ");
        return all.has(line.has(guide(words, remedy.id())));
    };
    let mut steps = classed("ol", "steps");
    for step in &how.steps {
        steps = steps.has(marked("li", step));
    }
    let mut facts = classed("dl", "takes");
    for (label, text) in [
        (PageKey::Takes, Some(how.time)),
        (PageKey::MayLose, how.loss),
        (PageKey::Tells, Some(how.tells)),
    ] {
        if let Some(text) = text {
            facts = facts
                .has(element("dt").say(words, label))
                .has(marked("dd", text));
        }
    }
    all.has(marked("p", how.why))
        .has(steps)
        .has(how.varies.then(|| fits(state, link, file)))
        .has(facts)
}

/// An element with a text whose pieces between backticks are typed as they stand.
fn marked(name: &'static str, text: &str) -> Element {
    let mut within = element(name);
    let mut typed = false;
    for piece in text.split('`') {
        let piece = piece.to_owned();
        within = if typed {
            within.has(element("code").with("dir", "ltr").own_text(piece))
        } else {
            within.own_text(piece)
        };
        typed = !typed;
    }
    within
}

/// Which browser and system the steps are for, as a sentence whose two names are menus.
fn fits(state: &State, link: &Link, file: &Instructions) -> Element {
    let words = &state.language.words;
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
    let chosen = state.guidance.visitor.browser.map_or("", Browser::id);
    let mut menu = menu(link, |id| Event::BrowserCorrected(Browser::of_id(id)));
    for one in Browser::ALL {
        menu = menu.has(option(one.id(), chosen, one.name()));
    }
    let other = state.language.words.text(PageKey::OtherBrowser);
    menu.has(option("", chosen, other))
        .labelled(&state.language.words, PageKey::YourBrowser)
}

fn systems(state: &State, link: &Link, file: &Instructions) -> Element {
    let chosen = state.guidance.visitor.system.map_or("", System::id);
    let mut menu = menu(link, |id| Event::SystemCorrected(System::of_id(id)));
    for one in System::ALL {
        let name = file.system(*one).unwrap_or(one.id());
        menu = menu.has(option(one.id(), chosen, name));
    }
    let other = state.language.words.text(PageKey::OtherSystem);
    menu.has(option("", chosen, other))
        .labelled(&state.language.words, PageKey::YourSystem)
}
