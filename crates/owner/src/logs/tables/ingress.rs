//! Lines of the ingress controllers of Kubernetes.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { INGRESS of Ingress:
    "ingress-no-endpoints" Symptom Ingress
    when [
        words(&["does not have any active endpoint"]),
        words(&["no active endpoints found for service"]),
        words(&["no endpoints available for service"]),
    ]
    means "The ingress knows the service, and no pod behind it is ready. Visitors saw 503."
    likely "The selector matches no pod, the pods fail their readiness check, or none runs."
    like "W0301 10:00:00.000000       9 controller.go:775] Service \"default/shop\" does not have any active Endpoint.";

    "ingress-no-service" Reason Ingress
    when [
        words(&["error obtaining endpoints for service"]),
        words(&["error getting service \""]),
        words(&["unexpected error obtaining service information"]),
        words(&["no object matching key", "in local store"]),
        words(&["service \"", "\" not found"]).only(&[Source::Ingress]),
        words(&["error obtaining service endpoints"]),
    ]
    means "The ingress names a service or secret that does not exist."
    likely "Its name, namespace or port is misspelt, or it was deleted."
    like "W0301 10:00:00.000000       7 controller.go:1049] Error obtaining Endpoints for Service \"default/shop\": no object matching key \"default/shop\" in local store";

    "ingress-certificate" Reason CertificateRenew
    when [
        words(&["error getting ssl certificate"]),
        words(&["unexpected error validating ssl certificate"]),
        words(&["ssl certificate ", "does not exist in local store"]),
        words(&["using default certificate"]).only(&[Source::Ingress]),
        words(&["fake certificate"]).without(&["fake certificate created"]),
    ]
    means "The ingress does not find the site’s certificate and shows its own, which browsers refuse."
    likely "The secret is missing, is in another namespace, or names another host."
    like "W0301 10:00:00.000000       7 controller.go:1334] Error getting SSL certificate \"default/shop-tls\": local SSL certificate default/shop-tls was not found. Using default certificate";

    "ingress-class" Reason Ingress
    when [
        words(&["ignoring ingress because of error while validating ingress class"]),
        words(&["ingress does not contain a valid ingressclass"]),
        words(&["ignoring add for ingress"]),
    ]
    means "The ingress controller leaves this ingress alone, so visitors see 404."
    likely "ingressClassName is missing or names another controller."
    like "I0301 10:00:00.000000       7 store.go:425] \"Ignoring ingress because of error while validating ingress class\" ingress=\"default/shop\" error=\"ingress does not contain a valid IngressClass\"";

    "ingress-rejected" Reason Ingress
    when [
        words(&["unexpected failure reloading the backend"]),
        words(&["admission webhook \"validate.nginx.ingress.kubernetes.io\" denied"]),
        words(&["error reloading nginx"]),
        words(&["failed calling webhook", "ingress"]),
    ]
    means "The ingress controller does not take the configuration that came of an ingress, so it stays with the old one."
    likely "An annotation holds something that nginx does not take. The lines after it say what."
    like "E0301 10:00:00.000000       7 controller.go:166] Unexpected failure reloading the backend: exit status 1";
}
