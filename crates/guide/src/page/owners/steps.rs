//! Every step: why, the commands of each system, what their output means, and where to go from there.

use maud::{Markup, html};
use whichside_owner::{Command, Effect, Finding, Output, Step, System, placeholder};

use super::{anchor, fragments, prose};
use crate::language::Translate;
use crate::page::Heading;
use crate::page::blocks::{links_to, shown_code};

/// Systems whose commands for a step are the same.
struct Group {
    systems: Vec<System>,
    commands: &'static [Command],
}

/// Steps about which the guide has an article.
const MORE: [(Step, &[&str]); 14] = [
    (Step::SecurityRules, &["security", "security-test"]),
    (Step::Firewall, &["security", "security-test"]),
    (Step::UnblockVisitors, &["security", "security-robots"]),
    (Step::SearchEngines, &["seo", "business"]),
    (Step::PlannedWork, &["retry-after"]),
    (Step::Monitoring, &["prevention"]),
    (Step::HealthChecks, &["prevention"]),
    (
        Step::ScaleOut,
        &["prevention", "flash-sale", "streaming-peak"],
    ),
    (Step::Timeouts, &["prevention", "reasons-theirs"]),
    (Step::AppStatus, &["reasons-theirs"]),
    (Step::AskBackend, &["reasons-theirs"]),
    (Step::Database, &["reasons-theirs"]),
    (Step::DnsRecords, &["reasons-theirs"]),
    (Step::LoadSource, &["reasons-theirs", "flash-sale"]),
];

pub(super) const HEADING: Heading = ("steps", "Step by step");

pub(super) fn part(language: &dyn Translate) -> Markup {
    html! {
        section.side id=(HEADING.0) {
            h3 { (language.say(HEADING.1)) }
            @for &step in Step::ALL { (article(language, step)) }
        }
    }
}

fn article(language: &dyn Translate, step: Step) -> Markup {
    html! {
        article id=(anchor(step)) data-find {
            h4 { (prose(language, step.title())) }
            p { (prose(language, step.why())) }
            (commands(language, step))
            @if !step.findings().is_empty() {
                p.where { (language.say("What you may find")) }
                dl.findings {
                    @for one in step.findings() { (finding(language, one)) }
                }
            }
            @if let Some((_, anchors)) = MORE.iter().find(|(about, _)| *about == step) {
                p.where { (language.say("Read more")) }
                (links_to(language, anchors))
            }
            @if !step.fragments().is_empty() {
                p.where { (language.say("Configuration for it")) }
                ul {
                    @for &fragment in step.fragments() {
                        li { a href={ "#" (fragments::anchor(fragment)) } { (prose(language, fragment.title())) } }
                    }
                }
            }
        }
    }
}

fn commands(language: &dyn Translate, step: Step) -> Markup {
    let groups = groups(step);
    html! {
        @if let [only] = groups.as_slice() && only.systems.len() == System::ALL.len() {
            (lines(language, only.commands))
        } @else {
            @for group in &groups {
                details {
                    summary { (systems(language, &group.systems)) }
                    (lines(language, group.commands))
                }
            }
        }
    }
}

fn groups(step: Step) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for system in System::ALL {
        let commands = step.commands(system);
        if commands.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|group| group.commands == commands) {
            Some(group) => group.systems.push(system),
            None => groups.push(Group {
                systems: vec![system],
                commands,
            }),
        }
    }
    groups
}

fn systems(language: &dyn Translate, systems: &[System]) -> String {
    let names: Vec<&str> = systems
        .iter()
        .map(|system| language.say(system.name()))
        .collect();
    names.join(language.say(", "))
}

fn lines(language: &dyn Translate, commands: &[Command]) -> Markup {
    html! {
        ul.commands {
            @for command in commands {
                li {
                    (shown_code(&placeholder::with_examples(command.text)))
                    @match command.effect {
                        Effect::Looks => {},
                        Effect::Changes => p.changes { (language.say("This command changes something.")) },
                    }
                }
            }
        }
    }
}

fn finding(language: &dyn Translate, finding: &Finding) -> Markup {
    html! {
        div {
            dt {
                @match finding.output {
                    Output::Prints(text) => code dir="ltr" { (placeholder::with_examples(text)) },
                    Output::Seen(text) => (prose(language, text)),
                }
            }
            dd {
                (prose(language, finding.means))
                @if let Some(next) = finding.next {
                    " "
                    span.next { a href={ "#" (anchor(next)) } { (prose(language, next.title())) } }
                }
            }
        }
    }
}
