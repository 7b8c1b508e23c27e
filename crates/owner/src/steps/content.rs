//! Steps about what the site answers: redirects, missing pages, errors of the application.

use super::{EVERYWHERE, SHELL, Step, StepWords};
use crate::command::{Commands, change, look, prints, seen};
use crate::fragments::Fragment;

pub(super) const REDIRECTS: StepWords = StepWords {
    title: "Follow the redirects one by one",
    why: "Two rules that send visitors to each other make a loop: http and https, or with and without www.",
    commands: Commands::everywhere(&[
        look("curl -sSIL --max-redirs 10 https://{host}/ | grep -iE '^(HTTP|location)'"),
        look("curl -sSI http://{host}/ | grep -iE '^(HTTP|location)'"),
        look("curl -sSI -H 'X-Forwarded-Proto: https' http://{backend}/"),
    ]),
    findings: &[
        seen(
            "The address goes from https to http and back.",
            "The delivery network’s mode is “Flexible”, or the application does not know that visitors use https.",
            Step::CdnTls,
        ),
        seen(
            "The address goes from www to the bare name and back.",
            "The web server wants one and the application the other. Set both to the same.",
            Step::Htaccess,
        ),
        seen(
            "It sends to a sign-in page, and that page back.",
            "Sessions are lost: a cookie for another domain, or a full session store.",
            Step::ApplicationLog,
        ),
        prints(
            "curl: (47) Maximum (10) redirects followed",
            "The loop is there for everybody. The last lines show the rule.",
            Step::RollBack,
        ),
    ],
    fragments: &[Fragment::ProxyHeaders],
    place: EVERYWHERE,
};

pub(super) const MISSING_PAGE: StepWords = StepWords {
    title: "Find out where the page went",
    why: "A page moves, a file is not uploaded, or the rule for pretty addresses gets lost. Visitors and search engines keep the old address.",
    commands: Commands {
        debian: &[
            look("sudo nginx -T 2>/dev/null | grep -nE 'server_name|root|try_files|alias'"),
            look(
                "sudo grep ' 404 ' /var/log/nginx/access.log | cut -d' ' -f7 | sort | uniq -c | sort -rn | head",
            ),
            look("ls -la /var/www/"),
        ],
        rhel: &[
            look("sudo nginx -T 2>/dev/null | grep -nE 'server_name|root|try_files|alias'"),
            look(
                "sudo grep ' 404 ' /var/log/nginx/access.log | cut -d' ' -f7 | sort | uniq -c | sort -rn | head",
            ),
            look("ls -la /var/www/"),
        ],
        macos: &[look(
            "nginx -T 2>/dev/null | grep -nE 'server_name|root|try_files|alias'",
        )],
        docker: &[look("docker exec {front} ls -la /usr/share/nginx/html")],
        kubernetes: &[look("kubectl describe ingress")],
    },
    findings: &[
        seen(
            "The front page works and all others are 404.",
            "The rule for pretty addresses is missing. In WordPress, save the permalinks once.",
            Step::Htaccess,
        ),
        seen(
            "Everything is 404.",
            "The server shows another site, or root names a wrong folder.",
            Step::FrontReload,
        ),
        seen(
            "One page has moved.",
            "Send its old address to the new one with a 301.",
            Step::SearchEngines,
        ),
        seen(
            "The page is gone for good.",
            "Answer 410, and search engines forget it sooner.",
            Step::SearchEngines,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const APPLICATION_ERROR: StepWords = StepWords {
    title: "Find the error in the application",
    why: "A 500 is the application’s own: a bug, a missing file, a wrong setting or a bad line in .htaccess. The log names the line.",
    commands: Commands {
        debian: &[
            look(
                "sudo grep -h 'PHP Fatal' /var/log/nginx/error.log /var/log/apache2/error.log | tail -n 20",
            ),
            look("sudo tail -n 50 /var/www/html/wp-content/debug.log"),
            look("sudo journalctl --unit {service} --priority err --lines 50 --no-pager"),
            change("sudo -u www-data wp plugin deactivate --all --path=/var/www/html"),
        ],
        rhel: &[
            look(
                "sudo grep -h 'PHP Fatal' /var/log/nginx/error.log /var/log/php-fpm/www-error.log | tail -n 20",
            ),
            look("sudo journalctl --unit {service} --priority err --lines 50 --no-pager"),
            change("sudo -u apache wp plugin deactivate --all --path=/var/www/html"),
        ],
        macos: &[look("tail -n 50 \"$(brew --prefix)/var/log/php-fpm.log\"")],
        docker: &[look("docker logs --tail 200 {container}")],
        kubernetes: &[look("kubectl logs deployment/{deployment} --tail=200")],
    },
    findings: &[
        prints(
            "PHP Fatal error:  Uncaught Error",
            "The line names file and line. A file under plugins or themes names the culprit.",
            Step::PluginsOff,
        ),
        prints(
            "Allowed memory size of",
            "One script wants more memory than PHP grants it.",
            Step::PhpLimits,
        ),
        prints(
            "Error establishing a database connection",
            "The database is down, or the password is wrong.",
            Step::Database,
        ),
        seen(
            "It began with a release or an update.",
            "Go back to the version before.",
            Step::RollBack,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const UPLOADS: StepWords = StepWords {
    title: "Allow uploads as large as your visitors need",
    why: "nginx refuses bodies over 1 MB with 413 unless told otherwise. PHP has two limits of its own.",
    commands: Commands {
        debian: &[
            look("sudo nginx -T 2>/dev/null | grep -n client_max_body_size"),
            look("grep -rnE '^(upload_max_filesize|post_max_size)' /etc/php/"),
        ],
        rhel: &[
            look("sudo nginx -T 2>/dev/null | grep -n client_max_body_size"),
            look("grep -nE '^(upload_max_filesize|post_max_size)' /etc/php.ini"),
        ],
        macos: &[look("nginx -T 2>/dev/null | grep -n client_max_body_size")],
        docker: &[look("docker exec {front} nginx -T")],
        kubernetes: &[change(
            "kubectl annotate ingress --all --overwrite nginx.ingress.kubernetes.io/proxy-body-size=20m",
        )],
    },
    findings: &[
        seen(
            "nginx prints no client_max_body_size.",
            "The limit is 1 MB. Raise it where uploads arrive.",
            Step::FrontReload,
        ),
        seen(
            "PHP’s limits are lower than nginx’s.",
            "Set upload_max_filesize and post_max_size to the same size.",
            Step::PhpLimits,
        ),
    ],
    fragments: &[Fragment::BodySize],
    place: SHELL,
};
