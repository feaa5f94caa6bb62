import './mistakes.ts';
import site from '../publication/site.config.ts';
import { keepEditorFiles } from './editor-files.ts';
import { root } from './paths.ts';
import { refuseFlagsOfNpm } from './say.ts';

/* `npm run dev`: Astro's live preview, which takes the arguments as they are. */

refuseFlagsOfNpm(['port', 'host', 'open'], 'npm run dev -- [--port 8080] [--host] [--open]');
// else Astro leaves for the background when it believes that a program has started it
process.env.ASTRO_DEV_BACKGROUND = '0';
process.chdir(root);
keepEditorFiles(root, site);
process.argv.splice(2, 0, 'dev');
// in this process, so that signals and the exit code are Astro's own
await import(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url).href);
