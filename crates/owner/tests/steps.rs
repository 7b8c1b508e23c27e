//! What must be true of the steps: every cause has some on every hosting, and what they say can be followed.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command as Process, Stdio};

use whichside_diagnosis::Cause;
use whichside_owner::stack::{Cdn, Server};
use whichside_owner::{
    Effect, Fragment, Hosting, Output, Placeholder, Stack, Step, System, for_owner,
};

const SERVERS: [Server; 5] = [
    Server::Nginx,
    Server::Apache,
    Server::HaProxy,
    Server::Other,
    Server::Unknown,
];

fn stacks() -> Vec<Stack> {
    let mut stacks = Vec::new();
    for server in SERVERS {
        for cdn in [None, Some(Cdn::Cloudflare), Some(Cdn::Other)] {
            for php in [false, true] {
                stacks.push(Stack { server, cdn, php });
            }
        }
    }
    stacks
}

const NGINX: Stack = Stack {
    server: Server::Nginx,
    cdn: None,
    php: false,
};

#[test]
fn every_cause_has_two_steps_on_every_hosting_behind_every_server() {
    for &cause in Cause::ALL {
        for hosting in Hosting::ALL {
            for stack in stacks() {
                for status in [None, Some(401), Some(429), Some(502), Some(522), Some(530)] {
                    let steps = for_owner(cause, status, &stack, hosting);
                    let once: BTreeSet<_> = steps.iter().collect();
                    assert!(steps.len() >= 2, "{cause:?} {hosting:?} {stack:?}");
                    assert_eq!(once.len(), steps.len(), "{cause:?} {hosting:?} {stack:?}");
                }
            }
        }
    }
}

#[test]
fn every_step_is_led_to_by_a_cause() {
    let mut reached = BTreeSet::new();
    for &cause in Cause::ALL {
        for hosting in Hosting::ALL {
            for stack in stacks() {
                reached.extend(for_owner(cause, None, &stack, hosting));
            }
        }
    }
    for step in Step::ALL {
        assert!(reached.contains(step), "no cause leads to {}", step.id());
    }
}

#[test]
fn every_fragment_is_advised_by_a_step() {
    for fragment in Fragment::ALL {
        let by_step = Step::ALL
            .iter()
            .any(|step| step.fragments().contains(fragment));
        assert!(by_step, "no step advises {}", fragment.id());
    }
}

#[test]
fn where_there_is_no_shell_no_step_needs_one() {
    for hosting in [Hosting::Shared, Hosting::Serverless] {
        for &cause in Cause::ALL {
            for step in for_owner(cause, None, &NGINX, hosting) {
                for needs_root in [
                    Step::NginxLog,
                    Step::FpmRestart,
                    Step::SocketRights,
                    Step::Selinux,
                    Step::Timeouts,
                ] {
                    assert_ne!(step, needs_root, "{cause:?} on {}", hosting.id());
                }
            }
        }
    }
}

#[test]
fn a_502_of_nginx_on_a_server_starts_with_the_answer_and_the_error_log() {
    let steps = for_owner(Cause::BadGateway, Some(502), &NGINX, Hosting::Vps);
    assert_eq!(
        &steps[..4],
        [
            Step::AskSite,
            Step::NginxLog,
            Step::FpmStatus,
            Step::FpmRestart
        ]
    );
    assert!(!steps.contains(&Step::ApacheLog) && !steps.contains(&Step::PanelLog));
}

#[test]
fn a_502_on_shared_hosting_starts_with_what_the_panel_allows() {
    let steps = for_owner(Cause::BadGateway, Some(502), &NGINX, Hosting::Shared);
    assert_eq!(&steps[..2], [Step::AskSite, Step::PanelLog]);
    for step in [
        Step::Htaccess,
        Step::PluginsOff,
        Step::PhpLimits,
        Step::AskHost,
    ] {
        assert!(steps.contains(&step), "{}", step.id());
    }
}

#[test]
fn an_edge_error_starts_with_what_its_number_says() {
    let cloudflare = Stack {
        server: Server::Unknown,
        cdn: Some(Cdn::Cloudflare),
        php: false,
    };
    for (status, first) in [
        (520, Step::Origin),
        (521, Step::Origin),
        (522, Step::Origin),
        (524, Step::SlowRequests),
        (525, Step::CdnTls),
        (526, Step::CdnTls),
        (530, Step::DnsRecords),
    ] {
        let steps = for_owner(Cause::EdgeError, Some(status), &cloudflare, Hosting::Vps);
        assert_eq!(steps.first(), Some(&first), "{status}");
    }
}

#[test]
fn an_outage_of_the_site_ends_with_search_engines_and_prevention() {
    for hosting in Hosting::ALL {
        let steps = for_owner(Cause::BadGateway, Some(502), &NGINX, hosting);
        for step in [
            Step::RollBack,
            Step::PlannedWork,
            Step::SearchEngines,
            Step::Monitoring,
            Step::ScaleOut,
        ] {
            assert!(steps.contains(&step), "{} on {}", step.id(), hosting.id());
        }
    }
}

