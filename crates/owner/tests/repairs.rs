//! Real repairs: nginx and PHP-FPM are really broken, nginx's own error log is explained, and what the explanation's
//! step advises is done. Then the page answers.
//!
//! What is done is taken from the crate: its commands and its fragments, with placeholders filled as the owner would. The
//! test runs under no service manager, so it stands in for that one, and only there: `sudo systemctl restart php-fpm` starts
//! the real PHP-FPM, `sudo nginx -t && sudo systemctl reload nginx` tests the configuration by the real nginx and starts it
//! anew. Every other command is run as it stands, without `sudo`.

mod nginx;
#[path = "repairs/servers.rs"]
mod servers;

use std::process::Command as Process;

use servers::{Listen, Site, free_port, is_root, worker};
use whichside_diagnosis::Cause;
use whichside_owner::config::{Kind, check};
use whichside_owner::fragments::Place;
use whichside_owner::logs::explain;
use whichside_owner::placeholder::fill;
use whichside_owner::{Effect, Fragment, Hosting, Placeholder, Stack, Step, System, for_owner};

const HELLO: &str = "<?php echo 'hello';";

/// Sees the site fail, has nginx's log explained, and gives the step that the explanation leads to.
fn diagnosed(site: &Site, status: u16, cause: Cause, explanation: &str) -> Step {
    assert_eq!(site.status(), status, "the site is broken");
    let log = site.error_log();
    let explained = explain(&log);
    let first = explained
        .first()
        .unwrap_or_else(|| panic!("nothing of this is explained: {log}"));
    assert_eq!(first.pattern.id, explanation, "{log}");
    let stack = Stack::read(Some("nginx/1.22.1"));
    let steps = for_owner(cause, Some(status), &stack, Hosting::Vps);
    assert!(
        steps.contains(&first.pattern.step),
        "{} is no step of {}",
        first.pattern.step.id(),
        cause.id()
    );
    first.pattern.step
}

/// Does one command of this step, the one that holds these words.
fn run(site: &mut Site, step: Step, words: &str) -> String {
    let command = step
        .commands(System::Rhel)
        .iter()
        .find(|command| command.text.contains(words))
        .unwrap_or_else(|| panic!("{} has no command “{words}”", step.id()));
    match command.text {
        "sudo systemctl restart php-fpm" => site.start_fpm(),
        "sudo nginx -t && sudo systemctl reload nginx"
        | "sudo nginx -t && sudo systemctl reload-or-restart nginx" => site.start_nginx(),
        other => {
            assert_eq!(command.effect, Effect::Looks, "{other}");
            let done = Process::new("sh")
                .args(["-c", other.trim_start_matches("sudo ")])
                .output()
                .expect("a shell is there");
            assert!(done.status.success(), "{other}");
            return String::from_utf8_lossy(&done.stdout).into_owned();
        }
    }
    String::new()
}

/// Takes over a fragment that this step advises: those of its pieces that belong to this place.
fn take_over(
    site: &mut Site,
    step: Step,
    fragment: Fragment,
    place: Place,
    values: &[(Placeholder, &str)],
) {
    assert!(step.fragments().contains(&fragment), "{}", step.id());
    let mut pieces = fragment
        .pieces()
        .iter()
        .filter(|piece| piece.place == place)
        .peekable();
    assert!(pieces.peek().is_some(), "{}", fragment.id());
    for piece in pieces {
        site.put(piece, &fill(piece.text, values));
    }
}

#[test]
fn a_stopped_php_fpm_is_found_and_started() {
    let port = free_port();
    let pass = format!("fastcgi_pass 127.0.0.1:{port};");
    let mut site = Site::new("stopped", HELLO, &Listen::Port(port), &pass);
    site.start_fpm();
    site.start_nginx();
    assert_eq!(site.status(), 200, "the site is well before");
    site.stop("php-fpm");

    let step = diagnosed(&site, 502, Cause::BadGateway, "nginx-refused-php");
    assert_eq!(step, Step::FpmStatus);
    let next = step
        .findings()
        .iter()
        .find_map(|finding| finding.next)
        .expect("a stopped PHP-FPM leads on");
    run(&mut site, next, "systemctl restart php-fpm");
    assert_eq!(site.status(), 200);
}

#[test]
fn a_wrong_socket_path_is_found_and_corrected() {
    let listen = Listen::Socket("php8.2-fpm.sock");
    let pass = "fastcgi_pass unix:FOLDER/php7.4-fpm.sock;";
    let mut site = Site::new("socket", HELLO, &listen, pass);
    let user = worker();
    site.pool
        .push_str(&format!("listen.owner = {user}\nlisten.group = {user}\n"));
    site.start_fpm();
    site.start_nginx();

    let step = diagnosed(&site, 502, Cause::BadGateway, "nginx-no-socket");
    let listening = run(&mut site, step, "ss -lxn");
    let folder = site.folder().display().to_string();
    let socket = listening
        .split_whitespace()
        .find(|word| word.starts_with(&folder))
        .expect("the command shows the socket that PHP-FPM has");
    take_over(
        &mut site,
        step,
        Fragment::FpmSocket,
        Place::Location,
        &[(Placeholder::Socket, socket)],
    );
    let next = step.findings()[0].next.expect("the correction is loaded");
    assert_eq!(next, Step::FrontReload);
    run(&mut site, next, "reload-or-restart nginx");
    assert_eq!(site.status(), 200);
}

