//! Two menus: where the site runs, and whose commands are shown.

use std::rc::Rc;

use whichside_owner::response::Section;
use whichside_owner::{Choice, Hosting, Label, System};
use yew::prelude::*;

use super::kept_choice::{hosting_of, system_of};
use crate::components::{Menu, MenuOption};

/// The properties of [`ChoiceMenus`].
#[derive(Properties, PartialEq)]
pub(super) struct ChoiceMenusProps {
    /// The section, which holds what there is to choose from and what is chosen.
    pub section: Rc<Section>,
    /// Called with what the owner chose.
    pub onchoose: Callback<Choice>,
}

/// Two menus: where the site runs, and whose commands are shown.
#[component]
pub(super) fn ChoiceMenus(props: &ChoiceMenusProps) -> Html {
    let section = &props.section;
    let Choice { hosting, system } = section.choice;
    let choose_hosting = props
        .onchoose
        .reform(move |id: String| Choice::new(hosting_of(&id).unwrap_or(Hosting::Unknown), system));
    let choose_system = props
        .onchoose
        .reform(move |id: String| Choice::new(hosting, system_of(&id).unwrap_or(System::Debian)));
    let hostings: Vec<MenuOption> = section
        .hostings
        .iter()
        .map(|(hosting, name)| MenuOption::new(hosting.id(), name.clone()))
        .collect();
    let systems: Vec<MenuOption> = section
        .systems
        .iter()
        .map(|(system, name)| MenuOption::new(system.id(), name.clone()))
        .collect();
    html! {
        <p class="owner-choice">
            <label>
                { section.labels.text(Label::Hosting) }
                <Menu id="owner-hosting" options={hostings} selected={hosting.id()} onchange={choose_hosting} />
            </label>
            <label>
                { section.labels.text(Label::System) }
                <Menu id="owner-system" options={systems} selected={system.id()} onchange={choose_system} />
            </label>
        </p>
    }
}
