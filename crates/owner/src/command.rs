//! What a step is made of: commands by system, and what their output means. The steps themselves are in [`crate::steps`].

use crate::hosting::{Hosting, System};
use crate::stack::Stack;
use crate::steps::Step;

/// Whether a command may be tried without a thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It only looks.
    Looks,
    /// It restarts, changes or installs something.
    Changes,
}

/// A command to copy. Never translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// The command line, with placeholders such as `{host}`.
    pub text: &'static str,
    /// Whether it changes anything.
    pub effect: Effect,
}

/// A command that only looks.
pub(crate) const fn look(text: &'static str) -> Command {
    Command {
        text,
        effect: Effect::Looks,
    }
}

/// A command that changes something.
pub(crate) const fn change(text: &'static str) -> Command {
    Command {
        text,
        effect: Effect::Changes,
    }
}

/// The commands of one step, for each system; empty where the system has none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Commands {
    pub debian: &'static [Command],
    pub rhel: &'static [Command],
    pub macos: &'static [Command],
    pub docker: &'static [Command],
    pub kubernetes: &'static [Command],
}

impl Commands {
    /// The step is done elsewhere than in a shell.
    pub const NONE: Commands = Commands::everywhere(&[]);

    /// The same on every system: what is asked from any computer.
    pub const fn everywhere(commands: &'static [Command]) -> Commands {
        Commands {
            debian: commands,
            rhel: commands,
            macos: commands,
            docker: commands,
            kubernetes: commands,
        }
    }

    pub const fn of(&self, system: System) -> &'static [Command] {
        match system {
            System::Debian => self.debian,
            System::Rhel => self.rhel,
            System::Macos => self.macos,
            System::Docker => self.docker,
            System::Kubernetes => self.kubernetes,
        }
    }
}

/// What is seen after a command, or at a step without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Words the command prints, or a part of them. Never translated.
    Prints(&'static str),
    /// What is seen, described in a sentence.
    Seen(&'static str),
}

/// One way a step can turn out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How it looks.
    pub output: Output,
    /// What it means, and what to do about it.
    pub means: &'static str,
    /// Where to go from there; `None` where this ends the search.
    pub next: Option<Step>,
}

impl Finding {
    /// Where to go from there on this hosting: the step itself where it can be done, or the one that stands in for it.
    #[must_use]
    pub fn next_on(&self, stack: &Stack, hosting: Hosting) -> Option<Step> {
        self.next.map(|step| step.or_stand_in(stack, hosting))
    }
}

/// The command prints this; it means that; go on with the next step.
pub(crate) const fn prints(text: &'static str, means: &'static str, next: Step) -> Finding {
    Finding {
        output: Output::Prints(text),
        means,
        next: Some(next),
    }
}

/// This is seen; it means that; go on with the next step.
pub(crate) const fn seen(what: &'static str, means: &'static str, next: Step) -> Finding {
    Finding {
        output: Output::Seen(what),
        means,
        next: Some(next),
    }
}

/// This is seen, and the search ends.
pub(crate) const fn done(what: &'static str, means: &'static str) -> Finding {
    Finding {
        output: Output::Seen(what),
        means,
        next: None,
    }
}