#[test]
fn a_socket_that_nginx_may_not_open_is_found_and_opened() {
    let listen = Listen::Socket("php8.2-fpm.sock");
    let pass = "fastcgi_pass unix:FOLDER/php8.2-fpm.sock;";
    let mut site = Site::new("rights", HELLO, &listen, pass);
    // As root, the workers are somebody else than the socket's owner; otherwise nobody may open it.
    site.pool.push_str(if is_root() {
        "listen.owner = root\nlisten.group = root\nlisten.mode = 0600\n"
    } else {
        "listen.mode = 0000\n"
    });
    site.start_fpm();
    site.start_nginx();

    let step = diagnosed(&site, 502, Cause::BadGateway, "nginx-socket-denied");
    assert_eq!(step, Step::SocketRights);
    take_over(
        &mut site,
        step,
        Fragment::FpmSocketRights,
        Place::Pool,
        &[(Placeholder::Worker, &worker())],
    );
    run(&mut site, step, "systemctl restart php-fpm");
    assert_eq!(site.status(), 200);
}

#[test]
fn response_headers_too_big_for_the_buffers_get_room() {
    let port = free_port();
    let script = "<?php header('X-Debug: ' . str_repeat('a', 12000)); echo 'hello';";
    let pass = format!("fastcgi_pass 127.0.0.1:{port};");
    let mut site = Site::new("headers", script, &Listen::Port(port), &pass);
    site.start_fpm();
    site.start_nginx();

    let step = diagnosed(&site, 502, Cause::BadGateway, "nginx-header-too-big");
    assert_eq!(step, Step::Buffers);
    take_over(
        &mut site,
        step,
        Fragment::FastcgiBuffers,
        Place::Location,
        &[],
    );
    run(&mut site, step, "systemctl reload nginx");
    assert_eq!(site.status(), 200);
}

#[test]
fn a_reading_time_that_is_too_short_is_made_longer() {
    let port = free_port();
    let script = "<?php usleep(2500000); echo 'hello';";
    let pass = format!("fastcgi_pass 127.0.0.1:{port};\nfastcgi_read_timeout 1s;");
    let mut site = Site::new("timeout", script, &Listen::Port(port), &pass);
    site.start_fpm();
    site.start_nginx();

    let step = diagnosed(&site, 504, Cause::GatewayTimeout, "nginx-read-timeout");
    assert_eq!(step, Step::Timeouts);
    take_over(
        &mut site,
        step,
        Fragment::FastcgiTimeouts,
        Place::Location,
        &[],
    );
    run(&mut site, step, "systemctl reload nginx");
    assert_eq!(site.status(), 200);
}

#[test]
fn an_upstream_name_that_nobody_is_asked_for_gets_a_resolver() {
    let port = free_port();
    let pass = format!("set $application app.internal;\nfastcgi_pass $application:{port};");
    let mut site = Site::new("name", HELLO, &Listen::Port(port), &pass);
    let resolver = site.start_dns("app.internal");
    site.start_fpm();
    site.start_nginx();

    let step = diagnosed(&site, 502, Cause::BadGateway, "nginx-no-resolver");
    assert_eq!(step, Step::UpstreamName);
    let says_so = |site: &Site| {
        check(&site.nginx)
            .mistakes
            .iter()
            .any(|mistake| mistake.kind == Kind::VariableWithoutResolver)
    };
    assert!(says_so(&site), "the check of the configuration sees it too");
    take_over(
        &mut site,
        step,
        Fragment::Resolver,
        Place::Server,
        &[(Placeholder::Resolver, &resolver)],
    );
    run(&mut site, step, "systemctl reload nginx");
    assert_eq!(site.status(), 200);
    assert!(!says_so(&site));
}

#[test]
fn planned_work_is_announced_with_503_and_a_time_to_come_back() {
    let port = free_port();
    let pass = format!("fastcgi_pass 127.0.0.1:{port};");
    let mut site = Site::new("work", HELLO, &Listen::Port(port), &pass);
    let folder = site.folder().display().to_string();
    for piece in Fragment::Maintenance.pieces() {
        let text = piece.text.replace("/etc/nginx", &folder);
        site.put(piece, &text);
    }
    site.start_fpm();
    site.start_nginx();
    assert_eq!(site.status(), 200, "no work is going on");
    let switch = site.folder().join("maintenance.on");
    std::fs::write(&switch, "").expect("the work begins");
    assert_eq!(site.status(), 503);
    assert!(site.answer().contains("\r\nRetry-After: 3600\r\n"));
    std::fs::remove_file(&switch).expect("the work ends");
    assert_eq!(site.status(), 200);
}
