import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type { AstroIntegration } from 'astro';
import { Tinypool } from 'tinypool';
import type { Archive } from '../domain/archive.ts';
import type { Site } from '../domain/site.ts';
import { type CardContent, cardContent, digestOf, siteCardContent } from '../outputs/card.ts';
import type { Inks } from '../outputs/card-drawing.ts';
import paintCard, { type CardOrder } from './card-artist.ts';
import { type Artist, type DrawnFile, drawn } from './drawn.ts';
import { readInks } from './inks.ts';

type CardFile = DrawnFile & CardOrder;

/** Draws the social card of every visible article, and the publication's own. */
export function cards(site: Site): AstroIntegration {
  return drawn<CardFile>(site, {
    name: 'cards',
    list: listCards,
    open: (_root, count) => open(count),
  });
}

/** The cards that an archive calls for. */
export function listCards(archive: Archive, root: string): CardFile[] {
  const { site, routes } = archive;
  const inks = readInks(root);
  const drawnWith = drawingDigest(inks);
  const file = (card: CardContent, own: boolean, href: string): CardFile => ({
    card,
    site: own,
    inks,
    href,
    lasting: !own,
    key: `${digestOf(card)}.${own ? 'site.' : ''}${drawnWith}.png`,
  });
  const articles = archive.articles.map((article) => {
    const card = cardContent(article, site);
    return file(card, false, routes.card(article, digestOf(card)));
  });
  return [file(siteCardContent(site), true, routes.siteCard()), ...articles];
}

/** Below this many, starting threads takes longer than drawing. */
const FEW = 24;

function open(count: number): Artist<CardFile> {
  if (count < FEW) return { draw: paintCard, hands: 1 };
  const threads = availableParallelism();
  const pool = new Tinypool({
    filename: new URL('./card-artist.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    draw: ({ card, site, inks }) => pool.run({ card, site, inks } satisfies CardOrder),
    hands: threads,
    close: () => pool.destroy(),
  };
}

/** What every card follows from besides its words: colours, the drawing's code, its tools. */
function drawingDigest(inks: Inks): string {
  const require = createRequire(import.meta.url);
  const code = [
    '../outputs/card-drawing.ts',
    '../outputs/card-type.ts',
    './card-artist.ts',
    '../lib/png.ts',
  ];
  const tools = ['satori', '@resvg/resvg-js', '@fontsource/besley'];
  const hash = createHash('sha256').update(JSON.stringify(inks));
  for (const file of code) hash.update(readFileSync(new URL(file, import.meta.url)));
  for (const tool of tools) hash.update(readFileSync(require.resolve(`${tool}/package.json`)));
  return hash.digest('hex').slice(0, 10);
}
