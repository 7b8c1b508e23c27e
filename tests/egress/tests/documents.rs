//! What the project says of its egress is what the contract says.

#![allow(clippy::unwrap_used, reason = "missing files must fail loudly")]

use std::fs;
use std::path::Path;

use whichside_egress::contract::Host;
use whichside_egress::{Contract, markdown};

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_documents_are_written_from_the_contract() {
    let contract = Contract::load().unwrap();
    let readme = file("README.md");
    assert_eq!(
        markdown::readme(&contract, &readme).as_deref(),
        Some(readme.as_str()),
        "run `cargo run -p whichside-egress`"
    );
    assert_eq!(
        markdown::privacy(&contract),
        file("docs/privacy.md"),
        "run `cargo run -p whichside-egress`"
    );
}

#[test]
fn the_page_has_the_sentence_of_each_contact() {
    let page = file("index.html");
    for contact in Contract::load().unwrap().contact {
        let key = format!("data-words=\"{}\"", contact.page);
        assert!(page.contains(&key), "{}: {key}", contact.id);
    }
}

#[test]
fn the_plan_names_no_host_that_the_contract_does_not() {
    let contract = Contract::load().unwrap();
    let known: Vec<String> = contract
        .contact
        .iter()
        .flat_map(|contact| &contact.hosts)
        .filter_map(|host| match host {
            Host::Named(name) => Some(name.clone()),
            Host::Target | Host::Twin | Host::Page | Host::Resolver | Host::LocalNetwork => None,
        })
        .collect();
    for source in [
        "crates/diagnosis/src/plan.rs",
        "crates/diagnosis/src/globalping.rs",
        "crates/embed/src/agreement.rs",
    ] {
        let text = file(source);
        let product = text.split("#[cfg(test)]").next().unwrap();
        for rest in product.split("\"https://").skip(1) {
            let host = rest.split(['/', '"', '{']).next().unwrap();
            assert!(
                host.is_empty() || known.iter().any(|name| name == host),
                "{source}: {host}"
            );
        }
    }
}
