//! The page in each state, on the narrowest screen and a wide one, in light and dark, in English and Arabic: axe finds nothing, it
//! fits, and what a hostile server says is text. Each state is reached as visitors reach it: `scripted` answers so.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use whichside_error_page::{Files, Status};
use whichside_harness::browser::{Browser, Launch};
use whichside_harness::engine::Engine;
use whichside_harness::wait::until;
use whichside_harness::webdriver::Session;

use crate::scripted::{ADDRESS, HOSTILE, Reply, Script, Scripted};
use crate::world::{World, settings};

/// What has to be done in the browser before the page is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    /// Another window shows the page, and asks.
    OtherWindow,
    /// The site's own service worker stands between.
    Worker,
    /// The site keeps a cache.
    Cache,
}

/// What is done once the page is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    Nothing,
    /// The window is put away.
    Minimize,
    /// A button is clicked.
    Click(&'static str),
}

/// A state, and how it comes about.
struct State {
    /// `data-state`.
    kind: &'static str,
    /// Names it among those of its kind.
    name: &'static str,
    status: Status,
    before: Before,
    then: Then,
    alive: Reply,
    head: Reply,
    again: Reply,
    retry: &'static str,
    method: &'static str,
    /// After so many seconds in sight the page stops.
    patience: Option<u32>,
    /// Visitors are let in over so many seconds.
    spread: Option<u32>,
    /// An element that this state shows, and others do not.
    shows: Option<&'static str>,
}

const DOWN: Reply = Reply::Status(503);
const UP: Reply = Reply::Status(200);

const fn state(kind: &'static str, alive: Reply) -> State {
    State {
        kind,
        name: kind,
        status: Status::BadGateway,
        before: Before::Nothing,
        then: Then::Nothing,
        alive,
        head: Reply::Status(502),
        again: Reply::Status(502),
        retry: "9",
        method: "GET",
        patience: None,
        spread: None,
        shows: None,
    }
}

/// Every state of `boot/error-page/view.ts`, and what else can be seen.
const STATES: [State; 17] = [
    state("asking", Reply::Never),
    state("waiting", DOWN),
    State {
        before: Before::OtherWindow,
        ..state("follows", DOWN)
    },
    state("unreachable", Reply::Closed),
    state("this-page", UP),
    State {
        then: Then::Minimize,
        ..state("paused", DOWN)
    },
    State {
        patience: Some(0),
        ..state("stopped", DOWN)
    },
    State {
        retry: "40000",
        status: Status::Timeout,
        ..state("long", DOWN)
    },
    State {
        head: UP,
        status: Status::Unavailable,
        again: Reply::Status(503),
        ..state("back", UP)
    },
    State {
        head: UP,
        before: Before::Worker,
        ..state("cached", UP)
    },
    State {
        head: UP,
        // The browser stays where it is.
        again: Reply::Status(204),
        spread: Some(0),
        ..state("returning", UP)
    },
    State {
        method: "POST",
        status: Status::Error,
        head: Reply::Status(405),
        again: Reply::Status(500),
        shows: Some("sent"),
        ..state("sent-back", UP)
    },
    State {
        status: Status::TooLarge,
        again: Reply::Status(431),
        ..state("cookies", DOWN)
    },
    State {
        name: "cookies-left",
        then: Then::Click("remove-cookies"),
        status: Status::TooLarge,
        again: Reply::Status(431),
        shows: Some("cookies-left"),
        ..state("cookies", DOWN)
    },
    State {
        name: "copy",
        before: Before::Cache,
        shows: Some("copy"),
        ..state("waiting", DOWN)
    },
    State {
        name: "copy-removed",
        before: Before::Cache,
        then: Then::Click("remove-copy"),
        shows: Some("copy-removed"),
        ..state("waiting", DOWN)
    },
    State {
        name: "sent",
        method: "POST",
        shows: Some("sent"),
        ..state("waiting", DOWN)
    },
];

/// Where everything is looked at.
struct Look<'a> {
    world: &'a World,
    server: &'a Scripted,
    browser: &'a Browser,
    pictures: Option<&'a Path>,
    /// Of the screen and its colours.
    screen: String,
}

/// Looks at every state, and hands back how many of axe's rules hold in all.
///
/// # Errors
/// What axe finds, and what else is not as it must be.
pub fn check(world: &World, pictures: Option<&Path>) -> Result<usize> {
    let server = Scripted::start(script(world, &STATES[0], "en")?)?;
    let mut rules = 0;
    for dark in [false, true] {
        for (width, height) in [(320, 640), (390, 844), (1280, 900)] {
            // The widths between differ in nothing but pictures.
            if width == 390 && pictures.is_none() {
                continue;
            }
            let browser = open(world, dark, (width, height))?;
            let look = Look {
                world,
                server: &server,
                browser: &browser,
                pictures,
                screen: format!("{width}-{}", if dark { "dark" } else { "light" }),
            };
            for language in ["en", "ar"] {
                for state in &STATES {
                    let what = format!("{}-{}-{language}", state.name, look.screen);
                    rules += look.at(state, language).with_context(|| what.clone())?;
                }
            }
        }
    }
    Ok(rules)
}

