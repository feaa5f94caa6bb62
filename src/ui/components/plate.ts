/** Class of a nameplate that must be set smaller than the design's eleven letters. */
export function plateClass(name: string): string | undefined {
  const letters = [...name].length;
  if (letters <= 11) return undefined;
  return letters <= 16 ? 'n16' : letters <= 24 ? 'n24' : 'n60';
}
