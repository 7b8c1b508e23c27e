//! Writes what stands beside the page: widget, configurator, error page, loaders, guide, languages and service workers. Trunk runs it
//! after each build, before the new page takes the place of the old one. A release is also checked and compressed.
//!
//! No file that trunk has made is changed, but for the policy of the debug page.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    compressed, embed, error_page, files, guide, headers, headers_file, loader, notices,
    service_worker, service_worker::Copy, words,
};

/// Completes the build that trunk names in the environment.
pub fn run(root: &Path) -> Result<()> {
    let variable = |name| env::var(name).with_context(|| format!("trunk sets {name}, nobody else"));
    let stage = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let is_release = variable("TRUNK_PROFILE")? == "release";

    let languages = words::languages(root)?;
    let loader = loader::write(root, &stage, &languages)?;
    embed::write(root, &stage, &loader)?;
    error_page::write(root, &stage, &languages)?;
    guide::write(root, &stage, &languages)?;
    words::write(root, &languages, &stage)?;
    words::write_files(&languages, &whichside_owner::texts(), &stage.join("owner"))?;
    if is_release {
        notices::write(root, &stage)?;
        service_worker::write(root, &stage, Copy::Page)?;
        release(&stage)
    } else {
        service_worker::write(root, &stage, Copy::Nothing)?;
        allow_reload(&stage)
    }
}

/// Checks and compresses what is published.
fn release(stage: &Path) -> Result<()> {
    let names = files::list(stage)?;
    headers::check(&names)?;
    check_paths(stage, &names)?;
    headers_file::write(stage)?;
    compressed::write(stage)
}

/// An error if the WebAssembly names a folder of this machine: where panics are reported from is compiled in.
fn check_paths(stage: &Path, names: &[String]) -> Result<()> {
    let home = env::home_dir().context("cannot tell your home folder: set HOME")?;
    let home = format!("{}/.", home.display());
    for name in names.iter().filter(|name| name.ends_with(".wasm")) {
        let wasm = files::read(&stage.join(name))?;
        if wasm.windows(home.len()).any(|part| part == home.as_bytes()) {
            bail!(
                "{name} names {home}…: run `cargo xtask setup --for build`, which has the compiler leave that out"
            );
        }
    }
    Ok(())
}

/// Has the debug page allow the script that trunk reloads it by, which stands in the page, and its socket.
fn allow_reload(stage: &Path) -> Result<()> {
    let page = stage.join("index.html");
    let html = files::read_text(&page)?
        .replacen("script-src 'self'", "script-src 'self' 'unsafe-inline'", 1)
        .replacen("connect-src 'self'", "connect-src 'self' ws:", 1);
    files::write(&page, html)
}
