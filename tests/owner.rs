//! The owner's section in a real browser: what it shows for a 502, what it says of pasted text, and that nothing hostile in
//! either is ever more than text. The program is linked here, and the library responds in place of the worker: the tests'
//! server has neither.

#![cfg(target_arch = "wasm32")]

mod common;

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use gloo_utils::{body, document, window};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlSelectElement, HtmlTextAreaElement};
use whichside::owner::{Asker, OwnerSection, OwnerSectionProps, WorkerMissing, show};
use whichside::part::{OWNER, Program, ProgramMissing};
use whichside_diagnosis::Cause;
use whichside_diagnosis::words::Translations;
use whichside_owner::response::{Request, Response, respond};
use whichside_owner::{Hosting, Label, Language, Site, Words, texts};
use yew::{AppHandle, Renderer};

use common::until;

wasm_bindgen_test_configure!(run_in_browser);

const REFUSED: &str = "2026/11/21 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9";
const HOSTILE: &str = "<img src=x onerror=\"window.hit = 1\"><script>window.hit = 1</script>";

/// A section in the page.
struct Shown {
    place: Element,
    app: AppHandle<OwnerSection>,
}

fn site(server: &str, host: &str) -> Site {
    Site {
        cause: Cause::BadGateway,
        status: Some(502),
        server: Some(server.to_owned()),
        host: host.to_owned(),
    }
}

/// Responds in these words, as the worker does.
fn asker(words: Words) -> Asker {
    Asker::new(move |request| {
        let response = respond(&request, &words);
        async move { Ok(response) }
    })
}

/// The owner's program, linked instead of fetched.
fn program(asker: Asker) -> Program {
    Program::linked(move |handover| {
        let shown = show(handover, Some(asker.clone())).map_err(|_| ProgramMissing);
        async move { shown }
    })
}

fn props(site: Site, asker: Asker) -> OwnerSectionProps {
    OwnerSectionProps {
        site: Some(site),
        program: program(asker),
    }
}

impl Shown {
    /// A closed section in a page where the session remembers nothing.
    fn closed(props: OwnerSectionProps) -> Shown {
        let session = window().session_storage().ok().flatten();
        session
            .expect("a session")
            .clear()
            .expect("an empty session");
        Shown::in_this_session(props)
    }

    fn in_this_session(props: OwnerSectionProps) -> Shown {
        // One page has one section: what earlier tests left would answer to the same ids.
        if let Some(earlier) = document().get_element_by_id("place") {
            earlier.remove();
        }
        let place = document().create_element("div").expect("an element");
        place.set_id("place");
        body().append_child(&place).expect("a place");
        let app = Renderer::with_root_and_props(place.clone(), props).render();
        Shown { place, app }
    }

    /// The opened section for a 502 that nginx answers.
    async fn opened() -> Shown {
        let props = props(
            site("nginx/1.22.1", "shop.example"),
            asker(Words::english()),
        );
        let mut shown = Shown::closed(props);
        shown.open().await;
        shown
    }

    async fn open(&mut self) {
        self.toggle().await;
        self.until("[data-part=steps] > [data-step]").await;
    }

    async fn toggle(&mut self) {
        self.until("summary").await;
        let (toggled, toggling) = oneshot::channel();
        let details: Element = self.one("details");
        let _listener = EventListener::once(&details, "toggle", move |_| {
            let _ = toggled.send(());
        });
        self.one::<HtmlElement>("summary").click();
        toggling.await.expect("a toggled section");
    }

    fn one<T: JsCast>(&self, selector: &str) -> T {
        one(&self.place, selector)
    }

    fn count(&self, selector: &str) -> u32 {
        count(&self.place, selector)
    }

    fn text(&self) -> String {
        text(&self.place)
    }

    async fn until(&self, selector: &str) {
        until(selector, || self.count(selector) > 0).await;
    }

    async fn until_text(&self, text: &str) {
        until(text, || self.text().contains(text)).await;
    }

