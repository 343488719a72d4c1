import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { dateIn, systemClock } from '../../common/clock.js';
import { describeProblem } from '../../common/problem.js';
import { checkExpectation } from '../../policy/expectations/check.js';
import { parseExpectations } from '../../policy/expectations/expectations.js';
import { languages } from '../../policy/words/language.js';
import { readAgreements, readRegister, readVocabulary } from './agreement-files.js';
import { offeredBy } from './offered.js';

/**
 * `istmo policy test FILE [--agreements DIR] [--region FILE]`: holds a State's agreements against what it expects of them; by
 * default those of the folder `agreements` beside the file. Exit code 1 where one is not met, with file, line and column.
 */
export function test(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { agreements: { type: 'string' }, region: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('istmo policy test FILE [--agreements DIR] [--region FILE]');
  const lines = failuresOf(file, values);
  for (const line of lines) console.error(line);
  if (lines.length === 0) console.log(`${file}: ok`);
  return Promise.resolve(lines.length === 0 ? 0 : 1);
}

interface Places {
  readonly agreements?: string | undefined;
  readonly region?: string | undefined;
}

/** Every expectation of a file that is not met, a line each; also what is wrong with the file itself. */
export function failuresOf(file: string, { agreements: path, region }: Places = {}): readonly string[] {
  const vocabulary = readVocabulary();
  const register = readRegister(region);
  const parsed = parseExpectations(file, readFileSync(file, 'utf8'), vocabulary, register);
  if (!parsed.ok) return parsed.problems.map(describeProblem);
  const { state, date, expectations } = parsed.expectations;
  const timeZone = register.states.find(({ code }) => code === state)?.timeZone;
  if (timeZone === undefined)
    return [
      describeProblem(
        parsed.problemAt(
          ['state'],
          `no State ${state} in the register / no hay Estado ${state} en el registro`,
        ),
      ),
    ];
  const agreements = readAgreements(path ?? join(dirname(file), 'agreements'), state, vocabulary, register);
  const explaining = { vocabulary, agreements, offered: offeredBy(undefined, vocabulary) };
  const day = date ?? dateIn(timeZone, systemClock());
  return expectations.flatMap((expectation, index) =>
    checkExpectation(explaining, register, state, day, expectation).map(({ path: at, words }) => {
      const message = languages
        .map((language) => `${expectation.name[language]}: ${words[language]}`)
        .join(' / ');
      return describeProblem(parsed.problemAt(['expectations', index, ...at], message));
    }),
  );
}
