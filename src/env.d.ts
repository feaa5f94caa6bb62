interface ImportMetaEnv {
  /** Whether this is a live preview, drafts and future entries with it (`src/press/preview.ts`). */
  readonly SITE_PREVIEW: boolean;
}

/** The articles that hold code (`src/press/code.ts`). */
declare module 'virtual:articles-with-code' {
  type Component = import('astro/runtime/server/index.js').AstroComponentFactory;

  /** By the article's id. */
  export const modules: Readonly<Record<string, () => Promise<{ Content: Component }>>>;
  /** Runs a text; there is none while no article holds code. */
  export const runText:
    | ((
        content: Component,
        text: import('./record/compiled.ts').Compiled,
      ) => Promise<import('./record/compiled.ts').Compiled>)
    | undefined;
}
