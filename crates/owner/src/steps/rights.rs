//! Steps about what the system allows: rights of sockets, SELinux, AppArmor.

use super::{OWN_SERVER, SHELL, Step, StepWords};
use crate::command::{Commands, change, look, prints, seen};
use crate::fragments::Fragment;

pub(super) const SOCKET_RIGHTS: StepWords = StepWords {
    title: "Let the web server open the socket",
    why: "A socket is a file with an owner. If the web server’s user may not write to it, every request ends in 502.",
    commands: Commands {
        debian: &[
            look("ls -l /run/php/"),
            look("namei -l {socket}"),
            look("ps -eo user,comm | grep nginx"),
            look("grep -rnE '^listen\\.(owner|group|mode)' /etc/php/*/fpm/pool.d/"),
            change("sudo systemctl restart {fpm}"),
        ],
        rhel: &[
            look("ls -lZ /run/php-fpm/"),
            look("namei -l {socket}"),
            look("ps -eo user,comm | grep nginx"),
            look("grep -rnE '^listen\\.(owner|group|mode|acl_users)' /etc/php-fpm.d/"),
            change("sudo systemctl restart php-fpm"),
        ],
        macos: &[look("ls -l {socket}"), look("ps aux | grep '[n]ginx'")],
        docker: &[
            look("docker exec {front} ls -l {socket}"),
            look("docker exec {front} id"),
        ],
        kubernetes: &[look(
            "kubectl exec deployment/{deployment} -- ls -l {socket}",
        )],
    },
    findings: &[
        prints(
            "srw------- 1 root root",
            "Only root may open it. Set owner, group and mode in the pool’s file, then restart PHP-FPM.",
            Step::FpmRestart,
        ),
        prints(
            "srw-rw---- 1 www-data www-data",
            "These are Debian’s rights. The workers of nginx must run as www-data too.",
            Step::FrontReload,
        ),
        prints(
            "drwx------",
            "A folder on the way is closed to the web server. Give it the right x.",
            Step::FrontReload,
        ),
        seen(
            "The rights are good, and it is still denied.",
            "SELinux or AppArmor forbids it.",
            Step::Selinux,
        ),
    ],
    fragments: &[Fragment::FpmSocketRights],
    place: SHELL,
};

pub(super) const SELINUX: StepWords = StepWords {
    title: "See whether SELinux or AppArmor forbids the connection",
    why: "On the RHEL family, a web server may not open network connections until you allow it. The rights of files then look good and help nothing.",
    commands: Commands {
        debian: &[
            look("sudo aa-status"),
            look("sudo journalctl --dmesg --grep DENIED --no-pager"),
        ],
        rhel: &[
            look("getenforce"),
            look("sudo ausearch --message avc --start recent"),
            look("getsebool httpd_can_network_connect"),
            change("sudo setsebool -P httpd_can_network_connect 1"),
            change("sudo restorecon -Rv /run/php-fpm /var/www"),
        ],
        macos: &[],
        docker: &[],
        kubernetes: &[],
    },
    findings: &[
        prints(
            "avc:  denied  { name_connect }",
            "SELinux keeps the web server from connecting. Allow it with setsebool.",
            Step::AskSite,
        ),
        prints(
            "avc:  denied  { write }",
            "The socket or folder carries a wrong label. Mend it with restorecon.",
            Step::AskSite,
        ),
        prints(
            "httpd_can_network_connect --> on",
            "It is allowed already. Look at the file’s rights.",
            Step::SocketRights,
        ),
        prints(
            "<no matches>",
            "SELinux forbade nothing.",
            Step::SocketRights,
        ),
    ],
    fragments: &[],
    place: OWN_SERVER,
};
