//! The owner's section in a real browser: what it shows for a 502, what it says of pasted text, and that nothing hostile in
//! either is ever more than text.

#![cfg(target_arch = "wasm32")]

use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, HtmlElement, HtmlSelectElement, HtmlTextAreaElement};
use whichside_owner::{Hosting, Label, texts};
use whichside_owner_page::facts::Facts;
use whichside_owner_page::words::Words;
use whichside_owner_page::{draw, open};

wasm_bindgen_test_configure!(run_in_browser);

const REFUSED: &str = "2026/11/21 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9";
const HOSTILE: &str = "<img src=x onerror=\"window.hit = 1\"><script>window.hit = 1</script>";

fn document() -> Document {
    web_sys::window()
        .and_then(|window| window.document())
        .expect("a document")
}

/// A new place in the page, where the session remembers nothing.
fn place() -> Element {
    let session = web_sys::window()
        .and_then(|window| window.session_storage().ok()?)
        .expect("a session");
    session.clear().expect("an empty session");
    // One page has one section: what earlier tests left would answer to the same ids.
    if let Some(earlier) = document().get_element_by_id("place") {
        earlier.remove();
    }
    let place = document().create_element("div").expect("an element");
    place.set_id("place");
    let body: Element = document().body().expect("a body").unchecked_into();
    body.append_child(&place).expect("a place");
    place
}

fn facts(server: &str, host: &str) -> Facts {
    Facts::read("bad-gateway", 502, server, host)
}

/// The section for a 502 that nginx answers.
fn shown() -> Element {
    let place = place();
    draw(
        place.clone(),
        facts("nginx/1.22.1", "shop.example"),
        Rc::new(Words::english()),
        "en".into(),
    );
    place
}

fn one<T: JsCast>(place: &Element, selector: &str) -> T {
    place
        .query_selector(selector)
        .expect("a selector")
        .unwrap_or_else(|| panic!("{selector} is there"))
        .unchecked_into()
}

fn count(place: &Element, selector: &str) -> u32 {
    place
        .query_selector_all(selector)
        .expect("a selector")
        .length()
}

fn text(place: &Element) -> String {
    place.text_content().unwrap_or_default()
}

async fn sleep(ms: i32) {
    let promise = Promise::new(&mut |resolve: Function, _| {
        let window = web_sys::window().expect("a window");
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
            .expect("a timer");
    });
    JsFuture::from(promise).await.expect("a timer that rings");
}

/// Reports to the section what a visitor would have done by hand.
fn happens(element: &Element, kind: &str) {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = Event::new_with_event_init_dict(kind, &init).expect("an event");
    element.dispatch_event(&event).expect("a listener");
}

/// Pastes into a box, and waits until it is read.
async fn paste(place: &Element, id: &str, text: &str) -> Element {
    let area: HtmlTextAreaElement = one(place, id);
    area.set_value(text);
    happens(&area, "input");
    sleep(600).await;
    one(place, &format!("[data-part=\"{}-results\"]", &id[1..]))
}

fn choose(place: &Element, menu: &str, value: &str) {
    let menu: HtmlSelectElement = one(place, menu);
    menu.set_value(value);
    happens(&menu, "change");
}

fn was_hit() -> bool {
    Reflect::has(&js_sys::global(), &"hit".into()).expect("a window")
}

#[wasm_bindgen_test]
fn the_steps_for_a_502_of_nginx_stand_in_their_order_with_the_host_filled_in() {
    let place = shown();
    let steps = facts("nginx/1.22.1", "shop.example").steps(Hosting::Unknown);
    let listed = place
        .query_selector_all("[data-part=steps] > [data-step]")
        .expect("a selector");
    let listed: Vec<String> = (0..listed.length())
        .filter_map(|at| listed.item(at))
        .filter_map(|item| item.unchecked_into::<Element>().get_attribute("data-step"))
        .collect();
    let expected: Vec<&str> = steps.iter().map(|step| step.id()).collect();
    assert_eq!(listed, expected);
    assert!(expected.contains(&"nginx-log") && !expected.contains(&"apache-log"));
    assert!(text(&place).contains("https://shop.example/"));
    assert!(!text(&place).contains("{host}"));
    assert_eq!(count(&place, "[data-part=steps] > li > details[open]"), 1);
}

