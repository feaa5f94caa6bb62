import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ThemeRegistrationRaw } from 'shiki/core';
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

/** How much is highlighted follows from the code alone, never from how busy the machine is. */
const LIMITS = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 2000 };

/** Loaded with the first block of code: most articles have none. */
async function openHighlighter() {
  const { createBundledHighlighter } = await import('shiki/core');
  const { createJavaScriptRegexEngine } = await import('shiki/engine/javascript');
  const createHighlighter = createBundledHighlighter({
    langs: bundledLanguages,
    themes: {},
    engine: () => createJavaScriptRegexEngine({ forgiving: true }),
  });
  return createHighlighter({ themes: [theme], langs: [] });
}

let highlighter: ReturnType<typeof openHighlighter> | undefined;

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
  highlighter ??= openHighlighter();
  const shiki = await highlighter;
  await shiki.loadLanguage(lang);
  const { tokens } = shiki.codeToTokens(code, { lang, theme: 'classes', ...LIMITS });
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
