//! What servers and browsers stand on: a network of their own in which the shop's name is this machine's, a certificate, and the
//! pages and configurations as `crates/error-page` makes them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use whichside_error_page::choices::Settings;
use whichside_error_page::draft::Draft;
use whichside_error_page::{Choices, Files, Parts, Stack, stack};
use whichside_harness::certificates::{Certificate, Certificates};
use whichside_harness::command::run;
use whichside_harness::namespaces::{enter, replace_file};

use crate::application;

/// The shop's host.
pub const HOST: &str = "shop.example";
/// What its owner calls it: as hostile as a name can be.
pub const NAME: &str = "Shop </title><img src=x onerror=evil=1> & \"Söhne\"";

/// What the servers and browsers stand on.
pub struct World {
    /// A folder that is gone with the namespaces.
    pub folder: PathBuf,
    /// Its authority and certificate.
    pub certificates: Certificates,
    /// What every page holds.
    pub parts: Parts,
    /// The script of axe.
    pub axe: String,
    /// The arithmetic of the page's pauses, as a script.
    pub pace: String,
    /// Its reader of the owner's word, as a script.
    pub word: String,
}

impl World {
    /// Makes network, name and certificate. To be called in fresh namespaces.
    ///
    /// # Errors
    /// A program is missing or fails, or the build is.
    pub fn build(built: &Path, axe: &Path) -> Result<Self> {
        enter()?;
        run("ip", "link set lo up")?;
        let folder = PathBuf::from("/run/error-page");
        fs::create_dir_all(&folder)?;
        replace_file(
            Path::new("/etc/hosts"),
            &format!("127.0.0.1 localhost {HOST}\n"),
            &folder,
        )?;
        let mut certificates = Certificates::create(folder.join("certificates"))?;
        certificates.issue(HOST, HOST, Certificate::Good)?;
        // HAProxy wants both in one file.
        let both = [certificates.of(HOST), certificates.key()].map(fs::read_to_string);
        let [certificate, key] = both;
        fs::write(folder.join("site.pem"), certificate? + &key?)?;
        let read =
            |path: &Path| fs::read_to_string(path).with_context(|| path.display().to_string());
        Ok(Self {
            parts: serde_json::from_str(&read(&built.join("parts.json"))?)?,
            pace: read(&built.join("pace.js"))?,
            word: read(&built.join("word.js"))?,
            axe: read(axe)?,
            certificates,
            folder,
        })
    }

    /// Where a server's pages and configuration lie.
    pub fn pages(&self, stack: Stack) -> PathBuf {
        self.folder.join(stack.id())
    }

    /// Writes pages and configuration for a server, as `cargo xtask error-page` does.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn write(&self, stack: Stack) -> Result<Settings> {
        let folder = self.pages(stack);
        let settings = settings(|choices| {
            stack.id().clone_into(&mut choices.stack);
            choices.folder = folder.display().to_string();
        })?;
        let files = Files::new(&settings, &self.parts);
        fs::create_dir_all(&folder)?;
        for (name, page) in &files.pages {
            fs::write(folder.join(name), page)?;
        }
        for (name, text) in stack::configuration(&settings, &files) {
            fs::write(folder.join(name), text)?;
        }
        let word = Draft::default().statement(&settings).to_json();
        fs::write(folder.join("whichside.json"), word)?;
        Ok(settings)
    }
}

/// The settings of the shop: a small crowd, so that nobody waits long, and whatever `change` makes of them.
///
/// # Errors
/// They cannot be used.
pub fn settings(change: impl FnOnce(&mut Choices)) -> Result<Settings> {
    let mut choices = Choices {
        site: format!("https://{HOST}/"),
        name: NAME.to_owned(),
        upstream: application::ADDRESS.to_owned(),
        health: application::HEALTH.to_owned(),
        support: "help@shop.example".to_owned(),
        status_page: "https://status.shop.example/".to_owned(),
        visitors: "80".to_owned(),
        per_second: "50".to_owned(),
        retry_after: "1".to_owned(),
        ..Choices::default()
    };
    change(&mut choices);
    choices.read().map_err(|wrong| anyhow!("{wrong:?}"))
}
