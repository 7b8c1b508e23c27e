//! Makes a machine ready: what is needed for which purpose, in which order. Only what is missing is installed.
//!
//! How programs are found and installed is in `tools` and `packages`.

use std::{
    env,
    ffi::OsString,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use xshell::{Shell, cmd};

use crate::{files, packages, tools};

/// What the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";
/// What cargo is told of this machine alone; `.cargo/config.toml` includes it.
const MACHINE: &str = ".cargo/machine.toml";

/// What the machine is to be made ready for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Purpose {
    /// Building and serving the page.
    Build,
    /// The above, the checks, and the lab.
    Test,
}

/// A shell in the checkout.
pub fn shell(root: &Path) -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root);
    Ok(shell)
}

/// Installs what is missing and says what and why. The shell it hands back finds all of it.
pub fn run(root: &Path, purpose: Purpose) -> Result<Shell> {
    let cache = tools::cache()?;
    fs::create_dir_all(&cache).with_context(|| format!("cannot make {}", cache.display()))?;
    let _lock = lock(&cache.join("setup.lock"))?;
    let shell = shell(root)?;
    if purpose == Purpose::Test {
        packages::ready(&shell, packages::FOR_TESTS)?;
    }
    add_target(&shell, &cache)?;
    if purpose == Purpose::Test {
        add_components(&shell)?;
    }
    let mut folders = tools::ready(&shell, &cache)?;
    if purpose == Purpose::Test {
        folders.extend(tools::ready_for_tests(&shell, &cache)?);
    }
    // A build downloads nothing.
    cmd!(shell, "cargo fetch --locked --quiet")
        .quiet()
        .run()
        .context("cannot fetch the libraries named in Cargo.lock")?;
    leave_out_paths(&shell)?;
    tools::link_for_trunk(&folders)?;
    shell.set_var("PATH", with_folders(&folders)?);
    Ok(shell)
}

/// Sees to it that the Rust in use compiles for wasm32: by rustup, or by Debian's Rust where rustup cannot download.
fn add_target(shell: &Shell, cache: &Path) -> Result<()> {
    // Tests link the whole standard library.
    let probe = cache.join("probe.wasm");
    let compiles = || {
        cmd!(shell, "rustc --target {WASM} --test -o {probe} -")
            .quiet()
            .ignore_stdout()
            .ignore_stderr()
            .run()
            .is_ok()
    };
    if compiles() {
        return Ok(());
    }
    let has_rustup = packages::find("rustup").is_some();
    if has_rustup {
        println!("Adding {WASM} to Rust: the page is compiled for it…");
        let added = cmd!(shell, "rustup target add {WASM}").env("RUSTUP_MAX_RETRIES", "1");
        if added.run().is_ok() && compiles() {
            return Ok(());
        }
        // What rustup told this process of the Rust it was started with; Debian's is another.
        shell.set_var("RUSTUP_TOOLCHAIN", "debian-web");
        if compiles() {
            return Ok(());
        }
    }
    println!(
        "Using Debian's Rust instead, with a standard library built for {WASM}: about two minutes…"
    );
    cmd!(shell, "bash xtask/debian-wasm.sh").run()?;
    if !compiles() {
        bail!(
            "no Rust on this machine compiles for {WASM}: run `rustup target add {WASM}` where that works, then start again"
        );
    }
    Ok(())
}

/// clippy and rustfmt: rustup's smallest profile comes without them.
fn add_components(shell: &Shell) -> Result<()> {
    for (component, program) in [("clippy", "cargo-clippy"), ("rustfmt", "rustfmt")] {
        if cmd!(shell, "{program} --version")
            .quiet()
            .ignore_stderr()
            .read()
            .is_err()
        {
            println!("{component} is missing: needed to check the code");
            cmd!(shell, "rustup component add {component}")
                .run()
                .with_context(|| format!("install {component} for the Rust in use"))?;
        }
    }
    Ok(())
}

/// Has the compiler leave this machine's folders out of the WebAssembly, where panics are reported from.
fn leave_out_paths(shell: &Shell) -> Result<()> {
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    let home = env::home_dir().unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let registries = fs::read_dir(cargo.join("registry/src"));
    let mut folders: Vec<PathBuf> = registries
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    folders.push(Path::new(&sysroot).join("lib/rustlib/src/rust"));
    folders.sort();
    let flags: Vec<String> = folders
        .iter()
        .map(|folder| {
            format!(
                "  {:?},\n",
                format!("--remap-path-prefix={}=lib", folder.display())
            )
        })
        .collect();
    let text = format!(
        "# Written by `cargo xtask setup`: the page names no folder of this machine.\n\
         [target.{WASM}]\nrustflags = [\n{}]\n",
        flags.concat()
    );
    let path = shell.current_dir().join(MACHINE);
    // Cargo compiles everything again after a change of flags.
    if files::read_text(&path).is_ok_and(|written| written == text) {
        return Ok(());
    }
    files::write(&path, text)
}

/// The search path with these folders before all others.
fn with_folders(folders: &[PathBuf]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&path));
    env::join_paths(all).context("a folder of the tools has a name that PATH cannot hold")
}

/// Held until dropped, or until the process ends however it ends: two tasks must not install at once.
fn lock(path: &Path) -> Result<File> {
    let open = || format!("cannot open {}", path.display());
    let file = File::create(path).with_context(open)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!(
                "Waiting for another task that sets up (it holds {})…",
                path.display()
            );
            file.lock().with_context(open)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(open),
    }
    Ok(file)
}
