//! What owners paste, and what they are told.

use super::*;

const NEEDS: Needs = Needs {
    base: "https://whichside.example/",
    loader: "embed/v1.js",
    integrity: None,
    page: Some("https://status.shop.example/"),
    inline: false,
};
const HASH: &str = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC";

fn answer_for(text: &str, needs: &Needs) -> PolicyReport {
    let reading = assess(text, needs);
    assert!(
        matches!(reading, Assessment::Assessed(_)),
        "{text}: {reading:?}"
    );
    match reading {
        Assessment::Assessed(answer) => answer,
        Assessment::Empty | Assessment::Unrecognised | Assessment::PageWithoutPolicy => {
            PolicyReport {
                policies: 0,
                blocked: Blocked::None,
                changes: Vec::new(),
                remarks: Vec::new(),
            }
        }
    }
}

fn answer(text: &str) -> PolicyReport {
    answer_for(text, &NEEDS)
}

/// What is blocked, what to add, and what the whole is then.
fn told(text: &str) -> (&'static str, String, String) {
    let answer = answer(text);
    let add: Vec<String> = answer
        .changes
        .iter()
        .flat_map(|change| change.add.clone())
        .collect();
    let whole: Vec<String> = answer
        .changes
        .into_iter()
        .map(|change| change.whole)
        .collect();
    (answer.blocked.id(), add.join("; "), whole.join("\n"))
}

#[test]
fn the_owner_is_told_exactly_what_to_add() {
    for (policy, blocked, add, whole) in [
        (
            "default-src 'self'",
            "both",
            "script-src 'self' https://whichside.example; frame-src 'self' https://whichside.example",
            "default-src 'self'; script-src 'self' https://whichside.example; frame-src 'self' https://whichside.example",
        ),
        (
            "default-src 'none'; script-src 'self'; style-src 'self';",
            "both",
            "script-src 'self' https://whichside.example; frame-src https://whichside.example",
            "default-src 'none'; script-src 'self' https://whichside.example; style-src 'self'; frame-src https://whichside.example;",
        ),
        (
            "Script-Src 'none'; frame-src https:",
            "script",
            "Script-Src https://whichside.example",
            "Script-Src https://whichside.example; frame-src https:",
        ),
        (
            "script-src 'self'; script-src-elem https://cdn.example; child-src https://video.example",
            "both",
            "script-src-elem https://cdn.example https://whichside.example; frame-src https://video.example https://whichside.example",
            "script-src 'self'; script-src-elem https://cdn.example https://whichside.example; child-src https://video.example; frame-src https://video.example https://whichside.example",
        ),
        (
            "default-src 'self' 'unsafe-inline' 'nonce-abc'; img-src *",
            "both",
            "script-src 'self' 'unsafe-inline' 'nonce-abc' https://whichside.example; frame-src 'self' https://whichside.example",
            "default-src 'self' 'unsafe-inline' 'nonce-abc'; img-src *; script-src 'self' 'unsafe-inline' 'nonce-abc' https://whichside.example; frame-src 'self' https://whichside.example",
        ),
        (
            "script-src",
            "script",
            "script-src https://whichside.example",
            "script-src https://whichside.example",
        ),
    ] {
        assert_eq!(
            told(policy),
            (blocked, add.to_owned(), whole.to_owned()),
            "{policy}"
        );
    }
}

#[test]
fn a_policy_that_lets_the_widget_in_stays_as_it_is() {
    for policy in [
        "img-src 'self'; connect-src 'none'; style-src 'none'",
        "default-src *",
        "default-src https:",
        "DEFAULT-SRC HTTPS://WHICHSIDE.EXAMPLE",
        "default-src whichside.example",
        "default-src *.example",
        "default-src http://whichside.example",
        "default-src https://whichside.example:443",
        "default-src https://whichside.example:*",
        "default-src https://whichside.example/",
        "script-src https://whichside.example/embed/; frame-src https://whichside.example/widget/",
        "script-src https://whichside.example/embed/v1.js",
        "default-src 'none'; script-src-elem https://whichside.example; frame-src https://whichside.example",
        "frame-ancestors 'none'; base-uri 'none'",
    ] {
        assert_eq!(
            told(policy),
            ("none", String::new(), String::new()),
            "{policy}"
        );
    }
}

