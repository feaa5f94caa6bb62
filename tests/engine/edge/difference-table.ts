import { DIFFERENCES } from './differences.ts';

/** The list as a table for people, in Markdown. */
export function differenceTable(): string {
  const rows = DIFFERENCES.map(({ engine, questions, asked, facts, why }) => {
    const said = Object.entries(facts).map(([fact, value]) => `${fact} \`${value}\``);
    return `| ${engine} | ${asked ?? questions.join('; ')} | ${said.join(', ').replaceAll('``', 'none')} | ${why} |`;
  });
  return ['| Engine | Asked for | Says | Why |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
