//! Builds the page: from the sources to a folder any web server can serve under any path.
//!
//! Trunk does most of it; around it go the stylesheet, the owner's section, the widget with its configurator and its loader,
//! the guide, the languages, the service workers, the check of what all that weighs, and its files once more, compressed. The
//! new page replaces the old one only when all of that went well.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result};

use crate::{
    child, compressed, embed, fingerprint, guide, hosting, imports, loader, owner, policy,
    setup::{self, Setup},
    sizes, stylesheet, words, worker,
};

/// Everything the page is made from.
const SOURCES: [&str; 13] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot",
    "crates",
    "hosting",
    "index.html",
    "public",
    "src",
    "style",
    words::FOLDER,
    "xtask/src",
];

/// Builds the page if anything it is made from has changed, and hands back the folder it is in.
pub fn build(root: &Path, setup: &Setup) -> Result<PathBuf> {
    let dist = root.join("dist");
    // Named in index.html, so it does not follow CARGO_TARGET_DIR.
    let work = root.join("target/page");
    fs::create_dir_all(&work).with_context(|| format!("cannot make {}", work.display()))?;
    let _alone = setup::alone(&work.join("build.lock"))?;

    let address = guide::address()?;
    let made_for = format!("{}\n{address:?}", setup.version());
    let sources = fingerprint::of(root, &fingerprint::files(root, &SOURCES)?, &made_for)?;
    let record = work.join("built");
    if fs::read_to_string(&record).is_ok_and(|built| built == recorded(&sources, &dist)) {
        println!("The page in dist/ is up to date.");
        return Ok(dist);
    }

    println!("Building the page…");
    let started = Instant::now();
    let languages = words::languages(root)?;
    let stage = work.join("stage");
    assemble(root, setup, &work, &stage)?;
    shorten_imports(&stage)?;
    owner::write(root, setup, &work, &stage, &languages)?;
    embed::write(root, setup, &work, &stage, &languages)?;
    guide::write(root, &stage, &languages, address.as_deref())?;
    minify(setup, &stage)?;
    words::write(root, &languages, &stage)?;
    embed::name_loader(&stage, &loader::write(root, setup, &work, &stage)?)?;
    worker::write(root, &stage)?;
    let all = sizes::of(&stage)?;
    for sizes in &all {
        println!("\n{sizes}");
    }
    println!(
        "\n{}\n{}\n{}\n",
        guide::weight(&stage)?,
        owner::weight(&stage)?,
        embed::weight(&stage)?
    );
    all.iter().try_for_each(sizes::Sizes::check)?;
    policy::check(&fingerprint::files(&stage, &["."])?)?;
    hosting::write_list(&stage)?;
    compressed::write(&stage)?;
    replace(&dist, &stage, &work.join("old"))?;
    fs::write(&record, recorded(&sources, &dist))
        .with_context(|| format!("cannot write {}", record.display()))?;
    println!(
        "The page is in dist/ (built in {} s).",
        started.elapsed().as_secs()
    );
    Ok(dist)
}

/// What is remembered of a build: the sources it was made from, and what came out. Any difference means building again.
fn recorded(sources: &str, dist: &Path) -> String {
    let made = fingerprint::files(dist, &["."]).and_then(|files| fingerprint::of(dist, &files, ""));
    format!("{sources}\n{}\n", made.unwrap_or_default())
}

/// Has trunk compile the sources and put the page together in `stage`.
fn assemble(root: &Path, setup: &Setup, work: &Path, stage: &Path) -> Result<()> {
    stylesheet::write(root, &stylesheet::PAGE, &work.join("style.css"))?;
    // Trunk is kept off the network, or it would download tools of its own.
    child::run(setup.cargo().current_dir(root).args(["fetch", "--locked"]))
        .context("cannot fetch the libraries named in Cargo.lock")?;
    let mut trunk = setup.program("trunk");
    trunk
        .current_dir(root)
        .args(["build", "--release", "--offline", "--dist"])
        .arg(stage);
    trunk.env("CARGO_ENCODED_RUSTFLAGS", setup.without_machine_paths());
    // The compiler's own errors say what is wrong; a trace through trunk does not.
    trunk.env_remove("RUST_BACKTRACE");
    if env::var_os("NO_COLOR").is_some() {
        // By convention any value counts; trunk accepts only these words.
        trunk.env("NO_COLOR", "true");
    }
    child::run(&mut trunk).context("the page does not build")?;
    let page = stage.join("index.html");
    let html =
        fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    // Trunk leaves in the page what it was told, and a blank line where it was.
    let html = html
        .replace(" data-integrity=\"none\"", "")
        .replace("\n\n", "\n");
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))
}

/// Gives the imports of the WebAssembly short names, in both files that hold them.
fn shorten_imports(stage: &Path) -> Result<()> {
    let wasm = fs::read_dir(stage)?
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "wasm"))
        .context("trunk made no WebAssembly")?;
    let name = wasm
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let glue = stage.join(name.replace("_bg.wasm", ".js"));
    let read =
        fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let (short_wasm, short_glue) = imports::shorten(&fs::read(&wasm)?, &read, "./whichside_bg.js")
        .context("cannot shorten the imports")?;
    fs::write(&wasm, short_wasm).with_context(|| format!("cannot write {}", wasm.display()))?;
    fs::write(&glue, short_glue).with_context(|| format!("cannot write {}", glue.display()))
}

/// Takes out of scripts and styles what only a reader needs. Trunk's own minifier cannot read today's glue code.
fn minify(setup: &Setup, stage: &Path) -> Result<()> {
    let guide = stage.join(guide::FOLDER);
    let files: Vec<PathBuf> = fs::read_dir(stage)?
        .chain(fs::read_dir(&guide)?)
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "js" || ending == "css")
        })
        .collect();
    let mut esbuild = setup.program("esbuild");
    esbuild
        .args(["--minify", "--allow-overwrite", "--log-level=warning"])
        // As new as the features the page needs anyway; nothing is rewritten for older browsers.
        .arg("--target=esnext")
        .arg(format!("--outbase={}", stage.display()))
        .arg(format!("--outdir={}", stage.display()))
        .args(&files);
    child::run(&mut esbuild).context("scripts and styles cannot be made small")
}

/// Puts the new page where the old one was; a server that reads the folder meanwhile sees one or the other.
fn replace(dist: &Path, stage: &Path, old: &Path) -> Result<()> {
    let moved = |from: &Path, to: &Path| {
        fs::rename(from, to)
            .with_context(|| format!("cannot move {} to {}", from.display(), to.display()))
    };
    if old.exists() {
        fs::remove_dir_all(old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    if dist.exists() {
        moved(dist, old)?;
    }
    moved(stage, dist)?;
    if old.exists() {
        fs::remove_dir_all(old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    Ok(())
}
