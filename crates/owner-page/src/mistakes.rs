//! The pasted nginx configuration, drawn: its mistakes by line, what each does, and the mended lines to copy.

use whichside_owner::Label;
use whichside_owner::config::Mistake;

use crate::copying::copied;
use crate::dom::{El, classed, el};
use crate::facts::Facts;
use crate::pasted::Config;
use crate::words::Words;

/// What is said of a pasted configuration, in a sentence: to be announced.
pub(crate) fn sentence(words: &Words, config: Option<&Config>) -> String {
    match config.map(|config| config.mistakes.len() + config.hidden) {
        None => words.label(Label::ConfigTooLong),
        Some(0) => words.label(Label::ConfigNone),
        Some(found) => words.count(Label::ConfigFound, found),
    }
}

/// The mistakes.
pub(crate) fn mistakes(words: &Words, facts: &Facts, config: Option<&Config>) -> Vec<El> {
    let note = |text: String| classed("p", "note").text(&text);
    let mut all = vec![note(sentence(words, config))];
    if let Some(config) = config {
        all.extend(
            config
                .mistakes
                .iter()
                .map(|each| mistake(words, facts, each)),
        );
        if config.hidden > 0 {
            all.push(note(words.count(Label::Hidden, config.hidden)));
        }
    }
    all
}

fn mistake(words: &Words, facts: &Facts, mistake: &Mistake) -> El {
    let kind = mistake.kind;
    // Words of the configuration go in last: they may look like placeholders themselves.
    let say = |text| mistake.said(&words.say(text));
    let mended = (!mistake.mended.is_empty()).then(|| {
        el("div")
            .has(el("p").text(&words.label(Label::ConfigMended)))
            .has(copied(words, &facts.filled(&mistake.mended)))
    });
    classed("article", "owner-found")
        .with("data-mistake", kind.id())
        .with("data-severity", kind.severity().id())
        .has(
            el("h4")
                .text(&words.count(Label::ConfigLine, mistake.line))
                .text(" · ")
                .text(&words.say(kind.severity().name())),
        )
        .has(el("p").has(el("b").text(&say(kind.what()))))
        .has(el("p").text(&say(kind.why())))
        .has(mended)
}
