//! A step: why, the commands of the system, what their output means, where to go from there, and the configuration that
//! goes with it.

use serde::{Deserialize, Serialize};

use crate::choice::Choice;
use crate::command::{Command, Effect, Finding, Output};
use crate::fragments::Fragment;
use crate::placeholder::Placeholder;
use crate::site::Site;
use crate::steps::Step;
use whichside_words::Words;

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownStep {
    /// Which one.
    pub step: Step,
    /// What to do, in a line.
    pub title: String,
    /// Why.
    pub why: String,
    /// The commands to copy.
    pub commands: Vec<ShownCommand>,
    /// What may come of it.
    pub findings: Vec<ShownFinding>,
    /// Configuration that goes with it.
    pub fragments: Vec<ShownFragment>,
    /// What the examples in the commands and the configuration stand for.
    pub examples: Vec<ShownExample>,
}

/// A command to copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownCommand {
    /// The command line.
    pub text: String,
    /// Whether it changes something.
    pub changes: bool,
}

/// One way a step can turn out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownFinding {
    /// How it looks.
    pub output: String,
    /// Whether that is what the command prints, and no sentence.
    pub printed: bool,
    /// What it means.
    pub means: String,
    /// Where to go from there.
    pub next: Option<StepLink>,
}

/// Configuration to take over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownFragment {
    /// The public name.
    pub id: String,
    /// What it does, in a line.
    pub title: String,
    /// Its pieces, in the order they are put in.
    pub pieces: Vec<ShownPiece>,
    /// What it costs.
    pub cost: String,
}

/// Some lines of configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPiece {
    /// Where they go, in words.
    pub place: String,
    /// The lines.
    pub text: String,
}

/// An example that the owner has to replace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownExample {
    /// The example.
    pub text: String,
    /// What stands there in truth, in words.
    pub meaning: String,
}

/// A link to a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepLink {
    /// Which one.
    pub step: Step,
    /// Its title.
    pub title: String,
}

impl StepLink {
    pub(super) fn new(words: &Words, site: &Site, step: Step) -> StepLink {
        StepLink {
            step,
            title: site.filled(words.say(step.title())),
        }
    }
}

impl ShownStep {
    pub(super) fn new(words: &Words, site: &Site, choice: Choice, step: Step) -> ShownStep {
        let commands = step.commands(choice.system);
        let fragments = step.fragments();
        ShownStep {
            step,
            title: site.filled(words.say(step.title())),
            why: site.filled(words.say(step.why())),
            commands: commands.iter().map(|each| command(site, each)).collect(),
            findings: step
                .findings()
                .iter()
                .map(|each| finding(words, site, choice, each))
                .collect(),
            fragments: fragments
                .iter()
                .map(|each| fragment(words, site, *each))
                .collect(),
            examples: examples(words, site, commands, fragments),
        }
    }
}

fn command(site: &Site, command: &Command) -> ShownCommand {
    ShownCommand {
        text: site.filled(command.text),
        changes: match command.effect {
            Effect::Looks => false,
            Effect::Changes => true,
        },
    }
}

fn finding(words: &Words, site: &Site, choice: Choice, finding: &Finding) -> ShownFinding {
    let (output, printed) = match finding.output {
        Output::Prints(text) => (site.filled(text), true),
        Output::Seen(text) => (site.filled(words.say(text)), false),
    };
    let next = finding.next_on(&site.stack(), choice.hosting);
    ShownFinding {
        output,
        printed,
        means: site.filled(words.say(finding.means)),
        next: next.map(|next| StepLink::new(words, site, next)),
    }
}

fn fragment(words: &Words, site: &Site, fragment: Fragment) -> ShownFragment {
    let say = |text| site.filled(words.say(text));
    let pieces = fragment.pieces().iter().map(|piece| ShownPiece {
        place: say(piece.place.name()),
        text: site.filled(piece.text),
    });
    ShownFragment {
        id: fragment.id().to_owned(),
        title: say(fragment.title()),
        pieces: pieces.collect(),
        cost: say(fragment.cost()),
    }
}

/// What the examples in these commands and fragments stand for, each once.
fn examples(
    words: &Words,
    site: &Site,
    commands: &[Command],
    fragments: &[Fragment],
) -> Vec<ShownExample> {
    let pieces = fragments.iter().flat_map(|fragment| fragment.pieces());
    let texts = commands
        .iter()
        .map(|command| command.text)
        .chain(pieces.map(|piece| piece.text));
    let mut found: Vec<Placeholder> = Vec::new();
    for placeholder in texts.flat_map(|text| site.examples(text)) {
        if !found.contains(&placeholder) {
            found.push(placeholder);
        }
    }
    let shown = found.into_iter().map(|placeholder| ShownExample {
        text: placeholder.example().to_owned(),
        meaning: words.say(placeholder.meaning()).to_owned(),
    });
    shown.collect()
}
