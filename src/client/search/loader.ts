/*
 * All of the search that a page loads by itself. The rest comes when a reader goes to the field, or
 * from a result, or asks the search page.
 */
const field = document.querySelector<HTMLElement>('search-field input, search-page input');
const load = () => import('./main.ts');

field?.addEventListener('focus', load, { once: true });
if (location.search !== '') void load();

addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey) return;
  if (target instanceof Element && target.matches('input, textarea, select')) return;
  event.preventDefault();
  field?.focus();
});
