import type { Element } from 'hast';
import { h } from 'hastscript';
import { createBundledHighlighter, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';

/*
 * Code is highlighted with classes, never inline styles: a theme whose "colours" are numbers tells
 * which class a token gets, and the stylesheet has the inks.
 */

const CLASSES: Record<string, string> = {
  '#000001': 'hl-k',
  '#000002': 'hl-s',
  '#000003': 'hl-c',
  '#000004': 'hl-n',
  '#000005': 'hl-f',
};

const theme: ThemeRegistrationRaw = {
  name: 'classes',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { scope: ['keyword', 'storage', 'entity.name.tag'], settings: { foreground: '#000001' } },
    { scope: ['string', 'markup.inline.raw'], settings: { foreground: '#000002' } },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: '#000003' } },
    { scope: ['constant', 'support.constant'], settings: { foreground: '#000004' } },
    { scope: ['entity.name.function', 'support.function'], settings: { foreground: '#000005' } },
  ],
};

const createHighlighter = createBundledHighlighter({
  langs: bundledLanguages,
  themes: {},
  engine: () => createJavaScriptRegexEngine({ forgiving: true }),
});

let highlighter: ReturnType<typeof createHighlighter> | undefined;

/** Whether a fence's language is one that can be highlighted. */
export function knowsLanguage(lang: string): lang is keyof typeof bundledLanguages {
  return Object.hasOwn(bundledLanguages, lang);
}

/**
 * A code block, its tokens marked with classes (`hl-k` keyword, `hl-s` string, `hl-c` comment,
 * `hl-n` constant, `hl-f` function).
 * @param lang the fence's language; an unknown or empty one gives plain text
 */
export async function highlight(code: string, lang: string): Promise<Element> {
  if (!knowsLanguage(lang)) return block([code], lang);
  highlighter ??= createHighlighter({ themes: [theme], langs: [] });
  const shiki = await highlighter;
  await shiki.loadLanguage(lang);
  // by default Shiki stops after half a second: a slow machine would build other pages than a fast one
  const { tokens } = shiki.codeToTokens(code, { lang, theme: 'classes', tokenizeTimeLimit: 0 });
  const children = tokens.flatMap((line, i) => [
    ...(i > 0 ? ['\n'] : []),
    ...line.map(({ content, color }) => {
      const name = CLASSES[color?.toLowerCase() ?? ''];
      return name === undefined ? content : h('span', { class: name }, content);
    }),
  ]);
  return block(children, lang);
}

function block(children: (string | Element)[], lang: string): Element {
  const code = h('code', lang === '' ? {} : { class: `language-${lang}` }, children);
  return h('pre', { tabindex: 0 }, code);
}
