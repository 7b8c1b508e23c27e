//! The page in a browser that runs no scripts: it loads again by itself, and the visitor is back once the application is.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use whichside_error_page::{Stack, Status};
use whichside_harness::browser::Launch;
use whichside_harness::engine::Engine;
use whichside_harness::wait::until;

use crate::world::{HOST, World};
use crate::{application, server};

/// What has the page load again, and what stands there in its place so that nobody waits for two minutes.
const REFRESH: [&str; 2] = [
    "http-equiv=\"refresh\" content=\"120\"",
    "http-equiv=\"refresh\" content=\"1\"",
];

/// Opens the page behind a server whose application is dead, and then is not.
///
/// # Errors
/// What was not as it must be.
pub fn check(world: &World, stack: Stack, engine: Engine, pictures: Option<&Path>) -> Result<()> {
    world.write(stack)?;
    let file = world.pages(stack).join(Status::BadGateway.file());
    let page = fs::read_to_string(&file)?;
    let [old, new] = REFRESH;
    ensure!(
        page.matches(old).count() == 1,
        "the page does not load again by itself"
    );
    fs::write(&file, page.replace(old, new))?;
    let _servers = server::start(world, stack)?;
    let browser = Launch {
        authority: Some(&world.certificates.authority()),
        scripts: false,
        ..Launch::new(engine, &world.folder.join("browser"))
    }
    .start()?;
    let path = "/article?plain=1";
    browser.session().go_to(&format!("https://{HOST}{path}"))?;
    if let Some(folder) = pictures {
        fs::create_dir_all(folder)?;
        fs::write(
            folder.join(format!("without-scripts-{engine}.png")),
            browser.session().picture()?,
        )?;
    }
    let shop = application::well()?;
    until("the page is asked for again, by itself", || {
        let asked = shop.asked();
        Ok(
            if asked
                .iter()
                .any(|asked| asked.method == "GET" && asked.path == path)
            {
                Ok(())
            } else {
                Err(format!("{asked:?}"))
            },
        )
    })
    .context("the page that runs no scripts")
}
