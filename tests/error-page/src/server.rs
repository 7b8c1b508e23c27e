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
pub const SERVERS: [Stack; 6] = [
    Stack::Nginx,
    Stack::Apache,
    Stack::Caddy,
    Stack::Haproxy,
    Stack::Traefik,
    Stack::IngressNginx,
];
/// How long a server waits for the application in these tests.
const PATIENCE: &str = "2s";

/// The statuses of a page whose application is dead: some servers call that a bad gateway, others unavailable, and some the one
/// until a health check has told them, and then the other.
pub const fn when_dead(stack: Stack) -> &'static [u16] {
    match stack {
        Stack::Apache | Stack::Haproxy => &[503],
        Stack::Nginx | Stack::Caddy | Stack::IngressNginx | Stack::Cloudflare => &[502],
        Stack::Traefik => &[502, 503],
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
pub fn start(world: &World, stack: Stack) -> Result<Vec<Background>> {
    let folder = world.pages(stack);
    let mut servers = Vec::new();
    match stack {
        Stack::Traefik => servers.push(pages(&folder, "whichside-pages.conf", 8099)?),
        Stack::IngressNginx => {
            fs::write(folder.join("backend.conf"), backend(&folder)?)?;
            servers.push(pages(&folder, "backend.conf", 8080)?);
        }
        Stack::Nginx | Stack::Apache | Stack::Caddy | Stack::Haproxy | Stack::Cloudflare => {}
    }
    let mut server = match stack {
        Stack::Nginx => nginx(world, &folder)?,
        Stack::Apache => apache(world, &folder)?,
        Stack::Caddy => caddy(world, &folder)?,
        Stack::Haproxy => haproxy(world, &folder)?,
        Stack::Traefik => traefik(world, &folder)?,
        Stack::IngressNginx => controller(world, &folder)?,
        Stack::Cloudflare => {
            bail!("{} is not started here", stack.id())
        }
    };
    // Some listen before they have read what to answer.
    server.wait_for(|| head(world, "/whichside/alive", &[]).ok())?;
    servers.push(server);
    Ok(servers)
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
    let text = format!(
        "{}events {{}}\nhttp {{\naccess_log off;\n{}include {shown}/whichside-http.conf;\nserver {{\n\
         listen 443 ssl http2;\nserver_name {HOST};\ndefault_type text/html;\nssl_certificate {};\nssl_certificate_key {};\n\
         include {shown}/whichside-server.conf;\n\
         location / {{ proxy_pass http://{ADDRESS}; proxy_read_timeout {PATIENCE}; }}\n}}\n}}\n",
        one_process(folder),
        temporary(folder),
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

/// The small server that error pages are fetched from.
fn pages(folder: &Path, configuration: &str, port: u16) -> Result<Background> {
    let shown = folder.display();
    let text = format!(
        "{}events {{}}\nhttp {{\naccess_log off;\n{}include {shown}/{configuration};\n}}\n",
        one_process(folder),
        temporary(folder)
    );
    let file = folder.join("pages-nginx.conf");
    fs::write(&file, text)?;
    let mut server = Background::start(
        Command::new("nginx").arg("-c").arg(&file),
        &folder.join("pages-log"),
    )?;
    server.wait_for(|| TcpStream::connect(("127.0.0.1", port)).ok())?;
    Ok(server)
}

/// The configuration of the default backend, as it stands in its ConfigMap.
fn backend(folder: &Path) -> Result<String> {
    let yaml = fs::read_to_string(folder.join("whichside.yaml"))?;
    let (_, rest) = yaml
        .split_once("  default.conf: |\n")
        .context("no default.conf")?;
    let (text, _) = rest.split_once("---").context("no end of default.conf")?;
    let mut text = text.to_owned();
    let shown = folder.display();
    replace(&mut text, "root /pages;", &format!("root {shown};"))?;
    replace(&mut text, "alias /pages/", &format!("alias {shown}/"))?;
    replace(&mut text, "/tmp/whichside-alive", &format!("{shown}/cache"))?;
    Ok(text)
}

/// An nginx that hands errors over as ingress-nginx does (its nginx.tmpl, `CUSTOM_ERRORS`), with the paths of the Ingress. The
/// controller itself needs a cluster.
fn controller(world: &World, folder: &Path) -> Result<Background> {
    let errors: String = [502, 503, 504]
        .map(|code| {
            format!(
                "error_page {code} = @custom_{code};\nlocation @custom_{code} {{\ninternal;\nproxy_intercept_errors off;\n\
                 proxy_set_header X-Code {code};\nproxy_set_header Host $http_host;\nrewrite (.*) / break;\n\
                 proxy_pass http://127.0.0.1:8080;\n}}\n"
            )
        })
        .concat();
    let paths: String = ["/whichside/alive", "/.well-known/whichside.json"]
        .map(|path| format!("location = {path} {{ proxy_set_header Host $host; proxy_pass http://127.0.0.1:8080; }}\n"))
        .concat();
    let text = format!(
        "{}events {{}}\nhttp {{\naccess_log off;\n{}server {{\nlisten 443 ssl http2;\nserver_name {HOST};\n\
         ssl_certificate {};\nssl_certificate_key {};\n{errors}{paths}\
         location / {{ proxy_intercept_errors on; proxy_pass http://{ADDRESS}; proxy_read_timeout {PATIENCE}; }}\n}}\n}}\n",
        one_process(&folder.join("controller")),
        temporary(&folder.join("controller")),
        world.certificates.of(HOST).display(),
        world.certificates.key().display(),
    );
    let own = folder.join("controller");
    fs::create_dir_all(&own)?;
    let file = own.join("nginx.conf");
    fs::write(&file, text)?;
    Background::start(Command::new("nginx").arg("-c").arg(&file), &own.join("log"))
}

/// nginx as one process that stays who it is.
fn one_process(folder: &Path) -> String {
    let shown = folder.display();
    format!(
        "user root root;\ndaemon off;\nmaster_process off;\npid {shown}/nginx.pid;\nerror_log {shown}/error.log;\n"
    )
}

/// Where nginx keeps what it writes.
fn temporary(folder: &Path) -> String {
    let shown = folder.display();
    ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {shown}/{kind};\n"))
        .concat()
}

fn traefik(world: &World, folder: &Path) -> Result<Background> {
    let shown = folder.display();
    let file = folder.join("whichside.yaml");
    let mut text = fs::read_to_string(&file)?;
    replace(
        &mut text,
        "responseHeaderTimeout: \"30s\"",
        &format!("responseHeaderTimeout: \"{PATIENCE}\""),
    )?;
    let dynamic = folder.join("dynamic");
    fs::create_dir_all(&dynamic)?;
    fs::write(dynamic.join("whichside.yaml"), text)?;
    let tls = format!(
        "tls:\n  certificates:\n    - certFile: {}\n      keyFile: {}\n",
        world.certificates.of(HOST).display(),
        world.certificates.key().display()
    );
    fs::write(dynamic.join("tls.yaml"), tls)?;
    let text = format!(
        "entryPoints:\n  site:\n    address: \":443\"\nproviders:\n  file:\n    directory: {shown}/dynamic\n\
         global:\n  checkNewVersion: false\n  sendAnonymousUsage: false\n"
    );
    let file = folder.join("traefik.yaml");
    fs::write(&file, text)?;
    Background::start(
        Command::new("traefik")
            .arg(format!("--configfile={}", file.display()))
            .env("HOME", folder),
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
