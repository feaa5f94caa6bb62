import type { Frontmatter } from './frontmatter.ts';
import { componentsOf, type Text } from './text.ts';

/** Everything that an article says to its readers in words and figures, a piece a line. */
export function allWords(
  { title, description, figure, keyFacts = [] }: Partial<Frontmatter>,
  { text, tree, notes }: Pick<Text, 'text' | 'tree' | 'notes'>,
): string {
  const pieces: unknown[] = [title, description, figure?.value, figure?.label];
  for (const { label, text: fact } of keyFacts) pieces.push(label, fact);
  pieces.push(text);
  for (const { name, props } of componentsOf([...tree, ...notes.flatMap((note) => note.tree)])) {
    // what stands in the place of an owner's component follows from its props
    collect(name === 'Own' ? props.props : props, pieces);
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
