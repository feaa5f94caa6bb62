import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.com',
  // the packages are shared by all sites of the bench, the cache is not
  cacheDir: './.cache',
  integrations: [sitemap()],
});
