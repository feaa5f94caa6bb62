import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Images that the tables of small files show. */
export async function images(): Promise<Record<string, Uint8Array | string>> {
  const folder = 'content/articles/2018';
  const photo = sharp({ create: { width: 400, height: 300, channels: 3, background: '#264' } });
  const jpeg = await photo.clone().jpeg().toBuffer();
  const located = await photo
    .clone()
    .jpeg()
    .withExif({
      IFD0: { Make: 'Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .toBuffer();
  return {
    [`${folder}/cover.png`]: await photo.clone().png().toBuffer(),
    [`${folder}/short.jpg`]: jpeg.subarray(0, jpeg.length / 2),
    [`${folder}/text.png`]: 'This is not an image.',
    [`${folder}/drawing.svg`]:
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    [`${folder}/enormous.png`]: enormous(),
    [`${folder}/located.jpg`]: located,
    [`${folder}/tall.png`]: await sharp({
      create: { width: 300, height: 20_000, channels: 3, background: '#264' },
    })
      .png()
      .toBuffer(),
  };
}

/** A PNG whose header promises 900 million pixels. */
function enormous(): Uint8Array {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(30_000, 0);
  size.writeUInt32BE(30_000, 4);
  size.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(90_001));
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of a PNG: length, name, data and checksum (PNG 5.3). */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
