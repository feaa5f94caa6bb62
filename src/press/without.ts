import type { AstroIntegration } from 'astro';

/** Build steps that the site can do without, by the names of their integrations. */
const OPTIONAL = ['search', 'cards', 'compress'];

/**
 * Leaves out the steps that `SITE_WITHOUT` names (`SITE_WITHOUT=search,cards`): to measure what
 * they cost, to look at a page sooner, or since a host compresses by itself.
 * @throws Error with one sentence when it names something else
 */
export function withoutLeftOut(integrations: readonly AstroIntegration[]): AstroIntegration[] {
  const names = (process.env.SITE_WITHOUT ?? '').split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !OPTIONAL.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `SITE_WITHOUT names "${unknown}"; a build can leave out ${OPTIONAL.join(', ')}.`,
    );
  }
  return integrations.filter(({ name }) => !names.includes(name));
}
