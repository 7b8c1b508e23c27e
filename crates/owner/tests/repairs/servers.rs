//! A real nginx, a real PHP-FPM and, where asked for, a real DNS server on loopback, each with its own files and ports.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use whichside_owner::fragments::{Piece, Place};

use crate::nginx::{self, Folder};

/// How long a server may take to start or to end on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Where the lines of a location, of the server and of the pool end in the texts below.
const LOCATION_END: &str = "# end of the location";
const SERVER_END: &str = "# end of the server";

/// A site of nginx and PHP.
pub struct Site {
    folder: Folder,
    port: u16,
    /// nginx's configuration, and PHP-FPM's, as the owner has them.
    pub nginx: String,
    pub pool: String,
    running: Vec<(&'static str, Child)>,
}

/// A free port on loopback: no other test gets it, and no outgoing connection, as the kernel takes theirs from above 32,767.
pub fn free_port() -> u16 {
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    let first = 10_000 + u16::try_from(std::process::id() % 20_000).expect("it is below 20,000");
    loop {
        let port = first + GIVEN.fetch_add(1, Ordering::Relaxed);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

fn wait_for(what: &str, mut is_so: impl FnMut() -> bool) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

impl Site {
    /// A site whose only page is this script. `listen` is where PHP-FPM is, `pass` is nginx's line that leads there.
    pub fn new(name: &str, script: &str, listen: &Listen, pass: &str) -> Site {
        let folder = Folder::new(name);
        let port = free_port();
        let script = folder.write("index.php", script);
        let root = folder.0.display().to_string();
        let user = if is_root() {
            format!("user {0} {0};\n", worker())
        } else {
            String::new()
        };
        let own_paths = nginx::own_paths(&folder);
        let pass = pass.replace("FOLDER", &root);
        let nginx = format!(
            "{user}daemon off;\nworker_processes 1;\npid {root}/nginx.pid;\nerror_log {root}/error.log;\n\
             events {{\nworker_connections 64;\n}}\nhttp {{\n{own_paths}access_log off;\n\
             server {{\nlisten 127.0.0.1:{port};\nlocation / {{\n\
             fastcgi_param SCRIPT_FILENAME {};\nfastcgi_param REQUEST_METHOD $request_method;\n\
             fastcgi_param QUERY_STRING $query_string;\n{pass}\n{LOCATION_END}\n}}\n{SERVER_END}\n}}\n}}\n",
            script.display()
        );
        let listen = match listen {
            Listen::Port(port) => format!("127.0.0.1:{port}"),
            Listen::Socket(name) => format!("{root}/{name}"),
        };
        let pool = format!(
            "[global]\nerror_log = {root}/fpm.log\ndaemonize = no\n[www]\nuser = {0}\ngroup = {0}\nlisten = {listen}\n\
             pm = static\npm.max_children = 2\n",
            worker()
        );
        Site {
            folder,
            port,
            nginx,
            pool,
            running: Vec::new(),
        }
    }

    /// Starts PHP-FPM with the pool's file as it is now, in place of one that runs.
    pub fn start_fpm(&mut self) {
        self.stop("php-fpm");
        let pool = self.folder.write("fpm.conf", &self.pool);
        let log = self.folder.write("fpm.log", "");
        let mut fpm = Command::new(nginx::find("php-fpm", "php-fpm"));
        fpm.args(["--no-php-ini", "--nodaemonize", "--fpm-config"]);
        self.start("php-fpm", fpm.arg(pool));
        wait_for("PHP-FPM", || {
            std::fs::read_to_string(&log).is_ok_and(|text| text.contains("ready to handle"))
        });
    }

    /// Starts nginx with its configuration as it is now, in place of one that runs.
    pub fn start_nginx(&mut self) {
        self.stop("nginx");
        let file = self.folder.write("nginx.conf", &self.nginx);
        if let Some(complaint) = nginx::complaint(&self.folder, &file) {
            panic!("nginx does not take it: {complaint}");
        }
        let mut nginx = nginx::nginx(&self.folder, &file);
        self.start("nginx", &mut nginx);
        let port = self.port;
        wait_for("nginx", || TcpStream::connect(("127.0.0.1", port)).is_ok());
    }

    /// Starts a DNS server that knows one name, and gives its address and port.
    pub fn start_dns(&mut self, name: &str) -> String {
        let port = free_port();
        let mut dns = Command::new(nginx::find("dnsmasq", "dnsmasq-base"));
        dns.args([
            "--keep-in-foreground",
            "--conf-file=/dev/null",
            "--no-resolv",
        ])
        .args([
            "--no-hosts",
            "--bind-interfaces",
            "--listen-address=127.0.0.1",
        ])
        .arg(format!("--port={port}"))
        .arg(format!("--pid-file={}/dns.pid", self.folder.0.display()))
        .arg(format!("--local=/{name}/"))
        .arg(format!("--host-record={name},127.0.0.1"));
        self.start("dnsmasq", &mut dns);
        wait_for("dnsmasq", || {
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        format!("127.0.0.1:{port}")
    }

    fn start(&mut self, name: &'static str, command: &mut Command) {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
        self.running.push((name, child));
    }

    /// Ends a server as the service manager would, so that it tidies up.
    pub fn stop(&mut self, name: &str) {
        let (ended, running) = std::mem::take(&mut self.running)
            .into_iter()
            .partition(|(known, _)| *known == name);
        self.running = running;
        for (_, mut child) in ended as Vec<(&str, Child)> {
            let asked = Command::new("sh")
                .args(["-c", "kill -TERM \"$0\"", &child.id().to_string()])
                .status();
            assert!(asked.is_ok_and(|status| status.success()), "{name} is gone");
            let since = Instant::now();
            while matches!(child.try_wait(), Ok(None)) && since.elapsed() < PATIENCE {
                std::thread::sleep(Duration::from_millis(20));
            }
            drop(child.kill());
            drop(child.wait());
        }
    }

    /// Asks the page, and gives the number of the answer.
    pub fn status(&self) -> u16 {
        let answer = self.answer();
        answer
            .split_whitespace()
            .nth(1)
            .and_then(|number| number.parse().ok())
            .unwrap_or_else(|| panic!("no status in {answer:?}"))
    }

    /// Asks the page, and gives all of the answer.
    pub fn answer(&self) -> String {
        let mut stream =
            TcpStream::connect(("127.0.0.1", self.port)).expect("nginx takes the connection");
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("a time can be set");
        stream
            .write_all(b"GET / HTTP/1.0\r\nHost: example.com\r\n\r\n")
            .expect("nginx takes the request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("nginx answers");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// What nginx wrote into its error log.
    pub fn error_log(&self) -> String {
        std::fs::read_to_string(self.folder.path("error.log")).expect("nginx has an error log")
    }

    pub fn folder(&self) -> PathBuf {
        self.folder.0.clone()
    }

    /// Puts a piece of configuration, with its placeholders filled, where it belongs: lines of the same name give way.
    pub fn put(&mut self, piece: &Piece, text: &str) {
        let (file, end) = match piece.place {
            Place::Location => (&mut self.nginx, Some(LOCATION_END)),
            Place::Server => (&mut self.nginx, Some(SERVER_END)),
            Place::Pool => (&mut self.pool, None),
            Place::Main | Place::Events | Place::Http => {
                panic!("no repair of this test needs {:?}", piece.place)
            }
        };
        let name = |line: &str| line.split([' ', '=']).next().map(str::to_owned);
        // Blocks are added: what has their words elsewhere is something else.
        let names: Vec<_> = match text.contains('{') {
            true => Vec::new(),
            false => text.lines().map(name).collect(),
        };
        let mut lines: Vec<&str> = file
            .lines()
            .filter(|line| !names.contains(&name(line)))
            .collect();
        let at = end.map_or(lines.len(), |end| {
            lines
                .iter()
                .position(|line| *line == end)
                .expect("the place is in the file")
        });
        for (further, line) in text.lines().enumerate() {
            lines.insert(at + further, line);
        }
        *file = lines.join("\n") + "\n";
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for name in ["nginx", "php-fpm", "dnsmasq"] {
            self.stop(name);
        }
    }
}

/// Where PHP-FPM listens.
pub enum Listen {
    Port(u16),
    /// A socket of this name in the site's folder.
    Socket(&'static str),
}

/// Whether the test runs with the rights of root, so that nginx's workers can be somebody else.
pub fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|data| data.uid() == 0)
}

/// The user that nginx's workers run as.
pub fn worker() -> String {
    if !is_root() {
        let id = Command::new("id").arg("-un").output();
        let id = id.expect("the user has a name");
        return String::from_utf8_lossy(&id.stdout).trim().to_owned();
    }
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let known = |user: &&str| {
        users
            .lines()
            .any(|line| line.starts_with(&format!("{user}:")))
    };
    ["www-data", "nginx", "nobody"]
        .into_iter()
        .find(known)
        .expect("the system has a user for web servers")
        .to_owned()
}
