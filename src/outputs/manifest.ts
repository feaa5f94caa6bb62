import type { Archive } from '../record/archive.ts';

/** The web app manifest (https://www.w3.org/TR/appmanifest/): a name, icons and the paper's colour. */
export function manifest({ site, routes, palette: { paper } }: Archive) {
  return {
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: site.locale,
    start_url: routes.home(),
    scope: routes.home(),
    display: 'minimal-ui',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [
      { src: routes.file('mark.svg'), type: 'image/svg+xml', sizes: 'any' },
      { src: routes.file('icon-192.png'), type: 'image/png', sizes: '192x192' },
      { src: routes.file('icon-512.png'), type: 'image/png', sizes: '512x512' },
      // the mark fills its square, and what matters of it stands within the middle four fifths
      {
        src: routes.file('icon-512.png'),
        type: 'image/png',
        sizes: '512x512',
        purpose: 'maskable',
      },
    ],
  };
}
