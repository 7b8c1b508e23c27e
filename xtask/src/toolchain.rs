//! A Rust that compiles for wasm32: the one this task was started with, with rustup's target, or Debian's own with a
//! standard library built from Debian's source, where rustup cannot download.
//!
//! Whether a Rust is fit is not guessed from files: it compiles and links an empty program.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::{child, packages};

const TARGET: &str = "wasm32-unknown-unknown";
/// The name rustup knows Debian's Rust by.
const DEBIAN: &str = "debian-web";
/// `rust-web-llvm` holds `rust-lld`, which links WebAssembly; it is a link to what `lld-22` brings.
const DEBIAN_PACKAGES: [&str; 7] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "rust-web-clippy",
    "rustfmt-web",
    "lld-22",
];
/// Long enough for 20 MB on a slow line, short enough not to look like a hang.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(300);

/// Which Rust everything is compiled with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Toolchain {
    /// The one `cargo xtask` was started with.
    Callers,
    /// Debian's, as a toolchain of rustup's.
    DebianByRustup,
    /// Debian's, on a machine without rustup.
    Debian,
}

impl Toolchain {
    /// Finds a fit Rust, or makes one.
    pub fn ready(cache: &Path) -> Result<Self> {
        let has_rustup = child::find("rustup").is_some();
        let debian = if has_rustup {
            Self::DebianByRustup
        } else {
            Self::Debian
        };
        for candidate in [Self::Callers, debian] {
            if candidate.is_fit(cache) {
                return Ok(candidate);
            }
        }
        if has_rustup {
            println!("Adding {TARGET} to Rust with rustup: the page is compiled for it…");
            let mut rustup = child::command("rustup");
            rustup
                .args(["target", "add", TARGET])
                .env("RUSTUP_MAX_RETRIES", "1");
            match child::run_within(RUSTUP_PATIENCE, &mut rustup) {
                Ok(()) if Self::Callers.is_fit(cache) => return Ok(Self::Callers),
                Ok(()) => println!("It was added, and yet this Rust does not compile for it."),
                Err(error) => println!("That could not be had: {error:#}"),
            }
        }
        make_debian(cache, has_rustup).with_context(|| {
            format!(
                "no Rust on this machine compiles for {TARGET}: run `rustup target add {TARGET}` where that works, then start again"
            )
        })?;
        if !debian.is_fit(cache) {
            bail!(
                "Debian's Rust still does not compile for {TARGET}: remove {} and start again",
                debian_library().display()
            );
        }
        Ok(debian)
    }

    /// Has `command` use this Rust.
    pub fn choose_in(self, command: &mut Command) {
        match self {
            Self::Callers | Self::Debian => {}
            Self::DebianByRustup => {
                command.env("RUSTUP_TOOLCHAIN", DEBIAN);
            }
        }
    }

    /// Folders to look for its programs in, before any others.
    pub fn folders(self) -> impl Iterator<Item = PathBuf> {
        match self {
            Self::Callers | Self::DebianByRustup => None,
            Self::Debian => Some(PathBuf::from("/usr/bin")),
        }
        .into_iter()
    }

    /// A program of this Rust.
    pub fn program(self, name: &str) -> Command {
        let program = self.folders().next().map(|folder| folder.join(name));
        let mut command = child::command(program.unwrap_or_else(|| PathBuf::from(name)));
        self.choose_in(&mut command);
        command
    }

    /// Its compiler's full version.
    pub fn version(self) -> String {
        child::said(self.program("rustc").arg("-vV")).unwrap_or_default()
    }

    /// Where its standard library's source lies, if it is installed.
    pub fn sources(self) -> Option<PathBuf> {
        let sysroot = child::said(self.program("rustc").args(["--print", "sysroot"]))?;
        Some(Path::new(&sysroot).join("lib/rustlib/src/rust"))
    }

