//! Texts that are no configuration of nginx, told by how their lines begin. None of them is judged.

use super::{Cleaned, Paste};

/// Lines that are looked at.
const LINES: usize = 2_000;

/// What a kind of text is known by: the starts of lines, and how many such lines there must be.
struct Mark {
    paste: Paste,
    lines: usize,
    starts: &'static [&'static str],
}

/// Starts of lines that nginx never has, though other lines of the same text look like its own.
const SURE: [&str; 3] = ["<?php", "vcl 4", "sub vcl_"];

/// In the order in which they are tried: the surest first.
const MARKS: &[Mark] = &[
    Mark {
        paste: Paste::Certificate,
        lines: 1,
        starts: &["-----BEGIN "],
    },
    Mark {
        paste: Paste::Html,
        lines: 1,
        starts: &["<!doctype html", "<html", "<head", "<body"],
    },
    Mark {
        paste: Paste::Php,
        lines: 1,
        starts: &["<?php"],
    },
    Mark {
        paste: Paste::Xml,
        lines: 1,
        starts: &[
            "<?xml",
            "<configuration",
            "<system.web",
            "<rewrite>",
            "<connector ",
            "<server port",
        ],
    },
    Mark {
        paste: Paste::Apache,
        lines: 1,
        starts: &[
            "<virtualhost",
            "<directory",
            "<location",
            "<proxy",
            "<ifmodule",
            "<files",
            "<limit",
            "loadmodule ",
            "servername ",
            "documentroot ",
            "proxypass ",
            "proxypassreverse ",
        ],
    },
    Mark {
        paste: Paste::Htaccess,
        lines: 1,
        starts: &[
            "rewriteengine ",
            "rewriterule ",
            "rewritecond ",
            "rewritebase ",
            "options ",
            "directoryindex ",
            "errordocument ",
            "header set ",
            "redirectmatch ",
            "require all ",
            "addtype ",
            "php_value ",
            "authtype ",
            "order allow,deny",
            "order deny,allow",
        ],
    },
    Mark {
        paste: Paste::Varnish,
        lines: 1,
        starts: &["vcl 4", "sub vcl_", "backend default {"],
    },
    Mark {
        paste: Paste::Kubernetes,
        lines: 1,
        starts: &[
            "apiversion:",
            "kind: ingress",
            "kind: configmap",
            "kind: deployment",
        ],
    },
    Mark {
        paste: Paste::Traefik,
        lines: 1,
        starts: &[
            "entrypoints:",
            "[entrypoints",
            "[http.routers",
            "[http.services",
            "traefik.",
            "routers:",
            "certificatesresolvers:",
            "- \"traefik.",
            "- traefik.",
        ],
    },
    Mark {
        paste: Paste::Envoy,
        lines: 1,
        starts: &["static_resources:", "envoy_"],
    },
    Mark {
        paste: Paste::Compose,
        lines: 1,
        starts: &["services:"],
    },
    Mark {
        paste: Paste::Haproxy,
        lines: 2,
        starts: &[
            "frontend ",
            "backend ",
            "bind ",
            "default_backend ",
            "use_backend ",
            "mode http",
            "mode tcp",
            "option httplog",
            "option forwardfor",
            "balance ",
            "timeout connect",
            "timeout client",
            "timeout server",
            "acl ",
        ],
    },
    Mark {
        paste: Paste::Caddyfile,
        lines: 1,
        starts: &[
            "reverse_proxy ",
            "file_server",
            "php_fastcgi ",
            "encode ",
            "handle ",
            "handle_path ",
            "tls ",
            "import ",
            "redir ",
            "respond ",
            "header {",
            "root * ",
        ],
    },
    Mark {
        paste: Paste::Dockerfile,
        lines: 2,
        starts: &[
            "from ",
            "run ",
            "copy ",
            "cmd ",
            "entrypoint ",
            "expose ",
            "workdir ",
        ],
    },
    Mark {
        paste: Paste::Lighttpd,
        lines: 1,
        starts: &[
            "server.document-root",
            "server.modules",
            "server.port",
            "$http[",
            "proxy.server",
            "fastcgi.server",
            "url.redirect",
            "url.rewrite",
        ],
    },
    Mark {
        paste: Paste::SystemdUnit,
        lines: 1,
        starts: &["[unit]", "[service]", "[install]", "execstart="],
    },
    Mark {
        paste: Paste::FpmPool,
        lines: 1,
        starts: &["pm = ", "pm.max_children", "pm.", "listen.owner"],
    },
];