fn script(world: &World, state: &State, language: &str) -> Result<Script> {
    // A large crowd: who is let in waits for long enough to be looked at.
    let mut settings = settings(|choices| {
        language.clone_into(&mut choices.languages);
        "100000".clone_into(&mut choices.visitors);
        "https://whichside.example/".clone_into(&mut choices.whichside);
    })?;
    let pace = &mut settings.pace;
    pace.patience = state.patience.unwrap_or(pace.patience);
    pace.spread = state.spread.unwrap_or(pace.spread);
    let page = Files::new(&settings, &world.parts)
        .page(state.status)
        .to_owned();
    Ok(Script {
        page: (state.status.code(), page),
        alive: state.alive,
        head: state.head,
        again: state.again,
        retry: state.retry,
        method: state.method,
    })
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
        state: document.querySelector("main").dataset.state,
        elsewhere: performance.getEntriesByType("resource").filter(({ name }) => !name.startsWith(location.origin)).length,
    }));
"#;
/// The state, whether the owner's word is there, and which of some elements can be seen.
const SEEN: &str = r#"
    const told = (id) => { const found = document.getElementById(id); return found?.checkVisibility() && found.textContent !== ""; };
    return {
        state: document.querySelector("main")?.dataset.state ?? null,
        word: told("word"),
        told: ["sent", "cookies-left", "copy", "copy-removed"].filter(told),
    };
"#;
/// Leaves nothing of an earlier state in this browser.
const CLEAN: &str = r#"
    sessionStorage.clear();
    return Promise.all([
        navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((worker) => worker.unregister()))),
        caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))),
    ]).then(() => true);
"#;
const REGISTER: &str = "return navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)\
    .then(() => true)";

impl Look<'_> {
    fn page(&self) -> &Session {
        self.browser.session()
    }

    /// Looks at a state, and hands back how many of axe's rules hold.
    fn at(&self, state: &State, language: &str) -> Result<usize> {
        let page = self.page();
        self.server.follow(script(self.world, state, language)?);
        self.go_to("/fresh")?;
        page.run(CLEAN, &[])?;
        let first = page.window()?;
        let other = self.prepare(state.before)?;
        page.look_at(&first)?;
        self.go_to(&format!("/article?page=2&name={HOSTILE}#{HOSTILE}"))?;
        match state.then {
            Then::Nothing => {}
            Then::Minimize => {
                self.until_seen("waiting", None)?;
                page.minimize()?;
            }
            Then::Click(id) => {
                self.until_seen(state.kind, None)?;
                page.click(&page.find(&format!("#{id}"))?)?;
            }
        }
        self.until_seen(state.kind, state.shows)?;
        page.run(&self.world.axe, &[])
            .context("axe does not start")?;
        let seen = page.run(LOOK, &[]).context("axe does not finish")?;
        self.picture(&format!("{}-{}-{language}", state.name, self.screen))?;
        is_well(&seen, state)?;
        if state.name == "waiting" {
            asks_only_by_a_click(page)?;
        }
        complains(page)?;
        if state.then == Then::Minimize {
            page.resize(1280, 900)?;
        }
        if let Some(other) = other {
            page.look_at(&other)?;
            page.close_window()?;
            page.look_at(&first)?;
        }
        Ok(seen["passes"].as_u64().unwrap_or_default() as usize)
    }

    fn go_to(&self, path: &str) -> Result<()> {
        self.page().go_to(&format!("http://{ADDRESS}{path}"))
    }

    /// What was opened beside the page, if anything was.
    fn prepare(&self, before: Before) -> Result<Option<String>> {
        let page = self.page();
        match before {
            Before::Nothing => Ok(None),
            Before::OtherWindow => {
                let other = page.new_window()?;
                page.look_at(&other)?;
                self.go_to("/article?page=1")?;
                self.until_seen("waiting", None)?;
                Ok(Some(other))
            }
            Before::Worker => page.run(REGISTER, &[]).map(|_| None),
            Before::Cache => page
                .run("return caches.open('old').then(() => true)", &[])
                .map(|_| None),
        }
    }

    fn until_seen(&self, kind: &str, shows: Option<&str>) -> Result<()> {
        until(&format!("the state {kind}"), || {
            // A page that is being replaced by another can tell nothing.
            Ok(match self.page().run(SEEN, &[]) {
                Ok(seen) => {
                    let told = seen["told"].as_array();
                    let is_told = shows.is_none_or(|id| {
                        told.is_some_and(|told| told.iter().any(|told| told == id))
                    });
                    if seen["state"] == kind && seen["word"] == true && is_told {
                        Ok(())
                    } else {
                        Err(seen.to_string())
                    }
                }
                Err(error) => Err(format!("{error:#}")),
            })
        })
    }

    fn picture(&self, name: &str) -> Result<()> {
        let Some(folder) = self.pictures else {
            return Ok(());
        };
        let page = self.page();
        page.run(
            "for (const list of document.querySelectorAll('details')) list.open = false; scrollTo(0, 0)",
            &[],
        )?;
        fs::create_dir_all(folder)?;
        fs::write(folder.join(format!("{name}.png")), page.picture()?)?;
        Ok(())
    }
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
            .is_some_and(|word| word.matches(HOSTILE).count() == 2),
        "the owner's word is not text: {seen}"
    );
    ensure!(
        seen["support"] == "mailto:help@shop.example",
        "the word changed the support: {seen}"
    );
    // Where this page asked and was answered, it shows how.
    let has_answer = matches!(
        state.kind,
        "waiting" | "this-page" | "stopped" | "long" | "back" | "cached" | "sent-back"
    );
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_the_page_is_looked_at() {
        let script = include_str!("../../../boot/error-page/view.ts");
        let (_, kinds) = script.split_once("[\"kind\"][] = [").unwrap();
        let (kinds, _) = kinds.split_once(']').unwrap();
        let kinds: Vec<&str> = kinds.split('"').skip(1).step_by(2).collect();
        assert!(kinds.len() > 12);
        for kind in kinds {
            assert!(STATES.iter().any(|state| state.kind == kind), "{kind}");
        }
    }
}
