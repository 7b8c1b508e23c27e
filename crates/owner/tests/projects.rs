//! Configurations of well-known projects, unchanged: none of them is called broken. `config/projects/SOURCES.md` says where they
//! are from; `docs/owner-tools.md` says how to run more of them by hand.

use std::path::PathBuf;

use whichside_owner::config::{Paste, Severity, check};

fn projects() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/config/projects");
    folder
        .read_dir()
        .expect("the folder is in the tree")
        .map(|entry| entry.expect("its files can be listed").path())
        .filter(|path| path.extension().is_some_and(|end| end == "conf"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a configuration is text");
            (path.display().to_string(), text)
        })
        .collect()
}

#[test]
fn nothing_in_the_files_of_well_known_projects_is_called_broken() {
    let projects = projects();
    assert!(projects.len() >= 50, "{}", projects.len());
    for (name, text) in projects {
        let broken: Vec<_> = check(&text)
            .mistakes
            .into_iter()
            .filter(|mistake| mistake.severity == Severity::Breaks)
            .collect();
        assert_eq!(broken, [], "{name}");
    }
}

#[test]
fn each_of_them_is_known_for_nginxs() {
    for (name, text) in projects() {
        let pasted = check(&text).pasted;
        assert!(
            !pasted.iter().any(|paste| paste.is_foreign()),
            "{name}: {pasted:?}"
        );
        assert_ne!(pasted, [Paste::Unknown], "{name}");
    }
}
