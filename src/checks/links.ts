import { distance } from 'fastest-levenshtein';
import { plainPath } from '../lib/plain-path.ts';
import { slugify } from '../lib/slug.ts';
import { nearest, safeDecode } from '../lib/text.ts';
import { withinSite } from '../markdown/links.ts';
import { SHELL_IDS } from '../markdown/page-ids.ts';
import { type ArticleFile, articleId, articleLinked } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { addressKey } from './address-key.ts';
import { inMenu, placesOf } from './menu.ts';
import { type ContentModel, isUnsure, problemIn, stateOf, type Verdict } from './model.ts';
import { addressOf, type Claim, movedFor, pagesForReaders, routesOf } from './site-map.ts';

/** What links may lead to. */
interface Targets {
  model: ContentModel;
  byId: ReadonlyMap<string, ArticleFile>;
  /** Articles by their addresses, as {@link plainPath} has them; made as `moved` is. */
  byAddress(): ReadonlyMap<string, ArticleFile>;
  /** The addresses of pages that are out, by {@link addressKey}: hosts may confuse those of one key; made as `moved` is. */
  addresses(): ReadonlyMap<string, string>;
  /** What had another address before, by its key; made when it is asked for first. */
  moved(): ReadonlyMap<string, Claim>;
}

/** Fragments of every article's page, beside those of its text. */
const FIXED = ['cite', ...SHELL_IDS];

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Links within the site lead to something, and their fragments too. */
export function* checkLinks(model: ContentModel): Generator<Problem> {
  const targets: Targets = {
    model,
    byId: new Map(model.articles.map((article) => [article.id, article])),
    byAddress: once(
      () => new Map(model.articles.map((one) => [plainPath(addressOf(one, model)), one])),
    ),
    addresses: once(
      () => new Map(pagesForReaders(model).map((address) => [addressKey(address), address])),
    ),
    moved: once(() => movedFor(model)),
  };
  for (const article of model.articles) {
    for (const link of article.links) {
      const verdict = judge(link.target, article, targets);
      if (verdict) yield problemIn(article, link, verdict);
    }
  }
  for (const page of model.pages) {
    for (const link of page.links) {
      const target = withinSite(link.target, model.site.url) ?? '';
      // what an owner's page links to beside paths, Astro and its components know
      if (!/^(?:#|\/(?!\/))/.test(target)) continue;
      const verdict = target.startsWith('#')
        ? judgeAnchor(target, page, target)
        : judge(target, undefined, targets);
      if (verdict) yield problemIn(page, link, verdict);
    }
  }
  for (const { field, place } of placesOf(model.site)) {
    if (typeof place === 'string') continue;
    const { pathname: base } = new URL(model.site.url);
    const below = place.href.startsWith(base) ? place.href.slice(base.length - 1) : place.href;
    const target = withinSite(below, model.site.url) ?? '';
    const verdict = target.startsWith('/') ? judge(target, undefined, targets) : undefined;
    if (verdict) yield inMenu(field, verdict);
  }
}

/** @param from the article with the link; undefined for one of the owner's pages */
function judge(
  target: string,
  from: ArticleFile | undefined,
  { model, byId, byAddress, addresses, moved }: Targets,
): Verdict | undefined {
  if (target === '') {
    return { code: 'link-missing', message: 'The link has no address.', fix: 'Write one.' };
  }
  if (target === '#') {
    return {
      code: 'link-missing',
      severity: 'warning',
      message: 'The link "#" leads to the top of its own page.',
      fix: 'Write its address.',
    };
  }
  if (target.startsWith('#')) return from && judgeFragment(target, from, target);
  const path = target.startsWith('/') && !target.startsWith('//') ? target.slice(1) : undefined;
  const address = path ?? (from && articleLinked(target, from.file));
  if (address === undefined) return undefined;
  const [, name = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  const id = name.replace(/\/$/, '');
  const plain = plainPath(`/${name}`);
  const today = byId.get(id) ?? (path === undefined ? undefined : byAddress().get(plain));
  const old = today || path === undefined ? undefined : oldClaim(plain, moved());
  const linked = today ?? (old && byId.get(articleId(old.file)));
  const lacksSlash = (): Verdict => ({
    code: 'link-redirect',
    severity: 'warning',
    message: `The link "${target}" lacks the slash at the end of its path, which costs readers a redirect.`,
    fix: `Write "/${name}/${fragment}".`,
  });
  if (linked && path !== undefined && name !== '' && !name.endsWith('/')) return lacksSlash();
  if (linked) return judgeArticle(linked, from, model) ?? judgeFragment(fragment, linked, target);
  const broken = (what: string, fix = 'Correct the link.'): Verdict => ({
    code: 'link-broken',
    message: `There is no ${what} "${target}".`,
    fix,
  });
  const did = (meant: string | undefined) => meant && `Did you mean "${meant}"?`;
  if (path === undefined) {
    // Notion puts its own id behind a name
    const named = safeDecode(id.split('/').at(-1) ?? '').replace(/[ -][\da-f]{32}$/, '');
    const slug = slugify(named) || named;
    // of three letters or less, every name is near to some
    const alike = [...byId.keys()].filter((one) => {
      const name = one.split('/').at(-1) ?? '';
      return slug.length > 3 ? nearest(slug, [name], distance) !== undefined : name === slug;
    });
    const meant = nearest(id, alike, distance);
    return broken(
      'article',
      did(meant && `../${byId.get(meant)?.file.split('/').slice(2).join('/')}`),
    );
  }
  const found = addresses().get(addressKey(name));
  if (!found && old) return undefined;
  if (!found) {
    const wrong = moved().get(addressKey(name));
    const meant = wrong && byId.get(articleId(wrong.file));
    // to some hosts a capital is another letter
    if (meant) return broken('page', did(addressOf(meant, model)));
    return broken('page', did(nearest(`/${name}`, addresses().values(), distance)));
  }
  const page = (text: string) => plainPath(text).replace(/\/index\.html$/, '');
  if (page(`/${name}`) !== page(found)) return broken('page', did(found));
  const isFolder = /\/(?:index\.html)?$/.test(found) && !/(?:\/|index\.html)$/.test(name);
  return (
    judgePlace(found, fragment, target, from, model) ??
    (isFolder && name !== '' ? lacksSlash() : undefined)
  );
}

/** What had an address before, spelt as it was. */
function oldClaim(plain: string, moved: ReadonlyMap<string, Claim>): Claim | undefined {
  const old = moved.get(addressKey(plain));
  return old && plainPath(old.address) === plain ? old : undefined;
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
  const routes = routesOf(model);
  if (found === routes.glossary()) {
    const isThere = model.glossary.values.has(id);
    return isThere ? undefined : broken('term that the glossary does not have');
  }
  const [, part] = /^part-(\d+)$/.exec(id) ?? [];
  if (part !== undefined) {
    const isThere = !lacksPart(found, Number(part), from, model);
    return isThere ? undefined : broken('part that the storyline does not have');
  }
  const page = model.pages.find((own) => routes.page(own.id) === found);
  return page && judgeAnchor(fragment, page, target);
}

/** Whether an address is that of a storyline with fewer parts. */
function lacksPart(
  address: string,
  part: number,
  from: ArticleFile | undefined,
  model: ContentModel,
): boolean {
  const routes = routesOf(model);
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
  const say = (code: string, is: string, fix: string): Verdict => ({
    code,
    message: `The link leads to ${linked.file}, which ${is}.`,
    fix,
  });
  const hidden = (is: string) =>
    say('link-hidden', is, 'Remove the link until readers can see that article.');
  const own = from ? stateOf(from, model) : 'published';
  if (own !== 'published') return undefined;
  const severity = 'warning';
  switch (stateOf(linked, model)) {
    case 'draft':
      return hidden('is a draft');
    case 'future':
      return hidden('is not out yet');
    case 'expired':
      return { ...say('link-expired', 'has expired', 'Remove the link.'), severity };
    case 'withdrawn': {
      const fix = 'Say so in the text, or remove the link.';
      return { ...say('link-withdrawn', 'has been withdrawn', fix), severity };
    }
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
  if (!article.readable || FIXED.includes(id)) return undefined;
  const correction = /^correction-(\d+)$/.exec(id);
  if (correction && Number(correction[1]) <= (article.data.corrections?.length ?? 0)) return;
  return judgeAnchor(fragment, article, target);
}

/** @param anchors ids of the page; undefined while they are not known */
function judgeAnchor(
  fragment: string,
  { anchors, file }: { anchors?: readonly string[]; file: string },
  target: string,
): Verdict | undefined {
  const id = safeDecode(fragment.slice(1)).normalize('NFC');
  if (id === '' || !anchors || anchors.includes(id)) return undefined;
  const meant = nearest(id, anchors, distance);
  return {
    code: 'fragment-broken',
    message: `The link "${target}" leads to a place that ${file} does not have.`,
    fix: meant ? `Did you mean "#${meant}"?` : 'Correct what stands after the "#".',
  };
}
