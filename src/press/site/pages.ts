import { getEntry, render } from 'astro:content';
import * as runtime from 'astro/jsx-runtime';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { SIGNS } from '../../i18n/languages.ts';
import { isModule, type OwnPage } from '../../record/own-page.ts';
import { digestOf } from '../../views/page.ts';
import { currentSnapshot } from '../current.ts';

/** A page of the owner's, ready to be rendered. */
export interface RenderedPage {
  Content: AstroComponentFactory;
  headings: readonly { slug: string; text: string }[];
}

/** What the code of a page gives. */
interface PageCode {
  MDXContent(props: { components?: object }): unknown;
  getHeadings(): RenderedPage['headings'][number][];
}

/** The component of an owner's page: compiled with the templates where it is a module, else by itself. */
export async function renderPage({ id, file, body }: OwnPage): Promise<RenderedPage> {
  if (isModule(body)) {
    const entry = await getEntry('pages', id);
    if (!entry) throw new Error(`Astro has not compiled ${file}.`);
    return render(entry);
  }
  const { memo, archive } = await currentSnapshot();
  const code = await memo.later(digestOf(['page', body]), async () => {
    // what was compiled by an earlier build needs no compiler
    const { pageCode } = await import('../../markdown/own-pages.ts');
    return pageCode(body, file, { lang: archive.site.locale, signs: SIGNS });
  });
  const { MDXContent, getHeadings } = new Function('runtime', code)(runtime) as PageCode;
  const Content: (props: { components?: object }) => unknown = ({ components, ...props }) => {
    try {
      return MDXContent({ ...props, components: { Fragment: runtime.Fragment, ...components } });
    } catch (error) {
      throw mistake(
        file,
        error,
        Object.keys(props).filter((name) => name !== 'children'),
      );
    }
  };
  // the marks by which Astro knows the component of a page in MDX
  Object.assign(Content, { [Symbol.for('mdx-component')]: true });
  return { Content: Content as AstroComponentFactory, headings: getHeadings() };
}

/** What to say of a page whose expressions cannot be worked out. */
function mistake(file: string, error: unknown, props: readonly string[]): Error {
  const reason = error instanceof Error ? error.message : String(error);
  const text = `${file}: ${reason}\nNothing was built. What stands in braces is JavaScript; it may use ${props.map((name) => `props.${name}`).join(', ')}.`;
  return Object.assign(new Error(text, { cause: error }), { name: 'OwnersMistake' });
}
