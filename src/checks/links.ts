import { distance } from 'fastest-levenshtein';
import type { Reference } from '../domain/compiled.ts';
import type { Problem } from '../domain/problem.ts';
import { nearest } from '../lib/text.ts';
import { articleOf } from '../markdown/links.ts';
import {
  type Desk,
  type DeskCheck,
  problemIn,
  type Sheet,
  stateOf,
  type Verdict,
} from './sheet.ts';
import { addressKey, GLOSSARY, pagesForReaders } from './site-map.ts';

/** The addresses that a reader finds, by what is the same to a careless host. */
type Addresses = ReadonlyMap<string, string>;

/** Fragments of every article's page, beside those of its text. */
const FIXED = ['sources', 'notes', 'versions', 'cite', 'main'];

/** Links within the site lead to something, and their fragments too. */
export const checkLinks: DeskCheck = (desk) => {
  const byId = new Map(desk.sheets.map((sheet) => [sheet.id, sheet]));
  const addresses = new Map(pagesForReaders(desk).map((address) => [addressKey(address), address]));
  const ofArticles = desk.sheets.flatMap((sheet) =>
    sheet.links.flatMap((link): Problem[] => {
      const verdict = judge(link, sheet, desk, byId, addresses);
      return verdict ? [problemIn(sheet, link, verdict)] : [];
    }),
  );
  // what an owner's page links to beside paths, Astro and its components know
  const ofPages = desk.pages.flatMap((page) =>
    page.links.flatMap((link): Problem[] => {
      if (!/^\/(?!\/)/.test(link.target)) return [];
      const verdict = judge(link, undefined, desk, byId, addresses);
      return verdict ? [problemIn(page, link, verdict)] : [];
    }),
  );
  return [...ofArticles, ...ofPages];
};

function judge(
  { target }: Reference,
  sheet: Sheet | undefined,
  desk: Desk,
  byId: ReadonlyMap<string, Sheet>,
  addresses: Addresses,
): Verdict | undefined {
  if (target === '') {
    return { code: 'link-missing', message: 'The link has no address.', fix: 'Write one.' };
  }
  if (target.startsWith('#')) return sheet && judgeFragment(target, sheet, target);
  const path = target.startsWith('/') && !target.startsWith('//') ? target.slice(1) : undefined;
  const article = path ?? (sheet && articleOf(target, sheet.file));
  if (article === undefined) return undefined;
  const [, name = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(article) ?? [];
  const id = name.replace(/\/$/, '');
  const linked = byId.get(id);
  if (linked) return judgeArticle(linked, sheet, desk) ?? judgeFragment(fragment, linked, target);
  if (path === undefined) {
    const meant = nearest(id, byId.keys(), distance);
    return {
      code: 'link-broken',
      message: `There is no article "${target}".`,
      fix: meant ? `Did you mean "content/articles/${meant}.mdx"?` : 'Correct the link.',
    };
  }
  return judgePath(name, fragment, target, desk, addresses);
}

/** A path of the site that is no article's own. */
function judgePath(
  name: string,
  fragment: string,
  target: string,
  desk: Desk,
  addresses: Addresses,
): Verdict | undefined {
  const found = addresses.get(addressKey(name));
  const say = (fix: string): Verdict => ({
    code: 'link-broken',
    message: `There is no page "${target}".`,
    fix,
  });
  if (found === undefined) {
    const meant = nearest(`/${name}`, addresses.values(), distance);
    return say(meant ? `Did you mean "${meant}"?` : 'Correct the link.');
  }
  // to some hosts a capital is another letter
  const plain = (path: string) => safeDecode(path).replace(/^\/+|\/+$|(?<=\/)index\.html$/g, '');
  if (plain(name).normalize('NFC') !== plain(found).normalize('NFC')) {
    return say(`Did you mean "${found}"?`);
  }
  const term = safeDecode(fragment.slice(1));
  if (found !== GLOSSARY || term === '' || desk.glossary.values.has(term)) return undefined;
  return {
    code: 'fragment-broken',
    message: `The link "${target}" leads to a term that the glossary does not have.`,
    fix: 'Correct what stands after the "#".',
  };
}

function judgeArticle(linked: Sheet, from: Sheet | undefined, desk: Desk): Verdict | undefined {
  const state = stateOf(linked, desk);
  const own = from ? stateOf(from, desk) : 'published';
  if (own !== 'published' || state === undefined) return undefined;
  switch (state) {
    case 'draft':
    case 'future':
      return {
        code: 'link-hidden',
        message: `The link leads to ${linked.file}, which is ${state === 'draft' ? 'a draft' : 'not out yet'}.`,
        fix: 'Remove the link until readers can see that article.',
      };
    case 'expired':
      return {
        code: 'link-expired',
        severity: 'warning',
        message: `The link leads to ${linked.file}, which has expired.`,
        fix: 'Remove the link.',
      };
    case 'withdrawn':
      return {
        code: 'link-withdrawn',
        severity: 'warning',
        message: `The link leads to ${linked.file}, which has been withdrawn.`,
        fix: 'Say so in the text, or remove the link.',
      };
    default:
      return undefined;
  }
}

function judgeFragment(fragment: string, sheet: Sheet, target: string): Verdict | undefined {
  const id = safeDecode(fragment.slice(1));
  if (id === '' || !sheet.readable || sheet.anchors.includes(id) || FIXED.includes(id)) return;
  const correction = /^correction-(\d+)$/.exec(id);
  if (correction && Number(correction[1]) <= (sheet.data.corrections?.length ?? 0)) return;
  const meant = nearest(id, sheet.anchors, distance);
  return {
    code: 'fragment-broken',
    message: `The link "${target}" leads to a place that ${sheet.file} does not have.`,
    fix: meant ? `Did you mean "#${meant}"?` : 'Correct what stands after the "#".',
  };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