    /// Pastes into a box, and waits until the results say something else.
    async fn paste(&self, id: &str, pasted: &str) -> Element {
        let results: Element = self.one(&format!("[data-part={id}-results]"));
        let before = text(&results);
        let area: HtmlTextAreaElement = self.one(&format!("#{id}"));
        area.set_value(pasted);
        dispatch(&area, "input");
        until("other results", || text(&results) != before).await;
        results
    }

    fn choose(&self, menu: &str, value: &str) {
        let menu: HtmlSelectElement = self.one(menu);
        menu.set_value(value);
        dispatch(&menu, "change");
    }

    fn chosen(&self, menu: &str) -> String {
        self.one::<HtmlSelectElement>(menu).value()
    }

    fn steps(&self) -> Vec<String> {
        attributes(&self.place, "[data-part=steps] > [data-step]", "data-step")
    }
}

fn one<T: JsCast>(place: &Element, selector: &str) -> T {
    place
        .query_selector(selector)
        .expect("a selector")
        .unwrap_or_else(|| panic!("{selector} is there"))
        .unchecked_into()
}

fn all(place: &Element, selector: &str) -> Vec<Element> {
    let found = place.query_selector_all(selector).expect("a selector");
    (0..found.length())
        .filter_map(|at| found.item(at))
        .map(JsCast::unchecked_into)
        .collect()
}

fn count(place: &Element, selector: &str) -> u32 {
    place
        .query_selector_all(selector)
        .expect("a selector")
        .length()
}

fn attributes(place: &Element, selector: &str, name: &str) -> Vec<String> {
    all(place, selector)
        .iter()
        .filter_map(|element| element.get_attribute(name))
        .collect()
}

fn text(place: &Element) -> String {
    place.text_content().unwrap_or_default()
}

/// Dispatches an event as the browser does when a visitor acts.
fn dispatch(element: &Element, kind: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = Event::new_with_event_init_dict(kind, &init).expect("an event");
    element.dispatch_event(&event).expect("a listener");
}

fn was_hit() -> bool {
    Reflect::has(&js_sys::global(), &"hit".into()).expect("a window")
}

#[wasm_bindgen_test]
async fn the_steps_for_a_502_of_nginx_stand_in_their_order_with_the_host_filled_in() {
    let shown = Shown::opened().await;
    let expected: Vec<&str> = site("nginx/1.22.1", "shop.example")
        .steps(Hosting::Unknown)
        .iter()
        .map(|step| step.id())
        .collect();
    assert_eq!(shown.steps(), expected);
    assert!(expected.contains(&"nginx-log") && !expected.contains(&"apache-log"));
    assert!(shown.text().contains("https://shop.example/"));
    assert!(!shown.text().contains("{host}"));
    assert_eq!(shown.count("[data-part=steps] > li > details[open]"), 1);
}

#[wasm_bindgen_test]
async fn nothing_is_asked_before_the_section_is_opened_and_a_closed_one_does_not_follow() {
    let asked = Rc::new(RefCell::new(Vec::<Request>::new()));
    let recorder = {
        let asked = Rc::clone(&asked);
        Asker::new(move |request| {
            asked.borrow_mut().push(request.clone());
            async move { Ok(respond(&request, &Words::english())) }
        })
    };
    let mut shown = Shown::closed(props(site("nginx", "shop.example"), recorder.clone()));
    until("the section", || shown.count("summary") > 0).await;
    assert!(asked.borrow().is_empty());
    shown.open().await;
    assert_eq!(asked.borrow().len(), 1);

    let next = props(site("Apache", "shop.example"), recorder.clone());
    shown.app.update(next);
    shown.until("[data-step=apache-log]").await;
    assert_eq!(asked.borrow().len(), 2, "an open section follows");

    shown.toggle().await;
    shown
        .app
        .update(props(site("HAProxy", "shop.example"), recorder));
    TimeoutFuture::new(0).await;
    assert_eq!(asked.borrow().len(), 2, "a closed one does not");
    shown.toggle().await;
    shown.until("[data-step=haproxy-log]").await;
}

