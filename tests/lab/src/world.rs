//! The world of one lab: links, addresses, name servers, web servers, stand-ins. Built in the namespaces
//! this process was started in (they become `wan`), with one more for the visitor's browser.
//!
//! Everything lies under `/run`, which is the lab's own memory: nothing reaches the machine's disk.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::addresses::{HOSTS, NAME_SERVER, PAGE_NAME, Role, TARGET_NAME, VISITORS_RESOLVER};
use crate::broken::Certificate;
use crate::certificates::Certificates;
use crate::command::run;
use crate::fault::Broken;
use crate::hosting::Hosting;
use crate::namespaces::at_the_visitors;
use crate::neighbour::{self, Neighbour};
use crate::nginx::MIDDLE_CERTIFICATE;
use crate::standins::resolving::{Kind, ask_at};
use crate::{dns, extension, link, nginx, standins, target_site};

/// Where the world lies.
const ROOT: &str = "/run/lab";
/// Where in it neighbours have their folders.
const NEIGHBOURS: &str = "neighbours";
/// How long a server may take to start.
const STARTING_LIMIT: Duration = Duration::from_secs(5);

/// What a world is built from.
pub struct Blueprint<'a> {
    /// What is broken; the network of it is broken elsewhere.
    pub broken: &'a Broken,
    /// The shipped build.
    pub dist: &'a Path,
    /// The headers it is served with.
    pub hosting: &'a Hosting,
    /// Who lives here besides those that every world has.
    pub neighbours: &'a [Neighbour],
}

/// A world that stands.
pub struct World {
    root: PathBuf,
    authority: PathBuf,
    servers: Mutex<Vec<Child>>,
}

impl World {
    /// Builds the world with its servers and names.
    ///
    /// # Errors
    /// A program is missing or fails: which, and what it said.
    pub fn build(blueprint: &Blueprint<'_>) -> Result<Self> {
        let Blueprint {
            broken, neighbours, ..
        } = *blueprint;
        run("mount", "-t tmpfs -o mode=0755 lab /run")?;
        // Browsers leave things in the memory they share.
        run("mount", "-t tmpfs -o mode=1777 lab /dev/shm")?;
        let root = PathBuf::from(ROOT);
        for folder in ["home", "tmp", "nginx"] {
            fs::create_dir_all(root.join(folder))?;
        }
        link::connect(broken.link.as_ref(), neighbours)?;
        if !broken.names.dead_ipv6.is_empty() {
            at_the_visitors(link::ipv6_to_nowhere)?;
        }
        own_resolver_settings(&root)?;

        let certificates = Certificates::create(root.join("certificates"))?;
        certify(&certificates, broken)?;
        for neighbour in neighbours {
            neighbour::copy(
                &neighbour.folder,
                &root.join(NEIGHBOURS).join(&neighbour.name),
            )?;
            certificates.issue(&neighbour.name, &neighbour.name, Certificate::Good)?;
        }
        if !broken.browser.extension_blocks.is_empty() {
            extension::write(&root.join("extension"), &broken.browser.extension_blocks)?;
        }

        let world = Self {
            root,
            authority: certificates.authority(),
            servers: Mutex::default(),
        };
        world.serve_names(
            "name-server",
            NAME_SERVER,
            &dns::authoritative(&broken.names, neighbours),
        )?;
        world.serve_names(
            "resolver",
            VISITORS_RESOLVER,
            &dns::visitors_resolver(&broken.names),
        )?;
        standins::start(certificates.authority(), &broken.services)?;
        world.serve_web(&nginx::Parts {
            certificates: &certificates,
            broken,
            dist: blueprint.dist,
            hosting: blueprint.hosting,
            neighbours,
            neighbours_folder: world.root.join(NEIGHBOURS),
            folder: world.root.join("nginx"),
        })?;
        Ok(world)
    }

    /// Where it lies.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of a neighbour, which may be changed.
    pub fn neighbours_folder(&self, name: &str) -> PathBuf {
        self.root.join(NEIGHBOURS).join(name)
    }

    /// The folder that the target's pages are served from.
    pub fn target_files(&self) -> PathBuf {
        self.root.join("nginx/shop")
    }

    /// Stops nginx and starts it again, for a configuration that was changed. To be called in `wan`.
    ///
    /// # Errors
    /// nginx does not take the configuration.
    pub fn restart_web(&self) -> Result<()> {
        // It was started last. Asked to read its configuration again, a single process would lose its certificates.
        if let Some(mut nginx) = self.running().pop() {
            nginx.kill()?;
            nginx.wait()?;
        }
        let folder = self.root.join("nginx");
        fs::remove_file(folder.join("nginx.pid"))?;
        self.start_web(&folder)
    }

