/*
 * Ids that pages use themselves (a test compares them with the components): what writers name must
 * not take one of them.
 */

/** Of every page: the field in its masthead, its content. */
export const SHELL_IDS: readonly string[] = ['ask', 'main'];

/** Of an entry's page. */
export const ENTRY_IDS: readonly string[] = [
  'cite',
  'corrections',
  'filed-under',
  'kf',
  'line',
  'neighbours',
  'notes',
  'record',
  'record-h',
  'related',
  'sources',
];

/** Of an entry's page: those that are numbered or lettered. */
const COUNTED =
  /^(?:p\d+(?:-\d+)?|s\d+|fn(?:ref)?-\d+(?:-\d+)?|note-\d+|exhibit-[a-z]+(?:-c)?|correction-\d+)$/;

/** Whether an entry's page uses an id itself. */
export function isEntryId(id: string): boolean {
  return SHELL_IDS.includes(id) || ENTRY_IDS.includes(id) || COUNTED.test(id);
}
