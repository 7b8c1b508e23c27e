//! What must be true of a checked configuration: each classic mistake is found on its line, good configurations are left in
//! peace, and where we say that nginx does not start, the real one does not.

mod nginx;

use std::collections::BTreeSet;

use nginx::{Folder, complaint, own_paths};
use whichside_owner::config::{self, Kind, Mistake, Paste, Severity};
use whichside_owner::placeholder::with_examples;

/// What is wrong with a text, without the notes.
fn check(text: &str) -> Vec<Mistake> {
    let mut mistakes = config::check(text).mistakes;
    mistakes.retain(|mistake| mistake.severity != Severity::Note);
    mistakes
}

/// What the real nginx says to this content of `http`, or to this whole file; nothing where it takes it. Addresses to listen on
/// become sockets of the test's own, and certificates those of the test.
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
    let is_whole = http
        .lines()
        .any(|line| line.starts_with("http {") || line.starts_with("events {"));
    let whole = match is_whole {
        true => format!(
            "pid {}/nginx.pid;\n{}",
            folder.0.display(),
            http.replacen("http {\n", &format!("http {{\n{}", own_paths(&folder)), 1)
        ),
        false => format!(
            "pid {0}/nginx.pid;\nevents {{}}\nhttp {{\n{1}server {{ listen unix:{0}/own.sock; }}\n{http}\n}}\n",
            folder.0.display(),
            own_paths(&folder)
        ),
    };
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

/// A mistake as the files beside this one have it.
struct Bad {
    kind: &'static str,
    /// What nginx does at its start.
    start: Start,
    line: usize,
    http: &'static str,
}

/// What nginx does at its start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Start {
    /// It takes it: the mistake shows in requests only.
    Takes,
    Refuses,
    /// It depends on names that are looked up, or on addresses that the test replaces.
    Unasked,
}

fn bad() -> Vec<Bad> {
    [
        include_str!("config/mistakes.conf"),
        include_str!("config/stops.conf"),
        include_str!("config/fails.conf"),
    ]
    .into_iter()
    .flat_map(|file| file.split("### ").skip(1))
    .map(|section| {
        let (head, http) = section.split_once('\n').expect("a section has a text");
        let words: Vec<&str> = head.split(' ').collect();
        Bad {
            kind: words[0],
            start: match words[1] {
                "takes" => Start::Takes,
                "refuses" => Start::Refuses,
                "unasked" => Start::Unasked,
                other => panic!("{other} is nothing that nginx does"),
            },
            line: words[2].parse().expect("a section names a line"),
            http,
        }
    })
    .collect()
}

#[test]
fn every_mistake_is_found_on_its_line_and_nothing_else_is() {
    for bad in bad() {
        let found = check(bad.http);
        let kinds: BTreeSet<_> = found.iter().map(|mistake| mistake.kind.id()).collect();
        assert_eq!(kinds, BTreeSet::from([bad.kind]), "{}", bad.http);
        assert_eq!(found[0].line, bad.line, "{}", bad.http);
    }
}

