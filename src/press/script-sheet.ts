import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../ui/styles/scripts/', import.meta.url);

/** Scripts whose faces and habits have a sheet of their own, by their codes (ISO 15924); languages, by theirs. */
const SHEETS: Readonly<Record<string, string>> = {
  Hans: 'hans',
  Hant: 'hant',
  Jpan: 'jpan',
  Kore: 'kore',
  Arab: 'arab',
  Hebr: 'rtl',
  da: 'compounds',
  de: 'compounds',
  en: 'en',
  fi: 'compounds',
  hu: 'compounds',
  nb: 'compounds',
  nl: 'compounds',
  sv: 'compounds',
};

/** The sheet of a locale: of its script, of its language, or that of Latin letters. */
export function scriptSheet(locale: string): string {
  const { language, script = '' } = new Intl.Locale(locale).maximize();
  return fileURLToPath(new URL(`${SHEETS[script] ?? SHEETS[language] ?? 'latn'}.css`, FOLDER));
}
