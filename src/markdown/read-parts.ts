import type { Nodes } from 'hast';
import { parseHtml } from '../lib/html.ts';
import { walk } from '../lib/tree.ts';
import type { Instance, Part } from '../record/compiled.ts';
import { toParts } from './parts.ts';
import { INSTANCE } from './scope.ts';

/** The parts of HTML in which instances stand as tags that carry them, as code has written it. */
export function readParts(html: string): Part[] {
  const instances: Omit<Instance, 'children'>[] = [];
  const { children } = parseHtml(html);
  walk<Nodes>({ type: 'root', children }, (node) => {
    if (node.type !== 'element' || node.tagName !== INSTANCE) return;
    instances.push(JSON.parse(String(node.properties.dataInstance)));
    node.properties = { index: instances.length - 1 };
  });
  return toParts(children, instances);
}
