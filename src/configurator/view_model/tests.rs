//! What the configurator shows, as statements about it.

use whichside_embed::Impact;
use whichside_embed::policy::{Needs, assess};

use super::*;
use crate::configurator::state::ParsedAddress;

fn address_of(host: &str) -> Address {
    let url = format!("https://{host}/");
    Address {
        typed: url.clone(),
        parsed: Ok(ParsedAddress {
            asked: url.clone(),
            url,
            origin: format!("https://{host}"),
            host: host.to_owned(),
        }),
        unencrypted: false,
    }
}

#[test]
fn before_anything_is_written_the_code_and_the_preview_are_examples() {
    let model = view_model(&State::new());
    assert_eq!(model.code.note, OwnerLabel::Example);
    assert_eq!(model.code.copied, None);
    assert_eq!(model.preview.host, "status.shop.example");
    assert_eq!(model.preview.target, "https://shop.example/");
    assert_eq!(model.relation.label, OwnerLabel::RelationUnknown);
    assert_eq!(model.policy.effect, None);
    assert_eq!(model.findings, []);
}

#[test]
fn a_record_is_shown_only_where_it_would_allow_the_check_inside_of_the_page() {
    let mut state = State::new();
    state.target = address_of("books.example");
    state.page = address_of("status.books.example");
    let model = view_model(&state);
    assert_eq!(model.code.note, OwnerLabel::Where);
    assert_eq!(model.preview.host, "status.books.example");
    assert_eq!(model.relation.label, OwnerLabel::RelationUnder);
    assert_eq!(model.relation.record, None);

    state.page = address_of("books.statuspage.example");
    let model = view_model(&state);
    assert_eq!(model.relation.label, OwnerLabel::RelationAgreement);
    assert_eq!(
        model.relation.record.as_deref(),
        Some("_whichside.books.example. TXT \"embed=books.statuspage.example\"")
    );
}

#[test]
fn each_finding_says_what_came_and_what_is_awaited() {
    let mut state = State::new();
    state.page = address_of("o'hara.example");
    state.findings = Findings {
        target: Awaited::Received(("books.example".to_owned(), Outcome::Failed)),
        summary: Awaited::Pending,
        page: Awaited::Received(PageFinding::Unreadable),
        no_address: false,
    };
    let finding = |id, text| Finding { id, text };
    assert_eq!(
        view_model(&state).findings,
        [
            finding(
                "target",
                FindingText::OfHost(OwnerLabel::TargetFails, "books.example".to_owned())
            ),
            finding("status", FindingText::Label(OwnerLabel::Asking)),
            finding(
                "page",
                FindingText::Command(
                    OwnerLabel::PageUnread,
                    "curl -I 'https://o%27hara.example/'".to_owned()
                )
            ),
        ],
        "a quote in an address does not end the command's argument"
    );
}

#[test]
fn an_incident_is_said_as_the_widget_says_it() {
    let incident = |name: &str| {
        summary_finding(&SummaryFinding::Incident(Incident {
            impact: Impact::Minor,
            name: name.to_owned(),
        }))
    };
    let label = Label::of_incident(Impact::Minor, false);
    for (name, shown) in [("Slow", Some("Slow".to_owned())), ("", None)] {
        assert_eq!(
            incident(name),
            FindingText::Incident {
                impact: "minor",
                label,
                name: shown,
            }
        );
    }
}

#[test]
fn a_policy_is_shown_with_what_it_blocks_and_what_to_change() {
    let mut state = State::new();
    state.policy = "content-security-policy: default-src 'self'; sandbox".to_owned();
    state.assessment = assess(
        &state.policy,
        &Needs {
            base: "https://whichside.example/",
            loader: "embed/v1.js",
            integrity: None,
            page: None,
            inline: false,
        },
    );
    let policy = view_model(&state).policy;
    assert_eq!(policy.effect, Some(OwnerLabel::BlockedBoth));
    assert_eq!(policy.blocked, Some("both"));
    assert!(!policy.changes.is_empty());
    let sandbox = policy
        .remarks
        .iter()
        .find(|remark| remark.label == OwnerLabel::Sandbox);
    assert!(sandbox.is_some_and(|remark| remark.tokens.contains("allow-scripts")));
}
