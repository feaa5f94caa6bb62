import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { compress } from './src/outputs/edge/compress.ts';
import { edge } from './src/outputs/edge/edge.ts';
import { cards } from './src/outputs/images/cards.ts';
import { charts } from './src/outputs/images/charts.ts';
import { icons } from './src/outputs/images/icons.ts';
import { pictures } from './src/outputs/images/pictures.ts';
import { search } from './src/outputs/search/search.ts';
import { moved } from './src/press/moved.ts';
import { preview } from './src/press/preview.ts';
import { problems } from './src/press/problems.ts';
import { withoutLeftOut } from './src/press/without.ts';
import site from './src/site.config.ts';

const { origin, pathname } = new URL(site.url);

export default defineConfig({
  site: origin,
  base: pathname,
  trailingSlash: 'always',
  compressHTML: true,
  cacheDir: './.cache/astro',
  // every style and script is a file: one constant Content-Security-Policy serves the site
  build: {
    inlineStylesheets: 'never',
    assets: '_assets',
    // a page is written while the next is rendered
    concurrency: 4,
  },
  prerenderConflictBehavior: 'error',
  markdown: {
    processor: unified({
      gfm: false,
      remarkPlugins: [remarkGfm],
    }),
    syntaxHighlight: false,
  },
  // what finishes the files stands last
  integrations: withoutLeftOut([
    mdx(),
    preview(),
    pictures(site),
    charts(site),
    cards(site),
    icons(site),
    search(site),
    problems(site),
    moved(site),
    edge(site),
    compress(),
  ]),
  vite: {
    build: {
      assetsInlineLimit: 0,
      // what the design uses (light-dark, layers, anchors) goes out as written
      cssTarget: ['chrome125', 'firefox128', 'safari18'],
      // Astro's own directive in compiled MDX
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  devToolbar: { enabled: false },
  // fields complete in the editor
  experimental: { contentIntellisense: true },
});
