/** Where a site with drafts and future entries is built: never where the public one is. */
export const DRAFTS = '.cache/drafts';
