import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { request } from 'undici';

/**
 * `istmo audit unseal ENTRY --gateway URL --token FILE --token FILE`: what was asked, in full, by the tokens of two auditors. The
 * gateway, which has the key, logs that they read it.
 */
export async function unseal(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      gateway: { type: 'string', default: 'http://127.0.0.1:4000' },
      token: { type: 'string', multiple: true, default: [] },
    },
  });
  const [entry = ''] = positionals;
  const [first, second] = values.token.map((file) => `Bearer ${readFileSync(file, 'utf8').trim()}`);
  if (!/^\d+$/u.test(entry) || first === undefined || second === undefined)
    throw new Error('istmo audit unseal ENTRY --token FILE --token FILE [--gateway URL]');
  const { statusCode, body } = await request(new URL(`/audit/unseal/${entry}`, values.gateway), {
    method: 'POST',
    headers: { authorization: first, 'istmo-second-auditor': second },
  });
  const answer = (await body.json()) as Readonly<Record<string, unknown>>;
  console.log(JSON.stringify(answer, null, 2));
  return statusCode === 200 ? 0 : 1;
}
