//! Lines of applications in .NET and of Kestrel.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{
    Denied, InUse, NameUnknown, PortForbidden, Refused, TimedOut,
};

patterns! { DOTNET of DotNet:
    "dotnet-runtime" Reason Updates
    when [
        words(&["it was not possible to find any compatible framework version"]),
        words(&["you must install or update .net to run this application"]),
        words(&["you must install .net to run this application"]),
        words(&["a fatal error occurred. the required library"]),
        words(&["a fatal error was encountered"]).only(&[Source::DotNet]),
        words(&["could not load file or assembly"]),
        words(&["the application to execute does not exist"]),
        words(&["libhostpolicy.so"]),
    ]
    means "The .NET application did not start: its runtime or a file of it is missing."
    likely "The version of .NET that it was built for is not installed, or the publishing was not complete."
    like "You must install or update .NET to run this application.";

    "dotnet-port-taken" Reason AppStatus
    when [
        words(&["failed to bind to address"]),
        words(&["microsoft.aspnetcore.connections.addressinuseexception"]),
        words(&["system.net.sockets.socketexception"]).error(&[InUse, Denied, PortForbidden]),
    ]
    means "The .NET application did not start: it cannot take its port."
    likely "Another program has it, or ports below 1024 are not allowed to its user."
    like "System.IO.IOException: Failed to bind to address http://127.0.0.1:5000: address already in use.";

    "dotnet-refused" Reason Database
    when [
        words(&["system.net.sockets.socketexception"]).error(&[Refused, TimedOut, NameUnknown]),
        words(&["system.net.http.httprequestexception"]).error(&[Refused, TimedOut, NameUnknown]),
        words(&["a network-related or instance-specific error occurred while establishing a connection to sql server"]),
        words(&["npgsql.npgsqlexception"]),
    ]
    means "The .NET application cannot reach a service that it needs, often its database."
    likely "The service is stopped, or its address in the settings is wrong."
    like "System.Net.Http.HttpRequestException: Connection refused (127.0.0.1:5001)";

    "dotnet-certificate" Reason CertificateRenew
    when [words(&["unable to configure https endpoint"]), words(&["no server certificate was specified"]), words(&["system.security.cryptography.cryptographicexception"])]
    means "The .NET application did not start or cannot decrypt: a certificate or key is missing."
    likely "Kestrel is told to serve https and has no certificate, or the keys of data protection were lost with the container."
    like "Unhandled exception. System.InvalidOperationException: Unable to configure HTTPS endpoint. No server certificate was specified, and the default developer certificate could not be found or is out of date.";

    "dotnet-crash" Reason ApplicationError
    when [
        words(&["unhandled exception. system."]).general(),
        words(&["unhandled exception. microsoft."]).general(),
        words(&["hosting failed to start"]).general(),
        words(&["host terminated unexpectedly"]).general(),
        words(&["application startup exception"]).general(),
        words(&["the process was terminated due to an unhandled exception"]).general(),
    ]
    means "The .NET application ended with an error that it does not handle, often at its start."
    likely "A missing setting or service. The line names the kind of error, and the trace the place."
    like "Unhandled exception. System.ArgumentNullException: Value cannot be null. (Parameter 'connectionString')";

    "dotnet-error" Symptom ApplicationError
    when [
        words(&["an unhandled exception has occurred while executing the request"]).general(),
        words(&["an unhandled exception was thrown by the application"]).general(),
        words(&["connection id \"", "an unhandled exception"]).general(),
    ]
    means "The .NET application met an error in a page. Visitors saw 500."
    likely "A bug or a service that failed. The lines after it name the place."
    like "fail: Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware[1] An unhandled exception has occurred while executing the request.";

    "kestrel-limits" Symptom Uploads
    when [words(&["request body too large. the max request body size"]), words(&["badhttprequestexception: request body too large"])]
    means "A visitor’s upload is larger than Kestrel allows. They saw 413."
    likely "MaxRequestBodySize is about 30 MB unless told otherwise. IIS has a limit of its own."
    like "Microsoft.AspNetCore.Server.Kestrel.Core.BadHttpRequestException: Request body too large. The max request body size is 30000000 bytes.";

    "kestrel-slow-visitor" Harmless SlowRequests
    when [words(&["badhttprequestexception: reading the request body timed out"]), words(&["badhttprequestexception: unexpected end of request content"]), words(&["the client has disconnected"]).only(&[Source::DotNet])]
    means "A visitor’s upload to Kestrel was too slow or broke off."
    likely "A weak connection, or the visitor left."
    like "Microsoft.AspNetCore.Server.Kestrel.Core.BadHttpRequestException: Reading the request body timed out due to data arriving too slowly.";
}
