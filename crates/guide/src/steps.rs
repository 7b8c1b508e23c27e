//! What to do, step by step, for a visitor's browser and system: today's menu paths.
//!
//! Written from the makers' own help pages; where a path differs between versions, the words fit both. Nothing tells a
//! visitor to install software, and whatever is turned off is turned on again by a later step. A text between
//! backticks is to be typed as it stands.

mod browser;
mod network;
mod permission;
mod plain;
mod protocol;
mod system;

use whichside_diagnosis::Remedy;

use crate::visitor::Visitor;

/// Steps, one sentence or two each.
pub type Steps = Vec<&'static str>;

/// The steps of a remedy for this visitor. Where browser or system is unknown, steps that fit any.
#[must_use]
pub fn steps(remedy: Remedy, visitor: Visitor) -> Steps {
    match remedy {
        Remedy::Watch => plain::watch(),
        Remedy::Archive => plain::archive(),
        Remedy::SecondOpinions => plain::second_opinions(),
        Remedy::TellOwner => plain::tell_owner(),
        Remedy::Reload => browser::reload(visitor),
        Remedy::CheckLink => system::check_link(visitor),
        Remedy::RestartRouter => plain::restart_router(),
        Remedy::OtherNetwork => system::other_network(visitor),
        Remedy::BetterSignal => plain::better_signal(),
        Remedy::SignIn => system::sign_in(visitor),
        Remedy::ChangeResolver => network::change_resolver(visitor),
        Remedy::FlushDns => network::flush_dns(visitor),
        Remedy::VpnOff => system::vpn_off(visitor),
        Remedy::ExtensionsOff => browser::extensions_off(visitor),
        Remedy::ShieldOff => system::shield_off(visitor),
        Remedy::PrivateWindow => browser::private_window(visitor),
        Remedy::ClearSiteData => browser::clear_site_data(visitor),
        Remedy::OtherBrowser => plain::other_browser(),
        Remedy::UpdateBrowser => browser::update_browser(visitor),
        Remedy::SetClock => system::set_clock(visitor),
        Remedy::CheckAddress => plain::check_address(),
        Remedy::TryTwin => plain::try_twin(),
        Remedy::FrontPage => plain::front_page(),
        Remedy::WaitABit => plain::wait_a_bit(),
        Remedy::AskProvider => permission::ask_provider(),
        Remedy::AskIt => permission::ask_it(),
        Remedy::AllowInFilter => permission::allow_in_filter(visitor),
        Remedy::SecureDnsOff => network::secure_dns_off(visitor),
        Remedy::HostsFile => network::hosts_file(visitor),
        Remedy::Http3Off => protocol::http3_off(visitor),
        Remedy::RebindException => permission::rebind_exception(),
        Remedy::OwnVpn => permission::own_vpn(),
        Remedy::StayAway => plain::stay_away(),
    }
}