    /// A command with nothing of the machine's settings: the visitor's home and temporary files.
    pub fn visitors_command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.root.join("home"))
            .env("TMPDIR", self.root.join("tmp"))
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::null());
        command
    }

    /// The visitor's home.
    pub fn home(&self) -> PathBuf {
        self.root.join("home")
    }

    /// The certificate of the lab's authority.
    pub fn authority(&self) -> &Path {
        &self.authority
    }

    /// Where the browser keeps its profile.
    pub fn profile(&self) -> PathBuf {
        self.root.join("profile")
    }

    /// The extension's folder, if this world has one.
    pub fn extension(&self) -> Option<PathBuf> {
        Some(self.root.join("extension")).filter(|folder| folder.is_dir())
    }

    /// The log of the requests that reached the target or its twin.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn target_log(&self) -> Result<String> {
        self.log(nginx::TARGET_LOG)
    }

    /// The log of the requests that reached the page's own host.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn page_log(&self) -> Result<String> {
        self.log(nginx::PAGE_LOG)
    }

    fn log(&self, name: &str) -> Result<String> {
        let path = self.root.join("nginx").join(name);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    }

    /// Opens a file for a program's output.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn log_file(&self, name: &str) -> Result<fs::File> {
        let path = self.root.join(format!("{name}.log"));
        fs::File::create(&path).with_context(|| path.display().to_string())
    }

    /// Copies configuration and logs into `folder`.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn keep_in(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        for part in [&self.root, &self.root.join("nginx")] {
            for entry in fs::read_dir(part)? {
                let path = entry?.path();
                if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                    fs::copy(&path, folder.join(name))?;
                }
            }
        }
        Ok(())
    }

    fn serve_names(&self, name: &str, at: Ipv4Addr, configuration: &str) -> Result<()> {
        let path = self.root.join(format!("{name}.conf"));
        fs::write(&path, configuration)?;
        let mut command = Command::new("dnsmasq");
        // In the foreground and without becoming another user: a user namespace has none.
        command.arg("--no-daemon");
        command.arg(format!("--conf-file={}", path.display()));
        self.start(name, command)?;
        self.wait_for(name, || ask_at(at, PAGE_NAME, Kind::A).is_ok())
    }

    fn serve_web(&self, parts: &nginx::Parts<'_>) -> Result<()> {
        target_site::write_files(&parts.broken.site, &parts.folder.join("shop"))?;
        target_site::write_files(&parts.broken.twin, &parts.folder.join("twin"))?;
        if let Some(middle) = &parts.broken.middle {
            target_site::write_files(middle, &parts.folder.join("middle"))?;
        }
        let path = parts.folder.join("nginx.conf");
        fs::write(&path, nginx::configuration(parts))?;
        for log in [nginx::TARGET_LOG, nginx::PAGE_LOG] {
            fs::write(parts.folder.join(log), "")?;
        }
        self.start_web(&parts.folder)
    }

    fn start_web(&self, folder: &Path) -> Result<()> {
        let mut command = Command::new("nginx");
        command.arg("-p").arg(folder);
        command.arg("-c").arg(folder.join("nginx.conf"));
        command.arg("-e").arg(folder.join("error.log"));
        self.start("nginx", command)?;
        // It listens before it writes this file.
        let running = folder.join("nginx.pid");
        self.wait_for("nginx", || running.exists())
    }

    fn start(&self, name: &str, mut command: Command) -> Result<()> {
        let log = self.log_file(name)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("{name} cannot be started: is its program installed?"))?;
        self.running().push(child);
        Ok(())
    }

    fn running(&self) -> MutexGuard<'_, Vec<Child>> {
        self.servers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the server that was started last.
    fn wait_for(&self, name: &str, ready: impl Fn() -> bool) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < STARTING_LIMIT {
            if ready() {
                return Ok(());
            }
            if let Some(server) = self.running().last_mut()
                && server.try_wait()?.is_some()
            {
                break;
            }
            thread::sleep(Duration::from_millis(10));
        }
        let said = fs::read_to_string(self.root.join(format!("{name}.log"))).unwrap_or_default();
        bail!("the lab's {name} does not start: {}", said.trim())
    }
}

impl Drop for World {
    fn drop(&mut self) {
        for server in self.running().iter_mut() {
            // One that has already ended is what is wanted.
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// Lays the visitor's resolver settings over the machine's, for this lab's processes only.
fn own_resolver_settings(root: &Path) -> Result<()> {
    for (name, text) in [
        ("resolv.conf", format!("nameserver {VISITORS_RESOLVER}\n")),
        ("nsswitch.conf", "hosts: files dns\n".to_owned()),
        ("hosts", "127.0.0.1 localhost\n".to_owned()),
    ] {
        let own = root.join(name);
        fs::write(&own, text)?;
        let machines = Path::new("/etc").join(name);
        if machines.exists() {
            run(
                "mount",
                &format!("--bind {} {}", own.display(), machines.display()),
            )?;
        }
    }
    Ok(())
}

fn certify(certificates: &Certificates, broken: &Broken) -> Result<()> {
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
