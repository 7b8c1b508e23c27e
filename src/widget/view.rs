//! The widget, drawn: the same check as the page's in one small column.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use whichside_diagnosis::advice::{self, Action};
use whichside_diagnosis::words::{self, PageKey};
use whichside_diagnosis::{Remedy, Side};
use whichside_embed::Label;
use yew::{Callback, Html};

use super::event::Event;
use super::state::{Stage, State};
use crate::app::event as page;
use crate::app::state::Phase;
use crate::app::view::element::{Element, classed, element};
use crate::app::view::{button, first_remedy, labelled, marked, outwards};

/// The whole frame.
pub(super) fn widget(
    state: &State,
    tell: &Callback<Event>,
    tell_page: &Callback<page::Event>,
) -> Html {
    let escape = |event: &web_sys::Event| {
        let pressed = event.dyn_ref::<KeyboardEvent>()?;
        (pressed.key() == "Escape").then_some(Event::EscapePressed)
    };
    let inside = state.stage == Stage::Inside;
    let foot = match state.stage {
        Stage::Inside => Some(actions(state, tell_page)),
        Stage::Ready | Stage::Asking => Some(sent(state)),
        Stage::Waiting | Stage::Alone | Stage::Invalid | Stage::Elsewhere => None,
    };
    classed("main", "widget")
        .on(
            || yew::virtual_dom::ListenerKind::onkeydown,
            tell,
            Box::new(escape),
        )
        .has(verdict(state, tell))
        .has(inside.then(|| first(state, tell_page)).flatten())
        .has(foot)
        .done()
}

/// The document's title, which is the frame's for those who do not see it.
pub(super) fn title(state: &State) -> String {
    if state.stage == Stage::Inside {
        crate::app::view::title(&state.page)
    } else {
        state.page.language.words.text(PageKey::Title).to_owned()
    }
}

/// The whole page, with an address filled in.
pub(super) fn whole_page(address: &str) -> String {
    let address = String::from(js_sys::encode_uri_component(address));
    ["./#url=", &address].concat()
}

/// A text of the widget's own, with the target's host filled in.
fn say(state: &State, label: Label) -> String {
    let host = state.target.as_ref().map_or("", |target| target.host());
    state.page.language.words.fill(label, &[("host", host)])
}

fn said(name: &'static str, state: &State, label: Label) -> Element {
    element(name).own_text(say(state, label))
}

/// The one element that machines read; before a check, it holds what starts one.
fn verdict(state: &State, tell: &Callback<Event>) -> Element {
    let (words, page) = (&state.page.language.words, &state.page);
    let inside = state.stage == Stage::Inside;
    let none = whichside_diagnosis::Verdict::default();
    let (phase, verdict) = if inside {
        (page.run.phase, &page.run.verdict)
    } else {
        (Phase::Idle, &none)
    };
    let card = marked(words, phase, verdict);
    if inside {
        card.has(found(state)).has(incident(state))
    } else {
        card.has(before(state, tell))
    }
}

/// What stands there before a check, or in its place.
fn before(state: &State, tell: &Callback<Event>) -> Element {
    let words = &state.page.language.words;
    let question = || element("h1").say(words, PageKey::Question);
    let whole = |label| {
        let link = outwards(whole_page(state.address()), "", "button");
        link.own_text(say(state, label))
            .with("data-action", "elsewhere")
    };
    let all = element("div");
    match state.stage {
        // What the page around wants is a moment away.
        Stage::Waiting | Stage::Inside => all.has(question()),
        Stage::Alone => all
            .has(question())
            .has(said("p", state, Label::Alone))
            .has(whole(Label::OpenPage)),
        Stage::Invalid => all
            .has(question())
            .has(said("p", state, Label::Invalid))
            .has(whole(Label::OpenPage)),
        Stage::Elsewhere => all
            .has(question())
            .has(said("p", state, Label::Elsewhere).with("role", "status"))
            .has(whole(Label::OpenElsewhere)),
        Stage::Ready | Stage::Asking => {
            let mut start = labelled(false, "start", "")
                .own_text(say(
                    state,
                    if state.stage == Stage::Asking {
                        Label::Asking
                    } else {
                        Label::Start
                    },
                ))
                .on(
                    || yew::virtual_dom::ListenerKind::onclick,
                    tell,
                    Box::new(|_| Some(Event::StartClicked)),
                );
            if state.stage == Stage::Asking {
                start = start.with("disabled", "");
            }
            let covered = || {
                said("p", state, Label::Covered)
                    .with("role", "alert")
                    .with("data-covered", "")
                    .text(" ")
                    .has(
                        outwards(whole_page(state.address()), "", "")
                            .own_text(say(state, Label::OpenElsewhere)),
                    )
            };
            all.has(question())
                .has(said("p", state, Label::Introduction))
                .has(start)
                .has(state.covered.then(covered))
        }
    }
}

