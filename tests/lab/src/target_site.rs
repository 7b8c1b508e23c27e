//! The servers of the target, of its twin and in the middle: what nginx is told to do for each way of
//! answering, and the files it serves.

use std::fmt::Write as _;
use std::fs;
use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::{Context, Result};

use crate::addresses::VISITOR;
use crate::broken::{Audience, Site, SiteAnswer};
use crate::standins::everybody_in;
use crate::standins::upstream::{GOOD_PORT, SILENT_PORT, WRITING_PORT};

/// A port of the loopback where nothing listens.
const DEAD_PORT: u16 = 9;
/// The first of the numbers by which nginx hands a request over to an exception; nobody sends them.
const FIRST_EXCEPTION: usize = 470;
/// A picture of one dot, the smallest there is.
const DOT: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

/// What every healthy page of the shop says.
pub const PAGE: &str = "<!doctype html><title>Shop</title><h1>Welcome to the shop</h1>";

/// A server of a site.
pub struct Server<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its address.
    pub address: Ipv4Addr,
    /// How it answers.
    pub site: &'a Site,
    /// The directives that name its certificate.
    pub tls: &'a str,
    /// Where its pages lie.
    pub files: &'a Path,
}

/// Writes the site's files into `folder`.
///
/// # Errors
/// They cannot be written.
pub fn write_files(site: &Site, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let mut page = PAGE.to_owned();
    for (index, answer) in site.answers().enumerate() {
        match answer {
            SiteAnswer::PageWithParts { parts } => {
                for part in 0..*parts {
                    fs::write(folder.join(format!("part-{part}.png")), DOT)?;
                    let _ = write!(page, "<img src=\"/part-{part}.png\" alt=\"\">");
                }
            }
            SiteAnswer::PageWithHangingPart => {
                page.push_str("<img src=\"/hangs/part.png\" alt=\"\">")
            }
            SiteAnswer::Written(written) => {
                fs::write(words_file(folder, index), serde_json::to_string(written)?)?;
            }
            SiteAnswer::Page
            | SiteAnswer::Status { .. }
            | SiteAnswer::DeadUpstream
            | SiteAnswer::MissingSocket
            | SiteAnswer::SilentUpstream { .. }
            | SiteAnswer::SlowUpstream { .. }
            | SiteAnswer::EveryNthDead { .. }
            | SiteAnswer::Redirect { .. }
            | SiteAnswer::HangsUp
            | SiteAnswer::Stopped => {}
        }
    }
    fs::write(folder.join("index.html"), page)?;
    fs::write(folder.join("favicon.ico"), DOT)?;
    Ok(())
}

/// nginx's `server` block (and its upstreams); none where it is stopped.
pub fn server_block(server: &Server<'_>) -> String {
    let Server {
        name,
        address,
        site,
        tls,
        files,
    } = server;
    let mut text = String::new();
    for (index, answer) in site.answers().enumerate() {
        if let SiteAnswer::EveryNthDead { nth } = answer {
            let _ = writeln!(
                text,
                "upstream {} {{\n  server 127.0.0.1:{DEAD_PORT} max_fails=0;",
                upstream_name(name, index)
            );
            for _ in 1..*nth {
                let _ = writeln!(text, "  server 127.0.0.1:{GOOD_PORT} max_fails=0;");
            }
            text.push_str("}\n");
        }
    }
    if site.answer == SiteAnswer::Stopped {
        return text;
    }
    let zone = upstream_name(name, 0);
    if let Some(rate) = site.requests_a_minute {
        let _ = writeln!(
            text,
            "limit_req_zone $binary_remote_addr zone={zone}:1m rate={rate}r/m;"
        );
    }
    let _ = writeln!(text, "server {{\n  listen {address}:80;");
    if site.https {
        let http2 = if site.http2 { " http2" } else { "" };
        let _ = writeln!(
            text,
            "  listen {address}:{} ssl{http2};\n  {tls}",
            site.port
        );
    }
    let _ = writeln!(
        text,
        "  server_name {name};\n  access_log target.log lab;\n  root {};",
        files.display()
    );
    if site.requests_a_minute.is_some() {
        let _ = writeln!(text, "  limit_req zone={zone};\n  limit_req_status 429;");
    }
    for (name, value) in &site.headers {
        let _ = writeln!(text, "  add_header {name} \"{value}\" always;");
    }
    let location = |index: usize, path: &str| Location {
        path: path.to_owned(),
        upstream: upstream_name(name, index),
        words: words_file(files, index),
    };
    for (index, exception) in site.except.iter().enumerate() {
        let number = FIRST_EXCEPTION + index;
        let _ = writeln!(
            text,
            "  error_page {number} = @exception{index};\n  if ({}) {{ return {number}; }}",
            condition(&exception.to)
        );
        let place = location(index + 1, &format!("@exception{index}"));
        text.push_str(&place.answering(&exception.answer));
    }
    text.push_str(&location(0, "/").answering(&site.answer));
    text.push_str("}\n");
    text
}

