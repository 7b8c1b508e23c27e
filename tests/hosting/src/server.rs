//! The servers, each started as its file in `hosting/` says. Changed are only the lines that the files call the owner's,
//! and for a sub-path what `docs/hosting.md` says.

use std::fmt;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use whichside_harness::command::{Background, copy_folder};

use crate::sandbox::{ELSEWHERE, HOST, Sandbox};

/// Its port: the page's server has all of 443.
pub const ELSEWHERE_PORT: u16 = 8443;
/// Two folders of one origin, on a host without headers.
pub const BARE_PATHS: [&str; 2] = ["/one", "/two"];
/// The sub-path that docs/hosting.md shows.
const SUB_PATH: &str = "/whichside";

/// The server software.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Software {
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
}

impl Software {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nginx, Self::Caddy];
}

impl fmt::Display for Software {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        })
    }
}

/// Where on its host the page is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// It has the host for itself.
    Root,
    /// Under a path, beside other things.
    SubPath,
}

impl Location {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Root, Self::SubPath];

    /// The path of the page's root, without a slash at its end.
    const fn path(self) -> &'static str {
        match self {
            Self::Root => "",
            Self::SubPath => SUB_PATH,
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(match self {
            Self::Root => "at the root",
            Self::SubPath => "under a sub-path",
        })
    }
}

/// A running server; it ends with this value.
pub struct Server {
    /// Where the page is on it.
    pub location: Location,
    _processes: Vec<Background>,
}

impl Server {
    /// Starts it, and beside it the host of somebody else.
    ///
    /// # Errors
    /// A shipped file is not as the documentation says, or the server does not start.
    pub fn start(sandbox: &Sandbox, software: Software, location: Location) -> Result<Self> {
        let folder = sandbox
            .folder
            .join(format!("{software}-{}", location.path().len()));
        fs::create_dir_all(&folder)?;
        let mut elsewhere = elsewhere(sandbox)?;
        let mut server = match software {
            Software::Nginx => nginx(sandbox, location, &folder)?,
            Software::Caddy => caddy(sandbox, location, &folder)?,
        };
        server.wait_for(|| connection(443))?;
        elsewhere.wait_for(|| connection(ELSEWHERE_PORT))?;
        Ok(Self {
            location,
            _processes: vec![server, elsewhere],
        })
    }

    /// Starts nginx as the container does; `port` is the one that it exposes.
    ///
    /// # Errors
    /// It does not start, or does not listen there.
    pub fn in_container(sandbox: &Sandbox, port: u16) -> Result<Self> {
        let folder = sandbox.folder.join("container");
        fs::create_dir_all(&folder)?;
        let site = copied(sandbox, &folder)?.join("container.conf");
        let mut text = fs::read_to_string(&site)?;
        replace(&mut text, "/srv/whichside", &sandbox.dist.to_string_lossy())?;
        fs::write(&site, text)?;
        let mut server = start_nginx(&folder, "include whichside/container.conf;\n")?;
        server.wait_for(|| connection(port))?;
        Ok(Self {
            location: Location::Root,
            _processes: vec![server],
        })
    }

    /// Starts nginx as a host that sends no headers of ours: the types of files, ten minutes in caches, a page for what is missing.
    /// The page is in both of [`BARE_PATHS`].
    ///
    /// # Errors
    /// It does not start.
    pub fn bare(sandbox: &Sandbox) -> Result<Self> {
        let folder = sandbox.folder.join("bare");
        fs::create_dir_all(&folder)?;
        let (certificate, key) = (sandbox.certificates.of(HOST), sandbox.certificates.key());
        let dist = sandbox.dist.display();
        let locations: String = BARE_PATHS
            .map(|path| {
                format!("  location {path}/ {{\n    alias {dist}/;\n    error_page 404 {path}/404.html;\n  }}\n")
            })
            .concat();
        let around = format!(
            "include /etc/nginx/mime.types;\nserver {{\n  listen 443 ssl;\n  server_name {HOST};\n  \
             ssl_certificate {};\n  ssl_certificate_key {};\n  expires 10m;\n{locations}}}\n",
            certificate.display(),
            key.display()
        );
        let mut elsewhere = elsewhere(sandbox)?;
        let mut server = start_nginx(&folder, &around)?;
        server.wait_for(|| connection(443))?;
        elsewhere.wait_for(|| connection(ELSEWHERE_PORT))?;
        Ok(Self {
            location: Location::SubPath,
            _processes: vec![server, elsewhere],
        })
    }

    /// The address of the page's root, without a slash at its end.
    pub fn address(&self) -> String {
        format!("https://{HOST}{}", self.location.path())
    }
}

