/** The rooms of the code and what each may import from. `src/README.md` shows this table. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  record: ['lib'],
  domain: ['record'],
  i18n: ['lib', 'record'],
  markdown: ['lib', 'record'],
  checks: ['lib', 'record', 'markdown'],
  content: ['lib', 'record', 'i18n', 'markdown', 'checks'],
  outputs: ['lib', 'record', 'i18n', 'content'],
  views: ['lib', 'record', 'i18n', 'outputs'],
  press: ['lib', 'record', 'i18n', 'markdown', 'content', 'outputs', 'views'],
  ui: ['lib', 'record', 'i18n', 'outputs', 'views'],
  pages: ['lib', 'record', 'i18n', 'outputs', 'views', 'press', 'ui'],
  cli: ['lib', 'record', 'i18n', 'markdown', 'checks', 'content', 'outputs', 'press'],
};
