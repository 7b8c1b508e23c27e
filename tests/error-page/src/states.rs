//! The page in each state, on the narrowest screen, in light and dark, in English and Arabic: axe finds nothing, it fits, and what
//! a hostile server says is text. The server here is scripted, as the states are what is looked at.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use whichside_error_page::{Files, Status};
use whichside_harness::browser::{Browser, Launch};
use whichside_harness::engine::Engine;
use whichside_harness::wait::until;
use whichside_harness::webdriver::Session;

use crate::http::{Answer, Asked, Http};
use crate::world::{World, settings};

const ADDRESS: &str = "127.0.0.1:8080";
/// Words that are markup wherever they are taken for it.
const HOSTILE: &str = "<img src=x onerror=evil=1>";

/// A state, and how a server brings it about.
struct State {
    name: &'static str,
    status: Status,
    /// What the small file and the page itself are answered with; nothing closes the connection.
    alive: Option<u16>,
    page: u16,
    retry: &'static str,
    method: &'static str,
}

const fn state(name: &'static str, alive: Option<u16>) -> State {
    State {
        name,
        status: Status::BadGateway,
        alive,
        page: 502,
        retry: "9",
        method: "GET",
    }
}

const STATES: [State; 7] = [
    state("waiting", Some(503)),
    state("unreachable", None),
    state("this-page", Some(200)),
    State {
        page: 200,
        status: Status::Unavailable,
        ..state("back", Some(200))
    },
    State {
        retry: "40000",
        status: Status::Timeout,
        ..state("long", Some(503))
    },
    State {
        method: "POST",
        status: Status::Error,
        page: 405,
        ..state("sent-back", Some(200))
    },
    State {
        status: Status::TooLarge,
        ..state("cookies", Some(503))
    },
];

/// The pages in both languages, each for the status.
struct Pages {
    english: Files,
    arabic: Files,
}

/// What the scripted server answers by.
struct Now {
    state: usize,
    arabic: bool,
}

/// Looks at every state, and hands back how many of axe's rules hold in all.
///
/// # Errors
/// What axe finds, and what else is not as it must be.
pub fn check(world: &World, pictures: Option<&Path>) -> Result<usize> {
    // A large crowd: who is let in waits for long enough to be looked at.
    let pages = |language: &str| {
        settings(|choices| {
            language.clone_into(&mut choices.languages);
            "100000".clone_into(&mut choices.visitors);
            "https://whichside.example/".clone_into(&mut choices.whichside);
        })
        .map(|settings| Files::new(&settings, &world.parts))
    };
    let pages = Pages {
        english: pages("en")?,
        arabic: pages("ar")?,
    };
    let now = Arc::new(Mutex::new(Now {
        state: 0,
        arabic: false,
    }));
    let told = Arc::clone(&now);
    let _server = Http::start(
        ADDRESS,
        Arc::new(move |asked| {
            answer(
                asked,
                &told.lock().unwrap_or_else(PoisonError::into_inner),
                &pages,
            )
        }),
    )?;
    let mut rules = 0;
    for dark in [false, true] {
        for (width, height) in [(320, 640), (1280, 900)] {
            let browser = open(world, dark, (width, height))?;
            for arabic in [false, true] {
                for (index, state) in STATES.iter().enumerate() {
                    *now.lock().unwrap_or_else(PoisonError::into_inner) = Now {
                        state: index,
                        arabic,
                    };
                    let what = format!(
                        "{}-{width}-{}-{}",
                        state.name,
                        if dark { "dark" } else { "light" },
                        if arabic { "ar" } else { "en" }
                    );
                    rules += look(
                        world,
                        &browser,
                        state,
                        pictures
                            .map(|folder| folder.join(format!("{what}.png")))
                            .as_deref(),
                    )
                    .with_context(|| what.clone())?;
                }
            }
        }
    }
    Ok(rules)
}

fn open(world: &World, dark: bool, (width, height): (u32, u32)) -> Result<Browser> {
    let colours = if dark {
        "--blink-settings=preferredColorScheme=0"
    } else {
        "--blink-settings=preferredColorScheme=1"
    };
    let phone = json!({
        "deviceMetrics": { "width": width, "height": height, "pixelRatio": 2.0, "mobile": true, "touch": true },
    });
    Launch {
        chromium_flags: &["--window-size=1280,900", colours],
        chromium_device: Some(phone).filter(|_| width < 400),
        ..Launch::new(Engine::Chromium, &world.folder.join("browser"))
    }
    .start()
}