#[wasm_bindgen_test]
async fn a_running_check_hides_the_section_and_keeps_what_is_in_it() {
    let mut shown = Shown::opened().await;
    shown.paste("owner-log", REFUSED).await;
    shown.app.update(OwnerSectionProps {
        site: None,
        program: OWNER,
    });
    shown.until("details.owner[hidden]").await;
    let area: HtmlTextAreaElement = shown.one("#owner-log");
    assert_eq!(area.value(), REFUSED);
}

#[wasm_bindgen_test]
async fn a_worker_that_did_not_load_can_be_asked_again() {
    let tries = Rc::new(RefCell::new(0));
    let second_time = Asker::new(move |request| {
        *tries.borrow_mut() += 1;
        let response = match *tries.borrow() {
            1 => Err(WorkerMissing),
            _ => Ok(respond(&request, &Words::english())),
        };
        async move { response }
    });
    let mut shown = Shown::closed(props(site("nginx", "shop.example"), second_time));
    shown.toggle().await;
    shown.until("[data-action=load]").await;
    shown.one::<HtmlElement>("[data-action=load]").click();
    shown.until("[data-part=steps] > [data-step]").await;
    assert_eq!(shown.count("[data-action=load]"), 0);
}

#[wasm_bindgen_test]
async fn a_late_response_to_an_older_request_is_dropped() {
    type Late = oneshot::Sender<()>;
    let held: Rc<RefCell<Vec<Late>>> = Rc::default();
    let holding = {
        let held = Rc::clone(&held);
        Asker::new(move |request: Request| {
            let (release, released) = oneshot::channel();
            held.borrow_mut().push(release);
            async move {
                let _ = released.await;
                Ok::<Response, WorkerMissing>(respond(&request, &Words::english()))
            }
        })
    };
    let mut shown = Shown::closed(props(site("Apache", "shop.example"), holding.clone()));
    shown.toggle().await;
    until("a request", || held.borrow().len() == 1).await;
    shown
        .app
        .update(props(site("nginx", "shop.example"), holding));
    until("the next request", || held.borrow().len() == 2).await;
    let newer = held.borrow_mut().pop().expect("the newer request");
    let older = held.borrow_mut().pop().expect("the older request");
    newer.send(()).expect("somebody who waits");
    shown.until("[data-step=nginx-log]").await;
    assert!(older.send(()).is_err(), "nobody waits for the older one");
}

#[wasm_bindgen_test]
async fn commands_are_those_of_the_chosen_system_and_the_choice_is_kept_for_the_session() {
    let shown = Shown::opened().await;
    assert!(shown.text().contains("systemctl"));
    shown.choose("#owner-hosting", "containers");
    shown.until_text("docker").await;
    until("other steps", || {
        !text(&shown.one("[data-part=steps]")).contains("systemctl")
    })
    .await;
    shown.choose("#owner-system", "kubernetes");
    shown.until_text("kubectl").await;
    let props = props(site("nginx", "shop.example"), asker(Words::english()));
    let mut again = Shown::in_this_session(props);
    again.open().await;
    assert_eq!(again.chosen("#owner-hosting"), "containers");
    assert_eq!(again.chosen("#owner-system"), "kubernetes");
}

#[wasm_bindgen_test]
async fn where_there_is_no_shell_the_commands_are_for_the_owners_own_computer() {
    let shown = Shown::opened().await;
    let systems = |count| until("the systems", move || shown_systems() == count);
    shown.choose("#owner-hosting", "shared");
    systems(3).await;
    assert_eq!(shown.count("#owner-system [value=docker]"), 0);
    shown.choose("#owner-hosting", "containers");
    systems(2).await;
}

