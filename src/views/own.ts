import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import type { OwnPage } from '../record/own-page.ts';
import type { ListView } from './list.ts';
import { pageView } from './page.ts';

/**
 * A page of the owner's. Its text is MDX that may compute from anything, so its view does not tell
 * whether the page changed: it is rendered in every build.
 */
export function ownView({ id, title, description }: OwnPage, archive: Archive): ListView {
  const facts = { kind: 'own', path: archive.routes.page(id), headline: title, description };
  const { about } = voiceOf(archive.site).t.shell;
  return { ...pageView(facts, archive), header: { label: about, title, text: description } };
}
