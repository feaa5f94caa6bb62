import { Routes } from '../domain/routes.ts';
import type { Site } from '../domain/site.ts';
import type { CompileOptions } from '../markdown/scope.ts';
import { stringsFor } from '../strings/index.ts';

/** What compiling an article depends on in a publication. */
export function compileOptions(site: Site): CompileOptions {
  const routes = new Routes(site.url);
  return {
    url: site.url,
    base: routes.base,
    glossary: routes.glossary(),
    labels: stringsFor(site.locale).compiled,
    code: site.articles.code,
  };
}
