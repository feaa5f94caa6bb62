/**
 * Raise one when the same image is drawn otherwise: `src/outputs/images/pictures.ts`, or a newer sharp
 * with other results. It is part of the addresses, and what they lead to is kept for a year.
 */
const LOOKS = { photograph: 2, other: 1 };

/** How an image is drawn, by a number. */
export function lookOf(file: string): number {
  return isPhotograph(file) ? LOOKS.photograph : LOOKS.other;
}

/** Whether an image is a photograph, as far as its name tells: one that has no small print. */
export function isPhotograph(file: string): boolean {
  return /\.jpe?g$/i.test(file);
}

/**
 * An image file of an article and the files drawn from it. Names carry the digest, so they are
 * cached for ever, and page and feed use the same address.
 */
export interface Picture {
  /** The image, as a path from the project's root. */
  file: string;
  /** Of its bytes and of how they are drawn. */
  digest: string;
  /** Name part of the drawn files. */
  name: string;
  /** Pixels, after the EXIF orientation is applied. */
  width: number;
  height: number;
  /** Whether it has transparency: the fallback is then PNG. */
  alpha: boolean;
  /** Where the publication shows pictures as they are: the ending of the file, which is the only one. */
  asItIs?: string;
}

/**
 * Widths that pictures are drawn at, in CSS pixels times density: a text is 624 pixels wide at most
 * (`Picture.astro`), so more than 1,200 are seen on no screen but by a magnifying glass.
 */
const WIDTHS = [400, 800, 1200] as const;

/** The widths a picture is drawn at: the steps below its own width, and its own width if it is small. */
export function pictureWidths(picture: Pick<Picture, 'width' | 'asItIs'>): number[] {
  if (picture.asItIs !== undefined) return [picture.width];
  const steps: number[] = WIDTHS.filter((width) => width < picture.width);
  const largest = Math.min(picture.width, WIDTHS.at(-1) ?? picture.width);
  return steps.at(-1) === largest ? steps : [...steps, largest];
}

/** The formats that pictures are drawn in: one that every browser of today knows, and one for all others. */
export type PictureFormat = 'webp' | 'jpg' | 'png';

/** Name of a drawn file below the `images` folder of the site. */
export function pictureName(picture: Picture, width: number, format: string): string {
  return `${picture.name}-${width}.${picture.digest}.${format}`;
}

/** The format for those who do not know WebP, feed readers among them. */
export function fallbackFormat(picture: Pick<Picture, 'alpha' | 'asItIs'>): string {
  return picture.asItIs ?? (picture.alpha ? 'png' : 'jpg');
}

/** Width of the fallback file: what a feed or an old browser gets. */
export function fallbackWidth(picture: Pick<Picture, 'width' | 'asItIs'>): number {
  return picture.asItIs === undefined ? Math.min(picture.width, 1200) : picture.width;
}

/** The widest file that is drawn of a picture. */
export function largestWidth(picture: Pick<Picture, 'width'>): number {
  return Math.max(...pictureWidths(picture));
}

/** Height of a drawn file, in proportion. */
export function heightAt(picture: Pick<Picture, 'width' | 'height'>, width: number): number {
  return Math.max(1, Math.round((picture.height * width) / picture.width));
}

/** The files that are drawn from a picture: a page names no other. */
export function pictureFiles(
  picture: Pick<Picture, 'width' | 'alpha' | 'asItIs'>,
): { width: number; format: string }[] {
  const fallback = { width: fallbackWidth(picture), format: fallbackFormat(picture) };
  if (picture.asItIs !== undefined) return [fallback];
  return [...pictureWidths(picture).map((width) => ({ width, format: 'webp' })), fallback];
}
