//! What must be true of explained log lines: the right explanation, each once, and no panic on anything.

use std::collections::BTreeSet;

use whichside_diagnosis::Cause;
use whichside_owner::logs::{self, LINES_KEPT, Source, explain, patterns};
use whichside_owner::{Hosting, Stack, for_owner};

fn ids(pasted: &str) -> Vec<&'static str> {
    explain(pasted)
        .iter()
        .map(|explained| explained.pattern.id)
        .collect()
}

#[test]
fn every_pattern_explains_the_line_that_its_program_writes() {
    for pattern in patterns() {
        assert_eq!(ids(pattern.example), [pattern.id], "{}", pattern.example);
    }
}

#[test]
fn every_source_has_patterns_and_no_two_share_a_name() {
    let names: BTreeSet<_> = patterns().map(|pattern| pattern.id).collect();
    assert_eq!(names.len(), patterns().count());
    for source in Source::ALL {
        assert!(
            patterns().any(|pattern| pattern.source == *source),
            "{}",
            source.name()
        );
    }
}

#[test]
fn every_explanation_leads_to_a_step_that_a_verdict_leads_to_as_well() {
    for pattern in patterns() {
        let led_to = Cause::ALL.iter().any(|cause| {
            Hosting::ALL.iter().any(|hosting| {
                for_owner(*cause, None, &Stack::UNKNOWN, *hosting).contains(&pattern.step)
            })
        });
        assert!(led_to, "{}", pattern.id);
    }
}

#[test]
fn what_goes_well_is_not_explained() {
    for line in [
        "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5220 \"-\" \"Mozilla/5.0\"",
        "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET /a HTTP/2.0\" 304 522 \"-\" \"Mozilla/5.0\"",
        "2026/03/01 10:00:00 [notice] 1#1: start worker process 29",
        "2026/03/01 10:00:00 [notice] 1#1: using the \"epoll\" event method",
        "[01-Mar-2026 10:00:00] NOTICE: fpm is running, pid 1",
        "[01-Mar-2026 10:00:00] NOTICE: ready to handle connections",
        "[Sun Mar 01 10:00:00.000000 2026] [mpm_event:notice] [pid 1] AH00489: Apache/2.4.57 (Debian) configured -- resuming normal operations",
        "AH00558: apache2: Could not reliably determine the server's fully qualified domain name, using 127.0.0.1.",
        "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/20/45 200 4096 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"",
        "systemd[1]: Started The PHP 8.2 FastCGI Process Manager.",
        "Error 5220 items",
        "see the 502 Bad Gateway page",
        "",
        "   ",
    ] {
        assert_eq!(ids(line), [] as [&str; 0], "{line}");
    }
}

#[test]
fn a_reason_inside_another_programs_line_is_named_before_the_effect() {
    let nested = "2026/03/01 10:00:00 [error] 7#7: *1 FastCGI sent in stderr: \"PHP message: PHP Fatal error:  Uncaught mysqli_sql_exception: Access denied for user 'shop'@'localhost'\" while reading response header from upstream";
    assert_eq!(ids(nested), ["database-password"]);
    let stderr = "[Sun Mar 01 10:00:00 2026] [proxy_fcgi:error] [pid 7] AH01071: Got error 'Primary script unknown'";
    assert_eq!(ids(stderr), ["php-no-script"]);
}

#[test]
fn lines_of_one_kind_are_counted() {
    let refused = "connect() failed (111: Connection refused) while connecting to upstream, upstream: \"http://127.0.0.1:3000/\"";
    let pasted = format!("upstream sent too big header while reading\r\n{refused}\r\n")
        + &format!("{refused} #\n").repeat(1_000);
    let explained = explain(&pasted);
    assert_eq!(explained.len(), 2);
    assert_eq!(explained[1].pattern.id, "nginx-refused");
    assert_eq!(explained[1].count, 1_001);
    assert_eq!(explained[1].lines.len(), LINES_KEPT);
    assert_eq!(explained[1].lines[0], refused);
}

#[test]
fn a_reason_is_told_before_what_followed_from_it_and_reasons_in_their_order_of_time() {
    let access =
        "192.0.2.1 - - [01/Mar/2026:10:00:05 +0000] \"GET / HTTP/1.1\" 502 157 \"-\" \"-\"";
    let hung_up = "2026/03/01 10:00:04 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.1";
    let memory =
        "Mar  1 10:00:03 web kernel: Out of memory: Killed process 4242 (node) total-vm:804512kB";
    let database = "2026-03-01 10:00:01 FATAL:  sorry, too many clients already";
    let pasted = [access, hung_up, memory, database].join("\n");
    assert_eq!(
        ids(&pasted),
        [
            "postgres-too-many",
            "system-out-of-memory",
            "nginx-hung-up",
            "access-502"
        ]
    );
    assert_eq!(
        explain(&pasted)[1].first.as_deref(),
        Some("2026-03-01 10:00:03")
    );
}

#[test]
fn the_statuses_of_an_access_log_are_counted_with_what_they_have_in_common() {
    let line = |path: &str, status: u16| {
        format!(
            "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET {path} HTTP/1.1\" {status} 157 \"-\" \"-\"\n"
        )
    };
    let mut pasted: String = (0..37).map(|n| line(&format!("/api/{n}?q"), 504)).collect();
    pasted += &line("/", 200);
    pasted += &line("/a", 304);
    pasted += &line("/b", 200);
    let explained = explain(&pasted);
    assert_eq!(ids(&pasted), ["access-504"]);
    assert_eq!(explained[0].count, 37);
    let share = explained[0].share.as_ref().expect("a share");
    assert_eq!((share.all, share.under.as_deref()), (40, Some("/api")));
}

