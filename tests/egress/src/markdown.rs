//! The project's documents, written from the contract: `docs/privacy.md`, and the list in `README.md`.

use std::fmt::Write as _;

use crate::contract::{Contract, Host, Switch};

/// What stands before and after the list in `README.md`.
pub const README_MARKS: [&str; 2] = ["<!-- from egress.toml -->\n", "<!-- until here -->\n"];

/// The list for `README.md`: who learns what.
#[must_use]
pub fn readme_list(contract: &Contract) -> String {
    let mut text = String::new();
    for contact in &contract.contact {
        let switch = match contact.switch {
            Switch::None => "",
            Switch::Outside => " Off with “Only from this browser”.",
        };
        let _ = writeln!(text, "- **{}**: {}.{switch}", contact.whom, contact.learns);
    }
    text
}

/// `README.md` with the list renewed; `None` where the marks are missing.
#[must_use]
pub fn readme(contract: &Contract, old: &str) -> Option<String> {
    let [begin, end] = README_MARKS;
    let (before, rest) = old.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!(
        "{before}{begin}{}{end}{after}",
        readme_list(contract)
    ))
}

/// `docs/privacy.md`.
#[must_use]
pub fn privacy(contract: &Contract) -> String {
    let mut text = String::from(
        "# What leaves the browser, and what stays\n\n\
         Written by `cargo run -p whichside-egress` from [`egress.toml`](../egress.toml). \
         The lab holds each run against the same file: it sniffs the visitor’s link, reads the servers’ logs and the browser’s \
         profile, and fails on anything that is not here (`tests/lab/src/egress`).\n\n\
         ## Who is contacted in a check\n\n\
         | whom | hosts | by | at most | learns | why | off with |\n|---|---|---|---|---|---|---|\n",
    );
    for contact in &contract.contact {
        let hosts: Vec<String> = contact.hosts.iter().map(host_cell).collect();
        let mut by: Vec<&str> = contact.methods.iter().map(String::as_str).collect();
        if contact.udp {
            by.push("UDP");
        }
        let most = if contact.requests == 0 {
            String::from("–")
        } else {
            format!(
                "{} requests, {} kB of bodies, each host",
                contact.requests, contact.body_kb
            )
        };
        let switch = match contact.switch {
            Switch::None => "–",
            Switch::Outside => "“Only from this browser”",
        };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {most} | {} | {} | {switch} |",
            contact.whom,
            hosts.join(", "),
            by.join(", "),
            contact.learns,
            contact.why
        );
    }
    text.push_str("\n## Files that are asked for by name\n\n");
    for file in &contract.file {
        let _ = writeln!(
            text,
            "- `{}` of {}, by {}, at most {} a check, {} kB of it read: {}. {}.",
            file.path,
            host_cell(&file.of),
            file.methods.join(" and "),
            file.requests,
            file.read_kb,
            file.why,
            file.asked
        );
    }
    text.push_str("\n## When the site sees more requests\n\n");
    for repeat in &contract.repeat {
        let _ = writeln!(text, "- {}: at most {}.", repeat.why, repeat.requests);
    }
    text.push_str("\n## Names that are only looked up\n\n");
    for name in &contract.name {
        let _ = writeln!(text, "- `{}`. {}.", name.name, name.why);
    }
    text.push_str(
        "\n## What stays on the device\n\n| where | key begins | what | for | forgotten by |\n|---|---|---|---|---|\n",
    );
    for kept in &contract.kept {
        let _ = writeln!(
            text,
            "| {} | `{}` | {} | {} | {} |",
            kept.store.name(),
            kept.key,
            kept.holds,
            kept.duration,
            kept.forgotten
        );
    }
    text
}

fn host_cell(host: &Host) -> String {
    match host {
        Host::Target => "the site".to_owned(),
        Host::Twin => "the site with or without `www.`".to_owned(),
        Host::Page => "this page’s".to_owned(),
        Host::Resolver => "the device’s name server".to_owned(),
        Host::LocalNetwork => "multicast".to_owned(),
        Host::Named(name) => format!("`{name}`"),
    }
}
