import { type IncomingHttpHeaders, request } from 'node:http';
import { request as secureRequest } from 'node:https';

/** An answer as it came over the wire: nothing followed, nothing decompressed. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends one request with the path exactly as given. */
export function ask(
  origin: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    servername = headers.host,
  }: { method?: string; headers?: Record<string, string>; servername?: string | undefined } = {},
): Promise<Answer> {
  const { protocol, hostname, port } = new URL(origin);
  const send = protocol === 'https:' ? secureRequest : request;
  // a certificate made for the test is nobody's word
  const secure = { rejectUnauthorized: false, servername };
  return new Promise((resolve, reject) => {
    const sent = send({ hostname, port, path, method, headers, ...secure }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
