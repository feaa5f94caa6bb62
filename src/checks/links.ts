import { distance } from 'fastest-levenshtein';
import { nearest } from '../lib/text.ts';
import { articleOf, safeDecode, withinSite } from '../markdown/links.ts';
import { SHELL_IDS } from '../markdown/page-ids.ts';
import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { Routes } from '../record/routes.ts';
import type { Reference } from '../record/text.ts';
import {
  type ContentModel,
  isUnsure,
  type ModelCheck,
  problemIn,
  stateOf,
  type Verdict,
} from './model.ts';
import { addressKey, GLOSSARY, pagesForReaders } from './site-map.ts';

/** The addresses of pages that are out, by {@link addressKey}: hosts may confuse those of one key. */
type Addresses = ReadonlyMap<string, string>;

/** Fragments of every article's page, beside those of its text. */
const FIXED = ['cite', ...SHELL_IDS];

/** Routes without the base path. */
const routes = new Routes('https://site.invalid/');

/** Links within the site lead to something, and their fragments too. */
export const checkLinks: ModelCheck = (model) => {
  const byId = new Map(model.articles.map((article) => [article.id, article]));
  const addresses = new Map(
    pagesForReaders(model).map((address) => [addressKey(address), address]),
  );
  const ofArticles = model.articles.flatMap((article) =>
    article.links.flatMap((link): Problem[] => {
      const verdict = judge(link, article, model, byId, addresses);
      return verdict ? [problemIn(article, link, verdict)] : [];
    }),
  );
  // what an owner's page links to beside paths, Astro and its components know
  const ofPages = model.pages.flatMap((page) =>
    page.links.flatMap((link): Problem[] => {
      const target = withinSite(link.target, model.site.url) ?? '';
      if (!/^(?:#|\/(?!\/))/.test(target)) return [];
      const verdict = target.startsWith('#')
        ? judgeAnchor(target, page.anchors, page.file, target)
        : judge({ ...link, target }, undefined, model, byId, addresses);
      return verdict ? [problemIn(page, link, verdict)] : [];
    }),
  );
  return [...ofArticles, ...ofPages];
};

function judge(
  { target }: Reference,
  from: ArticleFile | undefined,
  model: ContentModel,
  byId: ReadonlyMap<string, ArticleFile>,
  addresses: Addresses,
): Verdict | undefined {
  if (target === '') {
    return { code: 'link-missing', message: 'The link has no address.', fix: 'Write one.' };
  }
  if (target.startsWith('#')) return from && judgeFragment(target, from, target);
  const path = target.startsWith('/') && !target.startsWith('//') ? target.slice(1) : undefined;
  const address = path ?? (from && articleOf(target, from.file));
  if (address === undefined) return undefined;
  const [, name = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  const id = name.replace(/\/$/, '');
  const linked = byId.get(id);
  if (linked) return judgeArticle(linked, from, model) ?? judgeFragment(fragment, linked, target);
  if (path === undefined) {
    const meant = nearest(id, byId.keys(), distance);
    return {
      code: 'link-broken',
      message: `There is no article "${target}".`,
      fix: meant ? `Did you mean "content/articles/${meant}.mdx"?` : 'Correct the link.',
    };
  }
  const found = addresses.get(addressKey(name)) ?? '';
  return (
    judgePath(name, found, target, addresses) ?? judgePlace(found, fragment, target, from, model)
  );
}

/**
 * A path of the site that is no article's own.
 * @param found the page's address; empty when there is none
 */
function judgePath(
  name: string,
  found: string,
  target: string,
  addresses: Addresses,
): Verdict | undefined {
  const say = (fix: string): Verdict => ({
    code: 'link-broken',
    message: `There is no page "${target}".`,
    fix,
  });
  if (found === '') {
    const meant = nearest(`/${name}`, addresses.values(), distance);
    return say(meant ? `Did you mean "${meant}"?` : 'Correct the link.');
  }
  // to some hosts a capital is another letter
  const plain = (path: string) => safeDecode(path).replace(/^\/+|\/+$|(?<=\/)index\.html$/g, '');
  return plain(name).normalize('NFC') === plain(found).normalize('NFC')
    ? undefined
    : say(`Did you mean "${found}"?`);
}

/** A fragment of a page, where its ids are known before it is built. */
function judgePlace(
  found: string,
  fragment: string,
  target: string,
  from: ArticleFile | undefined,
  model: ContentModel,
): Verdict | undefined {
  const id = safeDecode(fragment.slice(1));
  if (id === '') return undefined;
  const broken = (what: string): Verdict => ({
    code: 'fragment-broken',
    message: `The link "${target}" leads to a ${what}.`,
    fix: 'Correct what stands after the "#".',
  });
  if (found === GLOSSARY) {
    return model.glossary.values.has(id)
      ? undefined
      : broken('term that the glossary does not have');
  }
  const [, part] = /^part-(\d+)$/.exec(id) ?? [];
  if (part !== undefined) {
    return lacksPart(found, Number(part), from, model)
      ? broken('part that the storyline does not have')
      : undefined;
  }
  const page = model.pages.find((own) => routes.page(own.id) === found);
  return page && judgeAnchor(fragment, page.anchors, page.file, target);
}

/** Whether an address is that of a storyline with fewer parts. */
function lacksPart(
  address: string,
  part: number,
  from: ArticleFile | undefined,
  model: ContentModel,
): boolean {
  const ids = [...model.storylines.values.keys()];
  const storyline = ids.find((id) => routes.storyline(id) === address);
  if (storyline === undefined || isUnsure(model, 'storyline')) return false;
  // what is not out yet may link to a part that is not out yet
  const own = from ? stateOf(from, model) : 'published';
  const parts = model.articles.filter(
    (article) =>
      article.data.storyline === storyline &&
      (own !== 'published' || (stateOf(article, model) ?? 'published') === 'published'),
  );
  return part < 1 || part > parts.length;
}

function judgeArticle(
  linked: ArticleFile,
  from: ArticleFile | undefined,
  model: ContentModel,
): Verdict | undefined {
  const state = stateOf(linked, model);
  const own = from ? stateOf(from, model) : 'published';
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

function judgeFragment(
  fragment: string,
  article: ArticleFile,
  target: string,
): Verdict | undefined {
  const id = safeDecode(fragment.slice(1));
  if (!article.readable || FIXED.includes(id)) return;
  const correction = /^correction-(\d+)$/.exec(id);
  if (correction && Number(correction[1]) <= (article.data.corrections?.length ?? 0)) return;
  return judgeAnchor(fragment, article.anchors, article.file, target);
}

/** @param anchors ids of the page; undefined while nobody knows them */
function judgeAnchor(
  fragment: string,
  anchors: readonly string[] | undefined,
  file: string,
  target: string,
): Verdict | undefined {
  const id = safeDecode(fragment.slice(1));
  if (id === '' || !anchors || anchors.includes(id)) return undefined;
  const meant = nearest(id, anchors, distance);
  return {
    code: 'fragment-broken',
    message: `The link "${target}" leads to a place that ${file} does not have.`,
    fix: meant ? `Did you mean "#${meant}"?` : 'Correct what stands after the "#".',
  };
}
