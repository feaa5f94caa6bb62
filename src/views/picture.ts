import type { Article } from '../record/article.ts';
import {
  fallbackFormat,
  fallbackWidth,
  heightAt,
  type Picture,
  type PictureFormat,
  pictureWidths,
} from '../record/picture.ts';
import type { Routes } from '../record/routes.ts';

/** An image in the sizes drawn at build. */
export interface PictureView {
  /** Source sets, by format. */
  avif: string;
  webp: string;
  /** The file for those who know neither. */
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

function pictureView(picture: Picture, routes: Routes): PictureView {
  const sourceSet = (format: PictureFormat) =>
    pictureWidths(picture)
      .map((width) => `${routes.picture(picture, width, format)} ${width}w`)
      .join(', ');
  const width = fallbackWidth(picture);
  return {
    avif: sourceSet('avif'),
    webp: sourceSet('webp'),
    src: routes.picture(picture, width, fallbackFormat(picture)),
    width,
    height: heightAt(picture, width),
  };
}
