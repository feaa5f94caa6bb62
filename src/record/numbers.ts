/**
 * The docket number after the highest of a year.
 * @param year its last two digits
 * @param numbers all numbers in use, or used before
 */
export function nextNumber(year: string, numbers: Iterable<string>): string {
  let highest = 0;
  for (const number of numbers) {
    const [of, count] = number.split('-');
    if (of === year) highest = Math.max(highest, Number(count));
  }
  return `${year}-${highest + 1}`;
}
