import { expect, test } from 'vitest';
import { documentsWith } from '../../support/documents.ts';
import { differenceTable } from './difference-table.ts';

test('a document that says where engines differ says it as the tests have found it', () => {
  const [head = ''] = differenceTable().split('\n');
  for (const { path, text } of documentsWith(head)) {
    expect(text, path).toContain(differenceTable());
  }
});
