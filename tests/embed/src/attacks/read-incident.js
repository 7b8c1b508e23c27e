// Runs in the widget's frame: what is there of the status page's own incident, and whether any of it became more than text.
const it = document.querySelector("[data-incident]");
const text = it && it.dataset.incident !== "none" ? it.querySelector("[data-incident-text], q, bdi")?.textContent ?? it.textContent : "";
return {
  made: [document.querySelectorAll('img[src="x"], [data-incident] :is(img, script, svg, [onerror], [onload])').length, window.pwned !== undefined],
  turns: /[\u202a-\u202e\u0000-\u0008\u000e-\u001f]/.test(document.body.textContent),
  // The widget says whose words they are, puts them between quotation marks, and marks where it cut them.
  length: [...(/“(.*?)…?”/su.exec(text)?.[1] ?? text)].length,
  text: text.slice(0, 200),
};
