import { h } from 'hastscript';
import { type Archive, buildArchive } from '../../src/record/archive.ts';
import type { Article } from '../../src/record/article.ts';
import type { Text } from '../../src/record/text.ts';
import { random } from './corpus.ts';

/*
 * A record of any size that reads like the one that ships: each entry takes up the
 * matter of one that ships, its sentences shuffled, with invented
 * names between them, so that the vocabulary grows with the record as a real one does. The same
 * seed gives the same record.
 */

export interface Corpus {
  archive: Archive;
  text(article: Article): Text;
}

const SYLLABLES =
  'ba ko lin mar ven tor sal dri pex una shi gor tel mi ras ond quer jal fen wick'.split(' ');

/**
 * @param shipped the record whose sentences are used
 * @param size entries, spread evenly over the years of the shipped record
 */
export function corpus(
  shipped: Archive,
  text: (article: Article) => Text,
  size: number,
  seed = 7,
): Corpus {
  const next = random(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const models = shipped.articles;
  const sentences = new Map(
    models.map((article) => [
      article,
      text(article).paragraphs.flatMap((paragraph) => paragraph.text.split(/(?<=[.!?]) /)),
    ]),
  );
  const heads = models.flatMap((article) => text(article).headings.map((heading) => heading.text));
  /** An invented name; the later ones are rarer, as in any language. */
  const name = (): string => {
    const rank = Math.floor((size * 3) ** next());
    const local = random(rank);
    const word = Array.from(
      { length: 2 + (rank % 3) },
      () => SYLLABLES[Math.floor(local() * SYLLABLES.length)],
    ).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  /** A sentence of the model's matter, or now and then of another's. */
  const sentence = (model: Article): string => {
    const words = pick(sentences.get(next() < 0.85 ? model : pick(models)) ?? []).split(' ');
    if (next() < 0.35) words.splice(1 + Math.floor(next() * (words.length - 1)), 0, name());
    return words.join(' ');
  };
  const [first, last] = [models.at(-1), models[0]].map((article) => article?.pubDate.ms ?? 0);
  const step = ((last ?? 0) - (first ?? 0)) / size;
  const counts = new Map<string, number>();
  const texts = new Map<string, Text>();
  const articles = Array.from({ length: size }, (_, i): Article => {
    const model = pick(models);
    const ms = Math.floor(((first ?? 0) + i * step) / 86_400_000) * 86_400_000;
    const day = new Date(ms).toISOString().slice(0, 10);
    const year = day.slice(0, 4);
    const ordinal = (counts.get(year) ?? 0) + 1;
    counts.set(year, ordinal);
    const number = `${year.slice(2)}-${ordinal}`;
    const slug = `entry-${number}`;
    texts.set(
      number,
      compiled(
        () => sentence(model),
        () => pick(heads),
        next,
      ),
    );
    return {
      ...model,
      id: `${year}/${slug}`,
      number,
      key: number,
      year,
      slug,
      title: `${pick(models).title.split(' ').slice(0, 4).join(' ')} ${name()} ${pick(heads)}`,
      description: sentence(model),
      pubDate: { text: day, ms, hasTime: false, day },
      tags: [...new Set([...model.tags.slice(0, 2), ...pick(models).tags.slice(0, 2)])],
      digest: number,
    };
  });
  const archive = buildArchive(
    {
      articles,
      tags: shipped.tags,
      authors: shipped.authors,
      storylines: shipped.storylines,
      glossary: shipped.glossary,
    },
    shipped.site,
    shipped.now,
    shipped,
  );
  return {
    archive,
    text(article) {
      const found = texts.get(article.key);
      if (!found) throw new Error(`${article.key} is not of this corpus`);
      return found;
    },
  };
}

/** A text of about 480 words in three sections, as the shipped entries have on average. */
function compiled(sentence: () => string, head: () => string, next: () => number): Text {
  const headings: Text['headings'] = [];
  const paragraphs: Text['paragraphs'] = [];
  const tree: Text['tree'] = [];
  for (let n = 1; n <= 8; n += 1) {
    if (n % 3 === 0) {
      const text = head();
      headings.push({ depth: 2, id: `s${n}`, text, paragraph: n });
      tree.push(h('h2', { id: `s${n}` }, text));
    }
    const text = Array.from({ length: 3 + Math.floor(next() * 3) }, sentence).join(' ');
    paragraphs.push({ n, text, heading: headings.at(-1)?.id ?? '' });
    tree.push(h('p', { id: `p${n}` }, text));
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return {
    tree,
    headings,
    paragraphs,
    notes: [],
    exhibits: [],
    citations: [],
    terms: [],
    images: [],
    links: [],
    words: text.split(' ').length,
    text,
    problems: [],
  };
}
