/** A value of a JSON file. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Merges three versions of a JSON value: what one side changed is as that side has it; what both did, as the
 * owner has it. Lists of texts have what either side added, and lack what either took out.
 */
export function mergeJson(base: Json | undefined, ours: Json, theirs: Json): Json {
  if (isRecord(ours) && isRecord(theirs))
    return mergeRecords(isRecord(base) ? base : {}, ours, theirs);
  if (same(ours, base)) return theirs;
  if (same(theirs, base)) return ours;
  if (isList(ours) && isList(theirs)) return mergeLists(isList(base) ? base : [], ours, theirs);
  return ours;
}

type Fields = { [key: string]: Json };

function mergeRecords(base: Fields, ours: Fields, theirs: Fields): Fields {
  const merged: Fields = {};
  // the release's order, then what the owner has beside it
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const [before, mine, new_] = [base[key], ours[key], theirs[key]];
    if (mine !== undefined && new_ !== undefined) merged[key] = mergeJson(before, mine, new_);
    // one side has taken it out: it goes if the other left it as it was
    else if (mine === undefined && new_ !== undefined && !same(new_, before)) merged[key] = new_;
    else if (new_ === undefined && mine !== undefined && !same(mine, before)) merged[key] = mine;
  }
  return merged;
}

function mergeLists(base: string[], ours: string[], theirs: string[]): string[] {
  const goes = base.filter((one) => !ours.includes(one) || !theirs.includes(one));
  return [...new Set([...theirs, ...ours])].filter((one) => !goes.includes(one));
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isRecord(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
