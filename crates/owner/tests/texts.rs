//! What translators are given: every text an owner is told, and no command.

use whichside_owner::{Fragment, Label, Output, Step, System, texts};

#[test]
fn every_text_of_every_step_and_fragment_can_be_translated() {
    let texts = texts();
    for step in Step::ALL {
        assert!(texts.contains(step.title()) && texts.contains(step.why()));
        for finding in step.findings() {
            assert!(texts.contains(finding.means));
        }
    }
    for fragment in Fragment::ALL {
        assert!(texts.contains(fragment.title()) && texts.contains(fragment.cost()));
        for piece in fragment.pieces() {
            assert!(texts.contains(piece.place.name()));
            assert!(!texts.contains(piece.text), "{}", piece.text);
        }
    }
}

#[test]
fn commands_and_what_they_print_are_no_texts() {
    let texts = texts();
    for step in Step::ALL {
        for system in System::ALL {
            for command in step.commands(system) {
                assert!(!texts.contains(command.text), "{}", command.text);
            }
        }
        for finding in step.findings() {
            if let Output::Prints(printed) = finding.output {
                assert!(!texts.contains(printed), "{printed}");
            }
        }
    }
}

#[test]
fn the_labels_are_short_sentences() {
    let (mut words, mut sentences) = (0, 0);
    for label in Label::ALL {
        let english = label.english();
        words += english.split_whitespace().count();
        sentences += english.matches(['.', ':']).count().max(1);
        assert!(!english.contains(['\'', '"']), "{english}");
    }
    assert!(words <= sentences * 16, "{words} words in {sentences}");
}