#[test]
fn the_lines_are_slices_of_what_was_pasted() {
    let pasted = format!(
        "\u{feff}first\n  {}  \nlast",
        "no live upstreams while connecting"
    );
    let explained = explain(&pasted);
    let line = explained[0].lines[0];
    let whole = pasted.as_bytes().as_ptr_range();
    assert!(whole.contains(&line.as_ptr()));
    assert_eq!(line, "no live upstreams while connecting");
}

#[test]
fn odd_line_ends_cases_and_encodings_do_not_hide_a_line() {
    let line = "upstream prematurely closed connection";
    for pasted in [
        format!("a\r{line}\rb"),
        line.to_uppercase(),
        line.replace(' ', "\u{a0}"),
        line.chars().flat_map(|c| [c, '\0']).collect(),
        format!("\u{1b}[31m{line}\u{1b}[0m"),
        format!("\u{fffd}\u{fffd}{line}"),
    ] {
        assert_eq!(ids(&pasted), ["nginx-hung-up"], "{pasted:?}");
    }
}

#[test]
fn the_letters_of_haproxy_count_only_at_their_place() {
    assert_eq!(ids("SC-- is what it said"), [] as [&str; 0]);
    assert_eq!(
        ids("app/app1 0/0/-1/-1/1 503 217 - - SC-- 1/1/0/0/3 0/0"),
        ["haproxy-sc"]
    );
    assert_eq!(
        ids("tcp app/app1 0/-1/5 0 SC 1/1/0/0/+3 0/0"),
        ["haproxy-sc"]
    );
}

/// A generator of numbers from a seed, so that a failure comes back.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        // Steele and others, "SplitMix": every seed gives another sequence.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[test]
fn whatever_bytes_are_pasted_nothing_panics_and_nothing_is_counted_twice() {
    for seed in 0..300 {
        let mut chance = Chance(seed);
        let bytes: Vec<u8> = (0..chance.next() % 4_000)
            .map(|_| chance.next() as u8)
            .collect();
        let text = String::from_utf8_lossy(&bytes);
        check(&text);
    }
}

#[test]
fn pieces_of_real_lines_in_any_order_are_counted_once_each() {
    let examples: Vec<&str> = patterns().map(|pattern| pattern.example).collect();
    for seed in 0..300 {
        let mut chance = Chance(seed);
        let mut text = String::new();
        for _ in 0..40 {
            let example = examples[chance.next() as usize % examples.len()];
            let cut = chance.next() as usize % example.len();
            let piece = example.get(cut..).unwrap_or(example);
            text.push_str(piece);
            if chance.next().is_multiple_of(3) {
                text.push('\n');
            }
        }
        check(&text);
    }
}

fn check(text: &str) {
    let explained = logs::explain(text);
    let names: BTreeSet<_> = explained.iter().map(|e| e.pattern.id).collect();
    assert_eq!(names.len(), explained.len());
    let lines = text.split(['\n', '\r']).count();
    assert!(explained.iter().map(|e| e.count).sum::<usize>() <= lines);
    for e in &explained {
        assert!(e.lines.len() <= LINES_KEPT && e.lines.len() <= e.count);
        assert!(e.lines.iter().all(|line| text.contains(line)));
    }
}

#[test]
fn megabytes_are_read_to_the_end() {
    // One line of two million letters, then a hundred thousand lines.
    let mut text = "| error ".repeat(250_000);
    text.push('\n');
    for pattern in patterns() {
        text.push_str(pattern.example);
        text.push_str("\n\n");
    }
    text.push_str(&"GET / HTTP/1.1 200\n".repeat(100_000));
    text.push_str("no live upstreams while connecting to upstream");
    let explained = explain(&text);
    assert_eq!(explained.len(), patterns().count());
    let last = explained
        .iter()
        .find(|explained| explained.pattern.id == "nginx-no-live-upstreams");
    assert_eq!(last.map(|explained| explained.count), Some(2));
}

#[test]
fn explanations_are_short_sentences() {
    let (mut sentences, mut words) = (0, 0);
    for pattern in patterns() {
        for text in [pattern.meaning, pattern.likely] {
            assert!(!text.contains('\''), "{text}");
            sentences += text.matches(". ").count() + 1;
            words += text.split_whitespace().count();
        }
    }
    assert!(words <= sentences * 16);
}

/// The blocks of a file of lines from elsewhere: the explanations that each must get, its source, and its lines.
fn blocks(file: &str) -> Vec<(Vec<&str>, &str, &str)> {
    file.split("\n=== ")
        .skip(1)
        .map(|block| {
            let (head, lines) = block.split_once('\n').expect("lines below the head");
            let (ids, source) = head.split_once("· ").expect("a source");
            (ids.split_whitespace().collect(), source, lines)
        })
        .collect()
}

#[test]
fn lines_from_public_reports_and_in_their_forms_are_explained_rightly() {
    for file in [
        include_str!("logs/reported.txt"),
        include_str!("logs/fresh.txt"),
        include_str!("logs/silent.txt"),
        include_str!("logs/made.txt"),
    ] {
        let blocks = blocks(file);
        assert!(blocks.len() > 10);
        for (expected, source, lines) in blocks {
            assert_eq!(ids(lines), expected, "{source}:\n{lines}");
        }
    }
}
