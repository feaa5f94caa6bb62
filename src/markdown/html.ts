import { distance } from 'fastest-levenshtein';
import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import { isDate, isYearOrMonth } from '../lib/dates.ts';
import { runsRightToLeft } from '../lib/direction.ts';
import { isLanguage, nearest } from '../lib/text.ts';
import { componentNames } from '../record/components.ts';
import { addressMistake } from '../record/web-address.ts';
import { judgeDetails } from './details.ts';
import { type JsxElement, literalProps } from './props.ts';
import type { Scope } from './scope.ts';

/** HTML that a writer may use, and which attributes: nothing that runs, loads or places. */
const HTML: Readonly<Record<string, readonly string[]>> = {
  span: [],
  abbr: [],
  cite: [],
  q: ['cite'],
  em: [],
  strong: [],
  sub: [],
  sup: [],
  del: ['cite', 'datetime'],
  ins: ['cite', 'datetime'],
  kbd: [],
  br: [],
  wbr: [],
  time: ['datetime'],
  details: ['open'],
  summary: [],
};
const GLOBAL_ATTRIBUTES = ['lang', 'dir', 'title'];

/** What the values of attributes must be. */
const VALUES: Readonly<
  Record<string, { fits: (text: string) => boolean; fix: string | ((text: string) => string) }>
> = {
  cite: {
    fits: (text) => /^\S+$/.test(text) && addressMistake(text) === undefined,
    fix: (text) =>
      (/^https?:\S+$/i.test(text) && addressMistake(text)?.fix) ||
      'Use an address that begins with https:// or http://.',
  },
  datetime: {
    fits: (text) => isDate(text) || isYearOrMonth(text),
    fix: 'Write it as 2018-08-24, 2018-08 or 2018.',
  },
  dir: {
    fits: (text) => ['ltr', 'rtl', 'auto'].includes(text),
    fix: 'Use "ltr", "rtl" or "auto".',
  },
  lang: { fits: isLanguage, fix: 'Use a language tag such as "en" or "zh-Hans".' },
};

/** What a writer writes in place of HTML that is not allowed. */
const INSTEAD: Readonly<Record<string, string>> = {
  ...each('p div section article main center', 'Remove it: an empty line parts paragraphs.'),
  ...each('h1 h2 h3 h4 h5 h6', 'Write "## Heading" on a line of its own.'),
  ...each('ul ol li', 'Write a line with "- " for each item.'),
  ...each('table thead tbody tr th td', 'Write rows with "|" between their cells.'),
  ...each('img picture', 'Write ![what it shows](file).'),
  ...each('figure figcaption', 'Use <Figure>.'),
  ...each('iframe video audio object embed', 'Use <Embed>, which links to it.'),
  ...each('code pre', 'Write it between backticks.'),
  ...each('script style link', 'Remove it: nothing of an article runs or is styled by it.'),
  a: 'Write [words](address).',
  b: 'Write **words**.',
  i: 'Write *words*.',
  u: 'Write *words*.',
  s: 'Write ~~words~~.',
  strike: 'Write ~~words~~.',
  blockquote: 'Begin its lines with "> ".',
  hr: 'Write "---" between two empty lines.',
  // components of other programs
  ...each('Image Img Picture', 'Write ![what it shows](file).'),
  ...each(
    'YouTube Youtube Vimeo Video Tweet Gist CodePen Iframe',
    'Use <Embed>, which links to it.',
  ),
  ...each(
    'Callout Admonition Alert Aside Tip Info Warning Caution Danger',
    'Use <Note title="…">.',
  ),
  ...each('Quote Blockquote', 'Use <PullQuote>, or begin its lines with "> ".'),
  ...each(
    'Tabs Tab TabItem CodeGroup Steps Step Card Cards',
    'Remove the tag; its words may stay.',
  ),
  Link: 'Write [words](address).',
};

