import './mistakes.ts';

/* `npm run build`. What follows is loaded as it was compiled the last time. */

await import('./build-command.ts');
