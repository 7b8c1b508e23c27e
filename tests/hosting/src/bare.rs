//! The page on a host that sends no headers of its own, as GitHub Pages does: under two paths of one origin, each a deployment of its
//! own. It works, keeps apart what it keeps, and refuses by script to be framed where a framed page could act.

use anyhow::{Result, ensure};
use serde_json::json;
use whichside_harness::browser::Launch;
use whichside_harness::engine::Engine;
use whichside_harness::webdriver::Session;

use crate::sandbox::{HOST, Sandbox};
use crate::server::{BARE_PATHS, Server};
use crate::visits::{COPY, STANDS, WATCH, a_check_starts, frame, nothing_was_refused, wait_until};

/// Pages on which a click does something.
const ACTING: [&str; 3] = ["", "embed/", "error-page/"];
/// Pages that are there to be read.
const READ: [&str; 2] = ["guide/", "404.html"];
/// The page has said that it opens in a tab of its own, and nothing more.
const REFUSED: &str = "return document.getElementById('fatal')?.hidden === false \
                       && document.querySelector('form') === null";
/// There is nothing to be clicked but links and lists that open.
const ONLY_READ: &str = "return document.readyState === 'complete' && document.URL !== 'about:blank' \
                         && document.querySelector('form, button, [data-action]') === null";
/// Every copy of the page, with the number of its files, and every key.
const KEPT: &str = "return (async () => { \
    const names = (await caches.keys()).sort(); \
    const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length)); \
    return [names.map((name) => name.split('#')[0]), files, Object.keys(localStorage).sort()]; })()";

/// Opens the page in both folders, and frames it.
///
/// # Errors
/// What does not work, or what the two have mixed up.
pub fn check(sandbox: &Sandbox, engine: Engine) -> Result<()> {
    let _server = Server::bare(sandbox)?;
    let browser = Launch {
        authority: Some(&sandbox.certificates.authority()),
        ..Launch::new(engine, &sandbox.folder.join("browser"))
    }
    .start()?;
    let page = browser.session();
    for path in BARE_PATHS {
        let home = format!("https://{HOST}{path}/");
        page.go_to(&home)?;
        wait_until(page, STANDS, "the page shows its form")?;
        page.run(WATCH, &[])?;
        let scope = page.run(COPY, &[])?;
        ensure!(scope == home.as_str(), "the service worker is for {scope}");
        page.click(&page.find("[name=only-here]")?)?;
        a_check_starts(page)?;
        nothing_was_refused(&browser)?;
    }
    both_are_kept(page)?;
    for file in ACTING {
        frame(page, &address(file))?;
        wait_until(page, REFUSED, "a framed page that refuses")?;
    }
    for file in READ {
        frame(page, &address(file))?;
        wait_until(page, ONLY_READ, "a framed page with nothing to click")?;
    }
    Ok(())
}

/// An address in the first folder, without its scheme.
fn address(file: &str) -> String {
    format!("{HOST}{}/{file}", BARE_PATHS[0])
}

fn both_are_kept(page: &Session) -> Result<()> {
    let kept = page.run(KEPT, &[])?;
    let [one, two] = BARE_PATHS.map(|path| format!("whichside-{path}/"));
    ensure!(kept[0] == json!([&one, &two]), "the copies are {}", kept[0]);
    let files = [&kept[1][0], &kept[1][1]];
    ensure!(
        files[0] == files[1] && files[0].as_u64() > Some(10),
        "they hold {files:?} files"
    );
    let keys: Vec<String> = serde_json::from_value(kept[2].clone())?;
    for folder in [&one, &two] {
        let own = format!("{folder}#only-here");
        ensure!(keys.contains(&own), "{own} is not among {keys:?}");
    }
    let has_folder = |key: &String| {
        [&one, &two]
            .into_iter()
            .any(|folder| key.starts_with(folder))
    };
    ensure!(keys.iter().all(has_folder), "a key has no folder: {keys:?}");
    Ok(())
}
