/** Where something stands in a text: from a position up to another. */
interface Span {
  start: number;
  end: number;
}

/** A start tag of a page. */
export interface Tag extends Span {
  name: string;
  /** Its attributes that have a value, each with where that stands. */
  attributes: { name: string; value: Span }[];
}

/**
 * The start tags of a page as this project writes it out: values quoted by `"`, with no space around
 * `=`. What stands in a text, or in an attribute's value, is no tag.
 */
export function* tagsOf(html: string): Generator<Tag> {
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start + 1)) {
    const attributes: Tag['attributes'] = [];
    const space = html.indexOf(' ', start);
    let end = html.indexOf('>', start);
    const name = html.slice(start + 1, space >= 0 && space < end ? space : end);
    for (let at = space; at >= 0 && at < end; end = html.indexOf('>', at)) {
      const quote = html.indexOf('="', at);
      if (quote < 0 || quote > end) break;
      const close = html.indexOf('"', quote + 2);
      const key = html.slice(html.lastIndexOf(' ', quote) + 1, quote);
      attributes.push({ name: key, value: { start: quote + 2, end: close } });
      at = close + 1;
    }
    if (end < 0) return;
    yield { name, start, end: end + 1, attributes };
    start = end;
  }
}
