import { type Document, isMap, isScalar, parseDocument } from 'yaml';
import type { Problem } from '../../src/record/problem.ts';

const FENCED = /^(\ufeff?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*\r?$)/m;

/** Fields that can be changed by their paths. */
export type Fields = Pick<Document, 'getIn' | 'setIn' | 'deleteIn'>;

/** A file in the hands of somebody who does what a message says. */
export class Copy {
  text: string;
  /** Where the file goes, if it is renamed. */
  path: string;
  /** Other files that are written. */
  readonly others: Record<string, string> = {};
  /** Where the problem stands. */
  readonly at: number;
  private readonly index: number;

  constructor(text: string, { file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>) {
    this.text = text;
    this.path = file;
    this.index = line - 1;
    const before = text.split('\n').slice(0, this.index);
    this.at = before.join('\n').length + Number(line > 1) + column - 1;
  }

  /** All that stands from the problem on. */
  get rest(): string {
    return this.text.slice(this.at);
  }

  /** The line of the problem. */
  get line(): string {
    return this.text.split('\n')[this.index] ?? '';
  }

  set line(now: string) {
    this.lines((all, index) => all.splice(index, 1, now));
  }

  lines(change: (all: string[], index: number) => void): void {
    const all = this.text.split('\n');
    change(all, this.index);
    this.text = all.join('\n');
  }

  /** Writes something in place of the first that is found from the problem on. */
  swap(old: string | RegExp, now: string): void {
    const found = typeof old === 'string' ? this.rest.indexOf(old) : this.rest.search(old);
    if (found === -1) throw new Error(`"${old}" does not stand here: ${this.rest.slice(0, 60)}`);
    this.text = this.text.slice(0, this.at) + this.rest.replace(old, now);
  }

  insert(words: string, at = this.at): void {
    this.text = this.text.slice(0, at) + words + this.text.slice(at);
  }

  /** Changes fields whose YAML can be read. */
  fields(change: (fields: Fields) => void): void {
    const isYaml = this.path.endsWith('.yaml');
    const found = isYaml ? [this.text, '', this.text, ''] : FENCED.exec(this.text);
    const [whole = '', open = '', yaml = '', close = ''] = found ?? [];
    const document = parseDocument(yaml);
    if (document.errors.length > 0) throw new Error('the YAML cannot be read');
    // tags and terms have each its fields
    change(/(?:tags|glossary)\.yaml$/.test(this.path) ? this.entry(document) : document);
    this.text = this.text.replace(whole, () => `${open}${String(document)}${close}`);
  }

  /** The tag or the term around the problem. */
  private entry(document: Document): Fields {
    const items = isMap(document.contents) ? document.contents.items : [];
    const around = items.findLast(
      ({ key }) => isScalar(key) && (key.range?.[0] ?? 0) <= this.at,
    )?.value;
    if (!isMap(around)) throw new Error('there are no fields here');
    return around;
  }

  /** Writes the value at the problem otherwise, where the YAML cannot be read: all of it, or its part between braces. */
  rewrite(how: (written: string) => string): void {
    const start = this.text.lastIndexOf('\n', this.at - 1) + 1;
    const opened = this.text.slice(start, this.at).match(/[[{]/g)?.length ?? 0;
    const [value = ''] =
      (opened > 0 ? /^.*?(?=,\s*[\w-]+:\s|\s*[}\]]+\s*$)/m : /^.*$/m).exec(this.rest) ?? [];
    this.text = this.text.slice(0, this.at) + how(value.trim()) + this.rest.slice(value.length);
  }
}

/** The parts of a field's name: `sources[0].url`. */
export function pathOf(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|\.?([^.[\]]+)/g)].map(([, index, name = '']) =>
    index === undefined ? name : Number(index),
  );
}
