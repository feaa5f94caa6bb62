/** Buttons that copy an entry's permanent link and hand it on; each shows only where it can work. */
export function offerSharing(): void {
  const place = document.querySelector<HTMLElement>('.share');
  const [copy, share] = place?.querySelectorAll('button') ?? [];
  const status = place?.querySelector('[aria-live]');
  if (!place || !copy || !share || !status) return;
  const { href: url = location.href, title = '', done = '', failed = '' } = place.dataset;
  const say = (words: string) => {
    status.textContent = words;
    setTimeout(() => status.replaceChildren(), 5000);
  };
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(url).then(
      () => say(done),
      () => say(failed),
    );
  });
  // a reader who changes their mind has not failed
  share.addEventListener('click', () => navigator.share({ title, url }).catch(() => undefined));
  copy.hidden = !navigator.clipboard;
  share.hidden = !navigator.share;
  place.hidden = copy.hidden && share.hidden;
}
