/** Shows a clicked picture in its full size over the page; without this the click leads to its file. */
export function showWhole(event: MouseEvent): void {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a.shot');
  if (!link || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  const dialog = document.createElement('dialog');
  const close = document.createElement('button');
  const image = new Image();
  image.src = link.href;
  image.alt = link.querySelector('img')?.alt ?? '';
  dialog.ariaLabel = image.alt;
  close.textContent = link.dataset.close ?? '';
  dialog.append(close, image);
  dialog.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  dialog.showModal();
}
