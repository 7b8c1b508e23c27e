// Whether the remedy that is advised first has its steps.
const first = document.querySelector("[data-remedy]");
return !first ? "nothing advised" : first.querySelector("ol.steps li") ? "with steps" : "without steps";
