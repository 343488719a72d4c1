import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { Agent, request as send } from 'undici';
import { type AuditLog, openAuditLog } from '../../audit/log.js';
import { createNoteSigner } from '../../audit/note.js';
import { openStorage } from '../../audit/storage/open.js';
import type { PrivateKey } from '../../common/keys.js';
import type { Region } from '../../common/region.js';
import { createAsserter } from '../../gateway/states/assertion.js';
import type { RowsAnswer } from '../../policy/decide-rows.js';
import type { WorkedCase } from '../../policy/worked-case.js';
import { memberDocument } from '../../schema/sources.js';
import { vocabularyOf } from '../../schema/vocabulary.js';
import { agreementSet } from '../../subgraphs/kit/agreements.js';
import { createAssertionVerifier } from '../../subgraphs/kit/assertion.js';
import { createExecutor } from '../../subgraphs/kit/execute.js';
import { findableCoordinates, offeredCoordinates } from '../../subgraphs/kit/mapping/offered.js';
import { nodeSchema } from '../../subgraphs/kit/node-schema.js';
import { createNodeServer } from '../../subgraphs/kit/server.js';
import { makeKey } from '../region/data-folder.js';
import { demoStates } from '../region/demo-region.js';
import { answerOf, caseQuestion, type CasePage, nextPage, readCasePage } from './case-question.js';
import { openCaseSource, stateOf } from './case-source.js';

/** Answers worked cases through nodes: each over HTTP, with a database and agreements of its own. */
export interface CaseNodes {
  answer(worked: WorkedCase): Promise<RowsAnswer>;
  close(): Promise<void>;
}

export async function openCaseNodes(): Promise<CaseNodes> {
  const folder = await mkdtemp(join(tmpdir(), 'istmo-cases-'));
  const url = pathToFileURL(join(folder, 'log.db')).href;
  const log = await openAuditLog(await openStorage(url), createNoteSigner('cases', makeKey('cases')));
  const parts: CaseParts = { folder, log, key: makeKey('gateway'), agent: new Agent(), schemas: new Map() };
  return {
    answer: (worked) => answerCase(parts, worked),
    close: async () => {
      await parts.agent.destroy();
      await log.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface CaseParts {
  readonly folder: string;
  readonly log: AuditLog;
  readonly key: PrivateKey;
  readonly agent: Agent;
  readonly schemas: Map<string, ReturnType<typeof nodeSchema>>;
}

const document = memberDocument(false);
const vocabulary = vocabularyOf(document);

async function answerCase(parts: CaseParts, worked: WorkedCase): Promise<RowsAnswer> {
  const state = stateOf(worked);
  const schema = parts.schemas.get(state) ?? nodeSchema(document, vocabulary, state);
  parts.schemas.set(state, schema);
  const folder = join(parts.folder, randomUUID());
  await mkdir(folder);
  const source = await openCaseSource(worked, schema, folder);
  const app = createNodeServer({
    state,
    timeZone: 'UTC',
    states: new Set(demoStates.map(({ code }) => code)),
    schemaVersion: '1',
    verify: await createAssertionVerifier(regionOf(state, parts.key), state, source.clock),
    execute: createExecutor(schema, () => undefined),
    source,
    vocabulary,
    offered: offeredCoordinates(source.mapping, vocabulary),
    findable: findableCoordinates(source.mapping),
    agreements: agreementSet(worked.agreements),
    signedAgreements: '',
    log: parts.log,
    witnessed: {
      cosigned: undefined,
      refusals: new Map(),
      ask: () => Promise.resolve(),
      close: () => undefined,
    },
    clock: source.clock,
    logger: pino({ level: 'silent' }),
    maskSecret: parts.key.d,
  });
  try {
    const question = caseQuestion(worked.request, state, schema);
    const node = await app.listen({ host: '127.0.0.1', port: 0 });
    const pages: CasePage[] = [];
    let after: string | null = null;
    do {
      const body = JSON.stringify({ query: question.query, variables: question.variables(after) });
      const page = readCasePage(await ask(parts, worked, `${node}/graphql`, body));
      pages.push(page);
      after = nextPage(page);
    } while (after !== null);
    return answerOf(worked.request, pages);
  } finally {
    await app.close();
    await source.database.db.destroy();
  }
}

/** As a gateway asks: with an assertion of who asks, for which purpose, in which words. */
async function ask(
  { key, agent }: CaseParts,
  worked: WorkedCase,
  url: string,
  body: string,
): Promise<unknown> {
  const { agency, roles, purpose, date } = worked.request;
  const state = stateOf(worked);
  const assert = createAsserter('cases', key, 1, () => Date.parse(`${date}T12:00:00Z`));
  const assertion = assert({
    requestId: randomUUID(),
    requester: { agency, country: agency.slice(0, 2), officer: 'officer', client: 'cases', roles },
    declaration: { purpose, case: worked.name, urgency: 'ROUTINE' },
    requests: [{ state, body }],
  });
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${assertion.get(state)?.token ?? ''}`,
  };
  const answer = await send(url, { method: 'POST', headers, body, dispatcher: agent });
  return answer.body.json();
}

function regionOf(state: string, { kty, crv, kid, x }: PrivateKey): Region {
  const publicKey = { kty, crv, kid, x };
  const node = 'http://127.0.0.1';
  return {
    audience: node,
    gateways: [{ id: 'cases', publicKey }],
    states: [{ code: state, name: { en: state, es: state }, timeZone: 'UTC', node, publicKey }],
    agencies: [],
    witnesses: [],
    logs: [],
  };
}