fn shown_systems() -> u32 {
    count(&body(), "#owner-system option")
}

#[wasm_bindgen_test]
async fn a_pasted_line_is_explained_and_leads_to_its_step() {
    let shown = Shown::opened().await;
    let noise = "nothing to see here\n".repeat(1_000);
    let log = format!("{noise}{REFUSED}\n{REFUSED}");
    let results = shown.paste("owner-log", &log).await;
    assert_eq!(count(&results, "[data-log]"), 1);
    assert!(text(&results).contains("Lines like this: 2"));
    until("an announcement", || {
        text(&shown.one("[data-part=status]")).contains("understood: 1")
    })
    .await;
    let link: HtmlElement = one(&results, "a[data-to]");
    let to = link.get_attribute("data-to").expect("a step");
    let before = document().url().expect("an address");
    link.click();
    let summary = format!("[data-step=\"{to}\"] > details[open] > summary");
    until("the focus", || {
        let summary = shown.place.query_selector(&summary).ok().flatten();
        summary.is_some() && document().active_element() == summary
    })
    .await;
    assert_eq!(document().url().expect("an address"), before);
}

#[wasm_bindgen_test]
async fn a_step_that_is_not_among_those_for_this_check_is_shown_when_a_link_leads_there() {
    let shown = Shown::opened().await;
    shown.choose("#owner-hosting", "vps");
    shown.until_text(Hosting::Vps.upgrade()).await;
    for link in all(&shown.place, "a[data-to]") {
        let to = link.get_attribute("data-to").expect("a step");
        link.unchecked_into::<HtmlElement>().click();
        let step = format!("[data-step=\"{to}\"]");
        shown.until(&step).await;
        assert_eq!(shown.count(&step), 1, "{to}");
    }
    assert!(shown.count("[data-part=others] [data-step]") > 0);
}

#[wasm_bindgen_test]
async fn a_pasted_configuration_is_checked_line_by_line() {
    let shown = Shown::opened().await;
    let config = "server {\n    location / {\n        proxy_pass http://$backend;\n    }\n}\n";
    let results = shown.paste("owner-config", config).await;
    assert!(count(&results, "[data-mistake=variable-without-resolver]") == 1);
    assert!(text(&results).contains("Line 3"));
    let results = shown
        .paste("owner-config", "server { listen 80; root /srv; }")
        .await;
    assert!(text(&results).contains(Label::ConfigNone.english()));
    let clear = all(&shown.place, "[data-action=clear]");
    clear[1].clone().unchecked_into::<HtmlElement>().click();
    until("an empty box", || text(&results).is_empty()).await;
    let area: HtmlTextAreaElement = shown.one("#owner-config");
    assert_eq!(area.value(), "");
}

#[wasm_bindgen_test]
async fn what_is_not_understood_is_said_to_be_so() {
    let shown = Shown::opened().await;
    let results = shown.paste("owner-log", "hello").await;
    assert_eq!(text(&results), Label::LogNone.english());
}

#[wasm_bindgen_test]
async fn markup_in_pasted_text_is_shown_as_text() {
    let shown = Shown::opened().await;
    let log = format!("{REFUSED} {HOSTILE}");
    let results = shown.paste("owner-log", &log).await;
    assert!(text(&results).contains(HOSTILE));
    let config = format!("upstream {HOSTILE} {{}}\nserver {{ proxy_pass http://{HOSTILE}; }}");
    shown.paste("owner-config", &config).await;
    assert_eq!(shown.count("img, script"), 0);
    assert!(!was_hit());
}

#[wasm_bindgen_test]
async fn a_hostile_host_or_server_name_executes_nothing() {
    let mut shown = Shown::opened().await;
    let asker = asker(Words::english());
    for (server, host) in [
        (HOSTILE, HOSTILE),
        ("nginx", "$(reboot)"),
        ("nginx", "a\"onclick=\"window.hit=1"),
    ] {
        shown.app.update(props(site(server, host), asker.clone()));
        shown.until_text("example.com").await;
        assert!(!shown.text().contains(host), "{host}");
    }
    assert_eq!(shown.count("img, script, [onclick], [onerror]"), 0);
    assert!(!was_hit());
}