/// What is no mistake by itself: the kind, its line, the text.
const NOTES: &[(Kind, usize, &str)] = &[
    (Kind::CutOff, 4, "location / {\n    return 204;\n}\n}\n"),
    (
        Kind::CutOff,
        3,
        "proxy_read_timeout 60s;\nproxy_send_timeout 60s;\n}\nserver {\n    listen 80;\n}\n",
    ),
    (
        Kind::ModuleNeeded,
        2,
        "server {\n    more_set_headers \"Server: none\";\n}",
    ),
    (Kind::ModuleNeeded, 2, "server {\n    brotli on;\n}"),
    (
        Kind::ModuleNeeded,
        3,
        "server {\n    location / {\n        health_check;\n    }\n}",
    ),
    (Kind::VersionNeeded, 2, "server {\n    http2 on;\n}"),
    (
        Kind::VersionNeeded,
        3,
        "upstream app {\n    zone app 64k;\n    server app.example.com resolve;\n}",
    ),
    (
        Kind::Http2InListen,
        2,
        "server {\n    listen 8443 http2;\n}",
    ),
    (
        Kind::Http2InListen,
        1,
        "server { listen 443 ssl http2; ssl_certificate a; ssl_certificate_key b; }",
    ),
    (
        Kind::RedirectBehindProxy,
        5,
        "events {}\nhttp {\nserver {\n    server_name example.com;\n    return 301 https://example.com$request_uri;\n}\n}",
    ),
    (
        Kind::RedirectBehindProxy,
        3,
        "events {}\nhttp {\nserver { location / { return 301 https://$host$request_uri; } }\n}",
    ),
    (
        Kind::BodySize,
        1,
        "server {\n    location ~ \\.php$ {\n        fastcgi_param SCRIPT_FILENAME /a;\n        fastcgi_pass unix:/run/fpm.sock;\n    }\n}",
    ),
    (
        Kind::BodySize,
        1,
        "server {\n    location / {\n        proxy_pass http://127.0.0.1:3000;\n    }\n}",
    ),
    (
        Kind::UpstreamMissing,
        3,
        "server {\n    location ~ \\.php$ {\n        fastcgi_pass php-upstream;\n        fastcgi_param SCRIPT_FILENAME /a;\n    }\n}",
    ),
    (
        Kind::VariableWithoutResolver,
        4,
        "server {\n    location / {\n        set $name app.internal;\n        proxy_pass http://$name:8080;\n    }\n}",
    ),
    (Kind::UnknownZone, 2, "server {\n    limit_req zone=one;\n}"),
    (
        Kind::UnknownVariable,
        2,
        "server {\n    return 301 https://$canonical_name$request_uri;\n}",
    ),
    (
        Kind::TlsWithoutCertificate,
        2,
        "server {\n    listen 443 ssl;\n}",
    ),
    (
        Kind::VariableWithoutResolver,
        4,
        "events {}\nhttp {\n    server {\n        location / { proxy_pass http://$arg_backend; proxy_set_header Host $host; }\n    }\n}",
    ),
    (
        Kind::EventsMissing,
        1,
        "http {\n    server {\n        listen 80;\n    }\n}",
    ),
];

#[test]
fn what_may_stand_in_another_file_and_what_depends_on_the_version_is_a_note() {
    for (kind, line, text) in NOTES {
        let found = config::check(text).mistakes;
        assert!(
            found
                .iter()
                .any(|mistake| (mistake.kind, mistake.line) == (*kind, *line)),
            "{text}{found:#?}"
        );
        assert!(
            found
                .iter()
                .all(|mistake| mistake.severity == Severity::Note),
            "{text}{found:#?}"
        );
    }
}

#[test]
fn every_kind_of_mistake_is_in_the_tests() {
    // These texts are long, or no text, or hold a second mistake: they are tested below, beside the kinds of paste and among
    // the reported ones.
    let elsewhere = [
        Kind::SslOnEveryPort,
        Kind::TooDeep,
        Kind::TooMuch,
        Kind::WrongEncoding,
        Kind::ShellDollar,
    ]
    .map(Kind::id);
    let tested: BTreeSet<_> = bad()
        .iter()
        .map(|bad| bad.kind)
        .chain(NOTES.iter().map(|(kind, _, _)| kind.id()))
        .chain(elsewhere)
        .collect();
    for kind in Kind::ALL {
        assert!(tested.contains(kind.id()), "{}", kind.id());
    }
}

