import { forgetRecent, recentItems } from './recent.ts';
import { offerShortcut } from './shortcut.ts';

/**
 * What stands below the field before anything is asked: recent searches, and the box of the shortcut.
 * @param action path of the page of the search
 * @returns shows the recent searches of now
 */
export function offerStart(part: HTMLElement, field: HTMLInputElement, action: string): () => void {
  const recent = part.querySelector<HTMLElement>('.recent');
  const list = recent?.querySelector('ul');
  const show = () => {
    const items = recentItems(action);
    list?.replaceChildren(...items);
    if (recent) recent.hidden = items.length === 0;
  };
  part.querySelector('.forget')?.addEventListener('click', () => {
    forgetRecent();
    show();
    field.focus();
  });
  const box = part.querySelector<HTMLInputElement>('.keys');
  if (box) offerShortcut(box);
  return show;
}
