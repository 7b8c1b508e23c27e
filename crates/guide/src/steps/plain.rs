//! Steps that are the same in every browser and on every system.

use super::Steps;

pub(super) fn watch() -> Steps {
    vec![
        "Press “Tell me when it’s back”, and leave that page open in its tab.",
        "Allow notifications if the browser asks, or keep the sound on.",
        "Do something else: the page looks again every few minutes and tells you.",
    ]
}

pub(super) fn archive() -> Steps {
    vec![
        "Open the archived copy with the button, or type the address at `web.archive.org`.",
        "Choose the newest day in the calendar.",
        "Read only: never type a password into an archived page.",
    ]
}

pub(super) fn second_opinions() -> Steps {
    vec![
        "Open Downdetector or Is It Down Right Now, and look for the site.",
        "See whether reports rose in the last half hour.",
        "Look at the site’s own status page or social media account too.",
    ]
}

pub(super) fn tell_owner() -> Steps {
    vec![
        "Find their support address or their account on a social network.",
        "Look there first whether they already write about the trouble.",
        "Copy the report of our check and send it, with the time it happened.",
    ]
}

pub(super) fn restart_router() -> Steps {
    vec![
        "Tell the others in the house: everybody is offline for a moment.",
        "Pull the router’s plug, count to ten, and plug it in again.",
        "Wait about two minutes, until its lights are steady.",
        "Restart your device too, if it still has no connection.",
    ]
}

pub(super) fn better_signal() -> Steps {
    vec![
        "Move nearer to the router, without thick walls between.",
        "Pause large downloads, backups and video calls.",
        "Use a network cable if you have one.",
    ]
}

pub(super) fn other_browser() -> Steps {
    vec![
        "Open the page in another browser that is already on this device.",
        "If there is none, use your phone with the same Wi-Fi.",
        "If it opens there, look at the first browser: its cookies, extensions and version.",
    ]
}

pub(super) fn check_address() -> Steps {
    vec![
        "Compare the address with an e-mail, a bill or a search result.",
        "Mind hyphens, doubled letters and the ending, such as `.com` or `.org`.",
        "Look at what stands after the name: capital letters count there.",
    ]
}

pub(super) fn try_twin() -> Steps {
    vec![
        "Add `www.` in front of the name, or take it away.",
        "Check that address.",
    ]
}

pub(super) fn front_page() -> Steps {
    vec![
        "Open the site’s front page: the address up to the first single slash.",
        "Sign in there if the page is for members.",
        "Look for the page from there, or use the site’s own search.",
    ]
}

pub(super) fn wait_a_bit() -> Steps {
    vec![
        "Close all other tabs of this site.",
        "Stop programs that load pages of it by themselves.",
        "Wait ten minutes, then check again.",
    ]
}

pub(super) fn stay_away() -> Steps {
    vec![
        "Close the tab, or go back.",
        "Do not choose “Advanced” and “Proceed”, not even for a moment.",
        "Tell the site’s people, and watch for the day it is mended.",
    ]
}
