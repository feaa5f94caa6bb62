import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { SIGNS } from './src/i18n/languages.ts';
import { loaderWords, searchWords } from './src/i18n/search-words.ts';
import { pageProcessor } from './src/markdown/own-pages.ts';
import { facetsOf } from './src/outputs/search/names.ts';
import { byHand } from './src/press/by-hand.ts';
import { preview } from './src/press/preview.ts';
import { scriptSheet } from './src/press/script-sheet.ts';
import site from './src/publication/site.config.ts';
import { plateClass } from './src/ui/components/letters.ts';

const { origin, pathname } = new URL(site.url);
const root = fileURLToPath(new URL('.', import.meta.url)).replaceAll('\\', '/');
/** Whether a file was made of the others. */
const isMade = (path) =>
  ['.cache/', 'dist/', 'look/', 'portable/'].some((folder) =>
    path.replaceAll('\\', '/').startsWith(root + folder),
  );

const plates = new URL('src/ui/styles/plates/', import.meta.url);
const plateSheet = fileURLToPath(new URL(plateClass(site.name) ? 'long.css' : 'short.css', plates));

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
    processor: pageProcessor({ lang: site.locale, signs: SIGNS }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), preview(site), byHand(site)],
  vite: {
    // nothing is written into node_modules, which may be another's or read-only
    cacheDir: '.cache/vite',
    // what is made is not watched: a build beside the preview would fill its log
    server: { watch: { ignored: [isMade] } },
    // of languages and scripts, those of this publication alone: its search's words, its script's faces
    define: {
      SEARCH_WORDS: JSON.stringify(searchWords(site)),
      LOADER_WORDS: JSON.stringify(loaderWords(site)),
      SEARCH_FACETS: JSON.stringify(facetsOf(site.groups.map(({ id }) => id))),
    },
    resolve: { alias: { '#script': scriptSheet(site.locale), '#plate': plateSheet } },
    // the script of every page: see src/ui/client/page.ts
    worker: {
      format: 'es',
      rolldownOptions: { output: { entryFileNames: '_assets/[name].[hash].js' } },
    },
    build: {
      assetsInlineLimit: 0,
      // three years of browsers: light-dark() becomes what those before it know; layers and anchors stay
      cssTarget: ['chrome111', 'firefox115', 'safari16.4', 'ios16.4'],
      // Astro's own directive in compiled MDX
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  devToolbar: { enabled: false },
  // fields complete in the editor
  experimental: { contentIntellisense: true },
});