/// Names what the text is, where it is none of nginx.
pub(super) fn name(cleaned: &mut Cleaned<'_>) {
    let text = cleaned.text.as_ref();
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(LINES)
        .collect();
    let is_sure = lines
        .iter()
        .any(|line| SURE.iter().any(|start| begins(line, start)));
    if lines.is_empty() || is_nginx(&lines) && !is_sure {
        return;
    }
    let known = MARKS.iter().find(|mark| {
        lines
            .iter()
            .filter(|line| mark.starts.iter().any(|start| begins(line, start)))
            .take(mark.lines)
            .count()
            >= mark.lines
    });
    let paste = match known {
        Some(mark) => Some(mark.paste),
        None if share(&without_headings(&lines), is_log_line) * 2 > 100 => Some(Paste::Log),
        None if text.trim_start().starts_with(['{', '[']) && text.contains("\":") => {
            Some(Paste::Json)
        }
        None if share(&lines, is_command) > 50 => Some(Paste::Command),
        None if share(&lines, is_section_or_value) > 90 => Some(Paste::Ini),
        None if share(&lines, is_yaml_line) > 70 => Some(Paste::Yaml),
        None => None,
    };
    if let Some(paste) = paste {
        cleaned.note(paste);
    }
}

/// Whether a line begins so, whatever its letters' case.
fn begins(line: &str, start: &str) -> bool {
    line.get(..start.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// How many of a hundred lines are so.
fn share(lines: &[&str], is_so: fn(&str) -> bool) -> usize {
    lines.iter().filter(|line| is_so(line)).count() * 100 / lines.len().max(1)
}

/// The lines without rules and names of files, which tools put above the lines of a log.
fn without_headings<'l>(lines: &[&'l str]) -> Vec<&'l str> {
    lines
        .iter()
        .copied()
        .filter(|line| {
            let name = line.trim_matches(['=', '>', '<', '-', '*', '#', ' ']);
            !name.is_empty() && (name.contains(' ') || !name.ends_with(".log"))
        })
        .collect()
}

/// Whether some line is one that only nginx has.
fn is_nginx(lines: &[&str]) -> bool {
    const BLOCKS: [&str; 9] = [
        "server", "http", "events", "stream", "location", "upstream", "map", "if", "types",
    ];
    lines
        .iter()
        .filter(|line| !line.starts_with('#'))
        .filter(|line| {
            let name = line.split([' ', '{', '\t']).next().unwrap_or_default();
            let opens = line.ends_with('{') && BLOCKS.contains(&name);
            let ends = line.ends_with(';')
                && line.contains(' ')
                && !line.contains(" = ")
                && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
                && !name.is_empty();
            opens || ends
        })
        .take(1)
        .count()
        > 0
}

/// A line of nginx's error log or of an access log, of the journal, or with a level.
fn is_log_line(line: &str) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let start = line.get(..20).unwrap_or_default();
    let dated = digits(start) >= 8 && start.contains([':', '/', '-']);
    let access = line.contains(" - ") && line.contains("] \"") && line.contains("HTTP/");
    let level = [
        "[error]", "[emerg]", "[warn]", "[crit]", "[alert]", "[notice]", " ERROR ", " WARN ",
        " INFO ", "level=",
    ]
    .iter()
    .any(|level| line.contains(level));
    let journal = [
        "Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ", "Sep ", "Oct ", "Nov ",
        "Dec ",
    ]
    .iter()
    .any(|month| line.starts_with(month))
        && line.contains("]: ");
    let told = [
        "nginx: [",
        "nginx: configuration",
        "nginx: the configuration",
        "●",
        "Active: ",
        "Loaded: ",
        "Main PID: ",
    ]
    .iter()
    .any(|start| line.starts_with(start));
    dated || access || level || journal || told
}

fn is_command(line: &str) -> bool {
    let line = line.trim_start_matches(['$', '#', '>', ' ']);
    [
        "curl ",
        "sudo ",
        "nginx -",
        "systemctl ",
        "docker ",
        "cat ",
        "apt ",
        "service ",
        "kubectl ",
        "wget ",
        "cd ",
        "ls ",
        "echo ",
        "mkdir ",
        "chmod ",
        "chown ",
        "ln ",
        "npm ",
        "certbot ",
    ]
    .iter()
    .any(|command| line.starts_with(command))
        || line.contains("@") && line.contains(":~")
}

fn is_section_or_value(line: &str) -> bool {
    line.starts_with(['#', ';']) && line.len() > 1
        || line.starts_with('[') && line.ends_with(']')
        || line.split_once('=').is_some_and(|(name, _)| {
            name.trim()
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"_.-".contains(&b))
        })
}

fn is_yaml_line(line: &str) -> bool {
    let line = line.trim_start_matches("- ");
    !line.ends_with([';', '{', '}'])
        && (line.starts_with('#')
            || line.split_once(':').is_some_and(|(name, rest)| {
                !name.contains(' ') && (rest.is_empty() || rest.starts_with(' '))
            }))
}
