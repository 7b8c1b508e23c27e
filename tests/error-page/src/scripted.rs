//! A server that brings the error page into a state: it answers as a script says, with headers and an owner's word as hostile as can
//! be. What is then looked at is `states`'s.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use serde_json::json;

use crate::http::{Answer, Asked, Http};

/// Where it listens.
pub const ADDRESS: &str = "127.0.0.1:8080";
/// Words that are markup wherever they are taken for it.
pub const HOSTILE: &str = "<img src=x onerror=evil=1>";
/// The site's own service worker: it stands between the browser and every page.
const WORKER: &str = "addEventListener('install', () => skipWaiting());\
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));\
    addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));";

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// With this status.
    Status(u16),
    /// The connection is closed.
    Closed,
    /// Nothing ever comes.
    Never,
}

/// What it answers by.
#[derive(Clone, Debug)]
pub struct Script {
    /// The page, and its status.
    pub page: (u16, String),
    /// `/whichside/alive`.
    pub alive: Reply,
    /// The page asked for by `HEAD`.
    pub head: Reply,
    /// The page asked for again.
    pub again: Reply,
    /// The `Retry-After`.
    pub retry: &'static str,
    /// The method that the page is told to have been asked for by.
    pub method: &'static str,
}

/// The server while it runs.
pub struct Scripted {
    now: Arc<Mutex<(Script, usize)>>,
    _http: Http,
}

impl Scripted {
    /// Starts it.
    ///
    /// # Errors
    /// Its port is taken.
    pub fn start(script: Script) -> Result<Self> {
        let now = Arc::new(Mutex::new((script, 0)));
        let told = Arc::clone(&now);
        let http = Http::start(
            ADDRESS,
            Arc::new(move |asked| {
                let (script, pages) = &mut *locked(&told);
                answer(asked, script, pages)
            }),
        )?;
        Ok(Self { now, _http: http })
    }

    /// Answers by another script from now on.
    pub fn follow(&self, script: Script) {
        *locked(&self.now) = (script, 0);
    }
}

fn locked(now: &Mutex<(Script, usize)>) -> MutexGuard<'_, (Script, usize)> {
    now.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `pages` counts how often the page was asked for.
fn answer(asked: &Asked, script: &Script, pages: &mut usize) -> Answer {
    let hostile = || {
        vec![
            ("Retry-After", script.retry.to_owned()),
            ("Via", format!("1.1 {HOSTILE}")),
            ("Age", "75".to_owned()),
            ("Cache-Control", "no-store".to_owned()),
            (
                "Server-Timing",
                format!("whichside;desc=\"{}\"", script.method),
            ),
        ]
    };
    let replied = |reply: Reply| match reply {
        Reply::Status(status) => Answer::With(status, hostile(), String::new()),
        Reply::Closed => Answer::Closed,
        Reply::Never => Answer::Never,
    };
    let file =
        |kind: &str, text: String| Answer::With(200, vec![("Content-Type", kind.to_owned())], text);
    match asked.path.as_str() {
        "/fresh" => file(
            "text/html; charset=utf-8",
            "<!doctype html><title>fresh</title>".to_owned(),
        ),
        "/worker.js" => file("text/javascript", WORKER.to_owned()),
        "/whichside/alive" => replied(script.alive),
        "/.well-known/whichside.json" => {
            let word = json!({
                "schema": 1,
                "incident": {
                    "title": format!("The checkout fails {HOSTILE}"), "started": "2026-05-04T09:30:00Z", "expected": HOSTILE,
                    "regions": [HOSTILE]
                },
                "support": format!("javascript:{HOSTILE}"),
            });
            file("application/json", word.to_string())
        }
        _ if asked.method == "HEAD" => replied(script.head),
        path if path.starts_with("/article") => {
            *pages += 1;
            if *pages > 1 && script.again != Reply::Status(script.page.0) {
                return replied(script.again);
            }
            let mut headers = hostile();
            headers.push(("Content-Type", "text/html; charset=utf-8".to_owned()));
            let (status, page) = &script.page;
            Answer::With(*status, headers, page.clone())
        }
        _ => Answer::With(404, Vec::new(), String::new()),
    }
}
