//! The lab's own certificate authority: one certificate for each name.
//!
//! A certificate shared by several names would be coalesced by HTTP/2, and a fault of one host would hide
//! behind another's connection.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::broken::Certificate;
use crate::command::{run, run_words};

/// The name on a certificate that is another name's.
const OTHER_NAME: &str = "other.example";

/// Where certificates and the one key they share lie.
pub struct Certificates {
    folder: PathBuf,
}

impl Certificates {
    /// Makes the authority in `folder`.
    ///
    /// # Errors
    /// `openssl` fails.
    pub fn create(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        let made = Self { folder };
        let (key, authority) = (text(&made.key()), text(&made.authority()));
        run(
            "openssl",
            &format!("ecparam -name prime256v1 -genkey -noout -out {key}"),
        )?;
        run_words(
            "openssl",
            &[
                "req",
                "-x509",
                "-key",
                &key,
                "-days",
                "3650",
                "-subj",
                "/CN=Lab Authority",
                "-addext",
                "basicConstraints=critical,CA:TRUE",
                "-addext",
                "keyUsage=critical,keyCertSign",
                "-out",
                &authority,
            ],
        )?;
        Ok(made)
    }

    /// Makes the certificate that [`Self::of`] gives for `file`: one for `name`, of this `kind`.
    ///
    /// # Errors
    /// `openssl` fails.
    pub fn issue(&self, file: &str, name: &str, kind: Certificate) -> Result<()> {
        match kind {
            Certificate::Good => self.issue_good(file, name),
            Certificate::WrongName => self.issue_good(file, OTHER_NAME),
            Certificate::SelfSigned => self.issue_self_signed(file, name),
            Certificate::Expired => {
                self.issue_between(file, name, "20250101000000Z", "20250401000000Z")
            }
            Certificate::NotYetValid => {
                self.issue_between(file, name, "20480101000000Z", "20480401000000Z")
            }
        }
    }

    fn issue_good(&self, file: &str, name: &str) -> Result<()> {
        let (key, authority) = (text(&self.key()), text(&self.authority()));
        let out = text(&self.of(file));
        run(
            "openssl",
            &format!(
                "req -x509 -key {key} -CA {authority} -CAkey {key} -days 90 -subj /CN={name} \
                 -addext subjectAltName=DNS:{name} -addext basicConstraints=critical,CA:FALSE \
                 -addext extendedKeyUsage=serverAuth -out {out}"
            ),
        )
    }

    fn issue_self_signed(&self, file: &str, name: &str) -> Result<()> {
        let (key, out) = (text(&self.key()), text(&self.of(file)));
        run(
            "openssl",
            &format!(
                "req -x509 -key {key} -days 90 -subj /CN={name} -addext subjectAltName=DNS:{name} \
                 -out {out}"
            ),
        )
    }

    fn issue_between(&self, file: &str, name: &str, begin: &str, end: &str) -> Result<()> {
        let folder = text(&self.folder);
        let request = format!("{folder}/{file}.csr");
        let settings = format!("{folder}/{file}.cnf");
        fs::write(
            &settings,
            format!(
                "[ca]\ndefault_ca=lab\n[lab]\ndatabase={folder}/issued\nnew_certs_dir={folder}\n\
                 rand_serial=yes\ndefault_md=sha256\npolicy=any\nx509_extensions=server\n\
                 unique_subject=no\n[any]\ncommonName=supplied\n[server]\n\
                 subjectAltName=DNS:{name}\nextendedKeyUsage=serverAuth\n"
            ),
        )?;
        fs::write(format!("{folder}/issued"), "")?;
        let (key, authority, out) = (
            text(&self.key()),
            text(&self.authority()),
            text(&self.of(file)),
        );
        run(
            "openssl",
            &format!("req -new -key {key} -subj /CN={name} -out {request}"),
        )?;
        run(
            "openssl",
            &format!(
                "ca -batch -notext -config {settings} -cert {authority} -keyfile {key} \
                 -startdate {begin} -enddate {end} -in {request} -out {out}"
            ),
        )
    }

    /// The authority's certificate.
    pub fn authority(&self) -> PathBuf {
        self.folder.join("authority.pem")
    }

    /// The key of every certificate.
    pub fn key(&self) -> PathBuf {
        self.folder.join("key.pem")
    }

    /// The certificate issued as `file`.
    pub fn of(&self, file: &str) -> PathBuf {
        self.folder.join(format!("{file}.pem"))
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