#[test]
fn what_only_looks_like_us_lets_nothing_in() {
    for sources in [
        "https://whichside.example.evil.example",
        "https://evilwhichside.example",
        "https://*.whichside.example",
        "https://whichside.example:8443",
        "https://whichside.example/other/",
        "https://whichside.example/embed",
        "wss:",
        "data:",
        "'unsafe-inline' 'unsafe-eval'",
        "'nonce-whichside.example'",
        "whichside",
    ] {
        let policy = format!("default-src {sources}");
        assert_eq!(answer(&policy).blocked, Blocked::Both, "{policy}");
    }
}

#[test]
fn only_the_first_directive_of_a_name_counts() {
    let (blocked, add, whole) =
        told("script-src 'self'; script-src *; frame-src *; frame-src 'none'");
    assert_eq!(
        (blocked, &*add),
        ("script", "script-src 'self' https://whichside.example")
    );
    assert_eq!(
        whole,
        "script-src 'self' https://whichside.example; script-src *; frame-src *; frame-src 'none'"
    );
}

#[test]
fn our_own_page_is_self() {
    let own = Needs {
        page: Some("https://whichside.example/status"),
        ..NEEDS
    };
    assert_eq!(
        answer_for("default-src 'self'", &own).blocked,
        Blocked::None
    );
    let unknown = Needs {
        page: None,
        ..NEEDS
    };
    assert_eq!(
        answer_for("default-src 'self'", &unknown).blocked,
        Blocked::Both
    );
}

#[test]
fn a_folder_and_a_port_of_ours_are_looked_at() {
    let deep = Needs {
        base: "https://pages.example:8443/whichside/",
        ..NEEDS
    };
    for allowed in [
        "https://pages.example:8443",
        "https://pages.example:8443/whichside/",
        "*:8443",
    ] {
        let policy = format!("default-src {allowed}");
        assert_eq!(
            answer_for(&policy, &deep).blocked,
            Blocked::None,
            "{policy}"
        );
    }
    let answer = answer_for("frame-src https://pages.example", &deep);
    assert_eq!(
        answer.changes[0].add,
        ["frame-src https://pages.example https://pages.example:8443"]
    );
}

#[test]
fn under_strict_dynamic_only_a_nonce_or_the_hash_lets_the_loader_in() {
    let policy =
        "script-src 'strict-dynamic' 'nonce-r4nd0m' https: 'unsafe-inline'; object-src 'none'";
    let told = answer(policy);
    assert_eq!(told.blocked, Blocked::Script);
    assert_eq!(told.changes, [], "no host helps");
    assert_eq!(told.remarks, [Remark::Nonce]);

    let pinned = Needs {
        integrity: Some(HASH),
        ..NEEDS
    };
    let told = answer_for(policy, &pinned);
    assert_eq!(told.remarks, []);
    let added =
        format!("script-src 'strict-dynamic' 'nonce-r4nd0m' https: 'unsafe-inline' '{HASH}'");
    assert_eq!(told.changes[0].add, [&*added]);
    assert_eq!(
        answer_for(&told.changes[0].whole, &pinned).blocked,
        Blocked::None
    );
    assert_eq!(
        answer(&told.changes[0].whole).blocked,
        Blocked::Script,
        "the hash is of the pinned loader alone"
    );
}

#[test]
fn each_of_several_policies_has_to_allow_everything() {
    let pasted = "HTTP/2 200\r\ncontent-security-policy: default-src *\r\ncontent-security-policy: script-src 'self', frame-src 'none'\r\nserver: nginx\r\n";
    let told = answer(pasted);
    assert_eq!((told.policies, told.blocked), (3, Blocked::Both));
    let change = Change {
        source: PolicySource::Header,
        add: vec![
            "script-src 'self' https://whichside.example".to_owned(),
            "frame-src https://whichside.example".to_owned(),
        ],
        whole: "script-src 'self' https://whichside.example, frame-src https://whichside.example"
            .to_owned(),
    };
    assert_eq!(told.changes, [change]);
}

