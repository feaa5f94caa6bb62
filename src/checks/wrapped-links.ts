import type { Finding, Markdown } from './model.ts';
import { placeInBody } from './place.ts';

/** Addresses of others' counters, which lead on to the one in a field of theirs. */
const WRAPPED: readonly [address: RegExp, field: string][] = [
  [/^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?/, 'q'],
  [/^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?/, 'url'],
  [/^https?:\/\/(?:l|lm)\.(?:facebook|instagram)\.com\/(?:l\.php)?\?/, 'u'],
  [/^https?:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\/[^?]*\?/, 'url'],
  [/^https?:\/\/(?:www\.)?youtube\.com\/redirect\?/, 'q'],
];

/** Links as a document, a mail or a network hands them on, through a counter of its own. */
export function* checkWrappedLinks({ all, body }: Markdown): Generator<Finding> {
  for (const { url, position } of [...all('link'), ...all('definition')]) {
    const to = leadsTo(url);
    if (to === undefined) continue;
    const start = position?.start.offset ?? 0;
    const at = body.indexOf(url, start);
    const isWritten = at !== -1 && at < (position?.end.offset ?? 0);
    yield {
      code: 'link-wrapped',
      severity: 'warning',
      ...placeInBody(body, isWritten ? at : start),
      message: `The link leads through ${new URL(url).hostname}, which counts who follows it.`,
      fix: `Write "${to}".`,
      ...(isWritten && { repair: { old: url, new: to } }),
    };
  }
}

function leadsTo(url: string): string | undefined {
  for (const [address, field] of WRAPPED) {
    if (!address.test(url) || !URL.canParse(url)) continue;
    const to = new URL(url).searchParams.get(field) ?? '';
    // what Markdown could not have as it is stays as it was
    if (/^https?:\/\/[^\s()<>"]+$/.test(to) && URL.canParse(to)) return to;
  }
  return undefined;
}
