import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Inks, inksOf } from '../record/inks.ts';

/**
 * The publication's inks, from its design tokens.
 * @throws Error with a sentence when one of them is not there
 */
export function readInks(root: string): Inks {
  return inksOf(readFileSync(join(root, 'src/ui/styles/tokens.css'), 'utf8'));
}
