// What a person reads in the open page first: its title, and its text from the top.
return `${document.title}\n${document.body?.innerText ?? ''}`.slice(0, 2000);
