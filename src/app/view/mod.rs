//! The page, drawn. Views hold no logic that a reducer test could hold: they only show the state.

mod advice;
mod evidence;
mod form;
mod marks;
mod report;
mod verdict;

use whichside_diagnosis::{Side, words};
use yew::html::Scope;
use yew::prelude::*;

use super::event::Event;
use super::shell::App;
use super::state::{Phase, State};

/// Where views send what the visitor does.
type Link = Scope<App>;

/// The whole page.
pub(super) fn page(state: &State, link: &Link) -> Html {
    let escape = link.batch_callback(|event: KeyboardEvent| {
        (event.key() == "Escape").then_some(Event::Cancelled)
    });
    html! {
        <main class="page" onkeydown={escape}>
                if !state.linked {
                    <p class="offline" role="status">
                        { marks::mark(marks::Shape::Broken, "mark") }
                        <span><b>{"You are offline."}</b>{" This page works without a connection; sites do not."}</span>
                    </p>
                }
                { form::form(state, link) }
                { verdict::card(state) }
                if state.phase != Phase::Idle {
                    { advice::question(state, link) }
                    { advice::advice(state, link) }
                    { evidence::evidence(state) }
                    { report::report(state, link) }
                }
        </main>
    }
}

/// A button that reports an event; a quiet one stands behind others.
fn button(
    link: &Link,
    quiet: bool,
    action: &'static str,
    event: Event,
    text: &'static str,
) -> Html {
    let pressed = link.callback(move |_| event.clone());
    html! { <button type="button" class={if quiet { "quiet" } else { "" }} data-action={action} onclick={pressed}>{ text }</button> }
}

/// The tab's title: the verdict, so that a watched tab tells from afar.
pub(super) fn title(state: &State) -> String {
    let name = "Whichside";
    match (state.phase, &state.check) {
        (Phase::Idle, _) | (_, None) => format!("{name}: is it me, or them?"),
        (Phase::Running, Some(check)) if state.verdict.side == Side::Unknown => {
            format!("Asking {} · {name}", check.target().host())
        }
        (Phase::Done, Some(check)) if state.cancelled => {
            format!("Stopped: {} · {name}", check.target().host())
        }
        (Phase::Running | Phase::Done, Some(_)) => {
            let running = state.phase == Phase::Running;
            format!("{} · {name}", words::headline(&state.verdict, running))
        }
    }
}
