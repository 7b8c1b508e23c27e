//! What to do now: exactly one remedy, large; the others one tap away; and the question only the visitor can answer.

use whichside_diagnosis::advice::{self, Action};
use whichside_diagnosis::words::{self, PageKey, Words};
use whichside_diagnosis::{Check, Remedy, Side};

use super::element::{Element, classed, element};
use super::instructions::instructions;
use super::{Link, button, outwards};
use crate::app::event::Event;
use crate::app::state::{Phase, State};

/// The question, where one would help.
pub(super) fn question(state: &State, link: &Link) -> Option<Element> {
    let asked = state
        .run
        .check
        .as_ref()
        .filter(|_| state.run.phase == Phase::Done && !state.run.cancelled);
    let question = asked.and_then(Check::question)?;
    let words = &state.language.words;
    let said = words::question(words, question);
    let answer = |action, answer, label| {
        let event = move || Event::QuestionAnswered(question, answer);
        button(link, true, action, event, label)
    };
    let asked = classed("section", "asked-of-you")
        .labelled(words, PageKey::ToYou)
        .with("data-question", question.id())
        .has(element("h2").text(said.text))
        .has(
            classed("p", "row")
                .has(answer("yes", Some(true), said.yes))
                .has(answer("no", Some(false), said.no))
                .has(answer("unsure", None, words.text(PageKey::CantSay))),
        );
    Some(asked)
}

/// The remedies.
pub(super) fn advice(state: &State, link: &Link) -> Option<Element> {
    let check = state.run.check.as_ref()?;
    if state.run.phase == Phase::Running && state.run.verdict.side == Side::Unknown {
        return None;
    }
    let words = &state.language.words;
    let remedies = advice::for_visitor(&state.run.verdict, &state.remedies.tried);
    let advised = classed("section", "advice")
        .with("id", "advice")
        .with("tabindex", "-1")
        .labelled(words, PageKey::Now)
        .has(element("h2").say(words, PageKey::Now));
    Some(match remedies.split_first() {
        None => advised.has(classed("p", "now").say(words, PageKey::TriedAll)),
        Some((first, others)) => {
            let number = others.len().to_string();
            let more = || {
                classed("details", "others")
                    .has(
                        element("summary")
                            .own_text(words.fill(PageKey::Others, &[("number", &number)])),
                    )
                    .each(
                        others
                            .iter()
                            .map(|other| remedy(state, link, check, *other, false)),
                    )
            };
            advised
                .each([remedy(state, link, check, *first, true)])
                .has((!others.is_empty()).then(more))
        }
    })
}

/// The remedy to try first, by itself.
pub(crate) fn first_remedy(state: &State, link: &Link) -> Option<Element> {
    let check = state.run.check.as_ref()?;
    let first = *advice::for_visitor(&state.run.verdict, &state.remedies.tried).first()?;
    Some(remedy(state, link, check, first, true))
}

fn remedy(state: &State, link: &Link, check: &Check, remedy: Remedy, first: bool) -> Element {
    let said = words::remedy(&state.language.words, remedy);
    let watched = state.watch.watching.is_some() && remedy.action() == Action::Watch;
    classed("article", if first { "now" } else { "now other" })
        .key(remedy.id())
        .with("data-remedy", remedy.id())
        .has(element("h3").text(said.title))
        .has(instructions(state, link, remedy))
        .has(if watched {
            watching(state, link)
        } else {
            classed("p", "row").each(buttons(
                &state.language.words,
                link,
                check,
                remedy,
                said.done,
            ))
        })
}

fn watching(state: &State, link: &Link) -> Element {
    let words = &state.language.words;
    let next = match state.watch.watching {
        Some(watch) => watch.due.since(state.timer.now).0.div_ceil(1_000),
        None => 0,
    };
    let (key, number) = match next {
        _ if state.run.phase == Phase::Running => (PageKey::WatchingNow, 0),
        0..90 => (PageKey::Watching, next),
        90.. => (PageKey::WatchingLong, next / 60),
    };
    let stop = words.text(PageKey::StopWatching);
    classed("p", "row watching")
        .has(element("span").own_text(words.fill(key, &[("number", &number.to_string())])))
        .has(button(
            link,
            true,
            "unwatch",
            || Event::WatchChanged(false),
            stop,
        ))
}

fn buttons(words: &Words, link: &Link, check: &Check, remedy: Remedy, done: &str) -> Vec<Element> {
    let again = |quiet, text| {
        button(
            link,
            quiet,
            "again",
            move || Event::RemedyDone(remedy),
            text,
        )
    };
    let archive = |label, class| outwards(advice::archive_url(check.target()), label, class);
    match remedy.action() {
        Action::CheckAgain => {
            let skip = words.text(PageKey::Skip);
            vec![
                again(false, done),
                button(
                    link,
                    true,
                    "skip",
                    move || Event::RemedySkipped(remedy),
                    skip,
                ),
            ]
        }
        Action::Watch => vec![
            button(link, false, "watch", || Event::WatchChanged(true), done),
            archive(words.text(PageKey::Archive), "button quiet"),
        ],
        Action::OpenArchive => vec![archive(done, "button")],
        Action::SecondOpinions => advice::second_opinions(check.target())
            .into_iter()
            .map(|(name, url)| outwards(url, name, "button quiet"))
            .collect(),
        Action::OpenSite => vec![
            outwards(opened(check, remedy), done, "button"),
            again(true, words.text(PageKey::CheckAgain)),
        ],
    }
}

fn opened(check: &Check, remedy: Remedy) -> String {
    match remedy {
        Remedy::FrontPage => [&check.target().origin(), "/"].concat(),
        _ => check.target().url(),
    }
}
