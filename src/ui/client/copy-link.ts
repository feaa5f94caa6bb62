/** A button that copies its entry's permanent link; it shows only where that can work. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !navigator.clipboard) return;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(this.dataset.href ?? location.href);
      button.textContent = this.dataset.done ?? '';
    });
    this.hidden = false;
  }
}

customElements.define('copy-link', CopyLink);
