import { defineCollection } from 'astro:content';
import editorSchema from 'virtual:editor-schema';
import { glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { listFiles } from './content/files.ts';
import { isArticleName } from './record/article-file.ts';
import { pageSchema } from './record/frontmatter.ts';

/** Tells editors, while `npm run dev` runs, which files have the fields of articles. */
const namesOfArticles: Loader = {
  name: 'names of articles',
  load({ store, watcher }) {
    const fill = (): void => {
      store.clear();
      for (const file of listFiles(process.cwd(), 'content/articles', '').filter(isArticleName)) {
        store.set({ id: file, data: {}, filePath: file });
      }
    };
    if (watcher) fill();
    else store.clear();
    watcher?.on('add', (path) => {
      if (isArticleName(path)) fill();
    });
    return Promise.resolve();
  },
};

const pages = glob({ base: 'content/pages', pattern: '*.mdx' });

/** Reads the owner's pages anew each time: Astro's store has fields as an older schema read them. */
const ownPages: Loader = {
  ...pages,
  load(context) {
    context.store.clear();
    return pages.load(context);
  },
};

// the site reads articles by `press/current.ts`, checked and with lines; this collection of them
// is for editors, which complete fields and ids by its schema
export const collections = {
  articles: defineCollection({
    loader: namesOfArticles,
    schema: z.custom<object>().meta(editorSchema),
  }),
  pages: defineCollection({
    loader: ownPages,
    schema: pageSchema,
  }),
};
