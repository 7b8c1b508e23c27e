//! Every fragment, put where it says it belongs, is taken by the real nginx or PHP-FPM, and our own check has nothing
//! against it.

mod nginx;

use std::process::Command;

use nginx::{Folder, complaint, find, own_paths};
use whichside_owner::Fragment;
use whichside_owner::config::{Severity, check};
use whichside_owner::fragments::Place;
use whichside_owner::placeholder::{of, with_examples};

/// The lines of a fragment that belong to this place, with examples in place of the placeholders.
fn lines(fragment: Fragment, place: Place, folder: &Folder) -> String {
    fragment
        .pieces()
        .iter()
        .filter(|piece| piece.place == place)
        .map(|piece| {
            let cache = folder.path("cache").display().to_string();
            with_examples(&piece.text.replace("{cache}", &cache)) + "\n"
        })
        .collect()
}

#[test]
fn real_nginx_takes_every_fragment_and_our_check_is_content_with_it() {
    for &fragment in Fragment::ALL {
        let folder = Folder::new(&format!("fragment-{}", fragment.id()));
        let of = |place| lines(fragment, place, &folder);
        let location = of(Place::Location);
        let pass = if location.contains("_pass ") {
            ""
        } else {
            "proxy_pass http://127.0.0.1:3000;\nproxy_set_header Host $host;\n"
        };
        let http = format!(
            "{}server {{\nserver_name example.com;\nlisten unix:{}/own.sock;\n{}location / {{\n{pass}{location}\
             fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;\n}}\n}}\n",
            of(Place::Http),
            folder.0.display(),
            of(Place::Server)
        );
        let whole = format!(
            "pid {}/nginx.pid;\n{}events {{\n{}}}\nhttp {{\n{}{http}}}\n",
            folder.0.display(),
            of(Place::Main),
            of(Place::Events),
            own_paths(&folder)
        );
        let file = folder.write("nginx.conf", &whole);
        assert_eq!(complaint(&folder, &file), None, "{whole}");
        let mut found = check(&whole).mistakes;
        found.retain(|mistake| mistake.severity != Severity::Note);
        assert_eq!(found, [], "{whole}");
    }
}

#[test]
fn real_php_fpm_takes_every_fragment_of_a_pool() {
    let fpm = find("php-fpm", "php-fpm");
    let of_pools = Fragment::ALL
        .iter()
        .filter(|fragment| fragment.pieces().iter().any(|p| p.place == Place::Pool));
    let mut tested = 0;
    for &fragment in of_pools {
        let folder = Folder::new(&format!("pool-{}", fragment.id()));
        let text = lines(fragment, Place::Pool, &folder);
        let usual: String = ["pm = static\n", "pm.max_children = 2\n"]
            .into_iter()
            .filter(|line| !text.contains(line.split('=').next().unwrap_or_default()))
            .collect();
        let pool = format!(
            "[global]\nerror_log = {0}/fpm.log\n[www]\nuser = www-data\ngroup = www-data\nlisten = {0}/fpm.sock\n{usual}{text}",
            folder.0.display()
        );
        let tested_by_fpm = Command::new(&fpm)
            .args(["--test", "--fpm-config"])
            .arg(folder.write("fpm.conf", &pool))
            .output()
            .expect("php-fpm can be started");
        let said = String::from_utf8_lossy(&tested_by_fpm.stderr);
        assert!(tested_by_fpm.status.success(), "{pool}{said}");
        tested += 1;
    }
    assert!(tested >= 2, "the pool's size and its socket's rights");
}

#[test]
fn a_fragment_says_what_it_costs_and_its_placeholders_have_a_meaning() {
    for fragment in Fragment::ALL {
        assert!(!fragment.cost().is_empty(), "{}", fragment.id());
        for piece in fragment.pieces() {
            let filled = with_examples(piece.text);
            assert!(of(&filled).is_empty(), "{filled}");
            assert!(!filled.contains("{host}"), "{filled}");
        }
    }
}