fn answer(asked: &Asked, now: &Now, pages: &Pages) -> Answer {
    let Some(state) = STATES.get(now.state) else {
        return Answer::Closed;
    };
    let hostile = || {
        vec![
            ("Retry-After", state.retry.to_owned()),
            ("Via", format!("1.1 {HOSTILE}")),
            ("Age", "75".to_owned()),
            ("Cache-Control", "no-store".to_owned()),
            (
                "Server-Timing",
                format!("whichside;desc=\"{}\"", state.method),
            ),
        ]
    };
    match asked.path.as_str() {
        "/whichside/alive" => state.alive.map_or(Answer::Closed, |status| {
            Answer::With(status, hostile(), String::new())
        }),
        "/.well-known/whichside.json" => {
            let word = json!({
                "schema": 1,
                "incident": { "title": format!("The checkout fails {HOSTILE}"), "started": "2026-05-04T09:30:00Z", "expected": HOSTILE },
                "support": format!("javascript:{HOSTILE}"),
            });
            Answer::With(
                200,
                vec![("Content-Type", "application/json".to_owned())],
                word.to_string(),
            )
        }
        _ if asked.method == "HEAD" => Answer::With(state.page, hostile(), String::new()),
        _ => {
            let files = if now.arabic {
                &pages.arabic
            } else {
                &pages.english
            };
            let mut headers = hostile();
            headers.push(("Content-Type", "text/html; charset=utf-8".to_owned()));
            Answer::With(
                state.status.code(),
                headers,
                files.page(state.status).to_owned(),
            )
        }
    }
}

/// Axe's rules to hold, and what else can be seen of the page.
const LOOK: &str = r#"
    for (const list of document.querySelectorAll("details")) list.open = true;
    return axe.run(document, { resultTypes: ["violations"] }).then(({ violations, passes }) => ({
        violations: violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).slice(0, 3).join(" ")}`),
        passes: passes.length,
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        images: document.images.length,
        evil: typeof evil,
        facts: document.getElementById("facts").textContent,
        word: document.getElementById("word").checkVisibility() && document.getElementById("word").textContent,
        support: document.getElementById("support").href,
        dir: document.documentElement.dir,
        elsewhere: performance.getEntriesByType("resource").filter(({ name }) => !name.startsWith(location.origin)).length,
    }));
"#;

fn look(world: &World, browser: &Browser, state: &State, picture: Option<&Path>) -> Result<usize> {
    let page = browser.session();
    // Nothing of an earlier state is left in this tab.
    page.go_to(&format!("http://{ADDRESS}/whichside.html?fresh"))?;
    page.run("sessionStorage.clear()", &[])?;
    page.go_to(&format!(
        "http://{ADDRESS}/article?page=2&name={HOSTILE}#{HOSTILE}"
    ))?;
    until(&format!("the state {}", state.name), || {
        let script = "return document.querySelector('main').dataset.state + (document.querySelector('#word[hidden]') ? ', no word' : '')";
        let seen = page.run(script, &[])?;
        Ok(if seen == state.name {
            Ok(())
        } else {
            Err(seen.to_string())
        })
    })?;
    page.run(&world.axe, &[]).context("axe does not start")?;
    let seen = page.run(LOOK, &[]).context("axe does not finish")?;
    if let Some(file) = picture {
        page.run(
            "for (const list of document.querySelectorAll('details')) list.open = false",
            &[],
        )?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, page.picture()?)?;
    }
    is_well(&seen, state)?;
    if state.status != Status::TooLarge {
        asks_only_by_a_click(page)?;
    }
    complains(page)?;
    Ok(seen["passes"].as_u64().unwrap_or_default() as usize)
}

fn is_well(seen: &Value, state: &State) -> Result<()> {
    let violations = seen["violations"].as_array().context("axe said nothing")?;
    if !violations.is_empty() {
        bail!("axe finds: {violations:#?}");
    }
    ensure!(seen["passes"].as_u64() > Some(0), "axe looked at nothing");
    ensure!(
        seen["over"] == 0,
        "the page is wider than the screen: {seen}"
    );
    ensure!(
        seen["images"] == 0 && seen["evil"] == "undefined",
        "something became markup: {seen}"
    );
    ensure!(seen["elsewhere"] == 0, "somebody else was asked: {seen}");
    ensure!(
        seen["word"]
            .as_str()
            .is_some_and(|word| word.contains(HOSTILE)),
        "the owner's word is not text: {seen}"
    );
    ensure!(
        seen["support"] == "mailto:help@shop.example",
        "the word changed the support: {seen}"
    );
    let has_answer = state.alive.is_some() && state.status != Status::TooLarge;
    let facts = seen["facts"].as_str().unwrap_or_default();
    ensure!(
        !has_answer || facts.contains(HOSTILE),
        "a header is not shown as text: {seen}"
    );
    Ok(())
}

/// The named host is asked by the click and not before, which is seen already. Nobody is there in this network: the page says
/// so, and leaves the link.
fn asks_only_by_a_click(page: &Session) -> Result<()> {
    page.run(
        "document.getElementById('check').scrollIntoView({ block: 'center' })",
        &[],
    )?;
    page.click(&page.find("#check")?)?;
    until("the page says that the check does not open", || {
        let said = page.run(
            "return [document.getElementById('checker').textContent, document.querySelector('head script')?.src ?? '']",
            &[],
        )?;
        let is_told = said[0].as_str().is_some_and(|text| !text.is_empty())
            && said[1] == "https://whichside.example/embed/v1.js";
        Ok(if is_told {
            Ok(())
        } else {
            Err(said.to_string())
        })
    })
}

/// The page keeps its own policy. Answers that are errors are what this is about, and are in the console, too.
fn complains(page: &Session) -> Result<()> {
    let console = page.console()?;
    let said: Vec<&str> = console
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|entry| entry["message"].as_str())
        .filter(|message| !message.contains("Failed to load resource"))
        .collect();
    ensure!(said.is_empty(), "the browser complains: {said:#?}");
    Ok(())
}
