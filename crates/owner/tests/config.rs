//! What must be true of a checked configuration: each classic mistake is found on its line, good configurations are left in
//! peace, and where we say that nginx does not start, the real one does not.

mod nginx;

use std::collections::BTreeSet;

use nginx::{Folder, complaint, own_paths};
use whichside_owner::config::{Kind, Mistake, Severity, check};
use whichside_owner::placeholder::with_examples;

/// What the real nginx says to this content of `http`; nothing where it takes it. Addresses to listen on become sockets of
/// the test's own, and certificates those of the test.
fn real_nginx(name: &str, http: &str) -> Option<String> {
    let folder = Folder::new(&format!("config-{name}"));
    let listen = |line: &str| {
        let mut words = line.trim_start().splitn(2, ' ');
        match (words.next(), words.next()) {
            (Some("listen"), Some(rest)) => {
                let end = rest.find([' ', ';']).unwrap_or(rest.len());
                let (address, rest) = rest.split_at(end);
                let socket = address.replace(|c: char| !c.is_ascii_digit(), "_");
                format!("listen unix:{}/{socket}.sock{rest}", folder.0.display())
            }
            _ => line.to_owned(),
        }
    };
    let mut http: String = http.lines().map(|line| listen(line) + "\n").collect();
    if http.contains("/etc/letsencrypt") {
        let made = std::process::Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=example.com",
            ])
            .arg("-keyout")
            .arg(folder.path("privkey.pem"))
            .arg("-out")
            .arg(folder.path("fullchain.pem"))
            .output()
            .expect("openssl is there: Debian’s package openssl");
        assert!(made.status.success());
        let own = folder.0.display().to_string();
        http = http.replace("/etc/letsencrypt/live/example.com", &own);
    }
    let whole = format!(
        "pid {0}/nginx.pid;\nevents {{}}\nhttp {{\n{1}server {{ listen unix:{0}/own.sock; }}\n{http}\n}}\n",
        folder.0.display(),
        own_paths(&folder)
    );
    complaint(&folder, &folder.write("nginx.conf", &whole))
}

/// Configurations as they stand on real servers, each the content of `http`.
const GOOD: &[(&str, &str)] = &[
    ("wordpress", include_str!("config/good/wordpress.conf")),
    ("node", include_str!("config/good/node.conf")),
    ("websocket", include_str!("config/good/websocket.conf")),
    ("containers", include_str!("config/good/containers.conf")),
    ("blue-green", include_str!("config/good/blue-green.conf")),
    ("static", include_str!("config/good/static.conf")),
    ("cache", include_str!("config/good/cache.conf")),
];

#[test]
fn good_configurations_are_left_in_peace_and_real_nginx_takes_them() {
    for (name, http) in GOOD {
        assert_eq!(real_nginx(name, http), None, "{name}");
        let found: Vec<_> = check(http)
            .into_iter()
            .map(|mistake| (mistake.kind.id(), mistake.line))
            .collect();
        assert_eq!(found, [], "{name}");
    }
}

/// A mistake as the file beside this one has it.
struct Bad {
    kind: &'static str,
    /// nginx takes it at its start: the mistake shows in requests only.
    takes: bool,
    line: usize,
    http: &'static str,
}

fn bad() -> Vec<Bad> {
    include_str!("config/mistakes.conf")
        .split("### ")
        .skip(1)
        .map(|section| {
            let (head, http) = section.split_once('\n').expect("a section has a text");
            let words: Vec<&str> = head.split(' ').collect();
            Bad {
                kind: words[0],
                takes: words[1] == "takes",
                line: words[2].parse().expect("a section names a line"),
                http,
            }
        })
        .collect()
}

#[test]
fn every_classic_mistake_is_found_on_its_line_and_nothing_else_is() {
    for bad in bad() {
        let found = check(bad.http);
        let kinds: BTreeSet<_> = found.iter().map(|mistake| mistake.kind.id()).collect();
        assert_eq!(kinds, BTreeSet::from([bad.kind]), "{}", bad.http);
        assert_eq!(found[0].line, bad.line, "{}", bad.http);
    }
}

#[test]
fn every_kind_of_mistake_is_in_the_tests() {
    let tested: BTreeSet<_> = bad().iter().map(|bad| bad.kind).collect();
    for kind in Kind::ALL {
        // Nested too deeply is tested below: it is long.
        assert!(
            tested.contains(kind.id()) || *kind == Kind::TooDeep,
            "{}",
            kind.id()
        );
    }
}

#[test]
fn where_we_say_that_nginx_does_not_start_the_real_one_does_not() {
    for (at, bad) in bad().iter().enumerate() {
        let complaint = real_nginx(&format!("bad-{at}"), bad.http);
        assert_eq!(complaint.is_none(), bad.takes, "{}{complaint:?}", bad.http);
        let says_so = check(bad.http)
            .iter()
            .any(|mistake| mistake.kind.why().contains("does not start."));
        if says_so {
            assert!(!bad.takes, "{}", bad.http);
        }
    }
}

