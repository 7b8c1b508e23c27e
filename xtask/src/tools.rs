//! The programs that turn compiled Rust into a page: trunk, wasm-bindgen, wasm-opt, esbuild; and for the tests geckodriver,
//! which steers Firefox in the lab, and axe, which looks for what shuts readers of the guide out.
//!
//! Each is taken from the machine where its version is right, and otherwise installed into a folder of its own, named
//! after its version, that appears only when it is complete: a killed installation leaves nothing that looks whole.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{child, lockfile, packages, toolchain::Toolchain};

/// 0.22 needs a newer Rust than Debian has.
const TRUNK: &str = "0.21.14";
/// Debian has none.
const GECKODRIVER: &str = "0.37.1";
/// Older ones do not know what today's compiler writes.
const BINARYEN: u32 = 132;
/// Its output goes into the page: one version, one page.
const ESBUILD: &str = "0.28.2";
/// A new version may hold new rules: one version, one verdict.
const AXE: &str = "4.14.1";

/// The tools, ready to be used.
pub struct Tools {
    folders: Vec<PathBuf>,
    test_runner: PathBuf,
    axe: Option<PathBuf>,
    version: String,
}

impl Tools {
    /// Finds each tool, or installs it.
    pub fn ready(root: &Path, cache: &Path, toolchain: &Toolchain) -> Result<Self> {
        let lock = root.join("Cargo.lock");
        let lock =
            fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
        let bindgen = lockfile::version_of("wasm-bindgen", &lock)?;
        let trunk = FromCargo {
            package: "trunk",
            version: TRUNK,
            programs: &["trunk"],
            why: "it assembles the page",
            minutes: 6,
            locked: true,
            features: &["--no-default-features", "--features", "rustls"],
        };
        let wasm_bindgen = FromCargo {
            package: "wasm-bindgen-cli",
            version: &bindgen,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            why: "it joins WebAssembly and JavaScript; its version is the one in Cargo.lock",
            minutes: 2,
            // Its own lock file names a version that crates.io no longer has.
            locked: false,
            features: &[],
        };
        let mut folders = Vec::new();
        folders.extend(trunk.ready(cache, *toolchain)?);
        let bindgen_folder = wasm_bindgen.ready(cache, *toolchain)?;
        let test_runner = match &bindgen_folder {
            Some(folder) => folder.join("wasm-bindgen-test-runner"),
            None => child::find("wasm-bindgen-test-runner").unwrap_or_default(),
        };
        folders.extend(bindgen_folder);
        if !has_wasm_opt() {
            let binaryen = FromNpm {
                package: "binaryen",
                version: &BINARYEN.to_string(),
                brings: ".bin/wasm-opt",
                why: "it makes the WebAssembly small",
            };
            folders.push(binaryen.folder(cache)?);
        }
        let esbuild = FromNpm {
            package: "esbuild",
            version: ESBUILD,
            brings: ".bin/esbuild",
            why: "it makes the scripts small",
        };
        folders.push(esbuild.folder(cache)?);
        Ok(Self {
            folders,
            test_runner,
            axe: None,
            version: format!(
                "trunk {TRUNK}, wasm-bindgen {bindgen}, binaryen {BINARYEN}, esbuild {ESBUILD}"
            ),
        })
    }

    /// Finds what the tests need besides, or installs it.
    pub fn add_for_tests(&mut self, cache: &Path, toolchain: &Toolchain) -> Result<()> {
        let geckodriver = FromCargo {
            package: "geckodriver",
            version: GECKODRIVER,
            programs: &["geckodriver"],
            why: "it steers Firefox",
            minutes: 3,
            locked: true,
            features: &[],
        };
        self.folders.extend(geckodriver.ready(cache, *toolchain)?);
        let axe = FromNpm {
            package: "axe-core",
            version: AXE,
            brings: "axe-core/axe.min.js",
            why: "it looks for what shuts readers of the guide out",
        };
        self.axe = Some(axe.ready(cache)?);
        Ok(())
    }

    /// The script of axe, where the tests were asked for.
    pub fn axe(&self) -> Option<&Path> {
        self.axe.as_deref()
    }

    /// Folders to look for programs in, before any others.
    pub fn folders(&self) -> impl Iterator<Item = PathBuf> {
        self.folders.iter().cloned()
    }

    /// Runs compiled wasm32 tests in a browser.
    pub fn test_runner(&self) -> &Path {
        &self.test_runner
    }

    /// The versions of all of them.
    pub fn version(&self) -> &str {
        &self.version
    }
}

/// A tool that cargo compiles.
struct FromCargo<'a> {
    package: &'a str,
    version: &'a str,
    programs: &'a [&'a str],
    /// Why it is needed.
    why: &'a str,
    /// How long compiling it takes on two cores.
    minutes: u8,
    locked: bool,
    features: &'a [&'a str],
}

