import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { request } from 'undici';
import { openReading } from '../audit/storage/open-reading.js';
import { type Verification, verifyLog } from '../audit/verify.js';
import { readVerifier } from './audit/verifier-key.js';
import { type Answer, ask } from './demo/answer.js';
import { entryFaults, readEntry } from './demo/entry.js';
import { faultsIn } from './demo/expectations.js';
import { questions } from './demo/questions.js';
import { report } from './demo/report.js';
import { type RunningRegion, startRegion } from './region/start-region.js';

/** `istmo demo [--json]`: a region on free ports, its questions and answers, its log verified. Exit code 0 if all is as it should be. */
export async function demo(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const say = (text: string): void => {
    if (!values.json) console.log(text);
  };
  const data = mkdtempSync(join(tmpdir(), 'istmo-demo-'));
  process.once('exit', () => {
    rmSync(data, { recursive: true, force: true });
  });
  say('Istmo: starting on free ports / iniciando en puertos libres …');
  const region = await startRegion({ data, port: undefined, states: ['GT', 'SV', 'US'] });
  const stopAll = (): void => void region.stop().then(() => process.exit(130));
  process.once('SIGINT', stopAll).once('SIGTERM', stopAll);
  try {
    const shown = await show(region, say);
    if (values.json) console.log(JSON.stringify(asDocument(shown), null, 2));
    const faults = faultsOf(shown);
    for (const fault of faults) console.error(`✗ ${fault}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await region.stop();
  }
}

/** All that the demo shows. */
interface Shown {
  /** As they are before the questions, the last of which is asked with a node stopped. */
  readonly states: readonly { readonly code: string; readonly status: string }[];
  readonly answers: readonly Answer[];
  readonly entryFaults: readonly string[];
  readonly audit: Verification;
}

async function show(region: RunningRegion, say: (text: string) => void): Promise<Shown> {
  const states = await statesOf(region);
  const log = await openReading(region.folder.databaseUrl('audit-log'));
  try {
    const answers: Answer[] = [];
    const faults: string[] = [];
    for (const question of questions) {
      const answer = await ask(region, question);
      const entry = await readEntry(log, answer.auditEntry);
      answers.push(answer);
      faults.push(...entryFaults(answer, entry));
      say(report(question, answer, entry));
    }
    const audit = await verifyLog(log, readVerifier(undefined, region.folder));
    say(`\nAudit log / bitácora: ${audit.ok ? whole(audit.size) : 'WRONG / ALTERADA'}`);
    return { states, answers, entryFaults: faults, audit };
  } finally {
    await log.close();
  }
}

function whole(size: number): string {
  return `${String(size)} entries / asientos, verified / verificada ✓`;
}

function asDocument({ states, answers, audit }: Shown): unknown {
  return {
    states,
    questions: answers,
    audit: { entries: audit.ok ? audit.size : 0, verified: audit.ok },
  };
}

/** What is not as it should be in anything that is shown. */
function faultsOf({ states, answers, entryFaults, audit }: Shown): readonly string[] {
  return [
    ...states.flatMap(({ code, status }) => (status === 'UP' ? [] : [`${code} is ${status}`])),
    ...faultsIn(answers),
    ...entryFaults,
    ...(audit.ok ? [] : [`audit log: ${audit.problem}`]),
  ];
}

async function statesOf({ states, gatewayUrl }: RunningRegion): Promise<Shown['states']> {
  const { body } = await request(`${gatewayUrl}/health`);
  const health = (await body.json()) as { readonly states: Readonly<Record<string, string>> };
  return states.map((code) => ({ code, status: health.states[code] ?? 'DOWN' }));
}
