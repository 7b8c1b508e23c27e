// Removes the form that stands for document.documentElement: Chromium's driver needs the true one.
document.querySelector("form").remove();
