import { createRequire } from 'node:module';
import { FURTHER_FONTS, lettersOf } from '../../content/drawn-fonts.ts';

const require = createRequire(import.meta.url);

/**
 * The font files that cards and charts are set in, TrueType or OpenType. A family goes by the name
 * that its files give it; a letter that it lacks is set in the first file here that has it.
 */
const FILES = [
  '@expo-google-fonts/besley/500Medium/Besley_500Medium.ttf',
  '@expo-google-fonts/besley/600SemiBold/Besley_600SemiBold.ttf',
  '@expo-google-fonts/besley/700Bold/Besley_700Bold.ttf',
  '@expo-google-fonts/newsreader/600SemiBold/Newsreader_600SemiBold.ttf',
  '@expo-google-fonts/newsreader/400Regular/Newsreader_400Regular.ttf',
];

/** The packages that the files come from. */
export const FONT_PACKAGES = ['@expo-google-fonts/besley', '@expo-google-fonts/newsreader'];

/** Families of what is drawn: headlines and numbers, and the names beside them. */
export const DISPLAY = 'Besley';
export const TEXT = 'Newsreader';

/** What resvg is told of fonts: none of the machine's, so a drawing has the same bytes everywhere. */
export const FONTS = {
  loadSystemFonts: false,
  fontFiles: FILES.map((file) => require.resolve(file)),
  defaultFontFamily: DISPLAY,
};

/** Whether one of these has a letter. */
export const fontsHave = lettersOf(FONTS.fontFiles);

/** The same with the fonts of other scripts, which are slow to load. */
export const ALL_FONTS = { ...FONTS, fontFiles: [...FONTS.fontFiles, ...FURTHER_FONTS] };