fn condition(audience: &Audience) -> String {
    match audience {
        Audience::Visitor => format!("$remote_addr = {VISITOR}"),
        Audience::Robots => "$http_user_agent ~ globalping".to_owned(),
        Audience::Countries(countries) => {
            let addresses: Vec<String> = everybody_in(countries)
                .map(|address| address.to_string().replace('.', "\\."))
                .collect();
            format!("$remote_addr ~ \"^({})$\"", addresses.join("|"))
        }
        Audience::Header(name, value) => {
            let variable = name.to_ascii_lowercase().replace('-', "_");
            format!("$http_{variable} = \"{value}\"")
        }
        Audience::Path(path) => format!("$uri ~ \"^{path}(/|$)\""),
        Audience::Http2 => "$server_protocol = HTTP/2.0".to_owned(),
        Audience::Plain => "$scheme = http".to_owned(),
    }
}

/// Where in the configuration an answer stands.
struct Location {
    path: String,
    upstream: String,
    words: String,
}

impl Location {
    fn answering(&self, answer: &SiteAnswer) -> String {
        let directives = match answer {
            // Without a redirect to the index, which would come back to the exceptions.
            SiteAnswer::Page | SiteAnswer::PageWithParts { .. } => {
                "try_files $uri $uri/index.html =404;".to_owned()
            }
            SiteAnswer::Stopped => return String::new(),
            SiteAnswer::PageWithHangingPart => {
                return format!(
                    "  location /hangs/ {{ {} }}\n",
                    pass_on(&format!("127.0.0.1:{SILENT_PORT}"), 60)
                );
            }
            SiteAnswer::Status { status } => format!("return {status};"),
            SiteAnswer::DeadUpstream => pass_on(&format!("127.0.0.1:{DEAD_PORT}"), 60),
            SiteAnswer::MissingSocket => "fastcgi_pass unix:/run/lab/no-such.sock;".to_owned(),
            SiteAnswer::SilentUpstream { read_timeout_s } => {
                pass_on(&format!("127.0.0.1:{SILENT_PORT}"), *read_timeout_s)
            }
            SiteAnswer::SlowUpstream { delay_s } => format!(
                "proxy_set_header X-Delay {delay_s}; proxy_pass http://127.0.0.1:{GOOD_PORT};"
            ),
            SiteAnswer::EveryNthDead { .. } => format!(
                "proxy_next_upstream off; proxy_pass http://{};",
                self.upstream
            ),
            SiteAnswer::Written(_) => format!(
                "proxy_set_header X-Words {}; proxy_pass_header Server; proxy_buffering off; \
                 proxy_buffer_size 512k; proxy_buffers 4 512k; proxy_pass http://127.0.0.1:{WRITING_PORT};",
                self.words
            ),
            SiteAnswer::Redirect { to } => format!("return 301 {to}$request_uri;"),
            // 444 is nginx's own number for closing the connection without a word.
            SiteAnswer::HangsUp => "return 444;".to_owned(),
        };
        format!("  location {} {{ {directives} }}\n", self.path)
    }
}

fn pass_on(to: &str, read_timeout_s: u32) -> String {
    format!("proxy_read_timeout {read_timeout_s}s; proxy_pass http://{to};")
}

fn upstream_name(server: &str, index: usize) -> String {
    format!("{}_{index}", server.replace('.', "_"))
}

fn words_file(files: &Path, index: usize) -> String {
    format!("{}/words-{index}.json", files.display())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::addresses::{TARGET, TARGET_NAME};
    use crate::broken::Exception;

    fn block_of(site: &Site) -> String {
        server_block(&Server {
            name: TARGET_NAME,
            address: TARGET,
            site,
            tls: "",
            files: Path::new("/shop"),
        })
    }

    fn block(answer: SiteAnswer) -> String {
        block_of(&Site {
            answer,
            ..Site::default()
        })
    }

    #[test]
    fn a_stopped_server_listens_nowhere() {
        assert!(!block(SiteAnswer::Stopped).contains("listen"));
        assert!(block(SiteAnswer::Page).contains("listen 198.51.100.20:443"));
    }

    #[test]
    fn a_site_without_https_listens_on_port_80_alone() {
        let text = block_of(&Site {
            https: false,
            ..Site::default()
        });
        assert_eq!(text.matches("listen").count(), 1);
        assert!(text.contains("listen 198.51.100.20:80;"));
    }

    #[test]
    fn every_request_to_the_target_is_logged() {
        assert!(block(SiteAnswer::HangsUp).contains("access_log target.log lab;"));
    }

    #[test]
    fn a_silent_application_is_given_up_after_the_time_the_fault_names() {
        let text = block(SiteAnswer::SilentUpstream { read_timeout_s: 2 });
        assert!(text.contains("proxy_read_timeout 2s;"));
    }

    #[test]
    fn an_exception_is_for_whom_it_is_meant() {
        let text = block_of(&Site {
            except: vec![Exception {
                to: Audience::Countries(vec!["JP".into()]),
                answer: SiteAnswer::HangsUp,
            }],
            ..Site::default()
        });
        assert!(text.contains(
            "if ($remote_addr ~ \"^(203\\.0\\.113\\.102|203\\.0\\.113\\.110|203\\.0\\.113\\.118)$\")"
        ));
        assert!(text.contains("location @exception0 { return 444; }"));
    }
}
