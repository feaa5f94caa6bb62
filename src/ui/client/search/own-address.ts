import type { Destination } from './destinations.ts';

/** Looks like an address or a path, and like nothing else that is searched for. */
const ADDRESS = /^(?:https?:\/\/|\/|www\.)\S+$/i;

/**
 * The page at an address of this site that a reader pasted: today's or an old one, which the site redirects.
 * @returns nothing for words, for addresses elsewhere and where nothing is
 */
export async function pageAt(text: string, base: string): Promise<Destination | undefined> {
  const url = ownUrl(text.trim(), base);
  if (!url) return undefined;
  const page = await fetchPage(url.pathname + url.search);
  const title = page?.response?.querySelector('h1')?.textContent?.trim();
  if (!page || !title) return undefined;
  const kind = page.response?.body.className === 'article' ? 'entry' : 'page';
  const { pathname } = new URL(page.responseURL);
  return { kind, name: title, href: pathname + url.hash, text: '' };
}

function ownUrl(text: string, base: string): URL | undefined {
  if (!ADDRESS.test(text)) return undefined;
  const url = parse(text.replace(/^www\./i, 'https://$&'));
  const canonical = document.querySelector<HTMLMetaElement>('[property="og:url"]')?.content;
  const hosts = [location.host, canonical && new URL(canonical).host];
  const isOwn = url && hosts.includes(url.host) && url.pathname.startsWith(base);
  return isOwn && url.pathname !== location.pathname ? url : undefined;
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address, location.origin);
  } catch {
    return undefined;
  }
}

/** A page of this site; XMLHttpRequest reads one without a sink that Trusted Types forbid. */
function fetchPage(
  path: string,
): Promise<(XMLHttpRequest & { response: Document | null }) | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    request.onload = () => resolve(request.status === 200 ? request : undefined);
    request.onerror = () => resolve(undefined);
    request.send();
  });
}
