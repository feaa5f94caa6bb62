/**
 * Raise it when the same image is drawn otherwise: `src/outputs/images/pictures.ts`, or a newer sharp
 * with other results. It is part of the addresses, and what they lead to is kept for a year.
 */
export const LOOK = 1;

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
}

/** Widths that pictures are drawn at, in CSS pixels times density. */
const WIDTHS = [400, 800, 1200, 1600] as const;

/** The widths a picture is drawn at: the steps below its own width, and its own width if it is small. */
export function pictureWidths(picture: Pick<Picture, 'width'>): number[] {
  const steps: number[] = WIDTHS.filter((width) => width < picture.width);
  const largest = Math.min(picture.width, WIDTHS.at(-1) ?? picture.width);
  return steps.at(-1) === largest ? steps : [...steps, largest];
}

export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png';

/** Name of a drawn file below the `images` folder of the site. */
export function pictureName(picture: Picture, width: number, format: PictureFormat): string {
  return `${picture.name}-${width}.${picture.digest}.${format}`;
}

/** The format for those who know neither AVIF nor WebP, feed readers among them. */
export function fallbackFormat(picture: Pick<Picture, 'alpha'>): 'jpg' | 'png' {
  return picture.alpha ? 'png' : 'jpg';
}

/** Width of the fallback file: what a feed or an old browser gets. */
export function fallbackWidth(picture: Pick<Picture, 'width'>): number {
  return Math.min(picture.width, 1200);
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
  picture: Pick<Picture, 'width' | 'alpha'>,
): { width: number; format: PictureFormat }[] {
  return [
    ...pictureWidths(picture).flatMap((width) => [
      { width, format: 'avif' as const },
      { width, format: 'webp' as const },
    ]),
    { width: fallbackWidth(picture), format: fallbackFormat(picture) },
  ];
}
