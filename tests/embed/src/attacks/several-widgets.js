// Runs in the host's page: a widget in its own box for each summary.
const script = document.createElement("script");
script.src = "https://whichside.example/embed.js";
document.head.append(script);
for (const status of arguments[0]) {
  const widget = document.createElement("which-side");
  widget.setAttribute("target", "https://shop.example/");
  widget.setAttribute("status", status);
  widget.setAttribute("mode", "inline");
  document.getElementById("place").append(widget);
}
