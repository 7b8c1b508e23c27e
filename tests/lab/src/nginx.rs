//! nginx's configuration: the page with its headers, the controls, the target, its twin, the portal, and
//! TLS in front of the services' stand-ins. One process plays them all, each on its own address.

use std::fmt::Write as _;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use whichside_harness::certificates::Certificates;
use whichside_harness::headers::Headers;

use crate::addresses::{HOSTS, Host, MIDDLE, PORTAL, Role, TARGET_NAME};
use crate::extra_host::ExtraHost;
use crate::fault::Broken;
use crate::standins;
use crate::target_site::{self, Server};

/// The name on the portal's own certificate.
pub const PORTAL_NAME: &str = "portal.invalid";
/// The certificate of the server in the middle, beside the target's own.
pub const MIDDLE_CERTIFICATE: &str = "middle";
/// Where nginx logs the requests that reached the target or its twin.
pub const TARGET_LOG: &str = "target.log";
/// Where it logs those that reached the page's own host.
pub const PAGE_LOG: &str = "page.log";
/// Where it logs all others.
pub const OTHERS_LOG: &str = "others.log";
/// A line of these logs: a [`Request`](whichside_egress::traffic::Request) as JSON.
const LOG_FORMAT: &str = r#"{"from":"$remote_addr","host":"$host","line":"$request","status":$status,"origin":"$http_origin","referer":"$http_referer","cookie":"$http_cookie","authorization":"$http_authorization","sent":$body_bytes_sent,"body":"$request_body"}"#;

/// What the configuration is made from.
pub struct Parts<'a> {
    /// Certificates of every host.
    pub certificates: &'a Certificates,
    /// How the target's servers answer.
    pub broken: &'a Broken,
    /// The shipped build.
    pub dist: &'a Path,
    /// The headers it is served with.
    pub headers: &'a Headers,
    /// Who else lives here.
    pub extra_hosts: &'a [ExtraHost],
    /// Where their folders are.
    pub extra_host_folder: PathBuf,
    /// Where nginx keeps what it writes.
    pub folder: PathBuf,
}

/// The whole configuration.
pub fn configuration(parts: &Parts<'_>) -> String {
    let folder = parts.folder.display();
    // One process that stays who it is: a user namespace has no second user to become.
    let mut text = format!(
        "user root root;\ndaemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n\
         events {{ worker_connections 1024; }}\nhttp {{\n\
         log_format lab escape=json '{LOG_FORMAT}';\n\
         access_log {OTHERS_LOG} lab;\nssl_protocols TLSv1.2 TLSv1.3;\nserver_names_hash_bucket_size 128;\n\
         types {{ text/html html; text/css css; text/javascript js mjs; application/wasm wasm; \
         application/json json; application/manifest+json webmanifest; image/svg+xml svg; \
         image/png png; image/x-icon ico; font/woff2 woff2; text/plain txt; }}\n\
         default_type application/octet-stream;\n"
    );
    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        let _ = writeln!(text, "{kind}_temp_path {folder}/{kind};");
    }
    for host in &HOSTS {
        text.push_str(&server(host, parts));
    }
    for extra_host in parts.extra_hosts {
        let tls = tls(parts.certificates, &extra_host.name);
        text.push_str(&begin(&extra_host.name, extra_host.address, &tls));
        let own = parts.extra_host_folder.join(&extra_host.name);
        let own = own.display();
        let _ = writeln!(text, "  root {own}/site;\n  include {own}/nginx.conf;\n}}");
    }
    if let Some(middle) = &parts.broken.middle {
        text.push_str(&target_site::server_block(&Server {
            name: TARGET_NAME,
            address: MIDDLE,
            site: middle,
            tls: &tls(parts.certificates, MIDDLE_CERTIFICATE),
            files: &parts.folder.join("middle"),
        }));
    }
    let _ = writeln!(
        text,
        "server {{\n  listen {PORTAL}:80;\n  listen {PORTAL}:443 ssl;\n  {}\n  \
         location / {{ default_type text/html; return 200 \"<h1>Please sign in</h1>\"; }}\n}}\n}}",
        tls(parts.certificates, PORTAL_NAME)
    );
    text
}

fn server(host: &Host, parts: &Parts<'_>) -> String {
    let tls = tls(parts.certificates, host.name);
    let Host { name, address, .. } = host;
    let begin = begin(name, *address, &tls);
    let site = |site, folder| {
        target_site::server_block(&Server {
            name,
            address: *address,
            site,
            tls: &tls,
            files: &parts.folder.join(folder),
        })
    };
    match host.role {
        Role::Page => {
            let mut text = begin;
            let dist = parts.dist.display();
            let _ = writeln!(
                text,
                "  access_log {PAGE_LOG} lab;\n  root {dist};\n  gzip on;"
            );
            text.push_str("  gzip_types text/css text/javascript application/wasm;\n");
            text + &parts.headers.nginx_directives() + "}\n"
        }
        Role::Target => site(&parts.broken.site, "shop"),
        Role::Twin => site(&parts.broken.twin, "twin"),
        Role::Control(status) => {
            format!("{begin}  default_type text/html;\n  location / {{ return {status}; }}\n}}\n")
        }
        Role::Service => format!(
            "{begin}  location / {{\n    proxy_pass http://127.0.0.1:{};\n    \
             proxy_set_header Host $host;\n    proxy_set_header X-Real-IP $remote_addr;\n  }}\n}}\n",
            standins::PORT
        ),
    }
}

fn begin(name: &str, address: Ipv4Addr, tls: &str) -> String {
    format!(
        "server {{\n  listen {address}:80;\n  listen {address}:443 ssl http2;\n  \
         server_name {name};\n  {tls}\n"
    )
}

fn tls(certificates: &Certificates, name: &str) -> String {
    format!(
        "ssl_certificate {};\n  ssl_certificate_key {};",
        certificates.of(name).display(),
        certificates.key().display()
    )
}
