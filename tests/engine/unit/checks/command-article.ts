export const ARTICLE = 'content/articles/2018/rule.mdx';

/** An article of the publication, with what a test adds to its frontmatter. */
export function article(text: string, extra: readonly string[] = []): string {
  const lines = ['title: A rule', 'description: What it says.', 'pubDate: 2018-08-24', ...extra];
  return `---\n${lines.join('\n')}\n---\n\n${text}\n`;
}

export const WORDS =
  'The bank wrote a rule in August and said what it would not do until the court had heard it.';
