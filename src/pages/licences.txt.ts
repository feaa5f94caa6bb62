import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { currentSnapshot } from '../press/current.ts';

/* What is sent to readers and was made by others: their licences want to come along. */

const FONTS = import.meta.glob<string>('../publication/fonts/*.txt', {
  eager: true,
  import: 'default',
  query: '?raw',
});

export const GET: APIRoute = async () => {
  const { root } = await currentSnapshot();
  const search = readFileSync(join(root, 'node_modules/pagefind/LICENSE/LICENSE'), 'utf8');
  const parts = [
    `Search: Pagefind, https://pagefind.app/\n\n${search.trim()}\n`,
    ...Object.values(FONTS).map((text) => `Fonts\n\n${text.trim()}\n`),
  ];
  return new Response(parts.join('\n----\n\n'));
};
