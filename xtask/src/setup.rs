//! Makes a machine ready: what is needed for which purpose, in which order. Only what is missing is installed.
//!
//! How each thing is found and installed is in `toolchain`, `tools` and `packages`.

use std::{
    env,
    ffi::OsStr,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{child, packages, toolchain::Toolchain, tools::Tools};

/// What the machine is to be made ready for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building and serving the page.
    Build,
    /// The above, the checks, and the lab.
    Test,
}

/// A machine that is ready.
pub struct Setup {
    toolchain: Toolchain,
    tools: Tools,
}

impl Setup {
    /// The cargo whose Rust can compile for wasm32.
    pub fn cargo(&self) -> Command {
        self.program("cargo")
    }

    /// A program that finds our Rust and our tools before any others.
    pub fn program(&self, name: impl AsRef<OsStr>) -> Command {
        let mut command = child::command(name);
        self.toolchain.choose_in(&mut command);
        let path = env::var_os("PATH").unwrap_or_default();
        let ours = self.toolchain.folders().chain(self.tools.folders());
        let all: Vec<PathBuf> = ours.chain(env::split_paths(&path)).collect();
        if let Ok(path) = env::join_paths(all) {
            command.env("PATH", path);
        }
        command
    }

    /// Runs compiled wasm32 tests in a browser.
    pub fn test_runner(&self) -> &Path {
        self.tools.test_runner()
    }

    /// The script of axe, where the machine was made ready for tests.
    pub fn axe(&self) -> Option<&Path> {
        self.tools.axe()
    }

    /// Compiler flags, as cargo encodes them, for what is published: the places panics are reported from are compiled
    /// in, and shall name neither this machine's folders nor its user.
    pub fn without_machine_paths(&self) -> String {
        let mut flags: Vec<String> = env::var("RUSTFLAGS")
            .map(|flags| flags.split_whitespace().map(str::to_owned).collect())
            .unwrap_or_default();
        let sources = self.toolchain.sources().into_iter();
        for folder in sources.chain(libraries()) {
            flags.push(format!("--remap-path-prefix={}=lib", folder.display()));
        }
        flags.join("\u{1f}")
    }

    /// Changes whenever a compiler or a tool does.
    pub fn version(&self) -> String {
        format!("{}\n{}", self.toolchain.version(), self.tools.version())
    }
}

/// Installs what is missing; says what and why.
pub fn run(root: &Path, purpose: Purpose) -> Result<Setup> {
    let cache = cache()?;
    fs::create_dir_all(&cache).with_context(|| format!("cannot make {}", cache.display()))?;
    let _alone = alone(&cache.join("setup.lock"))?;
    if purpose == Purpose::Test {
        packages::ready(packages::FOR_TESTS)?;
    }
    let toolchain = Toolchain::ready(&cache)?;
    if purpose == Purpose::Test {
        toolchain.add_components()?;
    }
    let mut tools = Tools::ready(root, &cache, &toolchain)?;
    if purpose == Purpose::Test {
        tools.add_for_tests(&cache, &toolchain)?;
    }
    Ok(Setup { toolchain, tools })
}

/// The folders that cargo unpacks libraries into: one for each registry.
fn libraries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map_or_else(
        || env::home_dir().unwrap_or_default().join(".cargo"),
        PathBuf::from,
    );
    let registries = fs::read_dir(home.join("registry/src"));
    registries.map_or_else(
        |_| Vec::new(),
        |entries| entries.flatten().map(|entry| entry.path()).collect(),
    )
}

/// One folder a user, so that a fresh clone on a prepared machine has nothing to install.
fn cache() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir()
            .context("cannot tell your home folder: set HOME or XDG_CACHE_HOME")?
            .join(".cache"),
    };
    Ok(base.join("whichside").join("tools"))
}

/// Held until dropped, or until the process ends however it ends: two tasks must not do the same work at once.
pub fn alone(path: &Path) -> Result<File> {
    let open = || format!("cannot open {}", path.display());
    let file = File::create(path).with_context(open)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!(
                "Waiting for another task to finish (it holds {})…",
                path.display()
            );
            file.lock().with_context(open)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(open),
    }
    Ok(file)
}
