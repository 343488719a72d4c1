import { buildSubgraphSchema } from '@apollo/subgraph';
import { type Asked, createAccess, fetchScope } from '../../gateway/access/access.js';
import { readMemberFetch } from '../../gateway/plan/member-fetch.js';
import { compilePolicy } from '../../policy/compile.js';
import { memberDocument } from '../../schema/sources.js';
import { vocabularyOf } from '../../schema/vocabulary.js';
import { manyAgreements } from './agreements.js';
import { openFirearms } from './firearms.js';

const states = ['BZ', 'CR', 'DO', 'GT', 'HN', 'NI', 'PA', 'SV', 'US'];
const asker = { agency: 'US-A1', roles: ['tracer'], purpose: 'FIREARM_TRACING', date: '2026-06-01' };

/**
 * `npm run bench -- policy`: what deciding costs, in CPU time of this process.
 *
 * @returns lines with the medians and their goals
 */
export async function benchPolicy(): Promise<readonly string[]> {
  const ratio = await enforcementRatio();
  return [
    `compiling 100 agreements × 50 agencies × 9 States: ${compiling().toFixed(0)} ms (goal: under 1,000)`,
    `deciding for an operation that was decided before: ${decidingAgain().toFixed(2)} µs (goal: under 5)`,
    `1,000 records under 9 grants, by the same without enforcement: × ${ratio.toFixed(2)} (goal: at most 1.3)`,
  ];
}

/** Milliseconds. */
function compiling(): number {
  const sets = states.map((state) => manyAgreements(state, 50, 100));
  return median(5, () => {
    const started = cpuMs();
    for (const set of sets) compilePolicy(set);
    return cpuMs() - started;
  });
}

/** Microseconds. */
function decidingAgain(): number {
  const document = memberDocument();
  const vocabulary = vocabularyOf(document);
  const access = createAccess(buildSubgraphSchema({ typeDefs: document }), vocabulary);
  const operation = readMemberFetch(
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Firearm { make model } } }',
  );
  const question = {
    scope: fetchScope(operation, {}),
    requester: { ...asker, country: 'US', officer: 'o', client: 'c' },
    declaration: { purpose: asker.purpose, case: 'C', urgency: 'ROUTINE' as const },
  };
  const asked: Asked = {
    representations: [{ __typename: 'Firearm', id: 'GT:Firearm:1' }],
    timeZone: 'America/Guatemala',
    offering: {
      digest: 'digest',
      agreementsDigest: 'digest',
      schemaVersion: '1',
      offered: new Set(['Firearm.make', 'Firearm.model']),
      policy: compilePolicy(manyAgreements('GT', 50, 100)),
    },
    now: Date.parse('2026-06-01T12:00:00Z'),
  };
  const times = 20_000;
  return median(9, () => {
    const started = cpuMs();
    for (let time = 0; time < times; time += 1) access(question)(asked);
    return ((cpuMs() - started) / times) * 1_000;
  });
}

/** Both in turn, so that what else the machine does meets both. */
async function enforcementRatio(): Promise<number> {
  const node = await openFirearms(1_000, asker);
  const cost = async (enforced: boolean): Promise<number> => {
    const started = cpuMs();
    for (let time = 0; time < 10; time += 1) await node.answer(enforced);
    return cpuMs() - started;
  };
  await cost(true);
  await cost(false);
  const ratios: number[] = [];
  for (let turn = 0; turn < 15; turn += 1) ratios.push((await cost(true)) / (await cost(false)));
  await node.close();
  return middle(ratios);
}

function median(turns: number, measure: () => number): number {
  return middle(Array.from({ length: turns }, measure));
}

function middle(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
