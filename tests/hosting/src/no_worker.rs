//! The worker's way back: `hosting/no-worker.js` in the place of `sw.js` takes the worker and its copy off a visitor's device.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use whichside_harness::browser::Launch;
use whichside_harness::command::{copy_folder, run};
use whichside_harness::engine::Engine;
use whichside_harness::namespaces::mount_over;
use whichside_harness::wait::until;
use whichside_harness::webdriver::Session;

use crate::sandbox::Sandbox;
use crate::server::Server;
use crate::visits::COPY;

/// How many workers and copies of the page there are, once the worker that is there has been asked for anew.
const LEFT: &str = "return (async () => { \
    const all = await navigator.serviceWorker.getRegistrations(); \
    await Promise.all(all.map((each) => each.update().catch(() => {}))); \
    return [all.length, (await caches.keys()).length]; })()";
/// How many copies of the page there are.
const COPIES: &str = "return caches.keys().then((all) => all.length)";

/// Opens the page, publishes the way back, and sees worker and copy go.
///
/// # Errors
/// They stay.
pub fn check(sandbox: &Sandbox, server: &Server, engine: Engine) -> Result<()> {
    let browser = Launch {
        authority: Some(&sandbox.certificates.authority()),
        ..Launch::new(engine, &sandbox.folder.join("browser"))
    }
    .start()?;
    let page = browser.session();
    page.go_to(&format!("{}/", server.address()))?;
    page.run(COPY, &[])?;
    let kept = page.run(COPIES, &[])?;
    ensure!(kept == 1, "{kept} copies, not one");
    let published = sandbox.folder.join("published");
    copy_folder(&sandbox.dist, &published)?;
    publish(&sandbox.hosting.join("no-worker.js"), &published)?;
    mount_over(&published, &sandbox.dist)?;
    let ended = nothing_is_left(page);
    run("umount", &sandbox.dist.display().to_string())?;
    fs::remove_dir_all(&published)?;
    ended
}

/// As `docs/hosting.md` says: the file, and no compressed copies of another one beside it.
fn publish(file: &Path, folder: &Path) -> Result<()> {
    fs::copy(file, folder.join("sw.js"))?;
    for compressed in ["sw.js.br", "sw.js.gz"] {
        fs::remove_file(folder.join(compressed))?;
    }
    Ok(())
}

fn nothing_is_left(page: &Session) -> Result<()> {
    until("a device without worker and copy", || {
        let left = page.run(LEFT, &[])?;
        Ok(if left == serde_json::json!([0, 0]) {
            Ok(())
        } else {
            Err(left.to_string())
        })
    })
}
