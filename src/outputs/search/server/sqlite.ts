import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Sql } from './engine.ts';
import type { Cell } from './expression.ts';

/** A database file that is read and never written. */
export class SqliteFile implements Sql {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws Error when there is no database */
  constructor(path: string) {
    this.#database = new DatabaseSync(path, { readOnly: true });
    // pages in memory, in KiB: the rest the system keeps
    this.#database.exec('pragma cache_size = -65536; pragma query_only = on');
  }

  async all(statement: string, values: readonly Cell[]): Promise<Record<string, Cell>[]> {
    let prepared = this.#statements.get(statement);
    if (!prepared) {
      prepared = this.#database.prepare(statement);
      this.#statements.set(statement, prepared);
    }
    return prepared.all(...values) as Record<string, Cell>[];
  }

  close(): void {
    this.#database.close();
  }
}