#[test]
fn a_finding_leads_on_to_a_step_that_this_hosting_allows() {
    for step in Step::ALL {
        assert!(step.findings().len() >= 2, "{} ends at once", step.id());
        for finding in step.findings() {
            assert_ne!(finding.next, Some(*step), "{} leads to itself", step.id());
            for hosting in Hosting::ALL {
                for stack in stacks() {
                    if let Some(next) = finding.next_on(&stack, hosting) {
                        assert!(
                            next.suits(&stack, hosting),
                            "{} leads to {} on {}",
                            step.id(),
                            next.id(),
                            hosting.id()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_log_of_shared_hosting_is_read_in_its_panel() {
    let says_502 = &Step::AskSite.findings()[0];
    assert_eq!(
        says_502.next_on(&NGINX, Hosting::Shared),
        Some(Step::PanelLog)
    );
    assert_eq!(
        says_502.next_on(&NGINX, Hosting::Serverless),
        Some(Step::FunctionLog)
    );
    assert_eq!(says_502.next_on(&NGINX, Hosting::Vps), Some(Step::NginxLog));
}

#[test]
fn ids_are_unique_and_fit_into_an_attribute() {
    let ids: Vec<&str> = Step::ALL
        .iter()
        .map(|step| step.id())
        .chain(Fragment::ALL.iter().map(|fragment| fragment.id()))
        .collect();
    for id in &ids {
        assert!(
            id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
            "{id}"
        );
    }
    let steps: BTreeSet<_> = Step::ALL.iter().map(|step| step.id()).collect();
    assert_eq!(steps.len(), Step::ALL.len());
}

#[test]
fn every_command_is_a_line_that_a_shell_can_read() {
    for step in Step::ALL {
        for system in System::ALL {
            for command in step.commands(system) {
                let line = whichside_owner::placeholder::with_examples(command.text);
                let mut shell = Process::new("bash")
                    .arg("-n")
                    .stdin(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
                    .expect("bash reads the commands in this test");
                shell
                    .stdin
                    .take()
                    .expect("a pipe was asked for")
                    .write_all(line.as_bytes())
                    .expect("bash takes the command");
                let done = shell.wait_with_output().expect("bash ends");
                assert!(
                    done.status.success(),
                    "{line}: {}",
                    String::from_utf8_lossy(&done.stderr)
                );
            }
        }
    }
}

#[test]
fn every_placeholder_of_a_command_has_a_meaning() {
    for step in Step::ALL {
        for system in System::ALL {
            for command in step.commands(system) {
                // curl's own names stand as %{…}, Docker's as {{…}}.
                let rest = command.text.replace("%{", "%").replace("{{", "");
                for piece in rest.split('{').skip(1) {
                    let name = piece.split('}').next().unwrap_or_default();
                    assert!(
                        Placeholder::ALL.iter().any(|place| place.name() == name),
                        "{{{name}}} in {}",
                        command.text
                    );
                }
            }
        }
    }
}

#[test]
fn a_command_that_changes_something_is_marked_so() {
    const CHANGING: &[&str] = &[
        " restart ",
        "reload",
        " stop ",
        " enable",
        " disable",
        "sudo rm ",
        "mv ",
        "touch ",
        "upgrade ",
        "undo",
        "revert",
        "setsebool",
        "restorecon",
        "deactivate",
        "unban",
        "scale ",
        "SET GLOBAL",
        "annotate",
        "install",
    ];
    for step in Step::ALL {
        for system in System::ALL {
            for command in step.commands(system) {
                let changes = CHANGING.iter().any(|word| command.text.contains(word))
                    && !command.text.contains("grep");
                assert!(
                    !changes || command.effect == Effect::Changes,
                    "{}",
                    command.text
                );
            }
        }
    }
}

#[test]
fn security_is_off_for_a_moment_only() {
    for step in Step::ALL {
        for system in System::ALL {
            for command in step.commands(system) {
                for (off, on) in [
                    ("ufw disable", "ufw --force enable"),
                    ("stop firewalld", "start firewalld"),
                    ("setenforce 0", "setenforce 1"),
                ] {
                    if command.text.contains(off) {
                        assert!(command.text.ends_with(on), "{}", command.text);
                    }
                }
            }
        }
    }
}

/// Every sentence for people.
fn prose() -> Vec<&'static str> {
    let mut texts = Vec::new();
    for step in Step::ALL {
        texts.extend([step.title(), step.why()]);
        for finding in step.findings() {
            texts.push(finding.means);
            match finding.output {
                Output::Seen(text) => texts.push(text),
                Output::Prints(_) => {}
            }
        }
    }
    for hosting in Hosting::ALL {
        texts.extend(hosting.can());
        texts.extend(hosting.cannot());
        texts.push(hosting.upgrade());
    }
    for fragment in Fragment::ALL {
        texts.extend([fragment.title(), fragment.cost()]);
    }
    for place in Placeholder::ALL {
        texts.push(place.meaning());
    }
    texts
}

#[test]
fn sentences_average_sixteen_words_at_most() {
    let (mut sentences, mut words) = (0, 0);
    for text in prose() {
        for sentence in text.split_inclusive(['.', '!', '?']) {
            let count = sentence.split_whitespace().count();
            assert!(count <= 28, "{count} words: {sentence}");
            words += count;
            sentences += usize::from(count > 0);
        }
    }
    assert!(words <= sentences * 16, "{words} words in {sentences}");
}

#[test]
fn quotation_marks_in_sentences_are_typographic() {
    for text in prose() {
        assert!(!text.contains('\''), "{text}");
    }
}
