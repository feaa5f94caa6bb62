interface ImportMetaEnv {
  /** Whether drafts and future entries are shown (`src/integrations/preview.ts`). */
  readonly SITE_PREVIEW: boolean;
}
