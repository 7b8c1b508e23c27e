//! Configurations that people showed in public because something was wrong with them, or that were blamed without reason: the
//! right answer is told for each.

use whichside_owner::config::{Kind, Severity, check};

/// A configuration as the file beside this one has it.
struct Reported {
    /// The mistakes with their lines.
    mistakes: Vec<(String, usize)>,
    /// One of the things that the text is said to be.
    paste: &'static str,
    text: &'static str,
}

fn reported() -> Vec<Reported> {
    include_str!("config/reported.txt")
        .split("### ")
        .skip(1)
        .map(|section| {
            let (head, text) = section.split_once('\n').expect("a section has a text");
            let parts: Vec<&str> = head.split(" | ").collect();
            let mistakes = match parts[0] {
                "nothing" => Vec::new(),
                mistakes => mistakes
                    .split(", ")
                    .map(|mistake| {
                        let words: Vec<&str> = mistake.split(' ').collect();
                        let line = words[1].parse().expect("a mistake has a line");
                        (words[0].to_owned(), line)
                    })
                    .collect(),
            };
            Reported {
                mistakes,
                paste: parts[1],
                text,
            }
        })
        .collect()
}

#[test]
fn what_people_reported_gets_the_right_answer() {
    let all = reported();
    assert!(all.len() >= 145, "{}", all.len());
    for reported in all {
        let checked = check(reported.text);
        let found: Vec<(String, usize)> = checked
            .mistakes
            .iter()
            .filter(|mistake| {
                // A hint that uploads are limited stands beside most answers; where it is the answer, the file says so.
                let is_answer = reported
                    .mistakes
                    .iter()
                    .any(|(kind, _)| kind == mistake.kind.id());
                mistake.severity != Severity::Note || is_answer
            })
            .map(|mistake| (mistake.kind.id().to_owned(), mistake.line))
            .collect();
        assert_eq!(found, reported.mistakes, "{}", reported.text);
        let pasted: Vec<&str> = checked.pasted.iter().map(|paste| paste.id()).collect();
        assert!(
            pasted.contains(&reported.paste),
            "{}{pasted:?}",
            reported.text
        );
    }
}

#[test]
fn what_was_blamed_without_reason_is_not_called_broken() {
    for reported in reported()
        .iter()
        .filter(|reported| reported.mistakes.is_empty())
    {
        for mistake in check(reported.text).mistakes {
            assert_eq!(mistake.severity, Severity::Note, "{}", reported.text);
        }
    }
}

#[test]
fn thousands_of_headers_and_locations_are_one_remark() {
    let headers: String = (0..20_000)
        .map(|at| format!("    add_header X-{at} 1;\n"))
        .collect();
    let locations: String = (0..5_000)
        .map(|at| format!("    location /{at} {{ add_header Y 1; }}\n"))
        .collect();
    let found = check(&format!("server {{\n{headers}{locations}}}\n")).mistakes;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].kind, found[0].count),
        (Kind::HeaderSwallowed, 5_000)
    );
}