#[wasm_bindgen_test]
fn commands_are_those_of_the_chosen_system_and_the_choice_is_kept_for_the_session() {
    let place = shown();
    assert!(text(&place).contains("systemctl"));
    choose(&place, "#owner-hosting", "containers");
    assert!(!text(&one(&place, "[data-part=steps]")).contains("systemctl"));
    assert!(text(&place).contains("docker"));
    choose(&place, "#owner-system", "kubernetes");
    assert!(text(&place).contains("kubectl"));
    let again = document().create_element("div").expect("an element");
    draw(
        again.clone(),
        facts("nginx", "shop.example"),
        Rc::new(Words::english()),
        "en".into(),
    );
    assert_eq!(
        one::<HtmlSelectElement>(&again, "#owner-hosting").value(),
        "containers"
    );
    assert_eq!(
        one::<HtmlSelectElement>(&again, "#owner-system").value(),
        "kubernetes"
    );
}

#[wasm_bindgen_test]
fn where_there_is_no_shell_the_commands_are_for_the_owners_own_computer() {
    let place = shown();
    choose(&place, "#owner-hosting", "shared");
    assert_eq!(count(&place, "#owner-system option"), 3);
    assert_eq!(count(&place, "#owner-system [value=docker]"), 0);
    choose(&place, "#owner-hosting", "containers");
    assert_eq!(count(&place, "#owner-system option"), 2);
}

#[wasm_bindgen_test]
async fn a_pasted_line_is_explained_and_leads_to_its_step() {
    let place = shown();
    let noise = "nothing to see here\n".repeat(1_000);
    let results = paste(
        &place,
        "#owner-log",
        &format!("{noise}{REFUSED}\n{REFUSED}"),
    )
    .await;
    assert_eq!(count(&results, "[data-log]"), 1);
    assert!(text(&results).contains("Lines like this: 2"));
    assert!(text(&one(&place, "[role=status]")).contains("understood: 1"));
    let link: HtmlElement = one(&results, "a[data-to]");
    let to = link.get_attribute("data-to").expect("a step");
    let before = document().url().expect("an address");
    link.click();
    let step: Element = one(&place, &format!("[data-step=\"{to}\"] > details"));
    assert!(step.has_attribute("open"));
    let summary: Element = one(&step, "summary");
    assert_eq!(document().active_element(), Some(summary));
    assert_eq!(document().url().expect("an address"), before);
}

#[wasm_bindgen_test]
fn a_step_that_is_not_among_those_for_this_check_is_shown_when_a_link_leads_there() {
    let place = shown();
    choose(&place, "#owner-hosting", "vps");
    let links = place.query_selector_all("a[data-to]").expect("a selector");
    for at in 0..links.length() {
        let link: HtmlElement = links.item(at).expect("a link").unchecked_into();
        let to = link.get_attribute("data-to").expect("a step");
        link.click();
        assert_eq!(count(&place, &format!("[data-step=\"{to}\"]")), 1, "{to}");
    }
    assert!(count(&place, "[data-part=others] [data-step]") > 0);
}

#[wasm_bindgen_test]
async fn a_pasted_configuration_is_checked_line_by_line() {
    let place = shown();
    let results = paste(
        &place,
        "#owner-config",
        "server {\n    location / {\n        proxy_pass http://$backend;\n    }\n}\n",
    )
    .await;
    assert!(count(&results, "[data-mistake=variable-without-resolver]") == 1);
    assert!(text(&results).contains("Line 3"));
    let results = paste(&place, "#owner-config", "server { listen 80; root /srv; }").await;
    assert!(text(&results).contains(Label::ConfigNone.english()));
    let clear: HtmlElement = one(&place, "[data-box=owner-config]");
    clear.click();
    assert_eq!(text(&results), "");
    assert_eq!(
        one::<HtmlTextAreaElement>(&place, "#owner-config").value(),
        ""
    );
}

#[wasm_bindgen_test]
async fn what_is_not_understood_is_said_to_be_so() {
    let place = shown();
    let results = paste(&place, "#owner-log", "hello").await;
    assert_eq!(text(&results), Label::LogNone.english());
}

#[wasm_bindgen_test]
async fn markup_in_pasted_text_is_shown_as_text() {
    let place = shown();
    let results = paste(&place, "#owner-log", &format!("{REFUSED} {HOSTILE}")).await;
    assert!(text(&results).contains(HOSTILE));
    let config = format!("upstream {HOSTILE} {{}}\nserver {{ proxy_pass http://{HOSTILE}; }}");
    paste(&place, "#owner-config", &config).await;
    assert_eq!(count(&place, "img, script"), 0);
    assert!(!was_hit());
}

