import { voiceOf } from '../i18n/index.ts';
import { escapeXml } from '../lib/xml.ts';
import type { Archive } from '../record/archive.ts';

/** The longest name of a search engine in browsers' lists. */
const NAME = 16;

/** The search as browsers take it into their own field: OpenSearch 1.1 (https://github.com/dewitt/opensearch). */
export function openSearch({ site, routes }: Archive): string {
  const { t } = voiceOf(site);
  const name = [...site.name].slice(0, NAME).join('').trim();
  const address = (path: string) => escapeXml(routes.absolute(path));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(name)}</ShortName>`,
    `<Description>${escapeXml(t.descriptions.search)}</Description>`,
    `<Url type="text/html" template="${address(routes.search())}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${address(routes.openSearch())}"/>`,
    `<Image width="32" height="32" type="image/x-icon">${address(routes.file('favicon.ico'))}</Image>`,
    `<Language>${site.locale}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '</OpenSearchDescription>',
  ];
  return `${lines.join('\n')}\n`;
}
