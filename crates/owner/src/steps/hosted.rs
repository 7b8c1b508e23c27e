//! Steps for sites whose server somebody else runs: shared hosting and serverless platforms.

use super::{EVERYWHERE, Step, StepWords, Where};
use crate::command::{Commands, change, done, look, prints, seen};
use crate::hosting::Hosting;

/// Where a control panel stands in for a shell; also for those who do not know.
const PANEL: Where = Where {
    hosting: &[Hosting::Shared, Hosting::Unknown],
    servers: EVERYWHERE.servers,
};

/// Where files of one's own lie on a server, under a shell or a panel.
const FILES: Where = Where {
    hosting: &[
        Hosting::Shared,
        Hosting::Vps,
        Hosting::Dedicated,
        Hosting::Containers,
        Hosting::Unknown,
    ],
    servers: EVERYWHERE.servers,
};

const SERVERLESS: Where = Where {
    hosting: &[Hosting::Serverless],
    servers: EVERYWHERE.servers,
};

pub(super) const ASK_HOST: StepWords = StepWords {
    title: "Write to your host",
    why: "What you cannot change, they can. A report with time, address and error saves a round of questions.",
    commands: Commands::NONE,
    findings: &[
        seen(
            "They see the fault too.",
            "Ask when it will be mended, and tell your visitors.",
            Step::TellVisitors,
        ),
        seen(
            "They say that your site uses too much.",
            "Turn heavy plug-ins off, or move to a larger plan.",
            Step::PluginsOff,
        ),
        seen(
            "They say that all is well.",
            "Ask for the lines of the error log at that minute.",
            Step::PanelLog,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const PANEL_LOG: StepWords = StepWords {
    title: "Read the error log in the control panel",
    why: "Shared hosting shows the log in its panel, under “Errors”, “Logs” or “Metrics”. Often a file error_log lies beside your pages too.",
    commands: Commands::NONE,
    findings: &[
        prints(
            "Maximum execution time of 30 seconds exceeded",
            "A script ran too long.",
            Step::PhpLimits,
        ),
        prints(
            "Allowed memory size of",
            "A script wanted more memory than it may have.",
            Step::PhpLimits,
        ),
        prints(
            "Invalid command",
            "A line in .htaccess is wrong, or wants a module that the host does not have.",
            Step::Htaccess,
        ),
        seen(
            "The lines name a folder of a plug-in.",
            "That plug-in is the suspect.",
            Step::PluginsOff,
        ),
        seen(
            "The log is empty.",
            "The fault lies outside your pages, on the host’s own servers.",
            Step::AskHost,
        ),
    ],
    fragments: &[],
    place: PANEL,
};

pub(super) const HTACCESS: StepWords = StepWords {
    title: "Try the site with a plain .htaccess",
    why: "One wrong line in this file breaks every page, with 500, 403 or a loop. Keep a copy before you change it.",
    commands: Commands {
        debian: &[
            change("mv /var/www/html/.htaccess /var/www/html/htaccess-before"),
            look("curl -sSI https://{host}/"),
            change("mv /var/www/html/htaccess-before /var/www/html/.htaccess"),
        ],
        rhel: &[
            change("mv /var/www/html/.htaccess /var/www/html/htaccess-before"),
            look("curl -sSI https://{host}/"),
            change("mv /var/www/html/htaccess-before /var/www/html/.htaccess"),
        ],
        macos: &[],
        docker: &[],
        kubernetes: &[],
    },
    findings: &[
        seen(
            "The site works without it.",
            "Put the lines back one block at a time. The last one added is the culprit.",
            Step::AskSite,
        ),
        seen(
            "Only the front page works without it.",
            "The rule for pretty addresses is needed. Restore the CMS’s own version of the file.",
            Step::AskSite,
        ),
        seen(
            "Nothing changes.",
            "The file is innocent, or the server is nginx, which does not read it.",
            Step::PluginsOff,
        ),
    ],
    fragments: &[],
    place: FILES,
};

pub(super) const PLUGINS_OFF: StepWords = StepWords {
    title: "Turn heavy or new plug-ins off, one by one",
    why: "Backups, statistics, page builders and security plug-ins need most time and memory. One that breaks takes every page with it.",
    commands: Commands {
        debian: &[
            look("sudo -u www-data wp plugin list --path=/var/www/html"),
            change("sudo -u www-data wp plugin deactivate --all --path=/var/www/html"),
        ],
        rhel: &[
            look("sudo -u apache wp plugin list --path=/var/www/html"),
            change("sudo -u apache wp plugin deactivate --all --path=/var/www/html"),
        ],
        macos: &[],
        docker: &[change("docker exec {container} wp plugin deactivate --all")],
        kubernetes: &[change(
            "kubectl exec deployment/{deployment} -- wp plugin deactivate --all",
        )],
    },
    findings: &[
        seen(
            "You cannot reach the administration pages.",
            "Rename the folder wp-content/plugins. All plug-ins are off until you name it back.",
            Step::AskSite,
        ),
        seen(
            "The site works with all of them off.",
            "Turn them on one at a time. The one that breaks it needs an update or a replacement.",
            Step::Updates,
        ),
        seen(
            "Nothing changes.",
            "The plug-ins are innocent. Turn them on again.",
            Step::PhpLimits,
        ),
    ],
    fragments: &[],
    place: FILES,
};

pub(super) const PHP_LIMITS: StepWords = StepWords {
    title: "Raise PHP’s time and memory a little",
    why: "An import, a backup or a large page may need more than 30 seconds or 128 MB. More than double hides a fault.",
    commands: Commands {
        debian: &[
            look("php -i | grep -E 'memory_limit|max_execution_time|Loaded Configuration'"),
            look("grep -rnE '^(memory_limit|max_execution_time)' /etc/php/"),
            change("sudo systemctl restart {fpm}"),
        ],
        rhel: &[
            look("grep -nE '^(memory_limit|max_execution_time)' /etc/php.ini"),
            change("sudo systemctl restart php-fpm"),
        ],
        macos: &[look("php -i | grep -E 'memory_limit|max_execution_time'")],
        docker: &[look("docker exec {container} php -i")],
        kubernetes: &[look("kubectl exec deployment/{deployment} -- php -i")],
    },
    findings: &[
        seen(
            "The panel offers “PHP options” or “MultiPHP INI Editor”.",
            "Set memory_limit to 256M and max_execution_time to 60, and try again.",
            Step::AskSite,
        ),
        seen(
            "The host does not allow more.",
            "Make the script do less at once, or move to a larger plan.",
            Step::AskHost,
        ),
        seen(
            "It fails with double the memory too.",
            "The script never ends, or loads everything at once.",
            Step::PluginsOff,
        ),
    ],
    fragments: &[],
    place: FILES,
};

pub(super) const FUNCTION_LOG: StepWords = StepWords {
    title: "Read the log of the function or build",
    why: "The platform’s panel shows each call with its error and its time. A failed build leaves the old version or none.",
    commands: Commands::NONE,
    findings: &[
        prints(
            "Task timed out after",
            "The function ran longer than it may.",
            Step::FunctionLimits,
        ),
        prints(
            "Runtime exited with error: signal: killed",
            "It used more memory than it may.",
            Step::FunctionLimits,
        ),
        prints(
            "Cannot find module",
            "The build left a file out. Go back to the version before.",
            Step::RollBack,
        ),
        seen(
            "There is no call at that time.",
            "The request never reached your code. Look at the provider’s status and your domain.",
            Step::ProviderStatus,
        ),
    ],
    fragments: &[],
    place: SERVERLESS,
};

pub(super) const FUNCTION_LIMITS: StepWords = StepWords {
    title: "Stay within the limits of the platform",
    why: "Functions have limits on time, memory, size of answers and calls at once. Beyond them the platform answers 502, 504 or 429.",
    commands: Commands::everywhere(&[look(
        "curl -sS -o /dev/null -w '%{http_code} %{time_total}s\\n' https://{host}/",
    )]),
    findings: &[
        seen(
            "The first call after a pause is slow.",
            "That is the start of a cold function. Make it smaller, or keep some warm.",
            Step::SlowRequests,
        ),
        seen(
            "Calls fail at busy times with 429 or “throttled”.",
            "Ask for a higher limit of calls at once, and cache answers at the edge.",
            Step::Cache,
        ),
        seen(
            "Each call opens a connection to the database.",
            "Hundreds of functions use them up. Put a connection pool between.",
            Step::ProviderStatus,
        ),
        done(
            "The work needs minutes.",
            "Hand it to a queue, and answer at once that it has begun.",
        ),
    ],
    fragments: &[],
    place: SERVERLESS,
};
