//! What is known of the owner's own page: where the check runs, what its policy does, and what can be seen of it from here.

use whichside_diagnosis::Outcome;
use whichside_embed::policy::{Change, Reading, Remark};
use whichside_embed::relation::Relation;
use whichside_embed::{Label, OwnerLabel};
use yew::virtual_dom::ListenerKind;

use super::{Link, block, button, part, say, text, written};
use crate::app::view::element::{Element, classed, element};
use crate::configurator::event::{Event, Field};
use crate::configurator::state::{Answer, PageSeen, State, Summary};

/// Where the check runs.
pub(super) fn relation(state: &State) -> Element {
    let relation = state.relation();
    let label = relation
        .as_ref()
        .map_or(OwnerLabel::RelationUnknown, OwnerLabel::of_relation);
    let record = match relation {
        Some(Relation::Agreement(record)) => Some(block(record).with("data-record", "")),
        Some(Relation::Same | Relation::Under | Relation::Tab) | None => None,
    };
    part(state, "relation", OwnerLabel::Relation)
        .has(say("p", state, label).with("aria-live", "polite"))
        .has(record)
}

/// What the page's policy makes of the widget.
pub(super) fn policy(state: &State, link: &Link) -> Element {
    let set = |event: &web_sys::Event| Some(Event::Set(Field::Policy, written(event)?));
    let mut area = element("textarea").holding(state.policy.clone());
    for (name, value) in [
        ("id", "policy"),
        ("name", "policy"),
        ("rows", "5"),
        ("dir", "ltr"),
        ("autocomplete", "off"),
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
        ("aria-describedby", "policy-means"),
        ("placeholder", "content-security-policy: default-src 'self'"),
    ] {
        area = area.with(name, value);
    }
    part(state, "policy", OwnerLabel::Policy)
        .has(
            say("p", state, OwnerLabel::PolicyMeans)
                .with("id", "policy-means")
                .with("class", "note"),
        )
        .has(
            classed("div", "choice")
                .has(say("label", state, OwnerLabel::PolicyBox).with("for", "policy"))
                .has(area.on(|| ListenerKind::oninput, link, Box::new(set))),
        )
        .has(answer(state))
}

fn answer(state: &State) -> Element {
    let all = classed("div", "answer").with("data-policy-answer", "");
    let told = |label: Option<OwnerLabel>| {
        classed("p", "told")
            .with("role", "status")
            .own_text(label.map_or(String::new(), |label| text(state, label).to_owned()))
    };
    match &state.reading {
        Reading::Empty => all.has(told(None)),
        Reading::Unrecognised => all.has(told(Some(OwnerLabel::Unrecognised))),
        Reading::PageWithout => all.has(told(Some(OwnerLabel::PageWithout))),
        Reading::Judged(answer) => all
            .with("data-blocked", answer.blocked.id())
            .has(told(Some(OwnerLabel::of_blocked(
                answer.blocked,
                answer.policies,
            ))))
            .each(answer.changes.iter().map(|change| changed(state, change)))
            .each(answer.remarks.iter().map(|remark| remarked(state, remark))),
    }
}

fn changed(state: &State, change: &Change) -> Element {
    element("div")
        .has(say("p", state, OwnerLabel::Add))
        .has(block(change.add.join("; ")).with("data-policy-add", ""))
        .has(say("p", state, OwnerLabel::of_place(change.place)))
        .has(block(change.whole.clone()).with("data-policy-whole", ""))
}

fn remarked(state: &State, remark: &Remark) -> Element {
    let tokens = match remark {
        Remark::Sandbox(tokens) => tokens.join(" "),
        Remark::ReportOnly
        | Remark::Nonce
        | Remark::Inline
        | Remark::TrustedTypes
        | Remark::Embedder
        | Remark::TooMany => String::new(),
    };
    let said = text(state, OwnerLabel::of_remark(remark)).replace("{tokens}", &tokens);
    classed("p", "remark").own_text(said)
}

/// What can be seen from here, once it is asked for.
pub(super) fn check(state: &State, link: &Link) -> Element {
    let seen = &state.seen;
    let results = [
        ("target", target(state)),
        ("status", summary(state)),
        ("page", page(state)),
        (
            "nothing",
            seen.nothing
                .then(|| say("span", state, OwnerLabel::NothingToCheck)),
        ),
    ];
    let results = results.into_iter().filter_map(|(name, said)| {
        said.map(|said| element("li").key(name).with("data-seen", name).has(said))
    });
    part(state, "check", OwnerLabel::Check)
        .has(say("p", state, OwnerLabel::CheckMeans).with("class", "note"))
        .has(
            classed("p", "row").has(button(state, link, "check", OwnerLabel::Check, || {
                Event::Check
            })),
        )
        .has(
            classed("ul", "results")
                .with("aria-live", "polite")
                .each(results),
        )
}

fn asking(state: &State) -> Option<Element> {
    Some(say("span", state, OwnerLabel::Asking))
}

fn target(state: &State) -> Option<Element> {
    let (host, outcome) = match &state.seen.target {
        Answer::None => return None,
        Answer::Asking => return asking(state),
        Answer::Came(seen) => seen,
    };
    let label = if *outcome == Outcome::Answered {
        OwnerLabel::TargetAnswers
    } else {
        OwnerLabel::TargetFails
    };
    Some(element("span").own_text(text(state, label).replace("{host}", host)))
}

fn summary(state: &State) -> Option<Element> {
    match &state.seen.summary {
        Answer::None => None,
        Answer::Asking => asking(state),
        Answer::Came(Summary::Other) => Some(say("span", state, OwnerLabel::SummaryOther)),
        Answer::Came(Summary::Unread) => Some(say("span", state, OwnerLabel::SummaryUnread)),
        Answer::Came(Summary::Says(incident)) => {
            // As the widget says it beside a verdict.
            let label = Label::of_incident(incident.impact, false);
            let said = state.said.text(label.english()).to_owned();
            let called = (!incident.name.is_empty()).then(|| {
                let called = state.said.text(Label::Called.english());
                element("bdi").own_text(called.replace("{name}", &incident.name))
            });
            Some(
                element("span")
                    .with("data-incident", incident.impact.id())
                    .own_text(said)
                    .text(" ")
                    .has(called),
            )
        }
    }
}

fn page(state: &State) -> Option<Element> {
    match state.seen.page {
        Answer::None => None,
        Answer::Asking => asking(state),
        Answer::Came(PageSeen::Policy) => Some(say("span", state, OwnerLabel::PagePolicy)),
        Answer::Came(PageSeen::Without) => Some(say("span", state, OwnerLabel::PageWithout)),
        Answer::Came(PageSeen::Unread) => {
            let address = state.page.good().map_or("", |page| &page.url);
            Some(
                element("div")
                    .has(say("span", state, OwnerLabel::PageUnread))
                    .has(block(command(address))),
            )
        }
    }
}

/// The command that prints a page's headers. A shell takes what stands in single quotes to the letter.
fn command(address: &str) -> String {
    ["curl -I '", &address.replace('\'', "%27"), "'"].concat()
}
