import type { Typeface } from '../../lib/type.ts';

const TEXT =
  /<text x="([^"]+)" y="([^"]+)" font-family="([^"]+)" font-size="([^"]+)" fill="([^"]+)"(?: text-anchor="(start|middle|end)")?>([^<]*)<\/text>/g;

/**
 * Sets the words of a drawing as outlines, so that whoever draws it needs no fonts.
 * @param faces by the names that the drawing gives them
 */
export function setType(svg: string, faces: ReadonlyMap<string, Typeface>): string {
  return svg.replace(TEXT, (whole, x, y, family, size, fill, anchor, words: string) => {
    const face = faces.get(family);
    if (!face) return whole;
    const text = words.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
    return face.draw(text, { x: Number(x), y: Number(y), size: Number(size), fill, anchor });
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};
