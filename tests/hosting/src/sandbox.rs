//! What servers and browsers stand on: a network of their own in which every name is this machine's, certificates, a folder
//! that is gone with it, and what the repository ships and says.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use whichside_harness::certificates::{Certificate, Certificates};
use whichside_harness::command::run;
use whichside_harness::namespaces::{enter, replace_file};

/// The page's host, as the shipped files name it.
pub const HOST: &str = "whichside.example";
/// A host of somebody else, who frames what they may.
pub const ELSEWHERE: &str = "elsewhere.example";

/// What the servers and browsers stand on.
pub struct Sandbox {
    /// A folder that is gone with the namespaces.
    pub folder: PathBuf,
    /// The built page.
    pub dist: PathBuf,
    /// Its authority and certificates.
    pub certificates: Certificates,
    /// The files that are shipped for servers.
    pub hosting: PathBuf,
    docs: String,
}

impl Sandbox {
    /// Makes network, names and certificates. To be called in fresh namespaces.
    ///
    /// # Errors
    /// A program is missing or fails.
    pub fn build(dist: &Path, repository: &Path) -> Result<Self> {
        enter()?;
        run("ip", "link set lo up")?;
        let folder = PathBuf::from("/run/hosting");
        fs::create_dir_all(&folder)?;
        let names = format!("127.0.0.1 localhost {HOST} {ELSEWHERE}\n");
        replace_file(Path::new("/etc/hosts"), &names, &folder)?;
        let mut certificates = Certificates::create(folder.join("certificates"))?;
        for name in [HOST, ELSEWHERE] {
            certificates.issue(name, name, Certificate::Good)?;
        }
        let docs = repository.join("docs/hosting.md");
        Ok(Self {
            dist: dist.to_owned(),
            certificates,
            hosting: repository.join("hosting"),
            docs: fs::read_to_string(&docs).with_context(|| docs.display().to_string())?,
            folder,
        })
    }

    /// The block of docs/hosting.md in this language that holds `words`.
    ///
    /// # Errors
    /// There is none.
    pub fn block(&self, language: &str, words: &str) -> Result<String> {
        let opening = format!("```{language}\n");
        self.docs
            .split(&opening)
            .skip(1)
            .filter_map(|rest| rest.split_once("```"))
            .map(|(block, _)| block.to_owned())
            .find(|block| block.contains(words))
            .with_context(|| format!("docs/hosting.md shows no {language} with {words}"))
    }
}