/// What is sent, before anything is.
fn sent(state: &State) -> Element {
    classed("p", "note")
        .own_text(say(state, Label::Sent))
        .text(" ")
        .has(outwards("./#sent".to_owned(), "", "").own_text(say(state, Label::SentMore)))
}

/// What the check has found so far.
fn found(state: &State) -> Element {
    let page = &state.page;
    let (words, verdict) = (&page.language.words, &page.run.verdict);
    let running = page.run.phase == Phase::Running;
    let Some(check) = &page.run.check else {
        return element("div");
    };
    let (headline, cause) = if page.run.cancelled {
        let means = words.text(PageKey::StoppedMeans).to_owned();
        (words.text(PageKey::Stopped), means)
    } else {
        (
            words::headline(words, verdict, running),
            words::explanation(words, check, verdict, running),
        )
    };
    let announced = if running {
        headline.to_owned()
    } else {
        [headline, " ", &cause].concat()
    };
    let tone = match verdict.side {
        Side::Works => "chip ok",
        Side::Yours | Side::Theirs => "chip bad",
        Side::Unknown => "chip",
    };
    let progress = check.progress();
    let bar = || {
        classed("progress", "progress")
            .with_own("max", progress.asked.to_string())
            .with_own("value", progress.answered.to_string())
            .labelled(words, PageKey::ProgressLabel)
    };
    let technical = words::technical(words, verdict)
        .map(|technical| element("code").with("dir", "auto").own_text(technical));
    element("div")
        .has(
            classed("p", "host")
                .with("dir", "ltr")
                .own_text(check.target().shown()),
        )
        .has(classed("h1", "headline").text(headline))
        .has(classed("p", "cause").own_text(cause))
        .has(
            classed("p", "unseen")
                .with("role", "status")
                .own_text(announced),
        )
        .has(
            classed("p", "facts")
                .has(classed("span", tone).text(words::sureness(words, verdict, running)))
                .has(technical),
        )
        .has(running.then(bar))
}

/// The status page's own account, once a verdict stands beside it.
fn incident(state: &State) -> Option<Element> {
    let incident = state.incident.as_ref()?;
    if state.page.run.phase != Phase::Done || state.page.run.cancelled {
        return None;
    }
    let theirs = state.page.run.verdict.side == Side::Theirs;
    let account = say(state, Label::of_incident(incident.impact, theirs));
    let name = say(state, Label::Called).replace("{name}", &incident.name);
    let called = || element("span").text(" ").has(element("bdi").own_text(name));
    Some(
        classed("p", "incident")
            .with("data-incident", incident.impact.id())
            .has(element("b").own_text(account))
            .has((!incident.name.is_empty()).then(called)),
    )
}

/// The one thing to try first.
fn first(state: &State, tell: &Callback<page::Event>) -> Option<Element> {
    let page = &state.page;
    if page.run.phase == Phase::Running && page.run.verdict.side == Side::Unknown
        || page.run.cancelled
    {
        return None;
    }
    first_remedy(page, tell)
}

/// What there is to do with the check itself.
fn actions(state: &State, tell: &Callback<page::Event>) -> Element {
    let page = &state.page;
    let words = &page.language.words;
    let running = page.run.phase == Phase::Running;
    let action =
        |name, event: fn() -> page::Event, key| button(tell, true, name, event, words.text(key));
    let first = advice::for_visitor(&page.run.verdict, &page.remedies.tried)
        .first()
        .copied();
    let first = first.filter(|_| !page.run.cancelled).map(Remedy::action);
    let watches = first == Some(Action::Watch) || page.watch.watching.is_some();
    let checks = matches!(first, Some(Action::CheckAgain | Action::OpenSite));
    let cancel = || action("cancel", || page::Event::CancelRequested, PageKey::Cancel);
    let again = || action("again", || page::Event::Submitted, PageKey::CheckAgain);
    let watch = || {
        let label = words::remedy(words, Remedy::Watch).done;
        button(
            tell,
            true,
            "watch",
            || page::Event::WatchChanged(true),
            label,
        )
    };
    let unwatch = || {
        action(
            "unwatch",
            || page::Event::WatchChanged(false),
            PageKey::StopWatching,
        )
    };
    let watched_elsewhere = page.watch.watching.is_some() && first != Some(Action::Watch);
    classed("p", "row")
        .has(running.then(cancel))
        .has((!running && !checks).then(again))
        .has((!running && !watches && page.run.verdict.side != Side::Works).then(watch))
        .has(watched_elsewhere.then(unwatch))
        .has(
            outwards(whole_page(state.address()), "", "button quiet")
                .with("data-action", "details")
                .own_text(say(state, Label::Details)),
        )
}
