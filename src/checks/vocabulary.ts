import { distance } from 'fastest-levenshtein';
import { isReserved, isSlug, RESERVED, slugify, topicSlug } from '../lib/slug.ts';
import { nearest } from '../lib/text.ts';
import { SHELL_IDS } from '../markdown/page-ids.ts';
import type { Problem } from '../record/problem.ts';
import {
  type Collection,
  type ContentModel,
  isUnsure,
  problemAt,
  problemIn,
  type Verdict,
} from './model.ts';

const KINDS = ['tags', 'authors', 'storylines', 'glossary'] as const;
type Kind = (typeof KINDS)[number];

/** What an entry of each kind is called, and where it is written. */
const WORDS: Readonly<Record<Kind, { noun: string; place: (id: string) => string }>> = {
  tags: { noun: 'tag', place: () => 'content/tags.yaml' },
  authors: { noun: 'author', place: (id) => `content/authors/${id}.yaml` },
  storylines: { noun: 'storyline', place: (id) => `content/storylines/${id}.yaml` },
  glossary: { noun: 'glossary term', place: () => 'content/glossary.yaml' },
};

/** Tags that terms of the glossary name are there, and no term takes an id of its page. */
export function* checkGlossary(model: ContentModel): Generator<Problem> {
  for (const [id, { tags }] of model.glossary.values) {
    const place = { severity: 'error', ...model.glossary.at(id) } as const;
    for (const [i, tag] of tags.entries()) {
      const verdict = verdictOnUnknown(model, 'tags', tag);
      if (verdict) yield { ...place, field: `tags[${i}]`, ...verdict };
    }
    if (!SHELL_IDS.includes(id)) continue;
    yield {
      ...place,
      field: id,
      code: 'id-taken',
      message: `The id "${id}" is one that every page uses itself.`,
      fix: `Use another, such as "${id}-term".`,
    };
  }
}

/** Tags, authors, storylines and terms that articles name are there. */
export function* checkReferences(model: ContentModel): Generator<Problem> {
  for (const article of model.articles) {
    const { tags = [], authors = [], storyline } = article.data;
    const named: [field: string, kind: Kind, id: string | undefined][] = [
      ...tags.map((id, i): [string, Kind, string] => [`tags[${i}]`, 'tags', id]),
      ...authors.map((id, i): [string, Kind, string] => [`authors[${i}]`, 'authors', id]),
      ['storyline', 'storylines', storyline],
    ];
    for (const [field, kind, id] of named) {
      const verdict = id === undefined ? undefined : verdictOnUnknown(model, kind, id);
      if (verdict) yield problemAt(article, field, verdict);
    }
    for (const term of article.terms) {
      const verdict = verdictOnUnknown(model, 'glossary', term.target);
      if (verdict) yield problemIn(article, term, { field: '<Term>', ...verdict });
    }
  }
}

function verdictOnUnknown(model: ContentModel, kind: Kind, id: string): Verdict | undefined {
  const { values, broken, readable }: Collection<unknown> = model[kind];
  if (values.has(id) || broken.has(id) || !readable) return undefined;
  const { noun } = WORDS[kind];
  const isOpen = kind === 'tags' && model.site.vocabulary === 'open';
  if (isOpen && isReserved(topicSlug(id))) {
    return { code: 'tag-unknown', message: `"${id}" ${RESERVED}.`, fix: 'Name the tag otherwise.' };
  }
  if (isOpen && topicSlug(id) !== '') return undefined;
  if (isOpen) {
    return {
      code: 'tag-unknown',
      message: `The tag "${id}" has neither a letter nor a digit, so its page can have no address.`,
      fix: 'Name it in words, or remove it.',
    };
  }
  const meant = namedBy(id, values) ?? nearest(id, values.keys(), distance);
  return {
    code: `${kind === 'glossary' ? 'term' : noun}-unknown`,
    message: `There is no ${noun} "${id}".`,
    fix: meant ? `Did you mean "${meant}"?` : (apart(id, values) ?? addition(kind, id)),
  };
}

/** Ids that were parted by a sign which parts nothing. */
function apart(id: string, values: ReadonlyMap<string, unknown>): string | undefined {
  const ids = id.split(/\s*[，、；;/|]\s*/);
  if (ids.length < 2 || !ids.every((one) => values.has(one))) return undefined;
  return `Write them apart: [${ids.join(', ')}].`;
}

