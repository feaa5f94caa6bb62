import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { readParts } from '../../markdown/read-parts.ts';
import type { Compiled } from '../../record/compiled.ts';
import { INSTANCE_TAG } from '../../record/components.ts';
import StandIn from './StandIn.astro';

let container: Promise<AstroContainer> | undefined;

/** A text with what its code makes in place of the holes, for who wants its parts: the feeds. */
export async function runText(content: AstroComponentFactory, text: Compiled): Promise<Compiled> {
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) =>
    AstroContainer.create({ renderers }),
  );
  const html = await (await container).renderToString(content, {
    props: { components: { [INSTANCE_TAG]: StandIn } },
  });
  return { ...text, parts: readParts(html) };
}
