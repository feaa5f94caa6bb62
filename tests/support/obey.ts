import { compareProblems, type Problem } from '../../src/record/problem.ts';
import { FIELDS } from './advice-fields.ts';
import { LINKS } from './advice-links.ts';
import { PASTED } from './advice-pasted.ts';
import { PROPS } from './advice-props.ts';
import { TAGS } from './advice-tags.ts';
import { TEXT } from './advice-text.ts';
import { YAML } from './advice-yaml.ts';
import { Copy } from './copy.ts';

const OF_TEXT = [...PASTED, ...TAGS, ...PROPS, ...TEXT, ...LINKS];

/** Problems that say themselves that all may stay as it is. */
const MAY_STAY =
  /Leave it so|leave it as code|The deploy (?:gives it one|enters it)|a name may stay|Use (?:it|them), or remove/;

/** Whether somebody who read a message would have to do something. */
export function asks(problem: Problem): boolean {
  return !MAY_STAY.test(problem.fix);
}

/** What to do first: what cannot be read hides what follows from it. */
export function firstOf(problems: readonly Problem[]): Problem | undefined {
  const sorted = problems.filter(asks).sort(compareProblems);
  return (
    sorted.find(({ code }) => code === 'mdx' || code.startsWith('yaml')) ??
    sorted.find(({ code }) => code === 'field-shape') ??
    sorted[0]
  );
}

/**
 * Does what a message says, by the letter.
 * @returns the file as it is then
 */
export function obey(text: string, problem: Problem): Copy {
  const said = `${problem.message} ${problem.fix}`;
  const errors: string[] = [];
  for (const [says, act] of /^\w/.test(problem.field)
    ? [...YAML, ...FIELDS, ...OF_TEXT]
    : [...OF_TEXT, ...YAML, ...FIELDS]) {
    const words = says.exec(said);
    if (!words) continue;
    try {
      const copy = new Copy(text, problem);
      act(copy, problem, ...words.slice(1));
      return copy;
    } catch (error) {
      errors.push(`${says}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(`Nobody knows how to obey "${said}"\n${errors.join('\n')}`);
}
