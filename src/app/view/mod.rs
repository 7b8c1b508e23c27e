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
        <div class="page" onkeydown={escape}>
            <a class="skip" href="#verdict">{"Skip to the verdict"}</a>
            { header() }
            <main>
                if !state.linked {
                    <p class="offline" role="status">
                        { marks::mark(marks::Shape::Broken, "mark") }
                        <span><b>{"You are offline."}</b>{" This page works without a connection; sites do not."}</span>
                    </p>
                }
                { form::form(state, link) }
                { verdict::card(state) }
                if state.phase == Phase::Idle {
                    { introduction() }
                } else {
                    { advice::question(state, link) }
                    { advice::advice(state, link) }
                    { evidence::evidence(state) }
                    { report::report(state, link) }
                }
            </main>
            { footer() }
        </div>
    }
}

/// The tab's title: the verdict, so that a watched tab tells from afar.
pub(super) fn title(state: &State) -> String {
    let name = "Whichside";
    match (state.phase, &state.check) {
        (Phase::Idle, _) | (_, None) => format!("{name}: is it me, or them?"),
        (Phase::Running, Some(check)) if state.verdict.side == Side::Unknown => {
            format!("Asking {} · {name}", check.target().host())
        }
        (Phase::Running | Phase::Done, Some(_)) => {
            let running = state.phase == Phase::Running;
            format!("{} · {name}", words::headline(&state.verdict, running))
        }
    }
}

fn header() -> Html {
    html! {
        <header>
            <a class="brand" href="./">
                <svg width="28" height="28" viewBox="0 0 26 26" aria-hidden="true">
                    <path d="M12 1a12 12 0 0 0 0 24Z" fill="none" stroke="currentColor" stroke-width="2" />
                    <path d="M14 1a12 12 0 0 1 0 24Z" class="brand-half" />
                </svg>
                {"whichside"}
            </a>
            <a href="#sent">{"What is sent"}</a>
        </header>
    }
}

fn introduction() -> Html {
    html! {
        <section class="introduction" aria-label="How it works">
            <ol>
                <li><b>{"Your browser asks."}</b>{" The site that fails, and sites known to be good."}</li>
                <li><b>{"Others look too."}</b>{" From three places in the world, and from two public name services."}</li>
                <li><b>{"You get an answer."}</b>{" Whose side it is, why, and the one thing to try first."}</li>
            </ol>
        </section>
    }
}

fn footer() -> Html {
    html! {
        <footer>
            <p>{"Measured in your browser. Nothing is stored anywhere but on this device, and that is only this page itself."}</p>
            <details id="sent">
                <summary>{"What is sent, and to whom"}</summary>
                <ul>
                    <li>{"To the site you name: at most six requests a check, without telling it where you come from. Fetches go without cookies. An address with a “?” part is only fetched, never opened."}</li>
                    <li>{"To Google, Cloudflare, Microsoft, Wikipedia and Apple: one empty request each, to see whether you are online. Cloudflare also tells us the time and your country. None of them learns which site you ask about."}</li>
                    <li>{"To Cloudflare’s and Google’s public name services: the site’s name."}</li>
                    <li>{"To Globalping: the site’s name, and the page’s path where it is plain. Its results can be read by anyone with their id. “Only from this browser” switches this and the name services off."}</li>
                    <li>{"No cookies, no analytics, no server of ours."}</li>
                </ul>
            </details>
        </footer>
    }
}
