/**
 * Everything that XML 1.0 cannot carry (section 2.2), lone surrogates among it, what it discourages
 * (control characters, noncharacters), and U+FFFD, which stands where decoding lost a character.
 */
const UNSAFE =
  /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]|\p{Noncharacter_Code_Point}/gu;

/** What most texts consist of, all of it safe: looked through many times faster. */
const PLAIN = /^[\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc]*$/;

/** A text without the characters that would make an XML document unreadable. */
export function xmlSafe(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSAFE, '');
}

/** A text as the content or a quoted attribute of an XML or HTML element. */
export function escapeXml(text: string): string {
  const safe = xmlSafe(text);
  if (!/[&<>"]/.test(safe)) return safe;
  return safe
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Plain text as HTML: what looks like a tag or a character reference stays what it is. */
export function textAsHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
