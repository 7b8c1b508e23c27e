//! What a page around the widget says and holds: its messages, the attributes of its tag, its policy.

use serde_json::json;
use whichside_embed::policy::{Assessment, Blocked, Needs, PolicySource, assess};
use whichside_embed::snippet::{Snippet, Way};
use whichside_embed::{FromHost, Mode, Theme};

use crate::{Reader, texts};

/// A message of the page around.
pub const MESSAGE: Reader = Reader {
    name: "message",
    seeds: || {
        texts(&[
            r#"{"whichside":1,"type":"open","target":"https://shop.example/","status":"https://status.shop.example/","theme":"dark","language":"de","mode":"inline"}"#,
            r#"{"whichside":1,"type":"reset"}"#,
        ])
    },
    check: message,
};

fn message(text: &str) {
    let Some(message) = FromHost::read(text) else {
        return;
    };
    assert!(text.len() <= 8_192);
    let written = match &message {
        FromHost::Reset => json!({ "whichside": 1, "type": "reset" }),
        FromHost::Open(open) => json!({
            "whichside": 1,
            "type": "open",
            "target": open.target,
            "status": open.status,
            "theme": open.theme.id(),
            "language": open.language,
            "mode": open.mode.id(),
        }),
    }
    .to_string();
    if written.len() <= 8_192 {
        assert_eq!(FromHost::read(&written), Some(message));
    }
}

/// The attributes of the loader's tag, as the configurator writes them.
pub const ATTRIBUTES: Reader = Reader {
    name: "attributes",
    seeds: || {
        texts(&[
            "https://shop.example/",
            "\"'><script>alert(1)</script><!--&amp;\\\u{2028}\n",
            "dark",
        ])
    },
    check: attributes,
};

fn attributes(text: &str) {
    assert!(Theme::ALL.contains(&Theme::of_id(text)) && Mode::ALL.contains(&Mode::of_id(text)));
    for way in Way::ALL {
        let snippet = |value| {
            let plain = Snippet {
                base: "https://whichside.example/",
                target: value,
                status: value,
                theme: Theme::Auto,
                lang: value,
                mode: Mode::Button,
                way,
                pinned: None,
            };
            plain.text()
        };
        let (written, harmless) = (snippet(text), snippet("a"));
        // As many tags as with a harmless value; an empty one is left out.
        if !text.is_empty() {
            for mark in ['<', '>'] {
                assert_eq!(
                    written.matches(mark).count(),
                    harmless.matches(mark).count(),
                    "{written}"
                );
            }
        }
    }
}

/// A policy, as an owner pastes it.
pub const POLICY: Reader = Reader {
    name: "policy",
    seeds: || {
        texts(&[
            "Content-Security-Policy: default-src 'self'; script-src 'self' 'nonce-a' https://cdn.example; frame-src 'none'",
            "HTTP/2 200\r\ncontent-type: text/html\r\ncontent-security-policy-report-only: script-src 'strict-dynamic'\r\n",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; child-src *.shop.example:443\">",
            "add_header Content-Security-Policy \"script-src 'self'; sandbox allow-scripts\" always;",
        ])
    },
    check: policy,
};

fn policy(text: &str) {
    let needs = Needs {
        base: "https://whichside.example/",
        loader: "embed/v1.js",
        integrity: None,
        page: None,
        inline: false,
    };
    let Assessment::Assessed(report) = assess(text, &needs) else {
        return;
    };
    assert!(report.changes.len() <= report.policies, "{report:?}");
    // What no directive mends is a remark.
    if !report.remarks.is_empty() {
        return;
    }
    assert_eq!(report.changes.is_empty(), report.blocked == Blocked::None);
    // Whoever writes what is said, in the place of what was there, has let the widget in.
    for change in &report.changes {
        let whole = &change.whole;
        let written = match change.source {
            PolicySource::Header => format!("Content-Security-Policy: {whole}"),
            // How HTML writes these is not the policy's matter.
            PolicySource::Meta if whole.contains(['"', '&', '<', '>']) => continue,
            PolicySource::Meta => {
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{whole}\">")
            }
        };
        match assess(&written, &needs) {
            Assessment::Assessed(mended) => {
                assert_eq!(mended.blocked, Blocked::None, "{written}");
            }
            other => panic!("{written} is {other:?}"),
        }
    }
}
