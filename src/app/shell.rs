//! The thin shell around the reducer: tells it the moment, performs its effects, and turns what the browser says into
//! events. It decides nothing.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, Notification, NotificationOptions, NotificationPermission, Window};
use whichside_diagnosis::Millis;
use whichside_diagnosis::report::BrowserInfo;
use whichside_diagnosis::text::contains;
use whichside_diagnosis::words::Language;
use yew::prelude::*;

use super::event::{Effect, Event, Moment, Place};
use super::file;
use super::frame::{self, Frame};
use super::owner;
use super::state::State;
use super::view;
use super::visitor::visitor;
use crate::probe::{Browser, Prober, parse_url};

/// The page.
pub struct App {
    state: State,
    browser: Browser,
    /// Kept for as long as the page listens.
    _listeners: Vec<Closure<dyn FnMut()>>,
    /// Where the focus goes once the page is drawn.
    focus: Option<Place>,
    /// What stands around the app.
    frame: Frame,
}

impl Component for App {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<App>) -> App {
        let listeners = web_sys::window().map_or_else(Vec::new, |window| listen(ctx, &window));
        if let Some(window) = web_sys::window() {
            ctx.link().send_message(opened(&window));
        }
        App {
            state: State::new(),
            browser: Browser::new(),
            _listeners: listeners,
            focus: None,
            frame: Frame::found(),
        }
    }

    fn update(&mut self, ctx: &Context<App>, event: Event) -> bool {
        let Some(window) = web_sys::window() else {
            return false;
        };
        let time = String::from(js_sys::Date::new_0().to_iso_string());
        let own_host = window.location().host().unwrap_or_default();
        let moment = Moment {
            now: Millis(window.performance().map_or(0.0, |clock| clock.now()) as u32),
            time: &time,
            hour: (js_sys::Date::now() / 3_600_000.0) as u32,
            random: js_sys::Math::random(),
            own_host: &own_host,
            parse: &parse_url,
        };
        for effect in self.state.update(event, &moment) {
            self.perform(ctx, &window, effect);
        }
        true
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        view::page(&self.state, ctx.link())
    }

    fn rendered(&mut self, _: &Context<App>, _: bool) {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(document) = document {
            let title = view::title(&self.state);
            if document.title() != title {
                document.set_title(&title);
            }
            if let Some(place) = self.focus.take()
                && let Some(place) = document.get_element_by_id(place.id())
                && let Ok(place) = place.dyn_into::<HtmlElement>()
            {
                let _ = place.focus();
            }
        }
    }
}

impl App {
    fn perform(&mut self, ctx: &Context<App>, window: &Window, effect: Effect) {
        let link = ctx.link().clone();
        match effect {
            Effect::EndProbes => self.browser.cancel(),
            Effect::Start { run, asks } => {
                let report = Rc::new(move |probe, outcome| {
                    link.send_message(Event::Observed {
                        run,
                        probe,
                        outcome,
                    });
                });
                for ask in asks {
                    self.browser.start(ask, report.clone());
                }
            }
            Effect::Wake { turn, after } => {
                let wake = Closure::once_into_js(move || link.send_message(Event::Woke(turn)));
                let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    wake.unchecked_ref(),
                    i32::try_from(after.0).unwrap_or(i32::MAX),
                );
            }
            Effect::Copy(text) => {
                let copying = window.navigator().clipboard().write_text(&text);
                spawn_local(async move {
                    link.send_message(Event::CopyEnded(JsFuture::from(copying).await.is_ok()));
                });
            }
            Effect::AskToNotify => ask_to_notify(link),
            Effect::Notify { title, body } => {
                let options = NotificationOptions::new();
                options.set_body(&body);
                // Some phones allow notifications from service workers only; the title says it there.
                let _ = Notification::new_with_options(&title, &options);
            }
            // Where nothing may be kept, nothing is.
            Effect::Keep(text) => {
                let _ = kept(window).map(|storage| storage.set_item(KEPT_AS, &text));
            }
            Effect::Fetch(language) => {
                // It stays for as long as the page does, so that views can hand out its sentences as they are; a visit has
                // few of them.
                let came = |language, file: Option<String>| {
                    Event::Worded(language, file.map(|file| &*file.leak()))
                };
                fetch(link, language, frame::file(language), came);
            }
            Effect::Instruct(language) => {
                let name = ["remedies/", language.code(), ".json"].concat();
                fetch(link, language, Some(name), Event::Instructed);
            }
            Effect::Speak => self.frame.speak(&self.state.words),
            Effect::KeepLanguage(language) => {
                let _ = kept(window).map(|storage| storage.set_item(LANGUAGE, language.code()));
            }
            Effect::ShowOwner => owner::show(&self.state, link),
            Effect::Focus(place) => self.focus = Some(place),
        }
    }
}

