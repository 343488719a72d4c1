import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readYaml } from '../../common/problem.js';
import { diffAgreements } from '../../policy/diff/diff.js';
import { diffDocuments } from '../../policy/diff/documents.js';
import { changeWords, documentWords } from '../../policy/words/diff-words.js';
import { languages } from '../../policy/words/language.js';
import { agreementSources, readAgreements, readRegister, readVocabulary } from './agreement-files.js';

const same = {
  en: 'No difference: nobody gains or loses anything.',
  es: 'Ninguna diferencia: nadie gana ni pierde nada.',
};

/**
 * `istmo policy diff OLD NEW [--region FILE] [--json]`: says who gains and loses what between two agreement files or folders
 * of one State, for review before signing. Exit code 0 where there is no difference, 1 where there is.
 */
export function diff(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { region: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [old, next] = positionals;
  if (old === undefined || next === undefined || positionals.length > 2)
    throw new Error('istmo policy diff OLD NEW [--region FILE] [--json]');
  const vocabulary = readVocabulary();
  const register = readRegister(values.region);
  const grantor = grantorOf(old) ?? grantorOf(next) ?? '';
  const before = readAgreements(old, grantor, vocabulary, register);
  const after = readAgreements(next, grantor, vocabulary, register);
  const changes = diffAgreements(before, after);
  const documents = diffDocuments(before, after);
  const differs = changes.length + documents.length > 0;
  if (values.json) console.log(JSON.stringify({ changes, documents }, null, 2));
  else
    console.log(
      languages
        .map((language) =>
          differs
            ? [
                ...documents.map((one) => documentWords(one, language)),
                ...changes.map((one) => changeWords(one, language)),
              ].join('\n')
            : same[language],
        )
        .join('\n\n'),
    );
  return Promise.resolve(differs ? 1 : 0);
}

/** The State whose agreements stand there, as the first file says; undefined where there is none. */
function grantorOf(path: string): string | undefined {
  const [first] = agreementSources(path);
  if (first === undefined) return undefined;
  const parsed = z.object({ grantor: z.string() }).safeParse(readYaml(first.file, first.text).value);
  return parsed.data?.grantor;
}
