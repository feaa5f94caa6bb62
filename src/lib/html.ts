import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';

/**
 * A piece of HTML as a tree. (`hast-util-from-html` also notes where each node stood, which takes as
 * long again.)
 */
export function parseHtml(html: string): Root {
  const root = fromParse5(parseFragment(html, { scriptingEnabled: false }));
  return root.type === 'root' ? root : { type: 'root', children: [] };
}
