//! Steps for faults on the visitor's side, and for talking with visitors.

use super::{EVERYWHERE, Step, StepWords};
use crate::command::{Commands, done, look, prints, seen};
use crate::fragments::Fragment;

pub(super) const VISITOR_COPIES: StepWords = StepWords {
    title: "See what browsers keep of your site",
    why: "A browser may hold an old error, a large cookie or a worker script of an old release. You can end that from the server.",
    commands: Commands::everywhere(&[
        look(
            "curl -sSI https://{host}/ | grep -iE 'cache-control|expires|set-cookie|clear-site-data|alt-svc'",
        ),
        look("curl -sSI https://{host}/sw.js"),
        look(
            "curl -sS -o /dev/null -D - -H \"Cookie: a=$(head -c 8000 /dev/zero | tr '\\0' 'a')\" https://{host}/",
        ),
    ]),
    findings: &[
        prints(
            "HTTP/1.1 400 Bad Request",
            "Large cookies are refused. Set fewer, or allow larger request headers.",
            Step::FrontReload,
        ),
        prints(
            "cache-control: max-age=31536000",
            "If this stands on pages, browsers keep them for a year. Use it for files with a version in their name only.",
            Step::FrontReload,
        ),
        seen(
            "An old worker script serves old pages.",
            "Publish a new one at the same address that takes over and removes the old copies.",
            Step::TellVisitors,
        ),
        seen(
            "Broken copies must go at once.",
            "Send the header Clear-Site-Data with \"cache\" for some days. With \"cookies\" it signs everybody out.",
            Step::TellVisitors,
        ),
    ],
    fragments: &[Fragment::RequestHeaders],
    place: EVERYWHERE,
};

pub(super) const LIGHTER_PAGE: StepWords = StepWords {
    title: "Make the page bear a poor connection",
    why: "You cannot mend a visitor’s Wi-Fi. A page of few and small files gets through where a heavy one fails.",
    commands: Commands::everywhere(&[
        look(
            "curl -sS -o /dev/null -H 'Accept-Encoding: gzip, br' -w '%{size_download} bytes, HTTP/%{http_version}, %{time_total}s\\n' https://{host}/",
        ),
        look(
            "curl -sSI -H 'Accept-Encoding: gzip, br' https://{host}/ | grep -iE 'content-encoding|cache-control'",
        ),
    ]),
    findings: &[
        seen(
            "There is no content-encoding.",
            "Turn on gzip or brotli. Texts shrink to a quarter.",
            Step::FrontReload,
        ),
        prints(
            "HTTP/1.1",
            "HTTP/2 carries many small files over one connection. Turn it on.",
            Step::FrontReload,
        ),
        seen(
            "Visitors are far from your server.",
            "A delivery network brings the files closer to them.",
            Step::ScaleOut,
        ),
        done(
            "The page is small, and comes at once.",
            "Your side is well. The visitor’s connection is the reason.",
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const TELL_VISITORS: StepWords = StepWords {
    title: "Tell visitors what is going on",
    why: "Visitors who know that you know do not write, call or clear their cookies. Say what is broken, since when, and when you look again.",
    commands: Commands::NONE,
    findings: &[
        seen(
            "The web server still runs.",
            "Give it an error page of its own, which needs no application.",
            Step::FrontReload,
        ),
        seen(
            "Nothing of yours answers.",
            "Use a status page at another provider, or your account on a social network.",
            Step::Monitoring,
        ),
        done(
            "It works again.",
            "Say so at the same place, and what you changed.",
        ),
    ],
    fragments: &[Fragment::ErrorPage],
    place: EVERYWHERE,
};

pub(super) const ASK_REPORT: StepWords = StepWords {
    title: "Ask the visitor for a report of this check",
    why: "It says what their browser measured, and what others saw at that minute. That is more than “it does not work”.",
    commands: Commands::NONE,
    findings: &[
        seen(
            "Others saw the same failure.",
            "It is your side after all. Start with the site’s own answer.",
            Step::AskSite,
        ),
        seen(
            "Only this visitor is turned away.",
            "Look for a rule that meets them.",
            Step::UnblockVisitors,
        ),
        done(
            "Their network or device fails for other sites too.",
            "Your side is well. The visitor’s own advice on this page helps them.",
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};