    /// clippy and rustfmt: rustup's smallest profile comes without them.
    pub fn add_components(self) -> Result<()> {
        for (component, program) in [("clippy", "cargo-clippy"), ("rustfmt", "cargo-fmt")] {
            if child::said(self.program(program).arg("--version")).is_some() {
                continue;
            }
            println!("{component} is missing: needed to check the code");
            match self {
                Self::Callers if child::find("rustup").is_some() => child::run_within(
                    RUSTUP_PATIENCE,
                    child::command("rustup").args(["component", "add", component]),
                )
                .with_context(|| format!("cannot install {component}"))?,
                Self::Callers | Self::Debian | Self::DebianByRustup => {
                    bail!("install {component} for the Rust in use, then start again")
                }
            }
        }
        Ok(())
    }

    /// Whether it compiles and links for wasm32, tests included.
    fn is_fit(self, cache: &Path) -> bool {
        let probe = cache.join("probe.wasm");
        let compiles = self
            .program("rustc")
            .args(["--target", TARGET, "--crate-type", "cdylib", "-o"])
            .arg(&probe)
            .arg("-")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        let folder = child::said(self.program("rustc").args([
            "--print",
            "target-libdir",
            "--target",
            TARGET,
        ]));
        compiles
            && folder.is_some_and(|folder| {
                fs::read_dir(folder).is_ok_and(|entries| {
                    entries
                        .flatten()
                        .any(|entry| entry.file_name().to_string_lossy().starts_with("libtest-"))
                })
            })
    }
}

fn debian_library() -> PathBuf {
    Path::new("/usr/lib/rustlib").join(TARGET).join("lib")
}

/// Debian's Rust, with a wasm32 standard library compiled from Debian's source of it.
fn make_debian(cache: &Path, has_rustup: bool) -> Result<()> {
    println!(
        "Using Debian's Rust instead, with a standard library built for {TARGET}: about two minutes…"
    );
    packages::install(&DEBIAN_PACKAGES)?;
    let rustc = Path::new("/usr/bin/rustc");
    let version = child::said(child::command(rustc).arg("-vV"))
        .context("/usr/bin/rustc cannot be started: reinstall Debian's package rustc-web")?;
    if !Toolchain::Debian.is_fit(cache) {
        let built = build_library(cache, rustc, &version)?;
        place_library(&built)?;
    }
    if has_rustup {
        child::run(child::command("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))?;
    }
    Ok(())
}

/// Compiles the standard library; the folder it hands back holds its parts.
fn build_library(cache: &Path, rustc: &Path, version: &str) -> Result<PathBuf> {
    // A folder for each compiler: parts of two versions must not meet.
    let release = version
        .lines()
        .find_map(|line| line.strip_prefix("release: "))
        .unwrap_or("unknown");
    let folder = cache.join(format!("stdlib-{release}"));
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
    };
    fs::create_dir_all(folder.join("src"))?;
    write("src/lib.rs", "")?;
    write(
        "Cargo.toml",
        "[package]\nname = \"stdlib\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n",
    )?;
    child::run(
        child::command("/usr/bin/cargo")
            .current_dir(&folder)
            .args(["build", "--release", "--target", TARGET])
            // `test` too, or the browser tests could not be compiled.
            .args(["-Z", "build-std=std,panic_abort,test"])
            .env("RUSTC", rustc)
            // A stable compiler builds its own standard library only when told that this is what it is for.
            .env("RUSTC_BOOTSTRAP", "1")
            // The page is optimised across crates, and that reads bitcode.
            .env("RUSTFLAGS", "-C embed-bitcode=yes")
            .env("CARGO_TARGET_DIR", folder.join("target")),
    )
    .context("Debian's standard library does not compile for wasm32")?;
    Ok(folder.join("target").join(TARGET).join("release/deps"))
}

/// Puts the parts where the compiler looks for them, all at once.
fn place_library(built: &Path) -> Result<()> {
    let library = debian_library();
    let partial = library.with_extension("partial");
    let by_hand = format!(
        "copy {}/*.rlib to {} as root",
        built.display(),
        library.display()
    );
    let root = |words: &[&str]| child::run(&mut packages::as_root(words, &by_hand)?);
    let (to, from) = (partial.to_string_lossy(), library.to_string_lossy());
    root(&["rm", "-rf", &to])?;
    root(&["mkdir", "-p", &to])?;
    for entry in fs::read_dir(built)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with("libstdlib") {
            root(&["cp", &file.to_string_lossy(), &to])?;
        }
    }
    root(&["rm", "-rf", &from])?;
    root(&["mv", &to, &from])
}
