//! Lines of applications in Node.js.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { NODE of Node:
    "node-memory" Reason Resources
    when [words(&["javascript heap out of memory"]), words(&["reached heap limit allocation failed"]), words(&["ineffective mark-compacts near heap limit"])]
    means "The Node.js application used more memory than it may, and ended."
    likely "It keeps what it no longer needs, or the limit is too low."
    like "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory";

    "app-port-taken" Reason AppStatus
    when [words(&["eaddrinuse"]), words(&["something is already running on port"]), words(&["port ", "is already in use"]).perhaps(&[Source::Node])]
    means "The application did not start: another program has its port."
    likely "An old copy of it still runs."
    like "Error: listen EADDRINUSE: address already in use :::3000";

    "node-port-denied" Reason AppStatus
    when [words(&["listen eacces"])]
    means "The Node.js application did not start: it may not take this port or socket."
    likely "Ports below 1024 need root rights. Let it take 3000 and put nginx in front."
    like "Error: listen EACCES: permission denied 0.0.0.0:80";

    "app-refused-localhost" Reason Database
    when [words(&["connect econnrefused ::1:"])]
    means "The application asked ::1, the IPv6 address behind “localhost”, and nothing listens there."
    likely "The service listens on 127.0.0.1 only: since its version 17, Node.js takes the IPv6 address first. Write 127.0.0.1 instead of localhost."
    like "Error: connect ECONNREFUSED ::1:3306";

    "app-refused" Reason Database
    when [words(&["connect econnrefused"]), words(&["econnrefused"]).perhaps(&[Source::Node])]
    means "The application cannot reach a service it needs: nothing listens there."
    likely "Database, cache or another service is stopped or starting. In a container, 127.0.0.1 is the container itself."
    like "Error: connect ECONNREFUSED 127.0.0.1:5672";

    "app-name" Reason Database
    when [
        words(&["getaddrinfo enotfound"]),
        words(&["getaddrinfo eai_again"]),
        words(&["getaddrinfo eacces"]),
        words(&["getaddrinfo esrch"]),
        words(&["getaddrinfo efail"]),
        words(&["queryaaaa enotfound"]),
        words(&["querysrv enotfound"]),
    ]
    means "The application cannot find the address of a name that it needs, often its database’s."
    likely "The name is misspelt, its container is not in the same network, or the container’s DNS does not work."
    like "Error: getaddrinfo EAI_AGAIN db";

    "node-module-missing" Reason ApplicationError
    when [
        words(&["cannot find module '"]),
        words(&["err_module_not_found"]),
        words(&["module_not_found"]),
        words(&["cannot find package '"]),
        words(&["npm err! missing script"]),
        words(&["npm error missing script"]),
        words(&["err_require_esm"]),
        words(&["could not find a production build in the"]),
    ]
    means "The Node.js application did not start: a module, a file or a script is missing."
    likely "npm install or npm run build was not run after the update, or it was started in another folder."
    like "Error: Cannot find module 'express'";

    "vite-host" Reason ApplicationError
    when [
        words(&["blocked request. this host (", ") is not allowed"]),
        words(&["server.allowedhosts"]),
        words(&["preview.allowedhosts"]),
    ]
    means "Vite’s own server refuses the name by which it was asked, with 403."
    likely "The name is not in allowedHosts of vite.config.js. That server is for development: let nginx show the built pages instead."
    like "Blocked request. This host (\"shop.example.com\") is not allowed.";

    "node-native" Reason ApplicationError
    when [
        words(&["was compiled against a different node.js version"]),
        words(&["err_dlopen_failed"]),
        words(&["invalid elf header"]),
        words(&["unsupported engine"]),
        words(&["ebadengine"]),
        words(&["err_ossl_evp_unsupported"]),
    ]
    means "The Node.js application does not fit the version of Node.js that runs it."
    likely "Node.js was updated, or node_modules comes from another system. Delete it and install afresh."
    like "Error: The module '/srv/app/node_modules/bcrypt/build/bcrypt.node' was compiled against a different Node.js version using NODE_MODULE_VERSION 93.";

    "node-unhandled" Reason ApplicationError
    when [
        words(&["unhandledpromiserejection"]),
        words(&["uncaughtexception"]),
        words(&["triggeruncaughtexception"]),
        words(&["unhandled 'error' event"]),
        words(&["throw er; // unhandled"]),
        words(&["typeerror: cannot read propert"]),
        words(&["referenceerror: ", " is not defined"]),
        words(&["err_unhandled_rejection"]),
    ]
    means "The Node.js application met an error that it does not handle, and such an error ends it."
    likely "A bug, or a service that failed. The lines around name the file."
    like "TypeError: Cannot read properties of undefined (reading 'id')";

    "node-headers-sent" Reason ApplicationError
    when [words(&["err_http_headers_sent"]), words(&["can't set headers after they are sent"])]
    means "The Node.js application answered one request twice, which is an error and can end it."
    likely "A missing return after an answer was sent. The lines after it name the file."
    like "Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client";

    "node-hung-up" Symptom AskBackend
    when [words(&["socket hang up"]), words(&["error: read econnreset"]), words(&["[http-proxy-middleware] error occurred"]), words(&["error occurred while trying to proxy"]), words(&["failed to proxy"]).only(&[Source::Node])]
    means "A service that the Node.js application asked hung up."
    likely "It crashed, was restarted, or keeps idle connections for a shorter time."
    like "Error: socket hang up";

    "next-failed" Reason ApplicationError
    when [words(&["npm err! code elifecycle"]).general(), words(&["npm error code elifecycle"]).general(), words(&["npm err! errno"]).general(), words(&["command failed with exit code 1"]).perhaps(&[Source::Node]).general()]
    means "The command that starts or builds the application ended with an error."
    likely "The lines before this one name the reason. npm itself is not to blame."
    like "npm ERR! code ELIFECYCLE";
}