fn nginx(sandbox: &Sandbox, location: Location, folder: &Path) -> Result<Background> {
    let shipped = copied(sandbox, folder)?;
    let site = shipped.join("whichside.conf");
    let mut text = fs::read_to_string(&site)?;
    let (certificate, key) = (sandbox.certificates.of(HOST), sandbox.certificates.key());
    replace(
        &mut text,
        "/etc/ssl/whichside.pem",
        &certificate.to_string_lossy(),
    )?;
    replace(&mut text, "/etc/ssl/whichside.key", &key.to_string_lossy())?;
    match location {
        Location::Root => {}
        Location::SubPath => {
            let begin = text.find("    location / {").context("no location /")?;
            let end =
                begin + text[begin..].find("    }\n").context("no end of it")? + "    }\n".len();
            text.replace_range(begin..end, &sandbox.block("nginx", "location /whichside/")?);
            let maps = shipped.join("maps.conf");
            let mut lines = fs::read_to_string(&maps)?;
            let shown = sandbox.block("nginx", "whichside_rest")?;
            replace(
                &mut lines,
                "    \"~^(?<whichside_rest>/.*)$\" $whichside_rest;\n",
                &shown,
            )?;
            fs::write(&maps, lines)?;
        }
    }
    replace(&mut text, "/srv/whichside", &sandbox.dist.to_string_lossy())?;
    fs::write(&site, text)?;
    // As Debian’s own file, with what could get in the way: its types and its compression.
    let around = "include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\ngzip on;\n\
                  include whichside/whichside.conf;\n";
    start_nginx(folder, around)
}

/// The shipped files for nginx, where a configuration in `folder` includes them.
fn copied(sandbox: &Sandbox, folder: &Path) -> Result<PathBuf> {
    let (from, to) = (sandbox.hosting.join("nginx"), folder.join("whichside"));
    copy_folder(&from, &to)?;
    Ok(to)
}

/// The host of somebody else: a page that frames whatever its query names.
fn elsewhere(sandbox: &Sandbox) -> Result<Background> {
    let folder = sandbox.folder.join("elsewhere");
    fs::create_dir_all(&folder)?;
    let (certificate, key) = (
        sandbox.certificates.of(ELSEWHERE),
        sandbox.certificates.key(),
    );
    let around = format!(
        "server {{\n  listen {ELSEWHERE_PORT} ssl;\n  server_name {ELSEWHERE};\n  ssl_certificate {};\n  \
         ssl_certificate_key {};\n  default_type text/html;\n  location / {{\n    \
         return 200 '<!doctype html><title>elsewhere</title><iframe src=\"https://$arg_address\"></iframe>';\n  }}\n}}\n",
        certificate.display(),
        key.display()
    );
    start_nginx(&folder, &around)
}

fn start_nginx(folder: &Path, in_http: &str) -> Result<Background> {
    // One process that stays who it is: a user namespace has no second user to become.
    let shown = folder.display();
    let mut text = format!(
        "include /etc/nginx/modules-enabled/*.conf;\nuser root root;\ndaemon off;\nmaster_process off;\n\
         pid {shown}/nginx.pid;\nerror_log {shown}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n"
    );
    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        text += &format!("{kind}_temp_path {shown}/{kind};\n");
    }
    text += &format!("{in_http}}}\n");
    let file = folder.join("nginx.conf");
    fs::write(&file, text)?;
    Background::start(
        Command::new("nginx").arg("-c").arg(&file),
        &folder.join("log"),
    )
}

fn caddy(sandbox: &Sandbox, location: Location, folder: &Path) -> Result<Background> {
    let mut text = fs::read_to_string(sandbox.hosting.join("Caddyfile"))?;
    let (certificate, key) = (sandbox.certificates.of(HOST), sandbox.certificates.key());
    replace(
        &mut text,
        "# tls /etc/ssl/whichside.pem /etc/ssl/whichside.key",
        &format!("tls {} {}", certificate.display(), key.display()),
    )?;
    match location {
        Location::Root => {}
        Location::SubPath => replace(
            &mut text,
            "\troot * {$WHICHSIDE_FOLDER:/srv/whichside}\n\timport whichside\n",
            &sandbox.block("caddy", "handle_path")?,
        )?,
    }
    let file = folder.join("Caddyfile");
    fs::write(&file, text)?;
    let mut caddy = Command::new("caddy");
    caddy
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file)
        .env("WHICHSIDE_FOLDER", &sandbox.dist)
        .env("CADDY_ADMIN", "unix//run/hosting/caddy.sock")
        .env("HOME", folder)
        .env("XDG_DATA_HOME", folder)
        .env("XDG_CONFIG_HOME", folder);
    Background::start(&mut caddy, &folder.join("log"))
}

fn connection(port: u16) -> Option<TcpStream> {
    TcpStream::connect(("127.0.0.1", port)).ok()
}

/// Puts `new` in the one place of `old`: a file that has none, or several, is not the one that is documented.
fn replace(text: &mut String, old: &str, new: &str) -> Result<()> {
    let places = text.matches(old).count();
    ensure!(places == 1, "`{old}` stands {places} times, not once");
    *text = text.replace(old, new);
    Ok(())
}
