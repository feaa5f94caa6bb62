import { type Compiled, everyPart } from './compiled.ts';
import type { Frontmatter } from './frontmatter.ts';

/** Everything that an article says to its readers in words and figures, a piece a line. */
export function allWords(
  { title, description, figure, keyFacts = [] }: Partial<Frontmatter>,
  { text, parts, notes }: Pick<Compiled, 'text' | 'parts' | 'notes'>,
): string {
  const pieces: unknown[] = [title, description, figure?.value, figure?.label];
  for (const { label, text: fact } of keyFacts) pieces.push(label, fact);
  pieces.push(text);
  for (const part of everyPart([...parts, ...notes.flatMap((note) => note.parts)])) {
    if (typeof part !== 'string') collect(part.props, pieces);
  }
  return pieces.filter((piece) => piece !== undefined && piece !== '').join('\n');
}

/** Texts and numbers of a component's props, however deep. */
function collect(value: unknown, pieces: unknown[]): void {
  if (typeof value === 'string' || typeof value === 'number') pieces.push(value);
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collect(inner, pieces);
  }
}
