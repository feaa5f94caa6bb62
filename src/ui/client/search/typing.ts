/**
 * Listens to what a reader types into a field. What an input method has not yet made into words is not
 * typed: who writes 中国 has `zhong` in the field for a while.
 */
export function onTyped(field: HTMLInputElement, listener: () => void): void {
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) listener();
  });
  // Chromium says no more than this at the end of a composition
  field.addEventListener('compositionend', listener);
}
