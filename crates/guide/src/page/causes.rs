//! Every cause under its public id, side by side as a verdict sees them.

use maud::{Markup, html};
use whichside_diagnosis::{Cause, Side, advice};

use super::blocks::links_to;
use super::{Heading, owners};
use crate::articles::causes::{more, words};
use crate::inline::markup;
use crate::language::Translate;
use whichside_diagnosis::words::remedy_title;

const INTRO: &str = "These are the answers our check can give. Each belongs to one side. Below each you find what to try, the best first.";

/// The sides in the order a reader meets them: the site's first, as it is the likeliest for a 502.
const SIDES: [Side; 4] = [Side::Theirs, Side::Yours, Side::Works, Side::Unknown];

/// The anchor and the heading of a side.
const fn side(side: Side) -> Heading {
    match side {
        Side::Theirs => ("side-theirs", "It’s the site"),
        Side::Yours => ("side-yours", "It’s on your side"),
        Side::Works => ("side-works", "It works"),
        Side::Unknown => ("side-unknown", "It can’t be told"),
    }
}

pub(super) fn section(language: &dyn Translate, (id, title): Heading) -> Markup {
    html! {
        section id=(id) {
            h2 { (language.say(title)) }
            p { (language.say(INTRO)) }
            @for each in SIDES {
                @let (id, title) = side(each);
                section.side id=(id) {
                    h3 { (language.say(title)) }
                    @for &cause in Cause::ALL.iter().filter(|cause| cause.side() == each) {
                        (article(language, cause))
                    }
                }
            }
        }
    }
}

fn article(language: &dyn Translate, cause: Cause) -> Markup {
    let words = words(cause);
    let say = |text| language.say(text);
    html! {
        article id=(cause.id()) data-find {
            h4 { (say(words.title)) }
            @if !words.name.is_empty() {
                p.name { code dir="ltr" { (words.name) } }
            }
            p { (markup(say(words.what))) }
            dl.facts {
                div { dt { (say("How it looks")) } dd { (say(words.looks)) } }
                div {
                    dt { (say("What to try")) }
                    dd { ol {
                        @for remedy in advice::for_cause(cause) {
                            li { a href={ "#" (remedy.id()) } { (language.text(remedy_title(remedy))) } }
                        }
                    } }
                }
                div {
                    dt { (say("Read more")) }
                    dd { (links_to(language, more(cause))) }
                }
            }
            details {
                summary { (say("If this is your site: the steps in order")) }
                (owners::in_order(language, cause))
                p {
                    a href={ "#" (owners::LOGS.0) } { (say(owners::LOGS.1)) }
                    " · "
                    a href={ "#" (owners::HOSTING.0) } { (say(owners::HOSTING.1)) }
                }
            }
        }
    }
}
