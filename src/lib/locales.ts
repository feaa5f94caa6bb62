/** Of a few locales, which every text asks for. */
const known = new Map<string, string[]>();

/**
 * Tags under which what a locale wants may be kept, the best first: of its region, of its script, of its
 * language alone.
 * @example tagsFor('zh-TW') // ['zh-TW', 'zh-Hant', 'zh']
 */
export function tagsFor(locale: string): string[] {
  const made = known.get(locale);
  if (made) return made;
  const { language, script, region } = new Intl.Locale(locale).maximize();
  const tags = [`${language}-${region}`, `${language}-${script}`, language];
  known.set(locale, tags);
  return tags;
}

/** What is kept for a locale under the best of its tags. */
export function bestFor<Value>(
  locale: string,
  kept: Readonly<Record<string, Value>>,
): Value | undefined {
  const tag = tagsFor(locale).find((tag) => Object.hasOwn(kept, tag));
  return tag === undefined ? undefined : kept[tag];
}
