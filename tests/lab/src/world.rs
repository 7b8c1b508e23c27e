//! The world of one lab: links, addresses, name servers, web servers, stand-ins. Built in the namespaces
//! this process was started in (they become `wan`), with one more for the visitor's browser.
//!
//! Everything lies under `/run`, which is the lab's own memory: nothing reaches the machine's disk.

use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use whichside_egress::traffic::Request;
use whichside_harness::browser::{Browser, Launch};
use whichside_harness::certificates::{Certificate, Certificates};
use whichside_harness::command::{Background, copy_folder};
use whichside_harness::engine::Engine;
use whichside_harness::headers::Headers;
use whichside_harness::namespaces::{enter, in_visitor_network, replace_file};

use crate::addresses::{
    HOSTS, NAME_SERVER, PAGE_NAME, PROXY, PROXY_PORT, Role, TARGET_NAME, VISITORS_RESOLVER,
};
use crate::broken::Proxy;
use crate::extra_host::ExtraHost;
use crate::fault::Broken;
use crate::nginx::MIDDLE_CERTIFICATE;
use crate::standins::resolving::{RecordType, ask_at};
use crate::{dns, extension, link, nginx, standins, target_site};

/// Where the world lies.
const ROOT: &str = "/run/lab";
/// Where in it the extra hosts have their folders.
const EXTRA_HOSTS: &str = "extra-hosts";
/// Where in it the browser has its home and profile.
const BROWSER: &str = "browser";

/// What a world is built from.
pub struct Blueprint<'a> {
    /// What is broken; the network of it is broken elsewhere.
    pub broken: &'a Broken,
    /// The shipped build.
    pub dist: &'a Path,
    /// The headers it is served with.
    pub headers: &'a Headers,
    /// Who lives here besides those that every world has.
    pub extra_hosts: &'a [ExtraHost],
}

/// A world that stands.
pub struct World {
    root: PathBuf,
    authority: PathBuf,
    _name_servers: [Background; 2],
    proxy: Option<Background>,
    /// Replaced where a host changes its configuration.
    nginx: Mutex<Background>,
}

impl World {
    /// Builds the world with its servers and names, around this process.
    ///
    /// # Errors
    /// A program is missing or fails: which, and what it said.
    pub fn build(blueprint: &Blueprint<'_>) -> Result<Self> {
        let Blueprint {
            broken,
            extra_hosts,
            ..
        } = *blueprint;
        enter()?;
        let root = PathBuf::from(ROOT);
        fs::create_dir_all(root.join("nginx"))?;
        link::connect(broken.link.as_ref(), extra_hosts)?;
        if !broken.names.dead_ipv6.is_empty() {
            in_visitor_network(link::ipv6_to_nowhere)?;
        }
        for (name, text) in [
            ("resolv.conf", format!("nameserver {VISITORS_RESOLVER}\n")),
            ("nsswitch.conf", "hosts: files dns\n".to_owned()),
            ("hosts", "127.0.0.1 localhost\n".to_owned()),
        ] {
            replace_file(&Path::new("/etc").join(name), &text, &root)?;
        }

        let mut certificates = Certificates::create(root.join("certificates"))?;
        certify(&mut certificates, broken)?;
        for extra_host in extra_hosts {
            let folder = root.join(EXTRA_HOSTS).join(&extra_host.name);
            copy_folder(&extra_host.folder, &folder)?;
            certificates.issue(&extra_host.name, &extra_host.name, Certificate::Good)?;
        }
        if !broken.browser.extension_blocks.is_empty() {
            extension::write(&root.join("extension"), &broken.browser.extension_blocks)?;
        }

        let authoritative = dns::authoritative(&broken.names, extra_hosts);
        let resolver = dns::visitors_resolver(&broken.names);
        let name_servers = [
            serve_names(&root, "name-server", NAME_SERVER, &authoritative)?,
            serve_names(&root, "resolver", VISITORS_RESOLVER, &resolver)?,
        ];
        standins::start(certificates.authority(), &broken.services)?;
        let nginx = serve_web(&nginx::Parts {
            certificates: &certificates,
            broken,
            dist: blueprint.dist,
            headers: blueprint.headers,
            extra_hosts,
            extra_host_folder: root.join(EXTRA_HOSTS),
            folder: root.join("nginx"),
        })?;
        let proxy = broken.browser.proxy.as_ref();
        let proxy = proxy.map(|proxy| start_proxy(proxy, &root));
        Ok(Self {
            root,
            authority: certificates.authority(),
            _name_servers: name_servers,
            proxy: proxy.transpose()?,
            nginx: Mutex::new(nginx),
        })
    }

    /// The folder of an extra host, which may be changed.
    pub fn extra_host_folder(&self, name: &str) -> PathBuf {
        self.root.join(EXTRA_HOSTS).join(name)
    }

    /// The folder that the target's pages are served from.
    pub fn target_files(&self) -> PathBuf {
        self.root.join("nginx/shop")
    }

    /// Stops nginx and starts it again, for a configuration that was changed. To be called in `wan`.
    ///
    /// # Errors
    /// nginx does not take the configuration.
    pub fn restart_nginx(&self) -> Result<()> {
        // Asked to read its configuration again, a single process would lose its certificates.
        let mut nginx = self.nginx.lock().unwrap_or_else(PoisonError::into_inner);
        nginx.stop();
        *nginx = start_nginx(&self.root.join("nginx"))?;
        Ok(())
    }

