import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../ui/styles/scripts/', import.meta.url);

/** Scripts whose faces and habits have a sheet of their own, by their codes (ISO 15924). */
const SHEETS: Readonly<Record<string, string>> = {
  Hans: 'hans',
  Hant: 'hant',
  Jpan: 'jpan',
  Kore: 'kore',
  Arab: 'arab',
  Hebr: 'rtl',
};

/** The sheet of the script that a locale is written in; that of Latin letters, which is empty, for others. */
export function scriptSheet(locale: string): string {
  const { script = '' } = new Intl.Locale(locale).maximize();
  return fileURLToPath(new URL(`${SHEETS[script] ?? 'latn'}.css`, FOLDER));
}