/** How to name what is not there: what is no id cannot become one. */
function addition(kind: Kind, id: string): string {
  if (isSlug(id)) return `Add it to ${WORDS[kind].place(id)}.`;
  return `Name one of those in ${WORDS[kind].place('…')}, or add one there, with an id of small letters, digits and hyphens.`;
}

/** In an open vocabulary, tags whose pages would have one address are one tag: written as most often. */
export function* checkTags({ articles, site, tags }: ContentModel): Generator<Problem> {
  if (site.vocabulary !== 'open') return;
  const counts = new Map<string, Map<string, number>>();
  const count = (tag: string, times: number): void => {
    const forms = counts.get(topicSlug(tag)) ?? new Map<string, number>();
    counts.set(topicSlug(tag), forms.set(tag, (forms.get(tag) ?? 0) + times));
  };
  for (const id of tags.values.keys()) count(id, Number.POSITIVE_INFINITY);
  for (const { data } of articles) for (const tag of data.tags ?? []) count(tag, 1);
  for (const article of articles) {
    for (const [i, tag] of (article.data.tags ?? []).entries()) {
      const forms = counts.get(topicSlug(tag)) ?? new Map<string, number>();
      const [first = tag] = [...forms].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
      if (first === tag || topicSlug(tag) === '') continue;
      yield problemAt(article, `tags[${i}]`, {
        code: 'tag-form',
        message: `The tag "${tag}" would have the address of the tag "${first}".`,
        fix: `Write "${first}", as ${forms.get(first) === Number.POSITIVE_INFINITY ? 'content/tags.yaml has it' : 'most articles have it'}.`,
      });
    }
  }
}

/** The id of an entry whose name, or another name of it, was written in its place. */
function namedBy(written: string, values: ReadonlyMap<string, unknown>): string | undefined {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  for (const [id, value] of values) {
    const { name = '', synonyms = [] } = value as { name?: string; synonyms?: string[] };
    if ([name, ...synonyms].some((one) => plain(one) === plain(written))) return id;
  }
  return undefined;
}

/** The author who signs articles that name none (`desk` of the site) is there. */
export function* checkDesk({ site: { desk }, authors }: ContentModel): Generator<Problem> {
  if (authors.values.has(desk) || authors.broken.has(desk)) return;
  yield {
    code: 'desk-missing',
    severity: 'error',
    file: `content/authors/${desk}.yaml`,
    line: 1,
    column: 1,
    field: '',
    message: `The desk "${desk}" of src/publication/site.config.ts is not among the authors.`,
    fix: 'Add the file with "name: …".',
  };
}

/** Ids are parts of addresses, and entries that no article names are pointed out. */
export function* checkCollections(model: ContentModel): Generator<Problem> {
  const all = model.articles.map(({ data }) => data);
  const used: Record<Kind, Set<string>> = {
    tags: new Set(all.flatMap(({ tags = [] }) => tags)),
    authors: new Set([model.site.desk, ...all.flatMap(({ authors = [] }) => authors)]),
    storylines: new Set(all.flatMap(({ storyline = [] }) => storyline)),
    // the glossary is a page of its own: a term may stand there alone
    glossary: new Set(model.glossary.values.keys()),
  };
  for (const kind of KINDS) {
    const { noun } = WORDS[kind];
    const unused: string[] = [];
    const field = kind === 'storylines' ? 'storyline' : kind;
    const isSure = field !== 'glossary' && !isUnsure(model, field);
    for (const id of model[kind].values.keys()) {
      const place = { ...model[kind].at(id), field: id };
      if (!isSlug(id)) {
        yield {
          ...place,
          code: 'id-form',
          severity: 'error',
          message: `The id "${id}" cannot be part of an address.`,
          fix: `Use small letters, digits and hyphens${slugify(id) === '' ? '' : `, such as "${slugify(id)}"`}.`,
        };
      } else if (kind !== 'glossary' && isReserved(id)) {
        const message = `The id "${id}" ${RESERVED}.`;
        const fix = `Name it otherwise, such as "the-${id}".`;
        yield { ...place, code: 'id-form', severity: 'error', message, fix };
      } else if (isSure && !used[kind].has(id)) {
        unused.push(id);
      }
    }
    const [first, ...others] = unused;
    if (first === undefined) continue;
    yield {
      ...model[kind].at(first),
      field: first,
      code: `${noun}-unused`,
      severity: 'warning',
      message:
        others.length === 0
          ? `No article names the ${noun} "${first}".`
          : `No article names ${unused.length} ${kind}: ${unused.join(', ')}.`,
      fix: others.length === 0 ? 'Use it, or remove it.' : 'Use them, or remove them.',
    };
  }
}
