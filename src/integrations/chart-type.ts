import type { FontMetrics } from '../lib/font.ts';

/** A face of the charts: its letters come in several files, each with a family name of its own. */
export interface ChartFace {
  /** The name by which the drawing asks for it. */
  family: string;
  files: readonly { family: string; metrics: FontMetrics }[];
}

const TEXT =
  /<text x="([^"]+)" y="([^"]+)" font-family="([^"]+)" font-size="([^"]+)"([^>]*)>([^<]*)<\/text>/g;

/**
 * Sets the words of a drawing: each letter in the file that has it. The drawing library takes all of
 * a text from one file, and shows a box or nothing for what another file has.
 */
export function setType(svg: string, faces: readonly ChartFace[]): string {
  return svg.replace(
    TEXT,
    (whole, x: string, y: string, family: string, size: string, look: string, words: string) => {
      const face = faces.find((known) => known.family === family);
      const runs = face ? runsOf(words, face) : [];
      if (runs.length < 2) return whole;
      const scale = Number(size);
      const width = runs.reduce((sum, run) => sum + run.width * scale, 0);
      const [, anchor] = / text-anchor="(\w+)"/.exec(look) ?? [];
      let at = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      return runs
        .map((run) => {
          const text = `<text x="${at.toFixed(2)}" y="${y}" font-family="${run.family}" font-size="${size}"${look.replace(/ text-anchor="\w+"/, '')} xml:space="preserve">${run.words}</text>`;
          at += run.width * scale;
          return text;
        })
        .join('');
    },
  );
}

interface Run {
  family: string;
  words: string;
  /** In ems. */
  width: number;
}

/** Words cut where the file changes; a letter that no file has stays with the first. */
function runsOf(words: string, { files }: ChartFace): Run[] {
  const runs: Run[] = [];
  for (const [, piece = ''] of words.normalize('NFC').matchAll(/(&[a-z]+;|.)/gsu)) {
    const letter = ENTITIES[piece] ?? piece;
    const file = files.find(({ metrics }) => metrics.advance(letter) !== undefined) ?? files[0];
    if (!file) return [];
    const width = file.metrics.advance(letter) ?? 0.5;
    const last = runs.at(-1);
    if (last?.family === file.family) {
      last.words += piece;
      last.width += width;
    } else {
      runs.push({ family: file.family, words: piece, width });
    }
  }
  return runs;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};