/// The text with the mended lines: in place of the line where it is the same directive, before it otherwise.
fn mend(http: &str, mistake: &Mistake) -> String {
    let mended = with_examples(&mistake.mended);
    let name = |line: &str| {
        line.split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let names: Vec<String> = mended.lines().map(name).collect();
    let mut whole = String::new();
    for (at, line) in http.lines().enumerate() {
        let same = names[0] == name(line);
        if at + 1 == mistake.line {
            whole += &format!("{mended}\n");
        }
        if !(at + 1 == mistake.line && same || names[1..].contains(&name(line))) {
            whole += &format!("{line}\n");
        }
    }
    whole
}

#[test]
fn the_mended_lines_mend_it_and_real_nginx_takes_them() {
    // These want an edit elsewhere than at one line, or a decision of the owner's.
    const ELSEWHERE: [Kind; 12] = [
        Kind::UnclosedBlock,
        Kind::ExtraBrace,
        Kind::NamelessBlock,
        Kind::StraySemicolon,
        Kind::UnclosedQuote,
        Kind::GluedQuote,
        Kind::TooDeep,
        Kind::UpstreamMissing,
        Kind::UpstreamEmpty,
        Kind::UpstreamTwice,
        Kind::ServerTwice,
        Kind::PhpShown,
    ];
    for (at, bad) in bad().iter().enumerate() {
        let mut http = bad.http.to_owned();
        for _ in 0..3 {
            let found = check(&http);
            let Some(mistake) = found.first() else { break };
            if ELSEWHERE.contains(&mistake.kind) {
                break;
            }
            assert!(!mistake.mended.is_empty(), "{http}");
            http = mend(&http, mistake);
        }
        let left = check(&http);
        if left
            .iter()
            .all(|mistake| !ELSEWHERE.contains(&mistake.kind))
        {
            assert_eq!(left, [], "{http}");
            assert_eq!(real_nginx(&format!("mended-{at}"), &http), None, "{http}");
        }
    }
}

#[test]
fn a_second_file_that_could_hold_what_is_missing_keeps_us_silent() {
    for http in [
        "include conf.d/*.conf;\nserver { location / { proxy_pass http://backend; } }",
        "server { listen 443 ssl; include snippets/ssl.conf; }",
        "server { location ~ \\.php$ { include snippets/fastcgi-php.conf; fastcgi_pass unix:/run/php-fpm.sock; } }",
        "server { location / { include proxy_params; proxy_pass http://$host; } }",
        "server { include more.conf; location / { try_files $uri @app; } }",
    ] {
        assert_eq!(check(http), [], "{http}");
    }
}

#[test]
fn a_mistake_is_told_with_its_own_names() {
    let found = check("server {\n location /api/ {\n proxy_pass http://127.0.0.1:3000/v1;\n}\n}");
    let mistake = &found[0];
    assert_eq!(mistake.kind.severity(), Severity::Surprises);
    assert_eq!(
        mistake.said(mistake.kind.what()),
        "The location “/api/” and the address “http://127.0.0.1:3000/v1” do not both end with a slash."
    );
    assert_eq!(mistake.mended, "proxy_pass http://127.0.0.1:3000/v1/;");
    for bad in bad() {
        for mistake in check(bad.http) {
            for text in [mistake.kind.what(), mistake.kind.why()] {
                assert!(!mistake.said(text).contains(['{', '}']), "{text}");
            }
        }
    }
}

#[test]
fn lua_inside_a_configuration_is_passed_over() {
    let http =
        "server { location / { content_by_lua_block { local t = {1, 2}; ngx.say(\"x\") } } }";
    assert_eq!(check(http), []);
}

#[test]
fn blocks_without_end_are_refused_and_nothing_overflows() {
    let deep = "a {\n".repeat(200_000);
    assert_eq!(check(&deep)[0].kind, Kind::TooDeep);
    assert_eq!(check(&"}".repeat(1_000)).len(), 1_000);
}

/// A generator of numbers from a seed, so that a failure comes back.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        // Knuth's multiplier for 64 bits.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[test]
fn whatever_is_pasted_nothing_panics_and_every_line_is_one_of_the_text() {
    let mut pieces: Vec<&str> = vec![
        "{", "}", ";", "\"", "'", "$", "\\", "#", "\n", "\0", "é", "~", "=",
    ];
    for (_, http) in GOOD {
        pieces.extend(http.split_inclusive(' '));
    }
    for bad in bad() {
        pieces.extend(bad.http.split_inclusive(['\n', ' ']));
    }
    for seed in 0..3_000 {
        let mut chance = Chance(seed);
        let text: String = (0..60)
            .map(|_| pieces[chance.below(pieces.len())])
            .collect();
        for mistake in check(&text) {
            let lines = text.split('\n').count();
            assert!((1..=lines).contains(&mistake.line), "{text}");
        }
    }
}

#[test]
fn a_configuration_of_megabytes_is_checked_to_its_end() {
    let site = "server { listen 80; server_name s.example; location / { try_files $uri =404; } }\n";
    let found = check(&site.repeat(30_000));
    assert_eq!(found.len(), 29_999);
    assert!(
        found
            .iter()
            .all(|mistake| mistake.kind == Kind::ServerTwice)
    );
}

#[test]
fn mistakes_are_told_in_short_sentences() {
    for kind in Kind::ALL {
        for text in [kind.what(), kind.why()] {
            assert!(!text.contains('\''), "{text}");
            let sentences = text.split_inclusive(['.']).count();
            let words = text.split_whitespace().count();
            assert!(words <= sentences * 20, "{text}");
        }
    }
}
