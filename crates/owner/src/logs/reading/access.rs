//! Requests in access logs: the status of the answer, and the path that was asked for.
//!
//! The forms: the common log format and its descendants (nginx, Apache, Gunicorn, Traefik, Envoy), Amazon's load balancers,
//! CloudFront's and IIS' tables, columns without quotation marks, JSON fields, and the lines of frameworks. HAProxy's have a
//! state beside the status and are read in [`super::haproxy`].

/// A request and its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::logs) struct Answer<'a> {
    /// The status that the visitor got.
    pub status: u16,
    /// What the server behind a load balancer answered; absent if it gave no answer.
    pub target: Target,
    /// The path, without its query; empty where the line has none.
    pub path: &'a str,
    /// Envoy's response flags; empty where the line has none.
    pub flags: &'a str,
}

/// What a line says of the server behind a load balancer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::logs) enum Target {
    /// Nothing: the line is not a load balancer's.
    Unsaid,
    /// It gave no answer.
    Silent,
    /// It answered with this status.
    Answered(u16),
}

/// The request and its answer, if the text is such a line.
pub(in crate::logs) fn answer(text: &str) -> Option<Answer<'_>> {
    balancer(text)
        .or_else(|| quoted(text))
        .or_else(|| columns(text))
        .or_else(|| cloudfront(text))
        .or_else(|| iis(text))
        .or_else(|| framework(text))
        .or_else(|| page(text))
}

/// Where a request of HAProxy's line went.
pub(in crate::logs) fn haproxy(text: &str, status: u16) -> Answer<'_> {
    let request = text.split('"').nth(1).unwrap_or_default();
    plain(status, path_of(request))
}

const fn plain(status: u16, path: &str) -> Answer<'_> {
    Answer {
        status,
        target: Target::Unsaid,
        path,
        flags: "",
    }
}

/// A number of three digits that can be a status.
fn status(word: &str) -> Option<u16> {
    let word = word.trim_end_matches(',');
    let number: u16 = (word.len() == 3).then(|| word.parse().ok()).flatten()?;
    (100..600).contains(&number).then_some(number)
}

/// The path of `GET /path?query HTTP/1.1`.
fn path_of(request: &str) -> &str {
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = match target.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
        None => target,
    };
    path.split(['?', '#']).next().unwrap_or_default()
}

fn is_request(quoted: &str) -> bool {
    const METHODS: &[&str] = &[
        "GET ",
        "POST ",
        "HEAD ",
        "PUT ",
        "DELETE ",
        "PATCH ",
        "OPTIONS ",
        "CONNECT ",
        "PROPFIND ",
        "REPORT ",
    ];
    quoted.contains(" HTTP/") || METHODS.iter().any(|method| quoted.starts_with(method))
}

/// `"GET / HTTP/1.1" 502 157 …`, also where the visitor sent no readable request: `"-" 400 0`.
fn quoted(text: &str) -> Option<Answer<'_>> {
    let mut from = 0;
    for (at, _) in text.match_indices("\" ") {
        let request = text.get(from..at)?;
        let request = request.rsplit('"').next().unwrap_or_default();
        from = at + 1;
        let mut after = text.get(at + 2..)?.split(' ');
        let word = after.next().unwrap_or_default().trim();
        // Envoy's zero: the visitor left before there was a status.
        let Some(status) = status(word).or_else(|| (word == "0").then_some(0)) else {
            continue;
        };
        let next = after.next().unwrap_or_default();
        let is_size = next == "-" || next.bytes().next().is_some_and(|b| b.is_ascii_digit());
        if is_request(request)
            || ((request == "-" || request.starts_with("\\x") || request.is_empty()) && is_size)
        {
            let is_flags = !next.is_empty()
                && next
                    .bytes()
                    .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b',')
                && next.bytes().any(|b| b.is_ascii_uppercase());
            return Some(Answer {
                flags: if is_flags { next } else { "" },
                ..plain(status, path_of(request))
            });
        }
    }
    None
}

/// `GET / HTTP/1.1  502  157  0.052` without quotation marks: the columns of an owner's own format.
fn columns(text: &str) -> Option<Answer<'_>> {
    let (request, after) = text.split_once(" HTTP/")?;
    let path = request.rsplit(char::is_whitespace).next()?;
    let mut words = after.split_whitespace().skip(1);
    let code = words.next().and_then(status)?;
    let is_size = words
        .next()
        .is_some_and(|word| word == "-" || is_number(word));
    (path.starts_with('/') && is_size)
        .then(|| plain(code, path.split('?').next().unwrap_or_default()))
}

/// Amazon's load balancers: three times, the balancer's status, the target's, two sizes, and the request in quotation marks.
fn balancer(text: &str) -> Option<Answer<'_>> {
    let (head, rest) = text.split_once(" \"")?;
    let mut words = head.rsplit(' ');
    let sizes = [words.next()?, words.next()?];
    let (target, own) = (words.next()?, words.next()?);
    let times = [words.next()?, words.next()?, words.next()?];
    let is_balancer = sizes
        .iter()
        .all(|size| !size.is_empty() && size.bytes().all(|b| b.is_ascii_digit()))
        && times
            .iter()
            .all(|time| time.trim_start_matches('-').parse::<f64>().is_ok());
    let own = status(own).filter(|_| is_balancer)?;
    Some(Answer {
        target: status(target).map_or(Target::Silent, Target::Answered),
        ..plain(own, path_of(rest.split('"').next().unwrap_or_default()))
    })
}

/// A row of CloudFront's table: fields between tabs, the path the eighth, the status the ninth.
fn cloudfront(text: &str) -> Option<Answer<'_>> {
    let mut fields = text.split('\t').skip(7);
    let path = fields.next()?;
    let status = fields.next().and_then(status)?;
    path.starts_with('/').then(|| plain(status, path))
}

