//! What an owner pastes: logs and configurations.

use std::collections::BTreeSet;

use whichside_diagnosis::Cause;
use whichside_owner::response::{Request, Response, Task, respond};
use whichside_owner::{Pasted, Site, Words, config, logs};

use crate::Reader;

/// Lines of a log.
pub const LOG: Reader = Reader {
    name: "log",
    seeds: || {
        logs::patterns()
            .map(|pattern| pattern.example.to_owned())
            .collect()
    },
    check: log,
};

fn log(text: &str) {
    let explained = logs::explain(text);
    let names: BTreeSet<&str> = explained.iter().map(|each| each.pattern.id).collect();
    assert_eq!(names.len(), explained.len());
    let lines = text.split(['\n', '\r']).count();
    assert!(explained.iter().map(|each| each.count).sum::<usize>() <= lines);
    for each in &explained {
        assert!(each.lines.len() <= logs::LINES_KEPT && each.lines.len() <= each.count);
        assert!(each.lines.iter().all(|line| text.contains(line)));
    }
    is_bounded(Task::Log(Pasted::log(text)));
}

/// An nginx configuration.
pub const CONFIGURATION: Reader = Reader {
    name: "configuration",
    seeds: || {
        vec![
            include_str!("../../../hosting/nginx/whichside.conf").to_owned(),
            include_str!("../../../hosting/nginx/page.conf").to_owned(),
            "server { listen 80; server_name s.example; location / { proxy_pass http://127.0.0.1:3000; } }\n".to_owned(),
            "upstream a { server unix:/run/php.sock; }\nif ($host = 'a') { return 301 https://b$request_uri; }\n".to_owned(),
        ]
    },
    check: configuration,
};

fn configuration(text: &str) {
    let checked = config::check(text);
    assert!(!checked.pasted.is_empty());
    let lines = text.split('\n').count();
    for mistake in &checked.mistakes {
        assert!(
            (1..=lines).contains(&mistake.line) && mistake.count > 0,
            "{mistake:?}"
        );
    }
    is_bounded(Task::Config(Pasted::config(text)));
}

/// What is shown of a text stays short, however long the text is.
fn is_bounded(task: Task) {
    let request = Request {
        language: "en".to_owned(),
        site: Site {
            cause: Cause::BadGateway,
            status: Some(502),
            server: None,
            host: "shop.example".to_owned(),
        },
        task,
    };
    let shown = match respond(&request, &Words::english()) {
        Response::Log(report) => serde_json::to_string(&report),
        Response::Config(report) => serde_json::to_string(&report),
        other @ (Response::Section(_) | Response::Step(_)) => panic!("{other:?}"),
    };
    let length = shown.map(|shown| shown.len()).unwrap_or_default();
    assert!((1..200_000).contains(&length), "{length} bytes are shown");
}
