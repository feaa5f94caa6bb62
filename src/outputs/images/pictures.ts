import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DECODING, pictureDigest } from '../../content/pictures.ts';
import type { Archive } from '../../record/archive.ts';
import {
  heightAt,
  isPhotograph,
  type Picture,
  type PictureFormat,
  pictureFiles,
  pictureName,
} from '../../record/picture.ts';
import type { Drawing, DrawnFile } from './drawn.ts';
import { toolsDigest } from './tools.ts';

/**
 * How each format is written: good enough that a reader of small print in a diagram sees no loss; a photograph has
 * none, and takes half as long without that care. AVIF is not among them: at the size of WebP it takes as long, and an
 * eighth smaller it takes six times as long (`src/README.md`, "Pictures").
 */
const SETTINGS = {
  webp: {
    diagram: { quality: 82, smartSubsample: true, effort: 5 },
    photograph: { quality: 82, effort: 4 },
  },
  png: { palette: true, compressionLevel: 9, effort: 7 },
  jpg: {
    diagram: { quality: 82, mozjpeg: true, chromaSubsampling: '4:4:4' },
    photograph: { quality: 82, mozjpeg: true },
  },
} as const;

/** Drawn files in the cache follow from this code and these libraries as well as from the image. */
const DRAWN_WITH = toolsDigest([new URL('./pictures.ts', import.meta.url)], ['sharp']);

/** Draws every image of a visible article at the widths and in the formats that its page offers. */
export const pictures: Drawing = {
  name: 'pictures',
  list: ({ root, archive }) => listPictures(archive, root),
};

/** The picture files of an archive: what no visible article shows is not among them. */
export function listPictures({ articles, routes }: Archive, root: string): DrawnFile[] {
  const used = articles.flatMap((article) => [
    ...Object.values(article.pictures),
    ...(article.image?.picture ? [article.image.picture] : []),
  ]);
  const files = used.flatMap((picture) =>
    pictureFiles(picture).map(({ width, format }) => ({
      source: picture.file,
      href: routes.picture(picture, width, format),
      lasting: true,
      key: `${DRAWN_WITH}-${pictureName(picture, width, format)}`,
      draw: async () => {
        const bytes = await readFile(join(root, picture.file));
        // kept under its address for ever, so it has to be what the address says
        if (pictureDigest(bytes, picture.file) !== picture.digest)
          throw new Error('it has just been changed');
        return picture.asItIs === undefined
          ? drawPicture(bytes, picture, width, format as PictureFormat)
          : bytes;
      },
    })),
  );
  return [...new Map(files.map((file) => [file.href, file])).values()];
}

/** Draws an image at a width, upright, in sRGB, with nothing of what the camera wrote into the file. */
export async function drawPicture(
  bytes: Uint8Array,
  picture: Picture,
  width: number,
  format: PictureFormat,
): Promise<Uint8Array> {
  const size = { width, height: heightAt(picture, width), fit: 'fill' as const };
  // loaded with the first picture that no cache has
  const { default: sharp } = await import('sharp');
  // each picture takes one thread: several are drawn at once, and the bytes never depend on timing
  sharp.concurrency(1);
  const image = sharp(bytes, DECODING).autoOrient().resize(size);
  const kind = isPhotograph(picture.file) ? 'photograph' : 'diagram';
  switch (format) {
    case 'webp':
      return image.webp(SETTINGS.webp[kind]).toBuffer();
    case 'png':
      return image.png(SETTINGS.png).toBuffer();
    case 'jpg':
      return image.jpeg(SETTINGS.jpg[kind]).toBuffer();
  }
}