#[test]
fn a_policy_is_found_however_it_is_pasted() {
    for pasted in [
        "default-src 'self'",
        "\"default-src 'self'\"",
        "  default-src\n    'self';\n",
        "Content-Security-Policy: default-src 'self'",
        "content-security-policy:default-src 'self'",
        "content-security-policy:\ndefault-src\n  'self'\ncontent-type:\ntext/html",
        "HTTP/1.1 200 OK\nServer: nginx\nContent-Security-Policy: default-src 'self'\nX-Frame-Options: DENY",
        "HTTP/1.1 301 Moved\nContent-Security-Policy: default-src *\nLocation: /x\n\nHTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'\n",
        "* Connected\n> HEAD / HTTP/2\n< HTTP/2 200 \n< content-security-policy: default-src 'self'\n",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">",
        "<META content='default-src &#39;self&#39;' HTTP-EQUIV=content-security-policy />",
        "<!doctype html><head><!-- <meta http-equiv=content-security-policy content=\"default-src *\"> -->\n<meta charset=utf-8><script>'<meta http-equiv=content-security-policy content=x>'</script>\n<meta http-equiv=\"content-security-policy\"\n  content=\"default-src\n  'self'\">",
        "add_header Content-Security-Policy \"default-src 'self'\" always;",
        "Header always set Content-Security-Policy \"default-src 'self'\"",
        "{ \"headers\": { \"Content-Security-Policy\": \"default-src 'self'\" } }",
        "/*\n  X-Frame-Options: DENY\n  Content-Security-Policy: default-src 'self'\n",
    ] {
        let told = answer(pasted);
        assert_eq!(
            (told.policies, told.blocked),
            (1, Blocked::Both),
            "{pasted}"
        );
        assert_eq!(
            told.changes[0].add,
            [
                "script-src 'self' https://whichside.example",
                "frame-src 'self' https://whichside.example"
            ],
            "{pasted}"
        );
    }
}

#[test]
fn headers_and_the_page_below_them_count_together() {
    let told = answer(
        "HTTP/2 200\ncontent-security-policy: frame-src 'none'\n\n<html><meta http-equiv=content-security-policy content=\"script-src 'self', frame-src 'none'\">",
    );
    assert_eq!((told.policies, told.blocked), (2, Blocked::Both));
    let sources: Vec<PolicySource> = told.changes.iter().map(|change| change.source).collect();
    assert_eq!(sources, [PolicySource::Header, PolicySource::Meta]);
}

#[test]
fn what_holds_no_policy_is_said_to_hold_none() {
    assert_eq!(assess(" \n", &NEEDS), Assessment::Empty);
    assert_eq!(
        assess("Our status page is nice; really", &NEEDS),
        Assessment::Unrecognised
    );
    assert_eq!(
        assess("<!doctype html><style>a { color: red }</style>", &NEEDS),
        Assessment::PageWithoutPolicy
    );
    let headers = answer("HTTP/2 200\nserver: nginx\n");
    assert_eq!((headers.policies, headers.blocked), (0, Blocked::None));
}

#[test]
fn a_policy_that_only_reports_blocks_nothing() {
    for pasted in [
        "Content-Security-Policy-Report-Only: default-src 'none'",
        "add_header Content-Security-Policy-Report-Only \"default-src 'none'\";",
    ] {
        let told = answer(pasted);
        assert_eq!(
            (told.policies, told.blocked),
            (0, Blocked::None),
            "{pasted}"
        );
        assert_eq!(told.remarks, [Remark::ReportOnly], "{pasted}");
    }
}

#[test]
fn what_else_stands_in_the_way_is_said() {
    let inline = Needs {
        inline: true,
        ..NEEDS
    };
    let policy = "script-src https:";
    assert_eq!(answer_for(policy, &inline).remarks, [Remark::Inline]);
    assert_eq!(
        answer_for("script-src https: 'unsafe-inline'", &inline).remarks,
        []
    );
    let noted = "script-src https: 'unsafe-inline' 'nonce-a'";
    assert_eq!(answer_for(noted, &inline).remarks, [Remark::Inline]);
    assert_eq!(
        answer("require-trusted-types-for 'script'").remarks,
        [Remark::TrustedTypes]
    );

    let told = answer("sandbox allow-scripts allow-popups");
    assert_eq!(told.blocked, Blocked::Frame);
    let lacks = vec!["allow-same-origin", "allow-popups-to-escape-sandbox"];
    assert_eq!(told.remarks, [Remark::Sandbox(lacks)]);
    assert_eq!(answer("sandbox").blocked, Blocked::Both);
    let meta = "<meta http-equiv=content-security-policy content=sandbox>";
    assert_eq!(
        answer(meta).blocked,
        Blocked::None,
        "a page cannot sandbox itself"
    );

    let told = answer("HTTP/2 200\ncross-origin-embedder-policy: require-corp\n");
    assert_eq!(
        (told.blocked, told.remarks),
        (Blocked::Frame, vec![Remark::Embedder])
    );
    assert_eq!(
        answer("cross-origin-embedder-policy: unsafe-none\n").blocked,
        Blocked::None
    );
}

