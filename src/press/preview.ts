import type { AstroIntegration } from 'astro';

/**
 * Tells the pages whether they are a live preview: then they read the content anew for every request,
 * drafts and future entries with it. Only `astro dev` is one; a build has drafts only when its command
 * was told so. (`import.meta.env.DEV` is true in a build as well where the environment says
 * `NODE_ENV=development` or `DEV=1`, and a build must never publish a draft for that.)
 */
export function preview(): AstroIntegration {
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const define = { 'import.meta.env.SITE_PREVIEW': JSON.stringify(command === 'dev') };
        updateConfig({ vite: { define } });
      },
    },
  };
}
