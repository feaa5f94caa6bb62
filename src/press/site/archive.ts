import type { Archive } from '../../record/archive.ts';
import { currentSnapshot } from '../current.ts';

/** The record that pages show: of this build; in a preview, of the content as it was last saved. */
export async function getArchive(): Promise<Archive> {
  return (await currentSnapshot()).archive;
}
