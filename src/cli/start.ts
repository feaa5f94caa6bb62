import './mistakes.ts';
import { fileURLToPath } from 'node:url';
import { serveSite } from './server.ts';

const dir = fileURLToPath(new URL(`../../${process.env.SITE_OUT ?? 'dist'}`, import.meta.url));

try {
  const { url } = await serveSite({ dir, port: Number(process.env.PORT ?? 4321) });
  console.log(`${url} (Ctrl+C stops it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
