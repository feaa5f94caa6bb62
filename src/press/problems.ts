import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../content/content.ts';
import { formatProblems } from '../record/problem.ts';
import type { Site } from '../record/site.ts';

/** How long a writer's editor may take to write several files, in milliseconds. */
const PAUSE = 100;

/**
 * Shows what is wrong with the content over the page of `npm run dev`, until it is mended. (The
 * terminal says the same: `src/content/collections.ts`.)
 */
export function problems(site: Site): AstroIntegration {
  return {
    name: 'problems',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const root = server.config.root;
        let shown = '';
        const look = async (): Promise<void> => {
          const { problems } = await checkContent(root, site, Date.now());
          const broken = problems.some(({ severity }) => severity === 'error');
          const text = broken ? formatProblems(problems) : '';
          if (text === '' && shown !== '') server.ws.send({ type: 'full-reload' });
          shown = text;
          show();
        };
        const show = (): void => {
          if (shown !== '') server.ws.send({ type: 'error', err: { message: shown, stack: '' } });
        };
        server.ws.on('connection', show);
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(join(root, 'content'))) return;
          clearTimeout(waiting);
          waiting = setTimeout(() => void look(), PAUSE);
        });
        void look();
      },
    },
  };
}
