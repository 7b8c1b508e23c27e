//! A certificate authority of a test's own, with one certificate for each name.
//!
//! A certificate shared by several names would be coalesced by HTTP/2, and a fault of one host would hide behind another's
//! connection.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, SerialNumber, date_time_ymd,
};
use serde::Deserialize;
use time::{Duration, OffsetDateTime};

/// The name on a certificate that is another name's.
const OTHER_NAME: &str = "other.example";
/// How long a certificate is valid, beginning a day ago.
const VALID: Duration = Duration::days(90);

/// What is wrong with a certificate, if anything.
#[derive(Debug, Default, Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Certificate {
    /// Nothing.
    #[default]
    Good,
    /// It expired long ago.
    Expired,
    /// It becomes valid in years.
    NotYetValid,
    /// It is another name's.
    WrongName,
    /// No authority has signed it.
    SelfSigned,
}

/// The authority, its certificates, and the one key they share.
pub struct Certificates {
    folder: PathBuf,
    authority: Issuer<'static, KeyPair>,
    /// Firefox refuses two certificates of one authority with the same serial number.
    last_serial: u64,
}

impl Certificates {
    /// Creates the authority in `folder`.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn create(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        let key = KeyPair::generate()?;
        let mut params = params(&[], "Lab Authority")?;
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let authority = params.self_signed(&key)?.pem();
        let key_pem = key.serialize_pem();
        let made = Self {
            folder,
            authority: Issuer::new(params, key),
            last_serial: 0,
        };
        write(&made.key(), &key_pem)?;
        write(&made.authority(), &authority)?;
        Ok(made)
    }

    /// Issues the certificate that [`Self::of`] gives for `file`: one for `name`, of this `kind`.
    ///
    /// # Errors
    /// The name is not one that a certificate can have, or the file cannot be written.
    pub fn issue(&mut self, file: &str, name: &str, kind: Certificate) -> Result<()> {
        let name = match kind {
            Certificate::WrongName => OTHER_NAME,
            Certificate::Good
            | Certificate::Expired
            | Certificate::NotYetValid
            | Certificate::SelfSigned => name,
        };
        let mut params = params(&[name.to_owned()], name)?;
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        self.last_serial += 1;
        params.serial_number = Some(SerialNumber::from(self.last_serial));
        match kind {
            Certificate::Good | Certificate::WrongName | Certificate::SelfSigned => {}
            Certificate::Expired => {
                params.not_before = date_time_ymd(2025, 1, 1);
                params.not_after = date_time_ymd(2025, 4, 1);
            }
            Certificate::NotYetValid => {
                params.not_before = date_time_ymd(2048, 1, 1);
                params.not_after = date_time_ymd(2048, 4, 1);
            }
        }
        let key = self.authority.key();
        let certificate = match kind {
            Certificate::SelfSigned => params.self_signed(key),
            Certificate::Good
            | Certificate::WrongName
            | Certificate::Expired
            | Certificate::NotYetValid => params.signed_by(key, &self.authority),
        };
        write(&self.of(file), &certificate?.pem())
    }

    /// The authority's certificate.
    pub fn authority(&self) -> PathBuf {
        self.of("authority")
    }

    /// The key of every certificate.
    pub fn key(&self) -> PathBuf {
        self.of("key")
    }

    /// The certificate issued as `file`.
    pub fn of(&self, file: &str) -> PathBuf {
        self.folder.join(format!("{file}.pem"))
    }
}

fn params(names: &[String], common_name: &str) -> Result<CertificateParams> {
    let mut params = CertificateParams::new(names)?;
    params.distinguished_name = rcgen::DistinguishedName::new();
    params
        .distinguished_name
        .push(DnType::CommonName, common_name);
    params.not_before = OffsetDateTime::now_utc() - Duration::DAY;
    params.not_after = params.not_before + VALID;
    Ok(params)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())
}
