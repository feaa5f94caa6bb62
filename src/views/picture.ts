import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import {
  fallbackFormat,
  fallbackWidth,
  heightAt,
  type Picture,
  pictureWidths,
} from '../record/picture.ts';
import type { Routes } from '../record/routes.ts';
import { type CoverPlace, showsCovers } from '../record/site.ts';

/** An image in the sizes drawn at build. */
export interface PictureView {
  /** The same as WebP, in several widths; none of a picture that is shown as it is. */
  webp: string | undefined;
  /** The file for those who do not know it. */
  src: string;
  width: number;
  height: number;
}

/** Image files of an article's text, by the address that the text gives. */
export function pictureViews(
  { pictures }: Article,
  routes: Routes,
): Readonly<Record<string, PictureView>> {
  return Object.fromEntries(
    Object.entries(pictures).map(([src, picture]) => [src, pictureView(picture, routes)]),
  );
}

/** The cover of an article as lists show it, and its twin for the dark scheme. */
export interface CoverView {
  day: PictureView;
  night: PictureView | undefined;
  alt: string;
}

/** An article's cover, where a place of the publication shows covers. */
export function coverIn(
  place: CoverPlace,
  { image, pictures }: Article,
  { routes, site }: Pick<Archive, 'routes' | 'site'>,
): CoverView | undefined {
  if (!image?.picture || !showsCovers(site, place)) return undefined;
  const dark = pictures[image.dark ?? ''];
  return {
    day: pictureView(image.picture, routes),
    night: dark && pictureView(dark, routes),
    alt: image.alt,
  };
}

function pictureView(picture: Picture, routes: Routes): PictureView {
  const sources = pictureWidths(picture).map(
    (width) => `${routes.picture(picture, width, 'webp')} ${width}w`,
  );
  const width = fallbackWidth(picture);
  return {
    webp: picture.asItIs === undefined ? sources.join(', ') : undefined,
    src: routes.picture(picture, width, fallbackFormat(picture)),
    width,
    height: heightAt(picture, width),
  };
}