    /// Starts the visitor's browser. To be called in the visitor's network.
    ///
    /// # Errors
    /// It does not start.
    pub fn start_browser(&self, engine: Engine) -> Result<Browser> {
        Launch {
            authority: Some(&self.authority),
            extension: self.extension().as_deref(),
            proxy: self
                .proxy
                .is_some()
                .then(|| format!("{PROXY}:{PROXY_PORT}")),
            ..Launch::new(engine, &self.root.join(BROWSER))
        }
        .start()
    }

    /// The certificate of the lab's authority.
    pub fn authority(&self) -> &Path {
        &self.authority
    }

    /// The extension's folder, if this world has one.
    pub fn extension(&self) -> Option<PathBuf> {
        Some(self.root.join("extension")).filter(|folder| folder.is_dir())
    }

    /// The requests that reached the target or its twin so far.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn target_requests(&self) -> Result<Vec<Request>> {
        self.requests(nginx::TARGET_LOG)
    }

    /// Those that reached the page's own host.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn page_requests(&self) -> Result<Vec<Request>> {
        self.requests(nginx::PAGE_LOG)
    }

    /// All that reached anybody.
    ///
    /// # Errors
    /// A log cannot be read.
    pub fn all_requests(&self) -> Result<Vec<Request>> {
        let mut all = self.target_requests()?;
        all.extend(self.page_requests()?);
        all.extend(self.requests(nginx::OTHERS_LOG)?);
        Ok(all)
    }

    fn requests(&self, log: &str) -> Result<Vec<Request>> {
        let path = self.root.join("nginx").join(log);
        // What is no HTTP may be any bytes.
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        String::from_utf8_lossy(&bytes)
            .lines()
            .map(|line| serde_json::from_str(line).with_context(|| line.to_owned()))
            .collect()
    }

    /// The folder of the browser's home and profile.
    pub fn browser_folder(&self) -> PathBuf {
        self.root.join(BROWSER)
    }

    /// Copies configuration and logs into `folder`.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn keep_in(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        for part in ["", "nginx", BROWSER] {
            for entry in fs::read_dir(self.root.join(part))? {
                let path = entry?.path();
                if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                    fs::copy(&path, folder.join(name))?;
                }
            }
        }
        Ok(())
    }
}

fn serve_names(
    root: &Path,
    name: &str,
    address: Ipv4Addr,
    configuration: &str,
) -> Result<Background> {
    let path = root.join(format!("{name}.conf"));
    fs::write(&path, configuration)?;
    let mut command = Command::new("dnsmasq");
    // In the foreground and without becoming another user: a user namespace has none.
    command.arg("--no-daemon");
    command.arg(format!("--conf-file={}", path.display()));
    let log = root.join(format!("{name}.log"));
    let mut server = Background::start(&mut command, &log)?;
    server.wait_for(|| ask_at(address, PAGE_NAME, RecordType::A).ok())?;
    Ok(server)
}

fn start_proxy(proxy: &Proxy, root: &Path) -> Result<Background> {
    let path = root.join("proxy.conf");
    let blocked = root.join("proxy-blocks");
    fs::write(&blocked, proxy.blocks.join("\n"))?;
    // Without an `Allow` it serves everybody, without a `ConnectPort` every port.
    fs::write(
        &path,
        format!(
            "Listen {PROXY}\nPort {PROXY_PORT}\nBind {PROXY}\nTimeout 60\nFilter \"{}\"\n",
            blocked.display()
        ),
    )?;
    let mut command = Command::new("tinyproxy");
    command.arg("-d").arg("-c").arg(&path);
    let mut proxy = Background::start(&mut command, &root.join("proxy.log"))?;
    proxy.wait_for(|| TcpStream::connect((PROXY, PROXY_PORT)).ok())?;
    Ok(proxy)
}

fn serve_web(parts: &nginx::Parts<'_>) -> Result<Background> {
    target_site::write_files(&parts.broken.site, &parts.folder.join("shop"))?;
    target_site::write_files(&parts.broken.twin, &parts.folder.join("twin"))?;
    if let Some(middle) = &parts.broken.middle {
        target_site::write_files(middle, &parts.folder.join("middle"))?;
    }
    let path = parts.folder.join("nginx.conf");
    fs::write(&path, nginx::configuration(parts))?;
    for log in [nginx::TARGET_LOG, nginx::PAGE_LOG, nginx::OTHERS_LOG] {
        fs::write(parts.folder.join(log), "")?;
    }
    start_nginx(&parts.folder)
}

fn start_nginx(folder: &Path) -> Result<Background> {
    let mut command = Command::new("nginx");
    command.arg("-p").arg(folder);
    command.arg("-c").arg(folder.join("nginx.conf"));
    command.arg("-e").arg(folder.join("error.log"));
    // It listens before it writes this file.
    let running = folder.join("nginx.pid");
    if running.exists() {
        fs::remove_file(&running)?;
    }
    let mut server = Background::start(&mut command, &folder.join("nginx.log"))?;
    server.wait_for(|| running.exists().then_some(()))?;
    Ok(server)
}

fn certify(certificates: &mut Certificates, broken: &Broken) -> Result<()> {
    for host in &HOSTS {
        let kind = match host.role {
            Role::Target => broken.site.certificate,
            Role::Twin => broken.twin.certificate,
            Role::Page | Role::Control(_) | Role::Service => Certificate::Good,
        };
        certificates.issue(host.name, host.name, kind)?;
    }
    if let Some(middle) = &broken.middle {
        certificates.issue(MIDDLE_CERTIFICATE, TARGET_NAME, middle.certificate)?;
    }
    certificates.issue(
        nginx::PORTAL_NAME,
        nginx::PORTAL_NAME,
        Certificate::SelfSigned,
    )
}
