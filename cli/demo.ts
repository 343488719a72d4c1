import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createNoteSigner, parseVerifierKey } from '../audit/note.js';
import { openStorage } from '../audit/storage/open.js';
import { type Verification, verifyLog } from '../audit/verify.js';
import { readPrivateKey } from '../common/keys.js';
import { type Answer, ask } from './demo/answer.js';
import { expectations } from './demo/expectations.js';
import { type Question, questions } from './demo/questions.js';
import { rowsOf, table } from './demo/table.js';
import { demoGatewayId } from './region/demo-region.js';
import { type RunningRegion, startRegion } from './region/start-region.js';

/** `istmo demo [--json]`: a region on free ports, its questions and answers, its log verified. Exit code 0 if all is as it should be. */
export async function demo(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const say = (text: string): void => {
    if (!values.json) console.log(text);
  };
  const data = await mkdtemp(join(tmpdir(), 'istmo-demo-'));
  say('Istmo: starting on free ports / iniciando en puertos libres …');
  const region = await startRegion({ data, port: undefined });
  const stopAll = (): void => void region.stop().then(() => process.exit(130));
  process.once('SIGINT', stopAll).once('SIGTERM', stopAll);
  try {
    const answers: Answer[] = [];
    for (const question of questions) {
      const answer = await ask(region, question);
      answers.push(answer);
      say(describeAnswer(question, answer));
    }
    const states = await statesOf(region);
    const audit = await verify(region);
    const faults = answers.flatMap((answer) =>
      (expectations[answer.name]?.(answer) ?? ['no expectation']).map((fault) => `${answer.name}: ${fault}`),
    );
    if (!audit.ok) faults.push(`audit log: ${audit.problem}`);
    const entries = audit.ok ? audit.size : 0;
    if (values.json)
      console.log(
        JSON.stringify({ states, questions: answers, audit: { entries, verified: audit.ok } }, null, 2),
      );
    else
      say(
        `\nAudit log / bitácora: ${String(entries)} entries / asientos, ${audit.ok ? 'verified / verificada ✓' : 'WRONG / ALTERADA'}`,
      );
    for (const fault of faults) console.error(`✗ ${fault}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await region.stop();
    await rm(data, { recursive: true, force: true });
  }
}

function describeAnswer(
  { title }: Question,
  { as, purpose, data, states, withheld, auditEntry }: Answer,
): string {
  const counts = new Map<
    string,
    { state: string; coordinate: string; reason: string; records: number | string }
  >();
  for (const { state, coordinate, reason, records } of withheld)
    counts.set(`${state} ${coordinate} ${reason}`, {
      state,
      coordinate,
      reason,
      records: records?.length ?? 'all',
    });
  return `
■ ${title.en}
  ${title.es}
  as / como ${as}, for / para ${purpose}

${table(rowsOf(data))}

  States / Estados: ${states.map(({ code, status, ms }) => `${code} ${status} (${String(ms)} ms)`).join(', ')}
  Withheld / Reservado:
${table([...counts.values()])}
  Log entry / Asiento de bitácora: ${String(auditEntry)}`;
}

async function statesOf({
  states,
  gatewayUrl,
}: RunningRegion): Promise<readonly { code: string; status: string }[]> {
  const health = (await (await fetch(`${gatewayUrl}/health`)).json()) as { states: Record<string, string> };
  return states.map((code) => ({ code, status: health.states[code] ?? 'DOWN' }));
}

async function verify({ folder }: RunningRegion): Promise<Verification> {
  const signer = createNoteSigner(
    `istmo.example/log/gateway/${demoGatewayId}`,
    readPrivateKey(folder.keyFile('gateway-log')),
  );
  const storage = await openStorage(folder.databaseUrl('audit-log'));
  try {
    return await verifyLog(storage, parseVerifierKey(signer.verifierKey));
  } finally {
    await storage.close();
  }
}
