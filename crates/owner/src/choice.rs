//! What an owner chooses: where the site runs, and which system's commands are shown.

use serde::{Deserialize, Serialize};

use crate::hosting::{Hosting, System};

/// A hosting and a system that can be chosen on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Where the site runs.
    pub hosting: Hosting,
    /// Whose commands are shown.
    pub system: System,
}

impl Choice {
    /// This hosting with this system, or with the commonest one if the hosting does not have it.
    #[must_use]
    pub fn new(hosting: Hosting, system: System) -> Choice {
        let systems = Choice::systems_on(hosting);
        let system = match systems.first() {
            Some(first) if !systems.contains(&system) => *first,
            Some(_) | None => system,
        };
        Choice { hosting, system }
    }

    /// The systems to choose from: the hosting's, or those of the owner's own computer if the hosting has no shell. What is
    /// asked from there is written for that computer.
    #[must_use]
    pub const fn systems_on(hosting: Hosting) -> &'static [System] {
        match hosting.systems() {
            [] => &[System::Debian, System::Rhel, System::Macos],
            systems => systems,
        }
    }
}

impl Default for Choice {
    fn default() -> Choice {
        Choice::new(Hosting::Unknown, System::Debian)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_is_always_one_of_those_to_choose_from() {
        for hosting in Hosting::ALL {
            for chosen in System::ALL {
                let system = Choice::new(hosting, chosen).system;
                let systems = Choice::systems_on(hosting);
                assert!(systems.contains(&system));
                assert!(!systems.contains(&chosen) || system == chosen);
            }
        }
    }

    #[test]
    fn where_there_is_no_shell_the_commands_are_those_of_ones_own_computer() {
        assert!(!Choice::systems_on(Hosting::Shared).contains(&System::Docker));
        let choice = Choice::new(Hosting::Shared, System::Macos);
        assert_eq!(choice.system, System::Macos);
    }
}
