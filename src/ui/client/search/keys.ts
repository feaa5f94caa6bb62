/**
 * Arrows go from a field through the links of its results and back; Escape goes back to the field.
 * @param links selector of the links, below the element that listens
 */
export function arrows(field: HTMLInputElement, links: string) {
  return function move(this: HTMLElement, event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const stops: HTMLElement[] = [field, ...this.querySelectorAll<HTMLElement>(links)];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
    if (to === undefined || (event.key === 'Escape' && at === 0)) return;
    const stop = stops[to];
    if (!stop) return;
    event.preventDefault();
    stop.focus();
  };
}