#[wasm_bindgen_test]
async fn megabytes_are_taken() {
    let shown = Shown::opened().await;
    let line = format!("{REFUSED}\n");
    let log = line.repeat(6_000_000 / line.len());
    let results = shown.paste("owner-log", &log).await;
    assert_eq!(count(&results, "[data-log]"), 1);
    assert!(count(&results, "pre") <= 3);
    assert!(text(&results).contains("Only the last"));
}

#[wasm_bindgen_test]
async fn what_was_pasted_outlives_a_new_verdict_and_a_new_language() {
    let mut shown = Shown::opened().await;
    shown.paste("owner-log", REFUSED).await;
    let timeout = Site {
        cause: Cause::GatewayTimeout,
        status: Some(504),
        ..site("nginx", "shop.example")
    };
    let english = asker(Words::english());
    shown.app.update(props(timeout.clone(), english));
    shown.until("[data-step=timeouts]").await;
    assert_eq!(shown.count("[data-log]"), 1);

    let translations: Translations = texts()
        .into_iter()
        .map(|text| (text.to_owned(), vec![format!("~{text}")]))
        .collect();
    let german = asker(Words::new(Language::German, translations));
    shown.app.update(props(timeout, german));
    until("the explained log", || {
        all(&shown.place, "[data-log] b")
            .iter()
            .any(|said| text(said).starts_with('~'))
    })
    .await;
    let area: HtmlTextAreaElement = shown.one("#owner-log");
    assert_eq!(area.value(), REFUSED);
    assert_eq!(shown.count("[data-log]"), 1);
    for selector in [
        "summary",
        "h3",
        "h4",
        "h5",
        "h6",
        "label[for]",
        "button",
        "dd",
        "b",
    ] {
        let said = all(&shown.one("#owner"), selector);
        assert!(!said.is_empty(), "{selector}");
        for said in said.iter().map(text) {
            assert!(
                said.starts_with('~'),
                "{selector} says “{said}” in English only"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn texts_in_another_language_than_the_pages_are_marked_as_such() {
    let arabic = asker(Words::new(Language::Arabic, Translations::new()));
    let mut shown = Shown::closed(props(site("nginx", "shop.example"), arabic));
    shown.open().await;
    let place: Element = shown.one("#owner");
    assert_eq!(place.get_attribute("lang").as_deref(), Some("ar"));
    assert_eq!(place.get_attribute("dir").as_deref(), Some("rtl"));
    let english = asker(Words::english());
    shown
        .app
        .update(props(site("nginx", "shop.example"), english));
    until("the page's language", || !place.has_attribute("lang")).await;
    assert!(!place.has_attribute("dir"));
}

#[wasm_bindgen_test]
async fn everything_to_fill_in_has_a_label_and_commands_run_from_left_to_right() {
    let shown = Shown::opened().await;
    for field in [
        "#owner-hosting",
        "#owner-system",
        "#owner-log",
        "#owner-config",
    ] {
        let field: Element = shown.one(field);
        let labels = Reflect::get(&field, &"labels".into()).expect("labels");
        let count = Reflect::get(&labels, &"length".into()).expect("a number");
        assert_eq!(count.as_f64(), Some(1.0));
    }
    assert_eq!(shown.count("pre"), shown.count("pre[dir=ltr]"));
    assert_eq!(shown.count("[style]"), 0);
    assert_eq!(shown.count("#owner [role=status]"), 1);
    let copies = shown.count(".owner-copy");
    assert_eq!(shown.count(".owner-copy > button[aria-label]"), copies);
    shown.one::<HtmlElement>(".owner-copy > button").click();
    shown.until(".owner-copy[data-said]").await;
}