/** Other tags of HTML: a writer who writes one means it. */
const REAL = new Set(
  'address area aside base bdi bdo big button canvas caption col colgroup data datalist dd dfn dialog dl dt fieldset font footer form head header hgroup html input label legend map mark math menu meta meter nav noscript optgroup option output progress rp rt ruby samp select slot small svg template textarea tfoot title track tt u var'.split(
    ' ',
  ),
);

function each(names: string, fix: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, fix]));
}

/** Whether HTML, or an article, has a tag of this name. */
export function isTagName(name: string): boolean {
  return (
    [HTML, INSTEAD].some((names) => Object.hasOwn(names, name)) ||
    componentNames().includes(name) ||
    REAL.has(name)
  );
}

/** What to write in place of a tag of HTML, if that is known. */
export function insteadOf(name: string): string | undefined {
  return Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
}

/** A tag of HTML; one that must not be there is a problem and leaves its children. */
export function renderHtml(
  name: string,
  node: JsxElement,
  children: ElementContent[],
  scope: Scope,
  parent?: Nodes,
): ElementContent[] {
  const allowed = Object.hasOwn(HTML, name) ? HTML[name] : undefined;
  if (allowed) {
    if (/^w?br$/.test(name) && children.length > 0) {
      scope.problem(node, {
        code: 'element-children',
        field: `<${name}>`,
        message: `<${name}> has text between its tags, which it would not show.`,
        fix: `Write <${name} /> in place of both tags.`,
      });
      return children;
    }
    if (name === 'details' || name === 'summary') judgeDetails(node, parent, scope);
    return [h(name, attributes(name, node, [...allowed, ...GLOBAL_ATTRIBUTES], scope), children)];
  }
  const instead = insteadOf(name);
  // the rows of a table are not told as well
  const around = parent && 'name' in parent && parent.name ? insteadOf(parent.name) : undefined;
  if (instead !== undefined && instead === around) return children;
  // names with a colon are those of Word
  const real =
    REAL.has(name) || name.includes(':') ? 'Remove the tag; its words may stay.' : undefined;
  const meant = nearest(name, [...componentNames(), ...Object.keys(HTML)], distance);
  scope.problem(node, {
    code: 'element-unknown',
    field: `<${name}>`,
    message: 'There is no component or allowed tag of this name.',
    fix: instead ?? real ?? (meant ? `Did you mean <${meant}>?` : `Use one of ${names()}.`),
  });
  return children;
}

function names(): string {
  return componentNames()
    .map((name) => `<${name}>`)
    .join(', ');
}

function attributes(
  name: string,
  node: JsxElement,
  allowed: readonly string[],
  scope: Scope,
): Properties {
  const given = literalProps(name, node, scope) ?? {};
  const properties: Properties = {};
  for (const [key, value] of Object.entries(given)) {
    const text = typeof value === 'string' || value === true;
    if (allowed.includes(key) && text) {
      const rule = VALUES[key];
      if (rule && !rule.fits(String(value))) {
        scope.problem(node, {
          code: 'attribute-wrong',
          field: `<${name} ${key}>`,
          message: `The value "${value}" does not fit the attribute "${key}".`,
          fix: typeof rule.fix === 'string' ? rule.fix : rule.fix(String(value)),
        });
      } else properties[key] = value;
      continue;
    }
    const own = componentNames().find((one) => one.toLowerCase() === name);
    const meant = nearest(key, allowed, distance);
    scope.problem(node, {
      code: 'attribute-unknown',
      field: `<${name} ${key}>`,
      message: `The attribute "${key}" is not allowed on <${name}>.`,
      fix: own
        ? `Did you mean <${own}>?`
        : meant && meant !== key
          ? `Did you mean "${meant}"?`
          : 'Remove it.',
    });
  }
  const { lang, dir } = properties;
  // words that run the other way keep their marks on the right side
  if (typeof lang === 'string' && dir === undefined) {
    const isRightToLeft = runsRightToLeft(lang);
    if (isRightToLeft !== runsRightToLeft(scope.options.lang))
      properties.dir = isRightToLeft ? 'rtl' : 'ltr';
  }
  return properties;
}
