/** Lets the browser draw and take keys before what comes next: on a phone the search works for long otherwise. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
