import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ask, type Asked } from './query/ask.js';
import { exampleCommand, savedQueries, type SavedQuery } from './query/catalogue.js';
import { withProgress } from './query/progress.js';
import { exitCodes, outcomeOf } from './query/reply.js';
import { report } from './query/report.js';
import { readVariables } from './query/variables.js';
import { dataFolder } from './region/data-folder.js';
import { demoToken } from './region/token.js';

const options = {
  var: { type: 'string', multiple: true, default: [] as string[] },
  as: { type: 'string' },
  purpose: { type: 'string' },
  case: { type: 'string' },
  url: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string', default: '.istmo' },
  json: { type: 'boolean', default: false },
} as const;

/**
 * `istmo query [NAME --var key=value …]`: lists the questions of docs/queries, or asks one.
 *
 * @returns 0 a full answer, 1 nothing could be asked, 2 wrongly called, 3 a partial answer, 4 refused
 */
export async function query(args: readonly string[]): Promise<number> {
  const called = readCall(args);
  if (called instanceof Error) return wrongUse([called.message]);
  const { values, positionals } = called;
  const queries = savedQueries();
  const [name] = positionals;
  if (name === undefined) {
    console.log(listing(queries));
    return exitCodes.FULL;
  }
  const saved = queries.get(name);
  if (saved === undefined)
    return wrongUse([
      `no question ${name}; there are / no hay pregunta ${name}; hay: ${[...queries.keys()].join(', ')}`,
    ]);
  const given = readVariables(saved, values.var);
  if (!given.ok) return wrongUse([...given.problems, `for example / por ejemplo: ${exampleCommand(saved)}`]);
  const asked = await askedOf(saved, given.variables, values);
  const reply = await withProgress(ask(asked), asked.token, (line) => {
    console.error(line);
  });
  console.log(values.json ? JSON.stringify(reply, null, 2) : report(reply));
  return exitCodes[outcomeOf(reply)];
}

function readCall(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

interface Options {
  readonly as?: string | undefined;
  readonly purpose?: string | undefined;
  readonly case?: string | undefined;
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  readonly data: string;
}

/** Of a gateway of one's own with one's own token, else of the demo region. */
async function askedOf(
  { text, purpose, as }: SavedQuery,
  variables: Asked['variables'],
  given: Options,
): Promise<Asked> {
  const folder = dataFolder(given.data);
  const wanted = given.purpose ?? purpose;
  const asksAsDemo = given.token === undefined;
  const token = given.token ?? (await demoToken(folder, given.as ?? as));
  return {
    url: given.url ?? demoGatewayUrl(folder.gatewayUrlFile),
    token,
    purpose: wanted,
    caseNumber: given.case ?? (asksAsDemo && wanted !== undefined ? 'DEMO-1' : undefined),
    text,
    variables,
  };
}

/** Where the region that was started last in this folder has its gateway. */
function demoGatewayUrl(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'http://127.0.0.1:4000';
}

function wrongUse(problems: readonly string[]): number {
  for (const problem of problems) console.error(`istmo query: ${problem}`);
  return exitCodes.WRONG_USE;
}

function listing(queries: ReadonlyMap<string, SavedQuery>): string {
  return [...queries.values()]
    .map(({ name, title, as, purpose, variables }) => {
      const given = variables.map((variable) => `      --var ${variable.name}=…  ${variable.typeText}`);
      const who = `as / como ${as}${purpose === undefined ? '' : `, for / para ${purpose}`}`;
      return [name, `    ${title.en}`, `    ${title.es}`, `    ${who}`, ...given].join('\n');
    })
    .join('\n\n');
}
