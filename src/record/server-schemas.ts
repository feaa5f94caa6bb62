import { z } from 'astro/zod';

/* The other servers that a publication has to do with, as its owner writes them. */

/** A server that answers searches, and how many years the index beside it has. */
export const searchSchema = z
  .strictObject({
    server: z.string().regex(/^(?:\/(?!\/)|https:\/\/[^/\s]+\/)\S*$/, {
      error:
        'must be a path, such as "/search.json", or an address, such as "https://search.example/"',
    }),
    years: z.number().int().min(1).optional(),
  })
  .optional();

/** Hosts that pages may send a form to, frame, or play. */
export const hostsSchema = z
  .array(
    z.strictObject({
      /** Its name: `forms.example`, or `https://forms.example`. */
      host: z.string().regex(/^(?:https:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/, {
        error: 'must be the name of a host, such as "forms.example"',
      }),
      use: z.enum(['form', 'frame', 'media']),
      /** What for, as readers are told: "the form for our letter". */
      reason: z.string().min(1).max(80),
    }),
  )
  .default([]);

/** Who is told of a release. */
export const pingSchema = z
  .strictObject({
    /** IndexNow: a key of 8 to 128 letters, digits or hyphens that you make up; it is served as `<key>.txt`. */
    indexNow: z
      .strictObject({
        key: z.string().regex(/^[A-Za-z0-9-]{8,128}$/, {
          error: 'must be 8 to 128 letters, digits or hyphens',
        }),
        endpoint: z.url({ protocol: /^https?$/ }).default('https://api.indexnow.org/indexnow'),
      })
      .optional(),
    /** WebSub hubs. */
    hubs: z.array(z.url({ protocol: /^https?$/ })),
  })
  .default({ hubs: [] });