impl FromCargo<'_> {
    /// The folder its programs are in, or none where the machine has them already.
    fn ready(&self, cache: &Path, toolchain: Toolchain) -> Result<Option<PathBuf>> {
        let home = cache.join(format!("{}-{}", self.package, self.version));
        let folder = home.join("bin");
        if self.complete(&folder) {
            return Ok(Some(folder));
        }
        if self.on_the_machine() {
            return Ok(None);
        }
        let Self {
            package, version, ..
        } = self;
        println!(
            "Installing {package} {version}: {} (about {} minutes)…",
            self.why, self.minutes
        );
        if child::find("cargo-binstall").is_some() {
            let mut binstall = toolchain.program("cargo");
            binstall
                .args(["binstall", "--no-confirm", "--root"])
                .arg(&home)
                .arg(format!("{package}@{version}"));
            match child::run(&mut binstall) {
                Ok(()) if self.complete(&folder) => return Ok(Some(folder)),
                Ok(()) => println!("cargo binstall left it incomplete: compiling it instead…"),
                Err(error) => println!("{error:#}: compiling it instead…"),
            }
        }
        // Kept until the installation is done, so that a killed one goes on where it stopped.
        let building = cache.join(format!("building-{package}-{version}"));
        child::run(&mut self.install(toolchain, &home, &building)).with_context(|| {
            format!("cannot install {package} {version}: install it by hand so that `{}` is found, then start again", self.programs[0])
        })?;
        if !self.complete(&folder) {
            bail!(
                "{package} {version} was installed, but {} lacks one of {}: remove {} and start again",
                folder.display(),
                self.programs.join(", "),
                home.display()
            );
        }
        // Only disk space is lost where it cannot be removed.
        let _ = fs::remove_dir_all(&building);
        Ok(Some(folder))
    }

    fn install(&self, toolchain: Toolchain, home: &Path, building: &Path) -> Command {
        let mut cargo = toolchain.program("cargo");
        // Without --force, cargo takes a record of an installation whose programs are gone for a whole one.
        cargo
            .args(["install", "--force", "--root"])
            .arg(home)
            .arg(format!("{}@{}", self.package, self.version))
            .args(self.features)
            .env("CARGO_TARGET_DIR", building)
            // They run for seconds: compiling them takes half the time if they need not be fast.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        if self.locked {
            cargo.arg("--locked");
        }
        cargo
    }

    fn complete(&self, folder: &Path) -> bool {
        self.programs
            .iter()
            .all(|program| child::is_program(&folder.join(program)))
    }

    fn on_the_machine(&self) -> bool {
        self.programs.iter().all(|program| {
            child::find(program)
                .and_then(|file| child::said(child::command(file).arg("--version")))
                .is_some_and(|said| said.split_whitespace().nth(1) == Some(self.version))
        })
    }
}

/// A tool that npm has.
struct FromNpm<'a> {
    package: &'a str,
    version: &'a str,
    /// What is wanted of it, within `node_modules`.
    brings: &'a str,
    /// Why it is needed.
    why: &'a str,
}

impl FromNpm<'_> {
    /// The folder its program is in.
    fn folder(&self, cache: &Path) -> Result<PathBuf> {
        let program = self.ready(cache)?;
        Ok(program
            .parent()
            .map_or_else(|| program.clone(), Path::to_path_buf))
    }

    /// Where the file that is wanted of it lies.
    fn ready(&self, cache: &Path) -> Result<PathBuf> {
        let Self {
            package,
            version,
            brings,
            why,
        } = self;
        let home = cache.join(format!("{package}-{version}"));
        let file = home.join("node_modules").join(brings);
        if file.is_file() {
            return Ok(file);
        }
        println!("Installing {package} {version} with npm: {why}…");
        packages::ready(&[packages::NPM])?;
        let partial = cache.join(format!("{package}-{version}.partial"));
        if partial.exists() {
            fs::remove_dir_all(&partial)
                .with_context(|| format!("cannot remove {}", partial.display()))?;
        }
        fs::create_dir_all(&partial)?;
        child::run(
            child::command("npm")
                .args(["install", "--no-audit", "--no-fund", "--prefix"])
                .arg(&partial)
                .arg(format!("{package}@{version}")),
        )
        .with_context(|| format!("npm cannot install {package} {version}: is the network up?"))?;
        if home.exists() {
            fs::remove_dir_all(&home)
                .with_context(|| format!("cannot remove {}", home.display()))?;
        }
        fs::rename(&partial, &home).with_context(|| format!("cannot make {}", home.display()))?;
        if !file.is_file() {
            bail!(
                "npm installed {package} {version} without {brings}: remove {} and start again",
                home.display()
            );
        }
        Ok(file)
    }
}

/// Whether the machine has a wasm-opt that is new enough.
fn has_wasm_opt() -> bool {
    child::find("wasm-opt")
        .and_then(|file| child::said(child::command(file).arg("--version")))
        .and_then(|said| binaryen_version(&said))
        .is_some_and(|version| version >= BINARYEN)
}

/// The number in "wasm-opt version 132 (version_132)".
fn binaryen_version(said: &str) -> Option<u32> {
    said.split_whitespace().nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_binaryen_is_read_in_both_its_forms() {
        assert_eq!(
            binaryen_version("wasm-opt version 132 (version_132)"),
            Some(132)
        );
        assert_eq!(binaryen_version("wasm-opt version 108"), Some(108));
        assert_eq!(binaryen_version("wasm-opt: not found"), None);
    }
}
