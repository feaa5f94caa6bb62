import { Engine, SearchError } from './engine.ts';
import { Finder } from './finder.ts';

/** An opened index. */
export interface Session {
  engine: Engine;
  finder: Finder;
}

let opened: Promise<Session> | undefined;

/** Base path of the site, from the element that searches. */
export function baseOf(element: HTMLElement): string {
  return element.dataset.base ?? '/';
}

/** Opens the index once; a failure is forgotten, so that the next try begins anew. */
export function openSession(base: string): Promise<Session> {
  opened ??= Engine.open(base).then((engine) => ({ engine, finder: new Finder(engine) }));
  const session = opened;
  session.catch(() => forget(session));
  return session;
}

/**
 * Asks the index. When a part of it has gone (a new build has replaced it since), it is opened anew
 * and asked once more.
 * @throws SearchError when that fails too
 */
export async function ask<T>(
  base: string,
  question: (session: Session) => Promise<T>,
  isFirst = true,
): Promise<T> {
  const session = openSession(base);
  try {
    return await question(await session);
  } catch (error) {
    // Pagefind keeps what failed
    forget(session);
    if (!isFirst || !(error instanceof SearchError) || error.trouble !== 'outdated') throw error;
    return ask(base, question, false);
  }
}

/** Another question may have opened the index anew since: then that one stays. */
function forget(session: Promise<Session>): void {
  if (opened === session) opened = undefined;
}
