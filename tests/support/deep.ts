/** Whether this is `npm run test:deep`. */
export const isDeep = process.env.TEST_DEEP === 'yes';

/** Environment of a build whose compressed files nothing looks at: they take half of its time. */
export const UNCOMPRESSED: Record<string, string> = isDeep ? {} : { SITE_WITHOUT: 'compress' };

/**
 * How often something is tried: as the variable of that name says, else often in `npm run
 * test:deep` and a few times in `npm test`.
 */
export function deep(name: string, few: number, many: number): number {
  const said = Number(process.env[name]);
  return said > 0 ? said : isDeep ? many : few;
}
