import { mediaType } from '../../lib/media.ts';
import { xmlSafe } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import { fallbackFormat, fallbackWidth, heightAt, type Picture } from '../../record/picture.ts';
import { cardDigest } from '../images/card.ts';
import { CARD_SIZE } from '../images/card-drawing.ts';

/** An image as feeds send it: one file that every program can show. */
export interface FeedImage {
  url: string;
  type: string;
  width: number;
  height: number;
  alt: string;
  credit?: string;
}

/** A picture in the one format and size that feeds use. */
export function feedImage(picture: Picture, alt: string, { routes }: Archive): FeedImage {
  const width = fallbackWidth(picture);
  const format = fallbackFormat(picture);
  return {
    url: routes.absolute(routes.picture(picture, width, format)),
    type: mediaType(`picture.${format}`),
    width,
    height: heightAt(picture, width),
    alt: xmlSafe(alt),
  };
}

/** The picture of an article: its cover, or its card. */
export function imageOf(article: Article, archive: Archive): FeedImage {
  const { routes, site, palette } = archive;
  return (
    coverOf(article, archive) ?? {
      url: routes.absolute(routes.card(article, cardDigest(article, site, palette.inks))),
      type: mediaType('card.png'),
      ...CARD_SIZE,
      // what is written on it
      alt: xmlSafe(article.title),
    }
  );
}

/** The cover of an article, if it is a file of the site. */
export function coverOf({ image }: Article, archive: Archive): FeedImage | undefined {
  if (!image?.picture) return undefined;
  return {
    ...feedImage(image.picture, image.alt, archive),
    ...(image.credit !== undefined && { credit: xmlSafe(image.credit) }),
  };
}
