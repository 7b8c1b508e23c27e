// A host that loads the widget's script with each visit to its help view, moves the widget about, and throws it away.
const [first, second] = ["first", "second"].map((id) => document.getElementById(id));
document.getElementById("go-in").addEventListener("click", () => {
  const script = document.createElement("script");
  script.src = "https://whichside.example/embed.js";
  script.dataset.target = "https://shop.example/";
  script.dataset.mode = "inline";
  first.append(script);
});
document.getElementById("move").addEventListener("click", () => second.append(document.querySelector("which-side")));
document.getElementById("go-out").addEventListener("click", () => {
  first.replaceChildren();
  second.replaceChildren();
});