/// Fetches a file of ours in a language, and reports what came of it.
fn fetch(
    link: yew::html::Scope<App>,
    language: Language,
    name: Option<String>,
    came: fn(Language, Option<String>) -> Event,
) {
    spawn_local(async move { link.send_message(came(language, file::text(name).await)) });
}

fn ask_to_notify(link: yew::html::Scope<App>) {
    // Absent in private windows and in some browsers: then the tab's title is all there is.
    let present = js_sys::Reflect::has(&js_sys::global(), &"Notification".into()).unwrap_or(false);
    let Some(answer) = present
        .then(Notification::request_permission)
        .and_then(Result::ok)
    else {
        return;
    };
    spawn_local(async move {
        let granted = JsFuture::from(answer).await.is_ok()
            && Notification::permission() == NotificationPermission::Granted;
        link.send_message(Event::MayNotify(granted));
    });
}

/// What the browser tells about itself when the page opens. A `?url=` is taken over and removed at once, so that it
/// stays out of the history and of referrers.
fn opened(window: &Window) -> Event {
    let location = window.location();
    let from = |text: String| {
        let text = text.trim_start_matches(['#', '?']).to_owned();
        let parameters = web_sys::UrlSearchParams::new_with_str(&text).ok()?;
        ["url", "text", "title"]
            .iter()
            .find_map(|name| parameters.get(name))
            .filter(|value| !value.is_empty())
    };
    let search = location.search().unwrap_or_default();
    let prefill = from(location.hash().unwrap_or_default()).or_else(|| from(search.clone()));
    if !search.is_empty()
        && let (Ok(history), Ok(path)) = (window.history(), location.pathname())
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    let navigator = window.navigator();
    let user_agent = navigator.user_agent().unwrap_or_default();
    let language = navigator.language().unwrap_or_default();
    let region = language
        .split('-')
        .skip(1)
        .find(|part| part.len() == 2)
        .map(str::to_ascii_uppercase);
    let storage = kept(window);
    let kept_as = |name| storage.as_ref()?.get_item(name).ok()?;
    Event::Opened {
        prefill,
        region,
        navigation_prompts: contains(&user_agent, "Firefox/"),
        clock_behind: window.document().is_some_and(|page| clock_behind(&page)),
        kept: kept_as(KEPT_AS).unwrap_or_default(),
        languages: [
            &kept_as(LANGUAGE).unwrap_or_default(),
            ",",
            &String::from(navigator.languages().join(",")),
        ]
        .concat(),
        visitor: visitor(&navigator, &user_agent),
        browser: BrowserInfo {
            user_agent,
            language,
            online: navigator.on_line(),
        },
    }
}

/// The name under which earlier failures are kept.
const KEPT_AS: &str = "failures";
/// The name under which the language is kept.
const LANGUAGE: &str = "language";

/// The browser's storage for this page; a private window may have none.
fn kept(window: &Window) -> Option<web_sys::Storage> {
    window.local_storage().ok()?
}

/// Whether this device's clock stands a day or more before the moment the page was made, which is surely wrong.
fn clock_behind(page: &web_sys::Document) -> bool {
    const DAY_MS: f64 = 86_400_000.0;
    js_sys::Date::parse(&page.last_modified()) > js_sys::Date::now() + DAY_MS
}

/// Listens to the link, to the tab being shown or hidden, to a changed fragment, and to Escape.
fn listen(ctx: &Context<App>, window: &Window) -> Vec<Closure<dyn FnMut()>> {
    let on = |target: &web_sys::EventTarget, name: &str, event: Box<dyn Fn() -> Event>| {
        let link = ctx.link().clone();
        let closure = Closure::<dyn FnMut()>::new(move || link.send_message(event()));
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        closure
    };
    let mut listeners = vec![
        on(window, "online", Box::new(|| Event::Linked(true))),
        on(window, "offline", Box::new(|| Event::Linked(false))),
    ];
    let opened_again = window.clone();
    listeners.push(on(
        window,
        "hashchange",
        Box::new(move || opened(&opened_again)),
    ));
    if let Some(menu) = frame::menu() {
        let chosen = menu.clone();
        // The menu lists the languages we have, and no other.
        let chose = move || Event::Chose(Language::of_tag(&chosen.value()).unwrap_or_default());
        listeners.push(on(&menu, "change", Box::new(chose)));
    }
    if let Some(document) = window.document() {
        let shown = document.clone();
        listeners.push(on(
            &document,
            "visibilitychange",
            Box::new(move || Event::Shown(!shown.hidden())),
        ));
    }
    listeners
}
