import { distance } from 'fastest-levenshtein';
import { SLUG, slugify } from '../lib/slug.ts';
import { nearest } from '../lib/text.ts';
import { SHELL_IDS } from '../markdown/page-ids.ts';
import type { Problem } from '../record/problem.ts';
import {
  type Collection,
  type ContentModel,
  isUnsure,
  type ModelCheck,
  problemAt,
  problemIn,
  type Verdict,
} from './model.ts';

type Kind = 'tags' | 'authors' | 'storylines' | 'glossary';

/** What an entry of each kind is called, and where it is written. */
const WORDS: Readonly<Record<Kind, { noun: string; place: (id: string) => string }>> = {
  tags: { noun: 'tag', place: () => 'content/tags.yaml' },
  authors: { noun: 'author', place: (id) => `content/authors/${id}.yaml` },
  storylines: { noun: 'storyline', place: (id) => `content/storylines/${id}.yaml` },
  glossary: { noun: 'glossary term', place: () => 'content/glossary.yaml' },
};

/** Tags that terms of the glossary name are there, and no term takes an id of its page. */
export const checkGlossary: ModelCheck = (model) =>
  [...model.glossary.values].flatMap(([id, { tags }]) => {
    const place = { severity: 'error', ...model.glossary.at(id) } as const;
    const problems = tags.flatMap((tag, i): Problem[] => {
      const verdict = verdictOnUnknown(model, 'tags', tag);
      return verdict ? [{ ...place, field: `tags[${i}]`, ...verdict }] : [];
    });
    if (!SHELL_IDS.includes(id)) return problems;
    return [
      ...problems,
      {
        ...place,
        field: id,
        code: 'id-taken',
        message: `The id "${id}" is one that every page uses itself.`,
        fix: `Use another, such as "${id}-term".`,
      },
    ];
  });

/** Tags, authors, storylines and terms that articles name are there. */
export const checkReferences: ModelCheck = (model) => {
  const unknown = (kind: Kind, id: string) => verdictOnUnknown(model, kind, id);
  return model.articles.flatMap((article): Problem[] => {
    const { tags = [], authors = [], storyline } = article.data;
    const fields: [field: string, kind: Kind, id: string][] = [
      ...tags.map((id, i): [string, Kind, string] => [`tags[${i}]`, 'tags', id]),
      ...authors.map((id, i): [string, Kind, string] => [`authors[${i}]`, 'authors', id]),
    ];
    if (storyline !== undefined) fields.push(['storyline', 'storylines', storyline]);
    return [
      ...fields.flatMap(([field, kind, id]) => {
        const verdict = unknown(kind, id);
        return verdict ? [problemAt(article, field, verdict)] : [];
      }),
      ...article.terms.flatMap((term) => {
        const verdict = unknown('glossary', term.target);
        return verdict ? [problemIn(article, term, { field: '<Term>', ...verdict })] : [];
      }),
    ];
  });
};

function verdictOnUnknown(model: ContentModel, kind: Kind, id: string): Verdict | undefined {
  const collection: Collection<unknown> = model[kind];
  if (collection.values.has(id) || collection.broken.has(id) || !collection.readable)
    return undefined;
  const { noun, place } = WORDS[kind];
  const open = kind === 'tags' && model.site.vocabulary === 'open';
  if (open && slugify(id) !== '') return undefined;
  const meant = nearest(id, collection.values.keys(), distance);
  return {
    code: `${kind === 'glossary' ? 'term' : noun}-unknown`,
    message: `There is no ${noun} "${id}".`,
    fix:
      meant === undefined
        ? `Add it to ${place(SLUG.test(id) ? id : 'id')}.`
        : `Did you mean "${meant}"?`,
  };
}

/** The author who signs articles that name none (`desk` of the site) is there. */
export const checkDesk: ModelCheck = ({ site, authors }) =>
  authors.values.has(site.desk) || authors.broken.has(site.desk)
    ? []
    : [
        {
          code: 'desk-missing',
          severity: 'error',
          file: `content/authors/${site.desk}.yaml`,
          line: 1,
          column: 1,
          field: '',
          message: `The desk "${site.desk}" of src/site.config.ts is not among the authors.`,
          fix: 'Add the file with "name: …".',
        },
      ];

/** Ids are parts of addresses, and entries that nobody names are pointed out. */
export const checkCollections: ModelCheck = (model) => {
  const used: Record<Kind, Set<string>> = {
    tags: new Set(model.articles.flatMap(({ data }) => data.tags ?? [])),
    authors: new Set([
      model.site.desk,
      ...model.articles.flatMap(({ data }) => data.authors ?? []),
    ]),
    storylines: new Set(model.articles.flatMap(({ data }) => data.storyline ?? [])),
    // the glossary is a page of its own: a term may stand there alone
    glossary: new Set(model.glossary.values.keys()),
  };
  const unsure: Record<Kind, boolean> = {
    tags: isUnsure(model, 'tags'),
    authors: isUnsure(model, 'authors'),
    storylines: isUnsure(model, 'storyline'),
    glossary: false,
  };
  const kinds: Kind[] = ['tags', 'authors', 'storylines', 'glossary'];
  return kinds.flatMap((kind) => {
    const { noun } = WORDS[kind];
    return [...model[kind].values.keys()].flatMap((id): Problem[] => {
      const place = { ...model[kind].at(id), field: id };
      if (!SLUG.test(id)) {
        return [
          {
            ...place,
            code: 'id-form',
            severity: 'error',
            message: `The id "${id}" cannot be part of an address.`,
            fix: `Use small letters, digits and hyphens${slugify(id) === '' ? '' : `, such as "${slugify(id)}"`}.`,
          },
        ];
      }
      if (unsure[kind] || used[kind].has(id)) return [];
      return [
        {
          ...place,
          code: `${noun}-unused`,
          severity: 'warning',
          message: `No article names the ${noun} "${id}".`,
          fix: 'Use it, or remove it.',
        },
      ];
    });
  });
};
