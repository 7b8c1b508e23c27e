//! Lines of the kernel, its limits, SELinux and AppArmor.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{NoSpace, TooManyFiles};

patterns! { SYSTEM of System:
    "system-disk-full" Reason Resources
    when [
        words(&["no space left on device"]),
        words(&["errcode: 28 "]),
        words(&["write failed, filesystem is full"]),
        words(&["disk is full writing"]),
        words(&["disk quota exceeded"]),
        words(&["enospc"]),
        words(&[" (28: "]).error(&[NoSpace]),
        words(&["not enough space on the disk"]),
        words(&["could not extend file"]),
        words(&["flood stage disk watermark"]),
    ]
    means "The disk is full, or has no entries left for files."
    likely "Logs, backups, caches, images of containers or sessions have filled it. With “inotify” or “watch” in the line it is a limit on watched files."
    like "mysqld: Error writing file './ib_logfile0' (Errcode: 28 \"No space left on device\")";

    "system-read-only" Reason Resources
    when [
        words(&["remounting filesystem read-only"]),
        words(&["read-only file system"]).without(&["[emerg]"]),
        words(&["i/o error, dev "]),
        words(&["buffer i/o error"]),
        words(&["ext4-fs error"]),
    ]
    means "The disk takes no more changes, because it was switched to read-only or is failing."
    likely "An error of the disk, or a container or volume that is mounted read-only on purpose."
    like "kernel: EXT4-fs (sda1): Remounting filesystem read-only";

    "system-memory-limit" Reason Resources
    when [words(&["memory cgroup out of memory"]), words(&["oom-kill:constraint=constraint_memcg"]), words(&["memory cgroup ", "killed process"])]
    means "A container or service used more memory than its limit, and was ended."
    likely "The limit is too low, or the program leaks memory."
    like "kernel: Memory cgroup out of memory: Killed process 4242 (node) total-vm:1204512kB, anon-rss:524288kB";

    "system-out-of-memory" Reason Resources
    when [
        words(&["out of memory: kill"]).without(&["memory cgroup"]),
                words(&["oom-kill:constraint=constraint_none"]),
        words(&["oom_reaper: reaped process"]),
        words(&["earlyoom", "sending sigterm to process"]),
        words(&["systemd-oomd", "killed "]),
        words(&["killed process ", " total-vm:"]).without(&["memory cgroup"]),
    ]
    means "The machine ran out of memory, so the system ended a program to save the rest."
    likely "Too many workers for the memory, or one program that leaks."
    like "kernel: Out of memory: Killed process 4242 (php-fpm8.2) total-vm:804512kB, anon-rss:324288kB";

    "system-oom-killer" Reason Resources
    when [words(&["invoked oom-killer"])]
    means "The machine ran out of memory while this program asked for more."
    likely "The lines after this one name the program that was ended."
    like "kernel: php-fpm8.2 invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE|__GFP_COMP), order=0, oom_score_adj=0";

    "system-no-memory" Reason Resources
    when [words(&["cannot allocate memory"]), words(&["enomem"]), words(&["virtual memory exhausted"])]
    means "A program wanted memory and got none."
    likely "The machine or the container has used up its memory, and there is no swap."
    like "fork: Cannot allocate memory";

    "system-segfault" Reason Updates
    when [
        words(&["segfault at "]).without(&["-fpm", "php-cgi", "nginx["]),
        words(&["traps: ", "trap invalid opcode"]),
        words(&["traps: ", "general protection"]).without(&["-fpm"]),
        words(&["dumped core"]).without(&["-fpm"]),
    ]
    means "The system says that a program crashed. The line names it."
    likely "A bug or a library that does not fit, often after an update. Update the program and its modules."
    like "kernel: node[4242]: segfault at 0 ip 00007f1c2a3b4c5d sp 00007ffd1c2b3a40 error 4 in libcrypto.so.3[7f1c2a000000+2b0000]";

    "system-nginx-segfault" Reason Updates
    when [words(&["nginx[", "segfault at "]), words(&["nginx: ", "segfault at "])]
    means "The system says that a worker of nginx crashed."
    likely "A module that does not fit this nginx: update both from the same source."
    like "kernel: nginx[4242]: segfault at 0 ip 00007f1c2a3b4c5d sp 00007ffd1c2b3a40 error 4 in ngx_http_modsecurity_module.so[7f1c2a000000+2b000]";

    "system-hung-task" Reason Resources
    when [words(&["blocked for more than ", " seconds"]), words(&["soft lockup - cpu#"]), words(&["rcu_sched self-detected stall"])]
    means "The machine hangs: a program has waited for the disk or the processor for minutes."
    likely "A disk or network storage that is slow or failing, or a host that has too little to give."
    like "kernel: INFO: task mysqld:4242 blocked for more than 120 seconds.";

    "system-syn-flood" Reason Limits
    when [
        words(&["possible syn flooding on port"]),
        words(&["nf_conntrack: table full"]),
        words(&["nf_conntrack: nf_conntrack: table full"]),
        words(&["tcp: out of memory -- consider tuning tcp_mem"]),
        words(&["neighbour table overflow"]),
        words(&["tcp: too many orphaned sockets"]),
    ]
    means "More connections come than the system takes, so it drops some."
    likely "A burst of visitors, an attack, or a queue or table (somaxconn, nf_conntrack_max) that is too small."
    like "kernel: TCP: request_sock_TCP: Possible SYN flooding on port 80. Sending cookies.  Check SNMP counters.";

    "open-files" Reason Limits
    when [
        words(&["too many open files"]).without(&["accept4() failed", "accept() failed"]).not_by(&[Source::Nginx]).error(&[TooManyFiles]),
        words(&["emfile"]),
        words(&["vfs: file-max limit"]),
    ]
    means "A program has as many files and connections open as the system allows."
    likely "Its limit on open files is too low, or it does not close them."
    like "Error: EMFILE: too many open files, open '/srv/app/views/index.html'";

    "system-processes" Reason Limits
    when [
        words(&["fork: retry: resource temporarily unavailable"]),
        words(&["fork: resource temporarily unavailable"]),
        words(&["cgroup: fork rejected by pids controller"]),
        words(&["pthread_create failed"]),
        words(&["can't start new thread"]),
    ]
    means "A program could not start another process or thread."
    likely "The limit on processes (ulimit -u, TasksMax, or the container’s pids) is reached."
    like "bash: fork: retry: Resource temporarily unavailable";

    "selinux-connect" Reason Selinux
    when [words(&["avc:", "denied", "name_connect", "httpd_t"]).without(&["permissive=1"]), words(&["selinux is preventing", "name_connect access"])]
    means "SELinux keeps the web server from opening a network connection."
    likely "httpd_can_network_connect is off."
    like "type=AVC msg=audit(1772359200.000:42): avc:  denied  { name_connect } for  pid=7 comm=\"nginx\" dest=3000 scontext=system_u:system_r:httpd_t:s0 tcontext=system_u:object_r:ntop_port_t:s0 tclass=tcp_socket permissive=0";

    "selinux-bind" Reason Selinux
    when [words(&["avc:", "denied", "name_bind"]).without(&["permissive=1"]), words(&["selinux is preventing", "name_bind access"])]
    means "SELinux does not let this program take the port."
    likely "The port is not among those that the web server may take: semanage port -a -t http_port_t -p tcp with its number."
    like "type=AVC msg=audit(1772359200.000:42): avc:  denied  { name_bind } for  pid=7 comm=\"nginx\" src=8085 scontext=system_u:system_r:httpd_t:s0 tcontext=system_u:object_r:unreserved_port_t:s0 tclass=tcp_socket permissive=0";

    "selinux-execmem" Reason Selinux
    when [
        words(&["avc:", "denied", "{ execmem }"]).without(&["permissive=1"]),
        words(&["avc:", "denied", "{ execmod }"]).without(&["permissive=1"]),
        words(&["avc:", "denied", "{ execstack }"]).without(&["permissive=1"]),
        words(&["avc:", "denied", "{ execheap }"]).without(&["permissive=1"]),
    ]
    means "SELinux does not let the program run code that it makes itself in memory. It is about no file or socket."
    likely "A just-in-time compiler: PCRE’s in nginx or ModSecurity, PHP’s or Lua’s. Switch pcre_jit off, or allow httpd_execmem."
    like "type=AVC msg=audit(1772359200.000:44): avc:  denied  { execmem } for  pid=7 comm=\"nginx\" scontext=system_u:system_r:httpd_t:s0 tcontext=system_u:system_r:httpd_t:s0 tclass=process";

    "selinux-container" Reason Selinux
    when [
        words(&["avc:", "denied", "container_t"]).without(&["permissive=1"]),
        words(&["avc:", "denied", "svirt_lxc_net_t"]).without(&["permissive=1"]),
        words(&["avc:", "denied", "container_init_t"]).without(&["permissive=1"]),
        words(&["avc:", "denied", "spc_t"]).without(&["permissive=1"]),
    ]
    means "SELinux keeps a container from a file or folder of the machine."
    likely "The volume has no label for containers: add :Z (or :z, if several share it) to the volume, or label it container_file_t."
    like "type=AVC msg=audit(1772359200.000:45): avc:  denied  { read } for  pid=7 comm=\"nginx\" name=\"nginx.conf\" dev=\"sda1\" ino=2498240 scontext=system_u:system_r:container_t:s0:c82,c904 tcontext=unconfined_u:object_r:unlabeled_t:s0 tclass=file permissive=0";

    "selinux-denied" Reason Selinux
    when [words(&["avc:", "denied", "httpd_t"]).without(&["permissive=1"]).general(), words(&["avc:", "denied", "scontext="]).without(&["permissive=1"]).general(), words(&["selinux is preventing"]).general()]
    means "SELinux keeps a program from a file or socket. The line names both."
    likely "The label is wrong, for instance after a move from a home folder."
    like "type=AVC msg=audit(1772359200.000:43): avc:  denied  { write } for  pid=7 comm=\"nginx\" name=\"app.sock\" scontext=system_u:system_r:httpd_t:s0 tcontext=unconfined_u:object_r:default_t:s0 tclass=sock_file permissive=0";

    "apparmor-denied" Reason Selinux
    when [words(&["apparmor=\"denied\""])]
    means "AppArmor keeps a program from a file or connection."
    likely "Its profile does not know the path that you chose."
    like "kernel: audit: type=1400 audit(1772359200.000:42): apparmor=\"DENIED\" operation=\"open\" profile=\"mysqld\" name=\"/srv/mysql/ibdata1\" pid=7 comm=\"mysqld\"";

    "system-windows-crash" Reason Updates
    when [words(&["faulting application name: "]), words(&["faulting module name: "]), words(&["application error", "exception code 0xc0000005"])]
    means "A program on Windows crashed. The line names it, and the next one the part at fault."
    likely "A bug in it, or a module that does not fit it. Update both, or switch modules off one by one. For w3wp.exe see the application pool, too."
    like "Faulting application name: w3wp.exe, version: 10.0.17763.1, time stamp: 0xcfdb13d8";
}
