// Runs in the page: what it shows as the site's own word.
const place = document.querySelector('[data-word]');
return {
  course: place?.dataset.word ?? '',
  text: place?.textContent ?? '',
  links: [...(place?.querySelectorAll('a') ?? [])].map((link) => link.href),
  foreign: [...(place?.querySelectorAll('*') ?? [])].map(({ localName }) => localName)
    .filter((name) => !['section', 'h2', 'p', 'blockquote', 'ul', 'li', 'a', 'bdi'].includes(name)),
};
