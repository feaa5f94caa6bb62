interface ImportMetaEnv {
  /** Whether this is a live preview, drafts and future entries with it (`src/press/preview.ts`). */
  readonly SITE_PREVIEW: boolean;
}
