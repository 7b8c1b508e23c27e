// What a person reads in the open page first: its title, and its text from the top. Nothing where the tab is still empty.
if (!/^https?:/.test(document.URL)) return null;
return `${document.title}\n${document.body?.innerText ?? ''}`.slice(0, 2000);
