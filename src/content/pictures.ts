import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import readExif from 'exif-reader';
import { asciiSlug } from '../lib/slug.ts';
import { heightAt, largestWidth, lookOf, type Picture } from '../record/picture.ts';
import { digestOfBytes, FileDigests } from './file-digests.ts';

/** The largest image that is drawn, in pixels: a decoder's bomb stops here. */
const MAX_PIXELS = 50_000_000;
/** The highest picture that WebP and AVIF can hold, in pixels. */
const MAX_HEIGHT = 16_383;
/** The largest file, in bytes. */
const MAX_BYTES = 25_000_000;

/** How images are decoded, here and where they are drawn: what is accepted can be drawn. */
export const DECODING = { limitInputPixels: MAX_PIXELS, failOn: 'truncated' } as const;

const FORMATS = ['jpeg', 'png', 'webp', 'heif', 'gif'];

/** The code of a photo that says where it was taken. */
export const LOCATED = 'image-location';

/** Takes out of a photo's file where it was taken, and all else that was noted beside its pixels. */
export async function withoutLocation(path: string): Promise<void> {
  const bytes = await readFile(path);
  const { default: sharp } = await import('sharp');
  const image = sharp(bytes).autoOrient().keepIccProfile();
  const { format } = await image.metadata();
  await writeFile(path, await image.toFormat(format, { quality: 95 }).toBuffer());
}

/** What decides, beside the bytes, how a picture is drawn. */
function saltOf(file: string): string {
  return `${lookOf(file)} `;
}

/** The digest in a picture's address: of its file's bytes, and of how it is drawn. */
export function pictureDigest(bytes: Uint8Array, file: string): string {
  return shortened(digestOfBytes(bytes, saltOf(file)));
}

function shortened(digest: string): string {
  return digest.slice(0, 10);
}

/** Why an image cannot be used. */
export interface Refusal {
  code: string;
  /** What stands after `The image "x"`. */
  what: string;
  fix: string;
}

export type Measured = { picture: Picture } | { refused: Refusal };

/** What is known of images by the digest of their bytes; decoding one takes longer than all else. */
export type KnownPictures = Map<string, Measured>;

const MISSING: Refusal = {
  code: 'image-missing',
  what: 'is not beside the article',
  fix: 'Put the file there, or correct the name.',
};

const IN_BRACES: Refusal = {
  code: 'image-missing',
  what: 'is named by braces of another program',
  fix: 'Write out what they stood for.',
};

/**
 * Measures an image file, and decodes it: what cannot be drawn is refused here.
 * @param file path from the root
 * @param known what earlier checks found; added to
 * @param digests of files
 */
export async function measurePicture(
  root: string,
  file: string,
  known: KnownPictures = new Map(),
  digests = new FileDigests(root),
): Promise<Measured> {
  try {
    const kept = known.get(`${shortened(digests.of(file, saltOf(file)))} ${file}`);
    if (kept) return kept;
    const bytes = readFileSync(join(root, file));
    const digest = pictureDigest(bytes, file);
    const measured = await measure(bytes, file, digest);
    known.set(`${digest} ${file}`, measured);
    return measured;
  } catch {
    return { refused: /\{[{%]/.test(file) ? IN_BRACES : MISSING };
  }
}

async function measure(bytes: Buffer, file: string, digest: string): Promise<Measured> {
  const refuse = (code: string, what: string, fix: string) => ({ refused: { code, what, fix } });
  if (bytes.length > MAX_BYTES) {
    const size = `${Math.round(bytes.length / 1e6)} MB`;
    return refuse('image-large', `is a file of ${size}, the limit is 25 MB`, 'Save it smaller.');
  }
  if (/^\s*(?:<\?xml|<!DOCTYPE svg|<svg|<!--)/i.test(bytes.subarray(0, 200).toString('utf8'))) {
    return refuse('image-svg', 'is an SVG, which can hold code', 'Save it as PNG.');
  }
  try {
    // loaded with the first image that is not known
    const { default: sharp } = await import('sharp');
    const image = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
    const { format, width, height, autoOrient, hasAlpha, exif, xmp } = await image.metadata();
    if (!FORMATS.includes(format)) {
      return refuse(
        'image-format',
        `is of the kind "${format}"`,
        'Save it as JPEG, PNG, WebP or AVIF.',
      );
    }
    if (width * height > MAX_PIXELS) {
      return refuse(
        'image-large',
        `has ${width} × ${height} pixels, the limit is ${MAX_PIXELS / 1e6} million`,
        'Save it smaller: 3,200 pixels in width are enough.',
      );
    }
    const drawn = largestWidth(autoOrient);
    const high = heightAt(autoOrient, drawn);
    if (high > MAX_HEIGHT) {
      return refuse(
        'image-large',
        `is ${high} pixels high where it is ${drawn} wide, the limit is ${MAX_HEIGHT}`,
        'Cut it into parts.',
      );
    }
    if (hasLocation(exif, xmp)) {
      return refuse(
        LOCATED,
        'says where it was taken',
        'Run "npm run check -- --fix", which takes that out, or export it without metadata.',
      );
    }
    await sharp(bytes, DECODING).resize(16, 16, { fit: 'inside' }).raw().toBuffer();
    return {
      picture: {
        file,
        digest,
        name: asciiSlug(basename(file, extname(file))) || 'image',
        width: autoOrient.width,
        height: autoOrient.height,
        alpha: hasAlpha,
      },
    };
  } catch {
    if (/\.hei[cf]$/i.test(file)) {
      return refuse(
        'image-broken',
        'is a photo as phones keep it (HEIC), which browsers do not show',
        'Save it as JPEG.',
      );
    }
    return refuse(
      'image-broken',
      'cannot be read: the file is damaged, or is no image',
      'Save it again as JPEG, PNG, WebP or AVIF.',
    );
  }
}

/** Whether an image's metadata, its EXIF block or XMP packet, says where it was taken. */
function hasLocation(exif?: Buffer, xmp?: Buffer): boolean {
  if (xmp && /\bexif:GPSL(?:at|ong)itude\b/.test(xmp.toString())) return true;
  try {
    const gps = exif && readExif(exif).GPSInfo;
    return gps?.GPSLatitude !== undefined || gps?.GPSLongitude !== undefined;
  } catch {
    // it ends before its own offsets: no position can be read from it
    return false;
  }
}
