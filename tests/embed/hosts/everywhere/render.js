// As the documentation has it: a node, and what is wanted.
window.widget = Whichside.render(document.getElementById("place"), {
  target: "https://shop.example/",
  theme: "light",
  lang: "en",
  mode: "button",
  onVerdict: (verdict) => window.told.push(verdict),
});
