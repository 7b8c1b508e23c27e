//! A step, drawn: why, the commands of the system, what their output means, where to go from there, and the configuration
//! that goes with it.

use whichside_owner::{Command, Effect, Finding, Fragment, Label, Output, Placeholder, Step};

use crate::choice::Choice;
use crate::copying::copied;
use crate::dom::{El, classed, el};
use crate::facts::Facts;
use crate::words::Words;

/// The anchor of a step.
pub(crate) fn anchor(step: Step) -> String {
    ["owner-step-", step.id()].concat()
}

/// A link to a step. The section follows it itself, since the page's own address must not change.
pub(crate) fn link(words: &Words, facts: &Facts, step: Step) -> El {
    classed("p", "owner-next")
        .text(&words.label(Label::Next))
        .text(" ")
        .has(
            el("a")
                .with("href", &["#", &anchor(step)].concat())
                .with("data-to", step.id())
                .text(&facts.filled(&words.say(step.title()))),
        )
}

/// A step; opened, or folded to its title.
pub(crate) fn step(words: &Words, facts: &Facts, choice: Choice, step: Step, opened: bool) -> El {
    let say = |text| facts.filled(&words.say(text));
    let commands = step.commands(choice.system);
    let fragments = step.fragments();
    let findings = step.findings();
    let heading = |label| el("h5").text(&words.label(label));
    let mut body = el("details");
    if opened {
        body = body.with("open", "");
    }
    body = body
        .has(el("summary").has(el("h4").text(&say(step.title()))))
        .has(el("p").text(&say(step.why())))
        .each(commands.iter().map(|each| command(words, facts, each)));
    if !findings.is_empty() {
        body = body.has(heading(Label::Findings)).has(
            classed("dl", "owner-findings").each(
                findings
                    .iter()
                    .map(|each| finding(words, facts, choice, each)),
            ),
        );
    }
    if !fragments.is_empty() {
        body = body
            .has(heading(Label::Fragments))
            .each(fragments.iter().map(|each| fragment(words, facts, *each)));
    }
    let texts = commands.iter().map(|command| command.text).chain(
        fragments
            .iter()
            .flat_map(|fragment| fragment.pieces())
            .map(|piece| piece.text),
    );
    el("li")
        .with("id", &anchor(step))
        .with("data-step", step.id())
        .has(body.has(examples(words, facts, texts)))
}

fn command(words: &Words, facts: &Facts, command: &Command) -> El {
    let copied = copied(words, &facts.filled(command.text));
    match command.effect {
        Effect::Looks => copied,
        Effect::Changes => el("div")
            .has(classed("p", "owner-changes").text(&words.label(Label::Changes)))
            .has(copied),
    }
}

fn finding(words: &Words, facts: &Facts, choice: Choice, finding: &Finding) -> El {
    let output = match finding.output {
        Output::Prints(text) => {
            el("dt").has(el("code").with("dir", "ltr").text(&facts.filled(text)))
        }
        Output::Seen(text) => el("dt").text(&facts.filled(&words.say(text))),
    };
    let next = finding.next_on(&facts.stack, choice.hosting);
    el("div").has(output).has(
        el("dd")
            .text(&facts.filled(&words.say(finding.means)))
            .has(next.map(|next| link(words, facts, next))),
    )
}

fn fragment(words: &Words, facts: &Facts, fragment: Fragment) -> El {
    let say = |text| facts.filled(&words.say(text));
    let pieces = fragment.pieces().iter().map(|piece| {
        el("div")
            .has(classed("p", "owner-where").text(&say(piece.place.name())))
            .has(copied(words, &facts.filled(piece.text)))
    });
    classed("div", "owner-fragment")
        .with("data-fragment", fragment.id())
        .has(el("h6").text(&say(fragment.title())))
        .each(pieces)
        .has(
            el("p")
                .has(el("b").text(&words.label(Label::Cost)))
                .text(" ")
                .text(&say(fragment.cost())),
        )
}

/// What the examples in these texts stand for.
fn examples<'a>(words: &Words, facts: &Facts, texts: impl Iterator<Item = &'a str>) -> Option<El> {
    let mut places: Vec<Placeholder> = Vec::new();
    for place in texts.flat_map(|text| facts.examples(text)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let lines = places.iter().map(|place| {
        el("li")
            .has(el("code").with("dir", "ltr").text(place.example()))
            .text(" ")
            .text(&words.say(place.meaning()))
    });
    (!places.is_empty()).then(|| {
        classed("div", "owner-examples")
            .has(el("p").text(&words.label(Label::Examples)))
            .has(el("ul").each(lines))
    })
}
