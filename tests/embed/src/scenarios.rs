//! Every scenario, with its world. Each is a function of the scene that ends well or says what was expected and what was seen.

mod addresses;
mod agreement;
mod covering;
mod embedding;
mod forging;
mod incident;
mod learning;
mod looks;
mod messages;
mod policies;
mod quiet;
mod readme;
mod rule;
mod status_page;

use anyhow::{Context, Result};
use whichside_harness::engine::Engine;

use crate::scene::Scene;
use crate::worlds::Setting;

/// Something that happens around a widget.
pub struct Scenario {
    /// Its name.
    pub name: &'static str,
    /// What must be true, in a sentence.
    pub about: &'static str,
    /// Its world.
    pub setting: Setting,
    /// The one engine it can be tried in, where another lacks what it is about.
    pub only_in: Option<Engine>,
    /// What happens.
    pub play: fn(&Scene<'_>) -> Result<()>,
}

impl Scenario {
    /// Whether it can be tried in `engine`.
    pub fn is_in(&self, engine: Engine) -> bool {
        self.only_in.is_none_or(|only| only == engine)
    }
}

/// A scenario in the world whose shop answers 502.
const fn broken(
    name: &'static str,
    about: &'static str,
    play: fn(&Scene<'_>) -> Result<()>,
) -> Scenario {
    Scenario {
        name,
        about,
        setting: Setting::BAD_GATEWAY,
        only_in: None,
        play,
    }
}

/// A scenario whose world has TXT records.
const fn agreed(
    name: &'static str,
    about: &'static str,
    texts: &'static [(&'static str, &'static str)],
    resolvers: bool,
    play: fn(&Scene<'_>) -> Result<()>,
) -> Scenario {
    Scenario {
        name,
        about,
        setting: Setting {
            texts,
            resolvers,
            ..Setting::BAD_GATEWAY
        },
        only_in: None,
        play,
    }
}

const AGREED: &[(&str, &str)] = &[
    ("_whichside.shop.example", "v=something-else"),
    ("_whichside.shop.example", "embed=help.other.example"),
];
const AGREED_WITH_ANOTHER: &[(&str, &str)] = &[
    ("_whichside.shop.example", "embed=other.example"),
    ("help.other.example", "embed=help.other.example"),
];

/// All of them; those that take longest come first.
pub const SCENARIOS: &[Scenario] = &[
    broken(
        "incident-hostile",
        "a summary.json of any kind is shown as text or not at all, and the check ends as it does without",
        incident::hostile,
    ),
    broken(
        "status-page",
        "on a real status page the widget says that it is them, with the known incident beside it",
        status_page::real,
    ),
    broken(
        "status-page-strict",
        "where the host's policy is default-src 'self', the configurator names what to add, and with that it works",
        status_page::strict_policy,
    ),
    broken(
        "policies",
        "what the configurator says of a policy is what the browser does under it, and under the one it writes in its place",
        policies::judged_as_browsers_do,
    ),
    broken(
        "readme",
        "who does what the README's block says, and nothing else, has a widget that works",
        readme::walked_through,
    ),
    broken(
        "embed-script",
        "a script tag puts a widget right after itself, and its loader may be named by its hash, with SRI",
        embedding::script,
    ),
    broken(
        "embed-element",
        "the element works, and holds a link until it does",
        embedding::element,
    ),
    broken(
        "embed-render",
        "render() hands back the element and tells verdicts, as the event does",
        embedding::render,
    ),
    broken(
        "embed-lifecycle",
        "execute, reset, remove and ready do what they are called",
        embedding::lifecycle,
    ),
    broken(
        "embed-without-scripts",
        "without scripts there is a link to the full page, with the address filled in",
        embedding::without_scripts,
    ),
    broken(
        "embed-twenty",
        "twenty widgets on one page work, each by itself",
        embedding::twenty,
    ),
    broken(
        "embed-single-page",
        "a page may add a widget, move it, and throw it away, again and again",
        embedding::single_page,
    ),
    broken(
        "looks-modes",
        "no mode moves anything of the host's, from before the click to after the check",
        looks::modes,
    ),
    broken(
        "looks-narrow",
        "280 px are enough in every mode",
        looks::narrow,
    ),
    broken(
        "looks-language-and-theme",
        "the widget speaks the page's language, or the one it is told, and is as light or dark as it is told",
        looks::language_and_theme,
    ),
    broken(
        "looks-keyboard",
        "the keyboard alone opens, starts and closes it, and comes back to where it was",
        looks::keyboard,
    ),
    broken(
        "quiet-before-the-click",
        "before the click nothing is loaded but the loader, and the host's main thread is left alone",
        quiet::before_the_click,
    ),
    broken(
        "rule-allowed",
        "the check runs inside where embedder and target are the same host, or one is below the other",
        rule::allowed,
    ),
    broken(
        "rule-refused",
        "elsewhere the click opens the full page in a new tab, and the target is asked nothing",
        rule::refused,
    ),
    broken(
        "rule-framed-embedder",
        "an embedder that is itself framed, or in a sandbox, gets no check inside",
        rule::framed_or_sandboxed,
    ),
    agreed(
        "agreement",
        "the check runs inside where the target's DNS names the embedder, and not at another embedder's",
        AGREED,
        true,
        agreement::given,
    ),
    agreed(
        "agreement-with-another",
        "DNS that names somebody else, or that is the embedder's own, agrees to nothing",
        AGREED_WITH_ANOTHER,
        true,
        agreement::none,
    ),
    agreed(
        "agreement-unread",
        "where no resolver can be reached, nobody has agreed",
        AGREED,
        false,
        agreement::none,
    ),
    broken(
        "hostile-messages",
        "no message that is not exactly one of the contract's has any effect on the frame",
        messages::malformed,
    ),
    broken(
        "hostile-senders",
        "the frame listens to its embedder alone",
        messages::other_senders,
    ),
    broken(
        "hostile-clicks",
        "no script starts a check, and a target that changes under the click is not checked",
        messages::clicks,
    ),
    broken(
        "hostile-forgers",
        "the host believes its own widget's frame alone",
        forging::verdicts,
    ),
    broken(
        "hostile-name",
        "what a visitor wrote into the host's page does not decide where the frame is",
        forging::name,
    ),
    broken(
        "hostile-navigation",
        "a frame that is sent elsewhere learns nothing and tells nothing; one that is reloaded starts nothing",
        forging::navigation,
    ),
    Scenario {
        name: "hostile-covering",
        about: "a click into a frame that is covered, see-through, clipped, tiny or moved starts nothing",
        setting: Setting::BAD_GATEWAY,
        // The only engine that tells a page whether it can be seen (IntersectionObserver v2).
        only_in: Some(Engine::Chromium),
        play: covering::stolen_clicks,
    },
    broken(
        "hostile-learning",
        "an embedder sees the same whether a target is broken or well, and never a frame inside the frame",
        learning::traces,
    ),
    broken(
        "hostile-addresses",
        "a hostile ?url= or #url= starts and executes nothing, on the full page and in the configurator",
        addresses::prefilled,
    ),
];

/// The scenario of this name.
///
/// # Errors
/// There is none.
pub fn named(name: &str) -> Result<&'static Scenario> {
    SCENARIOS
        .iter()
        .find(|scenario| scenario.name == name)
        .with_context(|| format!("there is no scenario named {name}; --list names them"))
}

/// Prints names and what they are about.
pub fn list() {
    for scenario in SCENARIOS {
        println!("{:<26} {}", scenario.name, scenario.about);
    }
}