/// A sequence of numbers that looks like none.
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below
    }
}

#[test]
fn whoever_pastes_what_is_said_has_let_the_widget_in_and_changed_nothing_else() {
    const NAMES: [&str; 8] = [
        "default-src",
        "script-src",
        "script-src-elem",
        "frame-src",
        "child-src",
        "img-src",
        "Style-Src",
        "upgrade-insecure-requests",
    ];
    const SOURCES: [&str; 10] = [
        "'self'",
        "'none'",
        "https:",
        "*",
        "https://cdn.example",
        "'unsafe-inline'",
        "'nonce-a'",
        "'strict-dynamic'",
        "*.shop.example:443",
        "data:",
    ];
    let pinned = Needs {
        integrity: Some(HASH),
        ..NEEDS
    };
    let mut number = numbers(6);
    for _ in 0..5_000 {
        let parts: Vec<String> = (0..1 + number(5))
            .map(|_| {
                let mut part = vec![NAMES[number(NAMES.len())]];
                part.extend((0..number(4)).map(|_| SOURCES[number(SOURCES.len())]));
                part.join(" ")
            })
            .collect();
        let policy = parts.join("; ");
        let told = answer_for(&policy, &pinned);
        let Some(change) = told.changes.first() else {
            assert_eq!(told.blocked, Blocked::None, "{policy}");
            continue;
        };
        let then = answer_for(&change.whole, &pinned);
        assert_eq!(
            then.blocked,
            Blocked::None,
            "{policy} became {}",
            change.whole
        );
        // Whatever stood there stands there still, but for what was said to be replaced.
        let kept: Vec<&str> = change.whole.split("; ").collect();
        for (at, part) in parts.iter().enumerate() {
            let same = kept[at] == part;
            assert!(
                same || change.add.iter().any(|added| added == kept[at]),
                "{policy} became {}",
                change.whole
            );
        }
        assert!(
            kept[parts.len()..]
                .iter()
                .all(|part| change.add.iter().any(|added| added == part))
        );
    }
}

#[test]
fn any_text_is_read_to_its_end() {
    let long = 1 << 20;
    for piece in [
        "<!--",
        "<meta ",
        "<meta http-equiv=content-security-policy content='",
        "content-security-policy",
        "content-security-policy \"",
        "content-security-policy: script-src 'self',",
        "content-security-policy: a\n",
        "script-src;",
        "script-src 'self' ",
        "default-src ",
        "&",
        "<script></",
        "<",
        "'",
        "\"",
        ";",
        ",",
        ":",
        "\n",
        "ü;",
        "\u{202e}",
        "HTTP/1.1 200\n",
        "< \n",
        "a=",
        "= =",
    ] {
        let text = piece.repeat(long / piece.len());
        let _ = assess(&text, &NEEDS);
        let _ = assess(&format!("content-security-policy: {text}"), &NEEDS);
        let _ = assess(&format!("<meta {text}"), &NEEDS);
        let _ = assess(&format!("script-src {text}"), &NEEDS);
    }
    let pieces = [
        "<",
        "meta",
        " ",
        "=",
        "\"",
        "'",
        ">",
        "content-security-policy",
        "http-equiv",
        "content",
        "script-src",
        ":",
        ";",
        "\n",
        "ü",
        "-",
        "!--",
        "/",
    ];
    let mut number = numbers(11);
    for _ in 0..5_000 {
        let text: String = (0..number(30))
            .map(|_| pieces[number(pieces.len())])
            .collect();
        let _ = assess(&text, &NEEDS);
    }
}
