//! The front servers, each started with the configuration that `crates/error-page` writes. Around it stands what is the owner's:
//! ports, certificates, and the way to the application.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use whichside_error_page::Stack;
use whichside_harness::command::Background;

use crate::application::ADDRESS;
use crate::world::{HOST, World};

/// The servers that are proven.
pub const SERVERS: [Stack; 4] = [Stack::Nginx, Stack::Apache, Stack::Caddy, Stack::Haproxy];
/// How long a server waits for the application in these tests.
const PATIENCE: &str = "2s";

/// The status of a page whose application is dead: some servers call that a bad gateway, others unavailable.
pub const fn when_dead(stack: Stack) -> u16 {
    match stack {
        Stack::Apache | Stack::Haproxy => 503,
        Stack::Nginx | Stack::Caddy | Stack::Traefik | Stack::IngressNginx | Stack::Cloudflare => {
            502
        }
    }
}

/// The status of a page that the application never answers.
pub const fn when_hanging(stack: Stack) -> u16 {
    match stack {
        Stack::Apache => 502,
        Stack::Nginx
        | Stack::Caddy
        | Stack::Haproxy
        | Stack::Traefik
        | Stack::IngressNginx
        | Stack::Cloudflare => 504,
    }
}

/// Starts a server.
///
/// # Errors
/// It is not installed, refuses its configuration, or does not listen.
pub fn start(world: &World, stack: Stack) -> Result<Background> {
    let folder = world.pages(stack);
    let mut server = match stack {
        Stack::Nginx => nginx(world, &folder)?,
        Stack::Apache => apache(world, &folder)?,
        Stack::Caddy => caddy(world, &folder)?,
        Stack::Haproxy => haproxy(world, &folder)?,
        Stack::Traefik | Stack::IngressNginx | Stack::Cloudflare => {
            bail!("{} is not started here", stack.id())
        }
    };
    server.wait_for(|| TcpStream::connect(("127.0.0.1", 443)).ok())?;
    Ok(server)
}

fn nginx(world: &World, folder: &Path) -> Result<Background> {
    let shown = folder.display();
    let http = folder.join("whichside-http.conf");
    let mut text = fs::read_to_string(&http)?;
    replace(
        &mut text,
        "/var/cache/whichside-alive",
        &format!("{shown}/cache"),
    )?;
    fs::write(&http, text)?;
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {shown}/{kind};\n"))
        .concat();
    let text = format!(
        "user root root;\ndaemon off;\nmaster_process off;\npid {shown}/nginx.pid;\nerror_log {shown}/error.log;\n\
         events {{}}\nhttp {{\naccess_log off;\n{temporary}include {shown}/whichside-http.conf;\nserver {{\n\
         listen 443 ssl http2;\nserver_name {HOST};\ndefault_type text/html;\nssl_certificate {};\nssl_certificate_key {};\n\
         include {shown}/whichside-server.conf;\n\
         location / {{ proxy_pass http://{ADDRESS}; proxy_read_timeout {PATIENCE}; }}\n}}\n}}\n",
        world.certificates.of(HOST).display(),
        world.certificates.key().display(),
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, text)?;
    Background::start(
        Command::new("nginx").arg("-c").arg(&file),
        &folder.join("log"),
    )
}

fn apache(world: &World, folder: &Path) -> Result<Background> {
    let shown = folder.display();
    let modules: String = [
        "mpm_event",
        "authz_core",
        "ssl",
        "http2",
        "headers",
        "alias",
        "proxy",
        "proxy_http",
        "mime",
        "setenvif",
        "socache_shmcb",
    ]
    .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
    .concat();
    let text = format!(
        "ServerName {HOST}\nServerRoot {shown}\nPidFile {shown}/pid\nErrorLog {shown}/error.log\n{modules}\
         User www-data\nGroup www-data\nListen 443\nTypesConfig /dev/null\nProtocols h2 http/1.1\nAddType text/html .html\nAddDefaultCharset utf-8\n\
         <VirtualHost *:443>\nServerName {HOST}\nSSLEngine on\nSSLCertificateFile {}\nSSLCertificateKeyFile {}\n\
         Include {shown}/whichside.conf\nProxyPass \"/\" \"http://{ADDRESS}/\" retry=1 connectiontimeout=5 timeout=2\n\
         </VirtualHost>\n",
        world.certificates.of(HOST).display(),
        world.certificates.key().display(),
    );
    let file = folder.join("apache2.conf");
    fs::write(&file, text)?;
    let mut command = Command::new("apache2");
    command.args(["-D", "FOREGROUND", "-f"]).arg(&file);
    Background::start(&mut command, &folder.join("log"))
}

fn caddy(world: &World, folder: &Path) -> Result<Background> {
    let shown = folder.display();
    let fragment = folder.join("whichside.caddy");
    let mut text = fs::read_to_string(&fragment)?;
    replace(
        &mut text,
        "response_header_timeout 30s",
        &format!("response_header_timeout {PATIENCE}"),
    )?;
    fs::write(&fragment, text)?;
    let text = format!(
        "{{\n\tadmin off\n\tauto_https off\n}}\nimport {shown}/whichside.caddy\nhttps://{HOST} {{\n\ttls {} {}\n\timport whichside\n\
         \thandle {{\n\t\treverse_proxy {ADDRESS} {{\n\t\t\timport whichside_intercept\n\t\t}}\n\t}}\n}}\n",
        world.certificates.of(HOST).display(),
        world.certificates.key().display(),
    );
    let file = folder.join("Caddyfile");
    fs::write(&file, text)?;
    let mut command = Command::new("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file)
        .env("HOME", folder)
        .env("XDG_DATA_HOME", folder)
        .env("XDG_CONFIG_HOME", folder);
    Background::start(&mut command, &folder.join("log"))
}

fn haproxy(world: &World, folder: &Path) -> Result<Background> {
    let file = folder.join("whichside.cfg");
    let mut text = fs::read_to_string(&file)?;
    let certificate = world.folder.join("site.pem");
    replace(
        &mut text,
        "/etc/haproxy/site.pem",
        &certificate.display().to_string(),
    )?;
    replace(
        &mut text,
        "timeout server 30s",
        &format!("timeout server {PATIENCE}"),
    )?;
    fs::write(&file, text)?;
    Background::start(
        Command::new("haproxy").arg("-db").arg("-f").arg(&file),
        &folder.join("log"),
    )
}

/// Puts `new` in the one place of `old`: a configuration that has none, or several, is not the one that is documented.
fn replace(text: &mut String, old: &str, new: &str) -> Result<()> {
    let places = text.matches(old).count();
    ensure!(places == 1, "`{old}` stands {places} times, not once");
    *text = text.replace(old, new);
    Ok(())
}

/// What curl sees: the status and the headers of an answer.
///
/// # Errors
/// None came.
pub fn head(world: &World, path: &str, words: &[&str]) -> Result<(u16, String)> {
    let authority = world.certificates.authority();
    let url = format!("https://{HOST}{path}");
    let mut all = vec![
        "--silent",
        "--show-error",
        "--max-time",
        "30",
        "--output",
        "/dev/null",
        "--dump-header",
        "-",
    ];
    let authority = authority.to_string_lossy();
    all.extend(["--cacert", &authority]);
    all.extend(words);
    all.push(&url);
    let said = whichside_harness::command::run_words("curl", &all)?.stdout;
    let said = String::from_utf8_lossy(&said).to_lowercase();
    let status = said
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    Ok((
        status.with_context(|| format!("{url}: no status in “{said}”"))?,
        said,
    ))
}
