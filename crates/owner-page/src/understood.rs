//! The pasted log, drawn: each kind of line that is understood, what it means, how often it is there, and the step to take.

use whichside_owner::Label;
use whichside_owner::logs::Explained;

use crate::dom::{El, classed, el};
use crate::facts::Facts;
use crate::pasted::{Log, line};
use crate::step;
use crate::words::Words;

/// What is said of a pasted log, in a sentence: to be announced.
pub(crate) fn sentence(words: &Words, log: &Log) -> String {
    match log.kinds.len() + log.hidden {
        0 => words.label(Label::LogNone),
        kinds => words.count(Label::LogFound, kinds),
    }
}

/// The explanations.
pub(crate) fn explanations(words: &Words, facts: &Facts, log: &Log) -> Vec<El> {
    let note = |text: String| classed("p", "note").text(&text);
    let mut all = vec![note(sentence(words, log))];
    all.extend(
        log.cut_to
            .map(|lines| note(words.count(Label::LogCut, lines))),
    );
    all.extend(log.kinds.iter().map(|kind| explanation(words, facts, kind)));
    if log.hidden > 0 {
        all.push(note(words.count(Label::Hidden, log.hidden)));
    }
    all
}

fn explanation(words: &Words, facts: &Facts, kind: &Explained) -> El {
    let pattern = kind.pattern;
    let say = |text| facts.filled(&words.say(text));
    classed("article", "owner-found")
        .with("data-log", pattern.id)
        .has(
            el("h4")
                .text(&say(pattern.source.name()))
                .text(" · ")
                .text(&words.count(Label::LogCount, kind.count)),
        )
        .has(el("p").has(el("b").text(&say(pattern.meaning))))
        .has(el("p").text(&say(pattern.likely)))
        .each(kind.lines.iter().map(|each| {
            el("pre")
                .with("dir", "ltr")
                .with("tabindex", "0")
                .has(el("code").text(&line(each)))
        }))
        .has(step::link(words, facts, pattern.step))
}
