/*
 * The release that this process is building. Pages and integrations run inside Astro and cannot be
 * handed it, so it is kept here; without one (`astro build` by hand) everything is written anew.
 */

/** Who is told how far a build is. */
export interface Reporter {
  /** A stage of the build begins: `pages`, `cards`. */
  stage(name: string): void;
  /** How much of the stage is done. */
  step(done: number, total: number): void;
}

/** What a build step may ask of the last release, and whom it tells how far it is. */
export interface CurrentRelease extends Reporter {
  /**
   * Says that a file whose name tells its content belongs to the new release.
   * @param path below the site's folder
   * @returns whether the last release has it, so that it need not be written again
   */
  keep(path: string): boolean;
  /** Whether everything is made anew. */
  readonly isWhole: boolean;
  /**
   * Says that a step's files follow from `key` alone.
   * @returns whether the last release was made with the same key; its files of this step are then kept
   */
  keepStep(step: string, key: string): boolean;
}

const NONE: CurrentRelease = {
  isWhole: true,
  keep: () => false,
  keepStep: () => false,
  stage: () => {},
  step: () => {},
};

let current = NONE;

/** The release that is being built. */
export function currentRelease(): CurrentRelease {
  return current;
}

/** Makes a release the current one until the returned function is called. */
export function beginRelease(release: CurrentRelease): () => void {
  current = release;
  return () => {
    current = NONE;
  };
}