#[test]
fn where_we_say_that_nginx_does_not_start_the_real_one_does_not() {
    let asked = bad();
    let asked = asked.iter().filter(|bad| bad.start != Start::Unasked);
    for (at, bad) in asked.enumerate() {
        let complaint = real_nginx(&format!("bad-{at}"), bad.http);
        let start = match complaint {
            None => Start::Takes,
            Some(_) => Start::Refuses,
        };
        assert_eq!(start, bad.start, "{}{complaint:?}", bad.http);
        let says_so = check(bad.http)
            .iter()
            .any(|mistake| mistake.kind.why().starts_with("nginx does not start."));
        if says_so {
            assert_eq!(start, Start::Refuses, "{}", bad.http);
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
    let (mut mended, mut wholly) = (0, 0);
    for (at, bad) in bad().iter().enumerate() {
        let mut http = bad.http.to_owned();
        for _ in 0..3 {
            let found = check(&http);
            let Some(mistake) = found.first().filter(|m| !m.mended.is_empty()) else {
                break;
            };
            http = mend(&http, mistake);
            mended += 1;
        }
        let has_certificate = config::check(&http)
            .mistakes
            .iter()
            .all(|mistake| mistake.kind != Kind::TlsWithoutCertificate);
        // What wants an edit elsewhere than at one line, or a decision of the owner's, is left.
        if check(&http).is_empty() && bad.start != Start::Unasked && has_certificate {
            assert_eq!(real_nginx(&format!("mended-{at}"), &http), None, "{http}");
            wholly += 1;
        }
    }
    assert!(mended > 80 && wholly > 80, "{mended} {wholly}");
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
    assert_eq!(mistake.severity, Severity::Surprises);
    assert_eq!(
        mistake.said(mistake.kind.what()),
        "The location “/api/” and the address “http://127.0.0.1:3000/v1” do not both end with a slash."
    );
    assert_eq!(mistake.mended, "proxy_pass http://127.0.0.1:3000/v1/;");
    for bad in bad() {
        for mistake in check(bad.http) {
            for text in [mistake.kind.what(), mistake.kind.why()] {
                let left = ["{name}", "{value}", "{other}"];
                assert!(
                    !left.iter().any(|place| mistake.said(text).contains(place)),
                    "{text}"
                );
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
    let deep = "location / {\n".repeat(200_000);
    assert_eq!(check(&deep)[0].kind, Kind::TooDeep);
    let closed = config::check(&"}".repeat(3_000_000));
    assert_eq!(closed.pasted, [Paste::Unknown]);
    assert_eq!(closed.mistakes, []);
}

#[test]
fn many_mistakes_of_one_kind_are_told_as_one_with_their_count() {
    let found = check(&format!(
        "server {{\n{}}}",
        "    gzip yes;\n    ;\n".repeat(1_000)
    ));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].count >= 20);
    let names: String = (0..1_000)
        .map(|at| format!("    option_{at} on;\n"))
        .collect();
    let found = check(&format!("server {{\n{names}}}"));
    assert_eq!((found.len(), found[0].count), (1, 1_000), "{found:?}");
}

#[test]
fn a_text_that_is_too_long_is_read_as_far_as_it_is_told() {
    let found = config::check(&"gzip on;\n".repeat(1_000_000)).mistakes;
    assert!(
        found
            .iter()
            .any(|mistake| mistake.kind == Kind::TooMuch && mistake.line == 60_000)
    );
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
        for mistake in config::check(&text).mistakes {
            let lines = text.split('\n').count();
            assert!((1..=lines).contains(&mistake.line), "{text}");
        }
    }
}

#[test]
fn a_configuration_of_megabytes_is_checked_to_its_end() {
    let site = "server { listen 80; server_name s.example; location / { try_files $uri =404; } }\n";
    let found = check(&site.repeat(10_000));
    assert_eq!((found.len(), found[0].count), (1, 9_999));
    assert_eq!(found[0].kind, Kind::ServerTwice);
}

#[test]
fn mistakes_are_told_in_short_sentences() {
    let texts = Kind::ALL.iter().flat_map(|kind| [kind.what(), kind.why()]);
    let of_pastes = Paste::ALL.iter().map(|paste| paste.what());
    for text in texts.chain(of_pastes) {
        assert!(!text.contains('\''), "{text}");
        let sentences = text.split_inclusive(['.']).count();
        let words = text.split_whitespace().count();
        assert!(words <= sentences * 20, "{text}");
    }
}
