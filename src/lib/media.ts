/** Media types by extension, as every engine serves them (IANA registry; `text/javascript` by RFC 9239). */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  txt: 'text/plain',
  md: 'text/markdown',
  xml: 'application/xml',
  opml: 'text/x-opml',
  json: 'application/json',
  map: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  wasm: 'application/wasm',
  // the search index's program
  pagefind: 'application/wasm',
  pdf: 'application/pdf',
  csv: 'text/csv',
  ics: 'text/calendar',
  vtt: 'text/vtt',
  rtf: 'application/rtf',
  epub: 'application/epub+zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
  gpx: 'application/gpx+xml',
  geojson: 'application/geo+json',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** What has no known extension: the search index's own formats, for one. */
export const BINARY = 'application/octet-stream';

/** Every extension that has a media type, with it; text carries its charset. */
export const mediaTypes: readonly (readonly [extension: string, type: string])[] = Object.entries(
  TYPES,
).map(([extension, type]) => [extension, withCharset(type)]);

const byExtension = new Map(mediaTypes);

/** Content-Type of a file by its name's extension. */
export function mediaType(path: string): string {
  return byExtension.get(extensionOf(path)) ?? BINARY;
}

/** Whether a text is nothing but the name of an image's file. */
export function isImageName(text: string): boolean {
  return /^\S+\.(?:jpe?g|png|webp|avif|gif)$/i.test(text);
}

/** Whether compression makes a file smaller: text, and programs. */
export function isCompressible(path: string): boolean {
  const type = TYPES[extensionOf(path)] ?? BINARY;
  return isTextType(type) || type === 'application/wasm';
}

/** Adds `charset=utf-8` to the types that are text. */
export function withCharset(type: string): string {
  return isTextType(type) ? `${type}; charset=utf-8` : type;
}

function isTextType(type: string): boolean {
  return /^text\/|[/+](?:json|xml)$/.test(type);
}

function extensionOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}
