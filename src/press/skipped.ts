/** Build steps that the site can do without. */
const OPTIONAL = ['search', 'cards', 'compress'];

/**
 * The steps that `SITE_WITHOUT` names (`SITE_WITHOUT=search,cards`): left out to measure what they
 * cost, to look at a page sooner, or since a host compresses by itself.
 * @throws Error with one sentence when it names something else
 */
export function skippedSteps(): ReadonlySet<string> {
  const names = (process.env.SITE_WITHOUT ?? '').split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !OPTIONAL.includes(name));
  if (unknown === undefined) return new Set(names);
  throw Object.assign(
    new Error(`SITE_WITHOUT names "${unknown}"; a build can leave out ${OPTIONAL.join(', ')}.`),
    { name: 'OwnersMistake' },
  );
}
