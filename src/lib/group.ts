/** Groups values by key, in order of first appearance. */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) addTo(groups, key(item), item);
  return groups;
}

/** Groups values that have several keys: a value stands once in the group of each of its keys. */
export function groupByEach<T, K>(
  items: Iterable<T>,
  keys: (item: T) => readonly K[],
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const all = keys(item);
    for (const [i, key] of all.entries()) if (all.indexOf(key) === i) addTo(groups, key, item);
  }
  return groups;
}

/** Adds a value to the group of a key. */
export function addTo<T, K>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** A list cut into pieces of a size; the last may be shorter. */
export function inPieces<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}
