/** Tag of the block of an image's EXIF that holds a position (EXIF 2.32, 4.6.3). */
const GPS_BLOCK = 0x8825;
/** Tags of that block which hold one: latitude and longitude. */
const POSITION = new Set([2, 4]);

/**
 * Whether an image's metadata says where it was taken.
 * @param exif the EXIF block, with or without its "Exif" prefix
 * @param xmp the XMP packet
 */
export function hasLocation(exif?: Uint8Array, xmp?: Uint8Array): boolean {
  if (xmp && /\bexif:GPSL(?:at|ong)itude\b/.test(new TextDecoder().decode(xmp))) return true;
  if (!exif) return false;
  try {
    return holdsPosition(exif);
  } catch {
    // it ends before its own offsets: no position can be read from it
    return false;
  }
}

function holdsPosition(exif: Uint8Array): boolean {
  const prefixed = String.fromCharCode(...exif.subarray(0, 4)) === 'Exif';
  const tiff = prefixed ? exif.subarray(6) : exif;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const entries = (offset: number): [tag: number, value: number][] =>
    Array.from({ length: view.getUint16(offset, little) }, (_, i) => {
      const at = offset + 2 + i * 12;
      return [view.getUint16(at, little), view.getUint32(at + 8, little)];
    });
  const gps = entries(view.getUint32(4, little)).find(([tag]) => tag === GPS_BLOCK);
  return gps !== undefined && entries(gps[1]).some(([tag]) => POSITION.has(tag));
}
