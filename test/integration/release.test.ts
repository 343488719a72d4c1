import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'libsql';
import { fromRoot } from '../../common/root.js';
import { type Reply, startTestRegion, type TestRegion } from './region-fixture.js';

let region: TestRegion;
/** A person of Honduras, of age, as its database has it. */
let person: { readonly key: string; readonly document: string; readonly name: string };

beforeAll(async () => {
  region = await startTestRegion({ states: ['HN', 'SV'] });
  const database = new Sqlite(fileURLToPath(region.folder.databaseUrl('HN')), { readonly: true });
  const row = database
    .prepare(
      `SELECT id_persona, dni, nombre FROM persona
       WHERE dni GLOB '[0-9]*' AND substr(fec_nacimiento, 7) < '1985' ORDER BY id_persona LIMIT 1`,
    )
    .get() as { readonly id_persona: number; readonly dni: string; readonly nombre: string };
  database.close();
  person = { key: String(row.id_persona), document: row.dni, name: row.nombre };
});
afterAll(() => region.stop());

const [asker, proposer, approver] = [
  'gt-pnc-investigator',
  'hn-atic-release-officer',
  'hn-atic-release-officer-2',
];
const justification = 'Amenaza contra un testigo';
const purpose = { 'istmo-purpose': 'GANG_INVESTIGATION', 'istmo-case': 'C-77' };
/** Officers who decide declare nothing. */
const nothing = { 'istmo-purpose': undefined, 'istmo-case': undefined };
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

const fields = `id status agency case record recordId match { field value } fields deadline justification candidates reason
  proposal { digest officer records fields until } released { agreement records fields until }`;

async function requested(value: string, headers: object = {}, deadline = 'DAYS_3'): Promise<Reply> {
  const query = `mutation($input: ReleaseInput!) { requestRelease(input: $input) { ${fields} } }`;
  const input = {
    state: 'HN',
    record: 'Person',
    match: [{ field: 'nationalIdentification', value }],
    fields: ['personName', 'sex'],
    deadline,
    justification,
  };
  return region.ask(asker, query, { variables: { input }, headers: { ...purpose, ...headers } });
}

type Release = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly proposal: { readonly digest: string } | null;
  readonly candidates: readonly string[] | null;
};

function releaseIn({ data, errors }: Reply, field: string): Release {
  const found = data?.[field];
  if (found == null) throw new Error(JSON.stringify(errors));
  return found as Release;
}

function codesOf({ errors = [] }: Reply): readonly unknown[] {
  return errors.map(({ extensions }) => extensions['code']);
}

const as = (who: string, text: string): Promise<Reply> => region.ask(who, text, { headers: nothing });

const read = async (who: string, id: string): Promise<Release> =>
  releaseIn(await as(who, `{ releaseRequest(id: "${id}") { ${fields} } }`), 'releaseRequest');

async function propose(who: string, id: string, more = ''): Promise<Reply> {
  const terms = `{ records: ["HN:Person:${person.key}"], until: "${tomorrow}", legalBasis: ["Plan Trinacional"] ${more} }`;
  return as(who, `mutation { proposeRelease(id: "${id}", terms: ${terms}) { ${fields} } }`);
}

async function approve(who: string, id: string): Promise<Reply> {
  const digest = (await read(proposer, id)).proposal?.digest ?? '';
  return as(who, `mutation { approveRelease(id: "${id}", proposal: "${digest}") { ${fields} } }`);
}

/** What is seen of the person by its id. */
async function seen(who: string, headers: object = {}): Promise<unknown> {
  const query = `{ person(id: "HN:Person:${person.key}") { personName sex birthDate } }`;
  const { data } = await region.ask(who, query, { headers: { ...purpose, ...headers } });
  return data?.['person'] ?? null;
}

const untold = { personName: null, sex: null, birthDate: null };

function istmo(...args: readonly string[]): Promise<string> {
  const command = [fromRoot('dist', 'cli', 'main.js'), ...args, '--data', region.folder.path];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, (error, out, err) =>
      error === null ? resolve(out) : reject(new Error(err)),
    );
  });
}

