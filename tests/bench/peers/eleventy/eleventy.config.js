import { HtmlBasePlugin, IdAttributePlugin, InputPathToUrlTransformPlugin } from '@11ty/eleventy';
import navigation from '@11ty/eleventy-navigation';
import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import footnote from 'markdown-it-footnote';

/*
 * As eleventy-base-blog 9 sets it up, without what these articles have no use for (pictures, code,
 * drafts, scripts), and with footnotes, which they have.
 */

/** @param {import('@11ty/eleventy').UserConfig} config */
export default function (config) {
  config.addBundle('css', { toFileDirectory: 'dist', bundleHtmlContentFromSelector: 'style' });
  config.addPlugin(navigation);
  config.addPlugin(HtmlBasePlugin);
  config.addPlugin(InputPathToUrlTransformPlugin);
  config.addPlugin(IdAttributePlugin);
  config.addPlugin(feedPlugin, {
    type: 'atom',
    outputPath: '/feed/feed.xml',
    collection: { name: 'posts', limit: 10 },
    metadata: {
      language: 'en',
      title: 'A record',
      subtitle: 'Articles in order.',
      base: 'https://example.com/',
      author: { name: 'The desk' },
    },
  });
  config.amendLibrary('md', (markdown) => markdown.use(footnote));
  config.addFilter('readableDate', (date) =>
    date.toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' }),
  );
  config.addFilter('htmlDateString', (date) => date.toISOString().slice(0, 10));
  config.addFilter('head', (list, n) => (n < 0 ? list.slice(n) : list.slice(0, n)));
  config.addFilter('getKeys', (object) => Object.keys(object));
  config.addFilter('filterTagList', (tags) =>
    (tags ?? []).filter((tag) => !['all', 'posts'].includes(tag)),
  );
}

export const config = {
  templateFormats: ['md', 'njk'],
  markdownTemplateEngine: 'njk',
  dir: { input: 'content', includes: '../_includes', data: '../_data', output: '_site' },
};