#[wasm_bindgen_test]
async fn a_hostile_host_or_server_name_executes_nothing() {
    let place = place();
    for (server, host) in [
        (HOSTILE, HOSTILE),
        ("nginx", "$(reboot)"),
        ("nginx", "a\"onclick=\"window.hit=1"),
    ] {
        draw(
            place.clone(),
            facts(server, host),
            Rc::new(Words::english()),
            "en".into(),
        );
        assert!(!text(&place).contains(host), "{host}");
        assert!(text(&place).contains("example.com"), "{host}");
    }
    sleep(100).await;
    assert_eq!(count(&place, "img, script, [onclick], [onerror]"), 0);
    assert!(!was_hit());
}

#[wasm_bindgen_test]
async fn megabytes_are_taken() {
    let place = shown();
    let line = format!("{REFUSED}\n");
    let log = line.repeat(6_000_000 / line.len());
    let results = paste(&place, "#owner-log", &log).await;
    assert_eq!(count(&results, "[data-log]"), 1);
    assert!(count(&results, "pre") <= 3);
    assert!(text(&results).contains("Only the last"));
}

#[wasm_bindgen_test]
async fn what_was_pasted_outlives_a_new_verdict_and_a_new_language() {
    let place = shown();
    paste(&place, "#owner-log", REFUSED).await;
    draw(
        place.clone(),
        Facts::read("gateway-timeout", 504, "nginx", "shop.example"),
        Rc::new(Words::english()),
        "en".into(),
    );
    assert_eq!(count(&place, "[data-log]"), 1);
    let all: Vec<String> = texts()
        .into_iter()
        .map(|text| format!("{}:{}", json(text), json(&format!("~{text}"))))
        .collect();
    let words = Words::read(&format!("{{{}}}", all.join(","))).expect("a language");
    draw(
        place.clone(),
        Facts::read("gateway-timeout", 504, "nginx", "shop.example"),
        Rc::new(words),
        "de".into(),
    );
    assert_eq!(
        one::<HtmlTextAreaElement>(&place, "#owner-log").value(),
        REFUSED
    );
    assert_eq!(count(&place, "[data-log]"), 1);
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
        let said = place.query_selector_all(selector).expect("a selector");
        assert!(said.length() > 0, "{selector}");
        for at in 0..said.length() {
            let said = said.item(at).and_then(|node| node.text_content());
            let said = said.unwrap_or_default();
            assert!(
                said.starts_with('~'),
                "{selector} says “{said}” in English only"
            );
        }
    }
}

/// A text as JSON has it.
fn json(text: &str) -> String {
    js_sys::JSON::stringify(&text.into())
        .expect("a text")
        .into()
}

#[wasm_bindgen_test]
async fn a_language_that_does_not_come_leaves_the_english_marked_as_such() {
    let place = place();
    open(
        place.clone(),
        "bad-gateway".into(),
        502,
        String::new(),
        "shop.example".into(),
        "ar".into(),
    )
    .await;
    assert!(text(&place).contains(Label::Steps.english()));
    assert_eq!(place.get_attribute("lang").as_deref(), Some("en"));
    assert_eq!(place.get_attribute("dir").as_deref(), Some("ltr"));
}

#[wasm_bindgen_test]
async fn everything_to_fill_in_has_a_label_and_commands_run_from_left_to_right() {
    let place = shown();
    for field in [
        "#owner-hosting",
        "#owner-system",
        "#owner-log",
        "#owner-config",
    ] {
        let field: Element = one(&place, field);
        let labels = Reflect::get(&field, &"labels".into()).expect("labels");
        let count = Reflect::get(&labels, &"length".into()).expect("a number");
        assert_eq!(count.as_f64(), Some(1.0));
    }
    assert_eq!(count(&place, "pre"), count(&place, "pre[dir=ltr]"));
    assert_eq!(count(&place, "[style]"), 0);
    assert_eq!(count(&place, "[role=status]"), 1);
    let copies = count(&place, ".owner-copy");
    assert_eq!(count(&place, ".owner-copy > button[aria-label]"), copies);
    one::<HtmlElement>(&place, ".owner-copy > button").click();
    sleep(500).await;
    assert_eq!(
        count(&place, ".owner-copy[data-said]"),
        1,
        "copying is answered"
    );
}