/// A row of IIS' table: it ends with the status, its two companions and the time taken.
fn iis(text: &str) -> Option<Answer<'_>> {
    let mut words = text.split(' ');
    let is_date = words.next()?.split('-').count() == 3;
    let is_time = words.next()?.split(':').count() == 3;
    if !is_date || !is_time {
        return None;
    }
    let path = words.find(|word| word.starts_with('/')).unwrap_or_default();
    let last: Vec<&str> = text.trim_end().rsplit(' ').take(8).collect();
    // Newer tables add the bytes that were sent and received before the time.
    let at = last
        .windows(3)
        .rposition(|three| matches!(three, [code, sub, own] if status(own).is_some() && is_number(sub) && is_number(code)))?;
    let own = last.get(at + 2).and_then(|word| status(word))?;
    last.iter()
        .take(at)
        .all(|word| is_number(word))
        .then(|| plain(own, path))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// The title of a server's own error page: `502 Bad Gateway` alone in its line. What a visitor did wrong says more elsewhere.
fn page(text: &str) -> Option<Answer<'_>> {
    const TITLES: &[&str] = &[
        "500 Internal Server Error",
        "502 Bad Gateway",
        "503 Service Temporarily Unavailable",
        "503 Service Unavailable",
        "504 Gateway Time-out",
        "504 Gateway Timeout",
        "413 Request Entity Too Large",
    ];
    let title = match text.split_once("<title>") {
        Some((_, rest)) => rest.split('<').next().unwrap_or_default(),
        None => text,
    };
    TITLES
        .contains(&title)
        .then(|| title.get(..3).and_then(status))?
        .map(|code| plain(code, ""))
}

/// `Completed 500 Internal Server Error in 12ms` of Rails, `| 502 |` of Gin, `GET /api 502 12.3 ms` of morgan.
fn framework(text: &str) -> Option<Answer<'_>> {
    if let Some((_, after)) = text.split_once("Completed ") {
        return after
            .split(' ')
            .next()
            .and_then(status)
            .map(|code| plain(code, ""));
    }
    // uWSGI: "… => generated 197 bytes in 157 msecs (HTTP/1.1 500) …".
    if let Some((request, after)) = text.split_once(" => generated ") {
        let (_, code) = after.split_once("(HTTP/")?;
        let code = code.split([' ', ')']).nth(1).and_then(status)?;
        let path = request.rsplit(' ').next().unwrap_or_default();
        return Some(plain(code, path.split('?').next().unwrap_or_default()));
    }
    if let Some((_, after)) = text.split_once("[GIN] ") {
        let code = after.split('|').nth(1).map(str::trim).and_then(status)?;
        return Some(plain(
            code,
            path_of(after.rsplit('|').next().unwrap_or_default().trim_start()),
        ));
    }
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    let method = words.next()?;
    let path = words.next()?;
    let code = words.next().and_then(status)?;
    let takes_time = words.next()?.parse::<f64>().is_ok() && words.next()? == "ms";
    (matches!(method, "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD") && takes_time)
        .then(|| plain(code, path.split('?').next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(u16, &str)> {
        answer(text).map(|answer| (answer.status, answer.path))
    }

    #[test]
    fn the_status_is_read_from_each_form() {
        for (line, status, path) in [
            (
                "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET /a?b HTTP/1.1\" 502 157 \"-\" \"x\"",
                502,
                "/a",
            ),
            (
                "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"-\" 400 0 \"-\" \"-\"",
                400,
                "",
            ),
            (
                "INFO:     192.0.2.1:5000 - \"GET /b HTTP/1.1\" 500 Internal Server Error",
                500,
                "/b",
            ),
            (
                "[pid: 66|app: 0|req: 434/412] 192.0.2.1 () {52 vars in 1096 bytes} [Tue Jan  9 21:53:21 2024] GET /g?h => generated 197 bytes in 157 msecs (HTTP/2.0 500) 5 headers",
                500,
                "/g",
            ),
            ("GET /c 504 12.3 ms - 150", 504, "/c"),
            (
                "192.0.2.1\t01/Mar/2026:10:00:00 +0000\tGET /h?i HTTP/1.1\t499\t0\t10.000\t-",
                499,
                "/h",
            ),
            (
                "[GIN] 2026/03/01 - 10:00:00 | 502 |  1.2ms |  192.0.2.1 | GET      \"/d\"",
                502,
                "",
            ),
            (
                "2026-03-01 10:00:00 192.0.2.2 GET /e - 443 - 192.0.2.1 Mozilla/5.0 - 502 3 12002 120000",
                502,
                "/e",
            ),
        ] {
            let (found, its_path) = of(line).expect(line);
            assert_eq!(found, status, "{line}");
            if !path.is_empty() {
                assert_eq!(its_path, path, "{line}");
            }
        }
    }

    #[test]
    fn a_load_balancer_tells_its_own_status_from_its_targets() {
        let line = "http 2026-03-01T10:00:00Z app/lb/50dc 192.0.2.1:2817 192.0.2.2:80 0.000 0.001 0.000 502 - 34 366 \"GET http://example.com:80/f HTTP/1.1\"";
        let answer = answer(line).expect("a balancer's line");
        assert_eq!(
            (answer.status, answer.target, answer.path),
            (502, Target::Silent, "/f")
        );
    }

    #[test]
    fn other_numbers_are_no_statuses() {
        for line in [
            "see the 502 page",
            "took 504 ms",
            "\"quoted\" 502",
            "error 502 somewhere",
            "sent HTTP/1.1 502 157",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