describe('a release on request', () => {
  let id: string;

  it('can be asked for after a hit, and waits', async () => {
    const query = `{ personLookups(nationalIdentification: "${person.document}", states: ["HN"]) { hit } }`;
    const { data } = await region.ask(asker, query, { headers: purpose });
    expect(data).toEqual({ personLookups: [{ hit: 'HIT' }] });
    const release = releaseIn(await requested(person.document), 'requestRelease');
    ({ id } = release);
    expect(release).toEqual({
      id: expect.stringMatching(/^HN:Release:[\w-]{43}$/u),
      status: 'REQUESTED',
      agency: 'GT-PNC',
      case: 'C-77',
      record: 'Person',
      recordId: null,
      match: [{ field: 'nationalIdentification', value: person.document }],
      fields: ['personName', 'sex'],
      deadline: 'DAYS_3',
      justification: null,
      candidates: null,
      reason: null,
      proposal: null,
      released: null,
    });
    expect(await seen(asker)).toEqual(expect.not.objectContaining({ personName: person.name }));
  });

  it('is answered alike where there is no such record', async () => {
    const none = releaseIn(await requested('0000000000000'), 'requestRelease');
    const some = await read(asker, id);
    const alike = { id: '', match: [] };
    expect({ ...none, ...alike }).toEqual({ ...some, ...alike });
    expect(await read(asker, none.id)).toEqual(none);
  });

  it('is refused where no agreement lets the agency ask for such records, or it is not urgent', async () => {
    expect(codesOf(await requested(person.document, { 'istmo-purpose': 'FIREARM_TRACING' }))).toEqual([
      'RELEASE_NOT_OPEN',
    ]);
    expect(codesOf(await requested(person.document, {}, 'HOURS_8'))).toEqual(['ARGUMENT_INVALID']);
  });

  it("is shown to the State's officers with its reason and the records that fit, and to no other agency", async () => {
    expect(await read(proposer, id)).toMatchObject({
      justification,
      candidates: [`HN:Person:${person.key}`],
    });
    const { data } = await as(proposer, '{ releaseRequests(state: "HN") { requests { id status } next } }');
    expect(data?.['releaseRequests']).toMatchObject({ next: null });
    expect(JSON.stringify(data)).toContain(id);
    const others = await as('sv-pnc-investigator', '{ releaseRequests(state: "HN") { requests { id } } }');
    expect(others.data).toEqual({ releaseRequests: { requests: [] } });
    const foreign = await as('sv-pnc-release-officer', `{ releaseRequest(id: "${id}") { id } }`);
    expect(foreign.data).toEqual({ releaseRequest: null });
  });

  it('takes a proposal of one officer and the approval of another', async () => {
    expect(codesOf(await propose(asker, id))).toEqual(['RELEASE_OFFICERS_ONLY']);
    expect(codesOf(await propose(proposer, id, 'fields: ["passport"]'))).toEqual(['ARGUMENT_INVALID']);
    expect(releaseIn(await propose(proposer, id), 'proposeRelease')).toMatchObject({ status: 'PROPOSED' });
    expect(await read(asker, id)).toMatchObject({ status: 'REQUESTED', proposal: null });
    expect(codesOf(await approve(proposer, id))).toEqual(['SECOND_OFFICER_MISSING']);
    expect(
      codesOf(await as(approver, `mutation { approveRelease(id: "${id}", proposal: "x") { id } }`)),
    ).toEqual(['RELEASE_NOT_PROPOSED']);
    expect(await seen(asker)).not.toMatchObject({ personName: person.name });
    expect(releaseIn(await approve(approver, id), 'approveRelease')).toMatchObject({ status: 'APPROVED' });
    expect(codesOf(await approve(approver, id))).toEqual(['RELEASE_DECIDED']);
    expect(await read(asker, id)).toMatchObject({
      status: 'APPROVED',
      released: {
        agreement: `HN-RELEASE-${id.split(':')[2] ?? ''}`,
        records: [`HN:Person:${person.key}`],
        fields: ['personName', 'sex'],
        until: tomorrow,
      },
    });
  });

  it('opens the record within ten seconds, for that case and agency alone, and no other field', async () => {
    const start = Date.now();
    while (JSON.stringify(await seen(asker)).includes('"personName":null') || (await seen(asker)) === null) {
      if (Date.now() - start > 10_000) throw new Error('not within ten seconds');
    }
    expect(await seen(asker)).toEqual({ ...untold, personName: person.name, sex: expect.any(String) });
    for (const headers of [{ 'istmo-case': 'C-78' }, { 'istmo-purpose': 'FIREARM_TRACING' }])
      expect(JSON.stringify(await seen(asker, headers))).not.toContain(person.name);
    expect(JSON.stringify(await seen('us-atf-tracer'))).not.toContain(person.name);
  });

  it('is published without the case and the record, and kept without reason and person in history and logs', async () => {
    const published = await (await fetch(`${region.nodeUrl('HN')}/agreements`)).text();
    const payload = Buffer.from(published.split('.')[1] ?? '', 'base64url').toString();
    expect(payload).toContain('HN-RELEASE-');
    const history = readFileSync(region.folder.agreementsFile('HN'), 'utf8');
    const logs = JSON.stringify([await region.entries('audit-log'), await region.entries('access-log-HN')]);
    for (const secret of [justification, person.document, person.name])
      expect([payload, history, logs].filter((text) => text.includes(secret))).toEqual([]);
    for (const secret of ['C-77', `HN:Person:${person.key}"`]) expect(payload).not.toContain(secret);
  });

  it('leaves an entry of each step in both logs, which tell the same', async () => {
    const stepsIn = async (log: string) =>
      (await region.entries(log)).flatMap(({ data }) =>
        (data.releases ?? [])
          .filter((one) => one.id === id && one.step !== 'READ')
          .map(({ step }) => `${step} ${data.requester?.officer ?? ''} ${data.outcome.code ?? ''}`.trim()),
      );
    const expected = [
      'REQUESTED pnc-gt-c8d0',
      'PROPOSED pnc-gt-c8d0 RELEASE_OFFICERS_ONLY',
      'PROPOSED hn-atic-e1 ARGUMENT_INVALID',
      'PROPOSED hn-atic-e1',
      'APPROVED hn-atic-e1 SECOND_OFFICER_MISSING',
      'APPROVED hn-atic-e2 RELEASE_NOT_PROPOSED',
      'APPROVED hn-atic-e2',
      'APPROVED hn-atic-e2 RELEASE_DECIDED',
    ];
    expect(await stepsIn('access-log-HN')).toEqual(expected);
    expect(await stepsIn('audit-log')).toEqual(expected);
    const out = await istmo('audit', 'reconcile', '--state', 'HN', '--json');
    expect(JSON.parse(out)).toMatchObject({ findings: [] });
  });

  it('ends when it is revoked, as any agreement does', async () => {
    const agreement = `HN-RELEASE-${id.split(':')[2] ?? ''}`;
    const key = region.folder.keyFile('state-HN');
    await istmo('agreement', 'revoke', agreement, '--key', key, '--reason', 'test');
    const start = Date.now();
    while (JSON.stringify(await seen(asker)).includes(person.name))
      if (Date.now() - start > 10_000) throw new Error('not within ten seconds');
    expect(JSON.stringify(await seen(asker))).not.toContain(person.name);
  });

  it('is refused with a reason by any of the officers, the one who proposed it too', async () => {
    const next = releaseIn(await requested(person.document), 'requestRelease').id;
    await propose(proposer, next);
    const refusal = `mutation { refuseRelease(id: "${next}", reason: "Falta la orden") { status } }`;
    expect((await as(proposer, refusal)).data).toEqual({ refuseRelease: { status: 'REFUSED' } });
    expect(await read(asker, next)).toMatchObject({ status: 'REFUSED', reason: 'Falta la orden' });
    expect(codesOf(await as(approver, refusal))).toEqual(['RELEASE_DECIDED']);
  });

  it('is listed, proposed and approved on the command line', async () => {
    const next = releaseIn(await requested(person.document), 'requestRelease').id;
    const list = await istmo('release', 'list', '--state', 'HN', '--status', 'REQUESTED', '--as', proposer);
    expect(list).toContain(`${next}  REQUESTED  GT-PNC C-77 GANG_INVESTIGATION  Person`);
    const terms = ['--record', `HN:Person:${person.key}`, '--until', tomorrow, '--basis', 'Plan Trinacional'];
    const told = await istmo('release', 'propose', next, ...terms, '--as', proposer);
    expect(told).toContain(`why / por qué: ${justification}`);
    const [digest = ''] = /(?<=propuesta: )\S+/u.exec(told) ?? [];
    const approval = ['release', 'approve', next, '--proposal', digest, '--as'];
    await expect(istmo(...approval, proposer)).rejects.toThrow('Debe aprobar otra persona');
    expect(await istmo(...approval, approver)).toContain(`${next}  APPROVED`);
    const history = await istmo('agreement', 'history', '--state', 'HN');
    expect(history).toContain('released / entregado');
  });
});
