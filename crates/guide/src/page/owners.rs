//! What a site's owner can do: by cause, by hosting, step by step, and configuration to take over.
//!
//! All of it is the owner's library's; here it is laid out to be read. The anchors of steps and fragments carry a prefix,
//! since some of their ids are also those of articles.

mod fragments;
mod hosting;
mod logs;
mod steps;

pub(super) use hosting::HEADING as HOSTING;
pub(super) use logs::HEADING as LOGS;

use maud::{Markup, html};
use whichside_diagnosis::Cause;
use whichside_owner::{Hosting, Placeholder, Stack, Step, for_owner, placeholder};

use super::{FIRST, Heading};
use crate::inline::markup;
use crate::language::Translate;

const INTRO: &str = "Go from the outside in: ask the site, read the front server’s log, then look at what is behind it. The log’s last line usually names the reason. Save the logs before you restart anything.";
const EXAMPLES: &str =
    "Names and addresses in the commands are examples. Put your own in their place:";

const ERROR_PAGE: &str =
    "An error page that waits with your visitors, and brings them back by turns";

const ORDER: Heading = ("owners-order", "The order for a 502");

/// The page that makes the error page, from the guide's page of a language.
fn error_page(language: &dyn Translate) -> &'static str {
    if language.language().code() == FIRST {
        "../error-page/"
    } else {
        "../../error-page/"
    }
}

/// The anchor of a step.
pub(super) fn anchor(step: Step) -> String {
    format!("step-{}", step.id())
}

pub(super) fn section(language: &dyn Translate, (id, title): Heading) -> Markup {
    let say = |text| language.say(text);
    html! {
        section id=(id) {
            h2 { (say(title)) }
            p { (say(INTRO)) }
            p { a href=(error_page(language)) { (say(ERROR_PAGE)) } }
            ul.jump {
                @for (id, title) in [ORDER, hosting::HEADING, steps::HEADING, logs::HEADING, fragments::HEADING] {
                    li { a href={ "#" (id) } { (say(title)) } }
                }
            }
            article id=(ORDER.0) data-find {
                h3 { (say(ORDER.1)) }
                (in_order(language, Cause::BadGateway))
            }
            article id="owners-examples" data-find {
                h3 { (say("What the examples stand for")) }
                p { (say(EXAMPLES)) }
                dl.facts {
                    @for place in Placeholder::ALL {
                        div {
                            dt { code dir="ltr" { (place.example()) } }
                            dd { (say(place.meaning())) }
                        }
                    }
                }
            }
            (hosting::part(language))
            (steps::part(language))
            (logs::part(language))
            (fragments::part(language))
        }
    }
}

/// The steps for a cause in their order, as links; those that fit any server and any hosting.
pub(super) fn in_order(language: &dyn Translate, cause: Cause) -> Markup {
    html! {
        ol {
            @for step in for_owner(cause, None, &Stack::UNKNOWN, Hosting::Unknown) {
                li { a href={ "#" (anchor(step)) } { (prose(language, step.title())) } }
            }
        }
    }
}

/// An owner's text, with examples where its placeholders are.
fn prose(language: &dyn Translate, text: &'static str) -> Markup {
    markup(&placeholder::with_examples(language.say(text)))
}
