//! The target's server: what nginx is told to do for each way of answering, and the files it serves.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::addresses::{TARGET, TARGET_NAME};
use crate::broken::{Answer, Site};
use crate::standins::upstream::{GOOD_PORT, SILENT_PORT};

/// A port of the loopback where nothing listens.
const DEAD_PORT: u16 = 9;
/// A picture of one dot, the smallest there is.
const DOT: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

/// What every healthy page of the shop says.
pub const PAGE: &str = "<!doctype html><title>Shop</title><h1>Welcome to the shop</h1>";

/// Writes the shop's files into `folder`.
///
/// # Errors
/// They cannot be written.
pub fn write_files(site: &Site, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let mut page = PAGE.to_owned();
    match &site.answer {
        Answer::PageWithParts { parts } => {
            for part in 0..*parts {
                fs::write(folder.join(format!("part-{part}.png")), DOT)?;
                let _ = write!(page, "<img src=\"/part-{part}.png\" alt=\"\">");
            }
        }
        Answer::PageWithHangingPart => page.push_str("<img src=\"/hangs/part.png\" alt=\"\">"),
        Answer::Page
        | Answer::Status { .. }
        | Answer::DeadUpstream
        | Answer::SilentUpstream { .. }
        | Answer::SlowUpstream { .. }
        | Answer::EverySecondDead
        | Answer::Redirect { .. }
        | Answer::HangsUp
        | Answer::Stopped => {}
    }
    fs::write(folder.join("index.html"), page)?;
    fs::write(folder.join("favicon.ico"), DOT)?;
    Ok(())
}

/// nginx's `server` block for the target (and its upstreams); none where it is stopped.
///
/// `tls` holds the directives that name its certificate, `files` is where its pages lie.
pub fn server_block(site: &Site, tls: &str, files: &Path) -> String {
    let mut text = String::new();
    if site.answer == Answer::EverySecondDead {
        let _ = writeln!(
            text,
            "upstream every_second {{\n  server 127.0.0.1:{DEAD_PORT} max_fails=0;\n  \
             server 127.0.0.1:{GOOD_PORT} max_fails=0;\n}}"
        );
    }
    if site.answer == Answer::Stopped {
        return text;
    }
    let _ = writeln!(
        text,
        "server {{\n  listen {TARGET}:80;\n  listen {TARGET}:443 ssl http2;\n  \
         server_name {TARGET_NAME};\n  {tls}\n  access_log target.log lab;\n  root {};",
        files.display()
    );
    for (name, value) in &site.headers {
        let _ = writeln!(text, "  add_header {name} \"{value}\" always;");
    }
    if site.refuses_robots {
        text.push_str("  if ($http_user_agent ~ globalping) { return 403; }\n");
    }
    text.push_str(&answer(&site.answer));
    text.push_str("}\n");
    text
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Page | Answer::PageWithParts { .. } | Answer::Stopped => String::new(),
        Answer::PageWithHangingPart => pass_on("/hangs/", &format!("127.0.0.1:{SILENT_PORT}"), 60),
        Answer::Status { status } => format!("  location / {{ return {status}; }}\n"),
        Answer::DeadUpstream => pass_on("/", &format!("127.0.0.1:{DEAD_PORT}"), 60),
        Answer::SilentUpstream { read_timeout_s } => {
            pass_on("/", &format!("127.0.0.1:{SILENT_PORT}"), *read_timeout_s)
        }
        Answer::SlowUpstream { delay_s } => format!(
            "  location / {{\n    proxy_set_header X-Delay {delay_s};\n    \
             proxy_pass http://127.0.0.1:{GOOD_PORT};\n  }}\n"
        ),
        Answer::EverySecondDead => "  location / {\n    proxy_next_upstream off;\n    \
             proxy_pass http://every_second;\n  }\n"
            .to_owned(),
        Answer::Redirect { to } => format!("  location / {{ return 301 {to}$request_uri; }}\n"),
        // 444 is nginx's own number for closing the connection without a word.
        Answer::HangsUp => "  location / { return 444; }\n".to_owned(),
    }
}

fn pass_on(path: &str, to: &str, read_timeout_s: u32) -> String {
    format!(
        "  location {path} {{\n    proxy_read_timeout {read_timeout_s}s;\n    \
         proxy_pass http://{to};\n  }}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(answer: Answer) -> String {
        let site = Site {
            answer,
            ..Site::default()
        };
        server_block(&site, "", Path::new("/shop"))
    }

    #[test]
    fn a_stopped_server_listens_nowhere() {
        assert!(!block(Answer::Stopped).contains("listen"));
        assert!(block(Answer::Page).contains("listen 198.51.100.20:443"));
    }

    #[test]
    fn every_request_to_the_target_is_logged() {
        assert!(block(Answer::HangsUp).contains("access_log target.log lab;"));
    }

    #[test]
    fn a_silent_application_is_given_up_after_the_time_the_fault_names() {
        let text = block(Answer::SilentUpstream { read_timeout_s: 2 });
        assert!(text.contains("proxy_read_timeout 2s;"));
    }
}
