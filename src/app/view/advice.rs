//! What to do now: exactly one remedy, large; the others one tap away; and the question only the visitor can answer.

use whichside_diagnosis::advice::{self, Action};
use whichside_diagnosis::{Check, Remedy, Side, words};
use yew::prelude::*;

use super::{Link, button};
use crate::app::event::Event;
use crate::app::state::{Phase, State};

/// The question, where one would help.
pub(super) fn question(state: &State, link: &Link) -> Html {
    let asked = state
        .check
        .as_ref()
        .filter(|_| state.phase == Phase::Done && !state.cancelled);
    let Some(question) = asked.and_then(Check::question) else {
        return Html::default();
    };
    let words = words::question(question);
    html! {
        <section class="asked-of-you" aria-label="A question to you" data-question={question.id()}>
            <h2>{ words.text }</h2>
            <p class="row">
                { button(link, true, "yes", Event::Answered(question, Some(true)), words.yes) }
                { button(link, true, "no", Event::Answered(question, Some(false)), words.no) }
                { button(link, true, "unsure", Event::Answered(question, None), "I can’t say") }
            </p>
        </section>
    }
}

/// The remedies.
pub(super) fn advice(state: &State, link: &Link) -> Html {
    let Some(check) = &state.check else {
        return Html::default();
    };
    if state.phase == Phase::Running && state.verdict.side == Side::Unknown {
        return Html::default();
    }
    let remedies = advice::for_visitor(&state.verdict, &state.tried);
    let Some((first, others)) = remedies.split_first() else {
        return html! {
            <section id="advice" class="advice" tabindex="-1" aria-label="What to do now">
                <h2>{"What to do now"}</h2>
                <p class="now">{"You have tried all we know for this. Ask somebody near you, or the site’s people, and give them the report below."}</p>
            </section>
        };
    };
    html! {
        <section id="advice" class="advice" tabindex="-1" aria-label="What to do now">
            <h2>{"What to do now"}</h2>
            { remedy(state, link, check, *first, true) }
            if !others.is_empty() {
                <details class="others">
                    <summary>{ format!("Other things to try ({})", others.len()) }</summary>
                    { for others.iter().map(|other| remedy(state, link, check, *other, false)) }
                </details>
            }
        </section>
    }
}

fn remedy(state: &State, link: &Link, check: &Check, remedy: Remedy, first: bool) -> Html {
    let words = words::remedy(remedy);
    let watched = state.watching.is_some() && remedy.action() == Action::Watch;
    html! {
        <article key={remedy.id()} class={if first { "now" } else { "now other" }} data-remedy={remedy.id()}>
            <h3>{ words.title }</h3>
            <p>{ words.text }</p>
            if !words.steps.is_empty() {
                <ol class="steps">{ for words.steps.iter().map(|step| html! { <li>{ *step }</li> }) }</ol>
            }
            <p class="time">{ words.time }</p>
            if watched {
                { watching(state, link) }
            } else {
                <p class="row">{ buttons(link, check, remedy, words.done) }</p>
            }
        </article>
    }
}

fn watching(state: &State, link: &Link) -> Html {
    let text = match state.watching {
        _ if state.phase == Phase::Running => "Looking now…".to_owned(),
        Some(watch) => {
            let seconds = watch.due.since(state.now).0.div_ceil(1_000);
            if seconds < 90 {
                format!("Watching. Next look in {seconds} s.")
            } else {
                format!("Watching. Next look in {} min.", seconds / 60)
            }
        }
        None => String::new(),
    };
    html! {
        <p class="row watching">
            <span>{ text }</span>
            { button(link, true, "unwatch", Event::Watched(false), "Stop watching") }
        </p>
    }
}

fn buttons(link: &Link, check: &Check, remedy: Remedy, done: &'static str) -> Html {
    let outwards = |href: String, text: String, class: &'static str| {
        html! { <a key={href.clone()} class={class} {href} target="_blank" rel="noopener noreferrer">{ text }</a> }
    };
    let again = |quiet, text| button(link, quiet, "again", Event::Done(remedy), text);
    match remedy.action() {
        Action::CheckAgain => html! {
            <>
                { again(false, done) }
                { button(link, true, "skip", Event::Skipped(remedy), "I can’t, or did already") }
            </>
        },
        Action::Watch => html! {
            <>
                { button(link, false, "watch", Event::Watched(true), done) }
                { outwards(advice::archive_url(check.target()), "Open an archived copy".to_owned(), "button quiet") }
            </>
        },
        Action::OpenArchive => outwards(
            advice::archive_url(check.target()),
            done.to_owned(),
            "button",
        ),
        Action::SecondOpinions => html! {
            { for advice::second_opinions(check.target()).into_iter().map(|(name, url)| outwards(url, name.to_owned(), "button quiet")) }
        },
        Action::OpenSite => html! {
            <>
                { outwards(opened(check, remedy), done.to_owned(), "button") }
                { again(true, "Check again") }
            </>
        },
    }
}

fn opened(check: &Check, remedy: Remedy) -> String {
    match remedy {
        Remedy::FrontPage => format!("{}/", check.target().origin()),
        _ => check.target().url(),
    }
}
