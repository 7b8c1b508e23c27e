// Runs in the widget's own frame: every way a script has to press its buttons. None is a visitor's.
const button = document.querySelector("[data-action=start]");
button.click();
for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick"]) {
  button.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, view: window, detail: 1 }));
}
button.focus();
for (const key of ["Enter", " "]) {
  for (const type of ["keydown", "keypress", "keyup"]) {
    button.dispatchEvent(new KeyboardEvent(type, { key, code: key === " " ? "Space" : key, bubbles: true, cancelable: true }));
  }
}
button.closest("form")?.requestSubmit();
