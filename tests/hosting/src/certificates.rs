//! An authority made for this test, and a certificate of it for each name.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use whichside_lab::command::run_words as run;

/// Where they and their one key lie.
pub struct Certificates {
    folder: PathBuf,
}

impl Certificates {
    /// Makes the authority and the certificates in `folder`.
    ///
    /// # Errors
    /// `openssl` fails.
    pub fn create(folder: &Path, names: &[&str]) -> Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let made = Self {
            folder: folder.to_owned(),
        };
        let (key, authority) = (text(&made.key()), text(&made.authority()));
        let new_key = ["-genkey", "-noout", "-out", &key];
        run(
            "openssl",
            &[&["ecparam", "-name", "prime256v1"][..], &new_key].concat(),
        )?;
        let of_authority = format!(
            "req -x509 -key {key} -days 30 -subj /CN=hosting -addext basicConstraints=critical,CA:TRUE \
             -addext keyUsage=critical,keyCertSign -out {authority}"
        );
        openssl(&of_authority)?;
        for name in names {
            let out = text(&made.of(name));
            openssl(&format!(
                "req -x509 -key {key} -CA {authority} -CAkey {key} -days 30 -subj /CN={name} \
                 -addext subjectAltName=DNS:{name} -addext basicConstraints=critical,CA:FALSE \
                 -addext extendedKeyUsage=serverAuth -out {out}"
            ))?;
        }
        Ok(made)
    }

    /// The authority's certificate.
    pub fn authority(&self) -> PathBuf {
        self.folder.join("authority.pem")
    }

    /// The key of every certificate.
    pub fn key(&self) -> PathBuf {
        self.folder.join("key.pem")
    }

    /// The certificate of `name`.
    pub fn of(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.pem"))
    }
}

fn openssl(line: &str) -> Result<()> {
    run("openssl", &line.split_whitespace().collect::<Vec<_>>()).map(drop)
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
