import { readFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { decideRows, type RowsAnswer } from '../../policy/decide-rows.js';
import { parseWorkedCases, type WorkedCase } from '../../policy/worked-case.js';
import { memberDocument } from '../../schema/sources.js';
import { vocabularyOf } from '../../schema/vocabulary.js';
import { openCaseNodes } from './case-nodes.js';

/** What came of a case: its answer, or why there is none. */
type Actual = RowsAnswer | { readonly error: string };

/**
 * `istmo policy decide CASES.json [--node]`: prints the cases with `actual` beside `expected`. With `--node` each is answered
 * over HTTP by a node with the case's agreements and a database of its records.
 *
 * @returns 1 where an answer is not the one that is expected, 2 where the file is no file of cases
 */
export async function decideCases(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { node: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new Error('istmo policy decide CASES.json [--node]');
  const cases = readCases(file);
  if (cases === undefined) return 2;
  const actual = values.node ? await answeredByNodes(cases) : cases.map(decided);
  const different = cases.filter(
    ({ expected }, index) => expected !== undefined && !isDeepStrictEqual(plain(actual[index]), expected),
  );
  const shown = cases.map((worked, index) => ({ ...worked, actual: actual[index] }));
  process.stdout.write(`[\n${shown.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
  for (const { name } of different) console.error(`${name}: not as expected / no como se esperaba`);
  const equal = cases.length - different.length;
  console.error(
    `${String(equal)} of ${String(cases.length)} as expected / ${String(equal)} de ${String(cases.length)} como se esperaba`,
  );
  return different.length === 0 ? 0 : 1;
}

function readCases(file: string): readonly WorkedCase[] | undefined {
  try {
    return parseWorkedCases(file, readFileSync(file, 'utf8'), vocabularyOf(memberDocument(false)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function decided({ agreements, records, request }: WorkedCase): Actual {
  return decideRows(agreements, records, request);
}

async function answeredByNodes(cases: readonly WorkedCase[]): Promise<readonly Actual[]> {
  const nodes = await openCaseNodes();
  const answers: Actual[] = [];
  try {
    for (const worked of cases)
      answers.push(
        await nodes
          .answer(worked)
          .catch((error: unknown) => ({ error: error instanceof Error ? error.message : String(error) })),
      );
    return answers;
  } finally {
    await nodes.close();
  }
}

/** As it is printed. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
