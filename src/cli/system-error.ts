import { relative } from 'node:path';
import { root } from './paths.ts';

/** What a system says that people can mend, with what to do. */
const SENTENCES: Readonly<Record<string, (path: string) => string>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: (path) => `${path} lies on a disk that is read-only. Let this command write there.`,
  ENOSPC: (path) => `The disk is full: ${path} could not be written. Make room, and begin again.`,
  EDQUOT: (path) =>
    `The room that this user has on the disk is used up: ${path} could not be written. Make room, and begin again.`,
  EFBIG: (path) => `${path} would be larger than a file may be here. Raise that limit.`,
  EMFILE: () => 'This process may not open more files. Raise that limit: ulimit -n 4096',
  ENFILE: () => 'The system has too many open files. End other programs, and begin again.',
  ELOOP: (path) => `${path} is a link that leads back to itself. Remove it.`,
  ENAMETOOLONG: (path) => `The name ${path} is longer than the disk can have. Shorten it.`,
  ENOENT: (path) => `${path} is not there, and could not be made.`,
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  EISDIR: inTheWay,
  EXDEV: (path) =>
    `${path} lies on another disk than where it is to go. Put .cache into the project's own folder.`,
  EIO: (path) => `The disk cannot be read or written at ${path}. Look after the disk.`,
  EBUSY: held,
};

/**
 * What a system's error means for a person, in a sentence or two.
 * @returns undefined when it is no such error
 */
export function systemSentence(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const { path, dest, code } = error as NodeJS.ErrnoException & { dest?: string };
  const at = typeof path === 'string' ? named(path) : 'a file';
  // of a file that is missing, who asked for it knows more
  if (code === 'ENOENT' && error.syscall !== 'mkdir') return undefined;
  return SENTENCES[String(code)]?.(at + (dest === undefined ? '' : ` (for ${named(dest)})`));
}

/** A path of the project from its root, and another whole. */
function named(path: string): string {
  const inside = relative(root, path);
  return inside === '' || inside.startsWith('..') ? path : inside;
}

function denied(path: string): string {
  return process.platform === 'win32'
    ? held(path)
    : `${path} may not be read or written by this user. Give the right to it (chmod, chown), and begin again.`;
}

function held(path: string): string {
  return `${path} is held by the system or by another program. Close what has it open, and begin again.`;
}

function inTheWay(path: string): string {
  return `${path}: a file stands where a folder belongs, or a folder where a file does. Remove it; what lies in .cache is made again.`;
}
