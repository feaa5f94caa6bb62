import type { Difference, Facts, Question } from './questions.ts';
import { type Answer, ask } from './request.ts';

/** A question with the answer that an engine gives: the table's, but where it differs. */
export function askedOf(question: Question, differences: readonly Difference[]): Question {
  const different = differences.filter(({ questions }) => questions.includes(question.name));
  const alone = different.find((one) => one.alone);
  const expect: Facts = Object.assign(
    {},
    alone ? {} : question.expect,
    ...different.map(({ facts }) => facts),
  );
  return { ...question, expect };
}

/** Asks a question and keeps the facts that it is about. */
export async function factsOf(origin: string, question: Question): Promise<Facts> {
  // not encoded means the bytes of UTF-8 in the request line
  const path = Buffer.from(question.path).toString('latin1');
  const answer = await ask(origin, path, question);
  const all = describe(answer, question.expect.begins?.length ?? 0);
  return Object.fromEntries(
    Object.keys(question.expect).map((fact) => [fact, all[fact as keyof Facts]]),
  );
}

function describe({ status, headers, body }: Answer, length: number): Required<Facts> {
  const said = (name: string): string => String(headers[name] ?? '');
  return {
    status,
    location: said('location'),
    type: said('content-type'),
    encoding: said('content-encoding'),
    vary: said('vary'),
    cache: said('cache-control'),
    allow: said('allow'),
    range: said('content-range'),
    bytes: body.length,
    begins: body.subarray(0, length).toString(),
  };
}
