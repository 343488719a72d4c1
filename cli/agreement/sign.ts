import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../../common/clock.js';
import { describeProblem, readYaml } from '../../common/problem.js';
import { inForceAt, lastOf } from '../../policy/history/in-force.js';
import { diffAgreements } from '../../policy/diff/diff.js';
import { parseAgreements } from '../../policy/parse.js';
import { digestOf } from '../../policy/signing/agreement-text.js';
import { signText } from '../../policy/signing/sign.js';
import { changeWords } from '../../policy/words/diff-words.js';
import { readVocabulary } from '../policy/agreement-files.js';
import { keyOf, openHistory, placeOptions } from './history-file.js';
import { writeSigned } from './signed-file.js';

const usage =
  'istmo agreement sign FILE.yaml --key KEY [--out FILE] [--data FOLDER | --region FILE --history FILE]';

/**
 * `istmo agreement sign FILE.yaml --key KEY`: signs an agreement as its grantor, as the version that follows the last one
 * published, and says what it changes.
 */
export async function sign(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...placeOptions, key: { type: 'string' }, out: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error(usage);
  const text = readFileSync(file, 'utf8');
  const { grantor = '' } = (readYaml(file, text).value ?? {}) as { readonly grantor?: string };
  const history = await openHistory(values, grantor);
  const parsed = parseAgreements([{ file, text }], grantor, readVocabulary(), history.register);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  const [agreement] = parsed.agreements;
  if (agreement === undefined) throw new Error(usage);
  const last = lastOf(history.entries, agreement.id);
  const version = (last?.version ?? 0) + 1;
  const signedText = { agreement, version, ...(last !== undefined && { supersedes: last.digest }) };
  const signed = await signText(signedText, 'GRANTOR', keyOf(values.key, usage), systemClock());
  const out = values.out ?? file.replace(/\.ya?ml$/u, '.signed.json');
  writeSigned(out, signed);
  const before = inForceAt(history.entries, Infinity).flatMap((one) =>
    one.id === agreement.id ? [one.agreement] : [],
  );
  for (const change of diffAgreements(before, [agreement]))
    console.log(`${changeWords(change, 'en')}\n${changeWords(change, 'es')}`);
  console.log(`${out}: ${agreement.id} v${String(version)} ${digestOf(signedText)}`);
  return 0;
}
