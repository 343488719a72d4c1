import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { type IdentitySecrets, readIdentity } from '../../cli/region/data-folder.js';
import { demoAudience, issuerOf } from '../../cli/region/demo-region.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

let region: TestRegion;
let secrets: IdentitySecrets;

beforeAll(async () => {
  region = await startTestRegion();
  secrets = readIdentity(region.folder);
});
afterAll(async () => {
  await region.stop();
});

const query = '{ firearmTraces(serialNumber: "BKR4471", make: "Glock") { hit } }';

/** The code of a refusal as answered and as logged, with its status; and that nothing was disclosed. */
async function refusalOf(
  headers: Record<string, string | undefined>,
  text = query,
  variables = {},
): Promise<unknown> {
  const reply = await region.ask('us-atf-tracer', text, { headers, variables });
  const entry = await region.lastEntry('audit-log');
  expect(reply.data).toBeUndefined();
  expect(reply.errors?.[0]?.extensions['es']).toEqual(expect.any(String));
  return {
    status: reply.status,
    code: reply.errors?.[0]?.extensions['code'],
    logged: { type: entry.type, ...entry.data.outcome },
  };
}

function refused(status: number, code: string) {
  return { status, code, logged: { type: 'org.istmo.refusal.v1', result: 'REFUSED', code } };
}

/** A token of the demo provider's own key, with claims of our choice. */
async function forged(
  claims: Record<string, unknown>,
  key: Record<string, unknown> = secrets.signingKey,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const token = new SignJWT({
    iss: issuerOf(secrets.url, 'US-ATF'),
    aud: demoAudience,
    sub: 'us-atf-tracer',
    officer: 'atf-7f3a',
    roles: ['tracer'],
    iat: now,
    exp: now + 300,
    ...claims,
  });
  return `Bearer ${await token.setProtectedHeader({ alg: 'ES256', kid: 'demo' }).sign(await importJWK(key, 'ES256'))}`;
}

describe('a token', () => {
  it.each<[string, string, () => Promise<string | undefined> | string | undefined]>([
    ['that is missing', 'TOKEN_MISSING', () => undefined],
    ['that is no token', 'TOKEN_INVALID', () => 'Bearer nonsense'],
    ['that has expired', 'TOKEN_EXPIRED', () => forged({ exp: Math.floor(Date.now() / 1000) - 120 })],
    [
      'of an issuer that is not of the region',
      'TOKEN_ISSUER_UNKNOWN',
      () => forged({ iss: 'https://elsewhere.example' }),
    ],
    ['for another audience', 'TOKEN_AUDIENCE_WRONG', () => forged({ aud: 'https://other.example' })],
    [
      'that is not signed (alg: none)',
      'TOKEN_INVALID',
      () =>
        `Bearer ${new UnsecuredJWT({ officer: 'x', roles: ['tracer'] }).setIssuer(issuerOf(secrets.url, 'US-ATF')).setAudience(demoAudience).setExpirationTime('5m').encode()}`,
    ],
    [
      "of another agency's issuer than it was made for, changed afterwards",
      'TOKEN_INVALID',
      async () => {
        const [head, body, signature] = (await forged({})).split('.');
        const claims = JSON.parse(Buffer.from(body!, 'base64url').toString()) as Record<string, unknown>;
        const changed = Buffer.from(JSON.stringify({ ...claims, roles: ['tracer', 'analyst'] })).toString(
          'base64url',
        );
        return [head, changed, signature].join('.');
      },
    ],
  ])('%s is refused as %s', async (_, code, token) => {
    expect(await refusalOf({ authorization: await token() })).toEqual(refused(401, code));
  });

  it('that is good is taken, which shows that the forged ones fail for what was forged', async () => {
    const reply = await region.ask('us-atf-tracer', '{ me { agency officer roles } }', {
      headers: { authorization: await forged({}) },
    });
    expect(reply.data).toEqual({ me: { agency: 'US-ATF', officer: 'atf-7f3a', roles: ['tracer'] } });
  });

  it('gives no role that the register does not give its agency', async () => {
    const authorization = await forged({ roles: ['minister', 'tracer'] });
    const reply = await region.ask('us-atf-tracer', '{ me { roles } }', { headers: { authorization } });
    expect(reply.data).toEqual({ me: { roles: ['tracer'] } });
  });
});

describe('a request', () => {
  it.each<[string, number, string, Record<string, string | undefined>]>([
    ['without a purpose', 400, 'PURPOSE_MISSING', { 'istmo-purpose': undefined }],
    [
      'without purpose and case',
      400,
      'PURPOSE_MISSING',
      { 'istmo-purpose': undefined, 'istmo-case': undefined },
    ],
    ['with a purpose that does not exist', 400, 'PURPOSE_UNKNOWN', { 'istmo-purpose': 'CURIOSITY' }],
    ['without a case', 400, 'CASE_MISSING', { 'istmo-case': undefined }],
    ['with a case that is none', 400, 'CASE_INVALID', { 'istmo-case': 'a b<script>' }],
    ['that is urgent and does not say why', 400, 'JUSTIFICATION_MISSING', { 'istmo-urgency': 'URGENT' }],
    ['with another urgency', 400, 'URGENCY_INVALID', { 'istmo-urgency': 'NOW' }],
  ])('%s is refused', async (_, status, code, headers) => {
    expect(await refusalOf(headers)).toEqual(refused(status, code));
  });

  it('for trends needs no case', async () => {
    const text = '{ memberState(code: "SV") { statistics(year: 2013) { seizureCounts { month count } } } }';
    const reply = await region.ask('us-atf-tracer', text, {
      headers: { 'istmo-purpose': 'TREND_ANALYSIS', 'istmo-case': undefined },
    });
    expect([reply.status, reply.data, reply.errors]).toEqual([
      200,
      { memberState: { statistics: null } },
      undefined,
    ]);
    const { data } = await region.lastEntry('audit-log');
    expect([data.purpose, data.case]).toEqual(['TREND_ANALYSIS', undefined]);
  });

  it("that touches no State's records needs no purpose", async () => {
    const reply = await region.ask('us-atf-tracer', '{ memberStates { code nodeStatus } }', {
      headers: { 'istmo-purpose': undefined, 'istmo-case': undefined },
    });
    expect(reply.data).toEqual({
      memberStates: ['GT', 'SV', 'US'].map((code) => ({ code, nodeStatus: 'UP' })),
    });
  });

  it.each([
    ['a syntax error', 'GRAPHQL_PARSE_FAILED', '{ firearmTraces('],
    [
      'a field that does not exist',
      'GRAPHQL_VALIDATION_FAILED',
      '{ firearmTraces(serialNumber: "1", make: "x") { password } }',
    ],
    ['an operation of a kind that there is not', 'BAD_REQUEST', 'subscription { forget }'],
    [
      'several operations and no name of one',
      'BAD_REQUEST',
      'query A { me { agency } } query B { me { agency } }',
    ],
    [
      'more aliases than are admitted',
      'OPERATION_TOO_LARGE',
      `{ memberStates { ${Array.from({ length: 31 }, (_, n) => `a${String(n)}: code`).join(' ')} } }`,
    ],
    [
      'more root fields than are admitted',
      'OPERATION_TOO_LARGE',
      `{ ${Array.from({ length: 6 }, (_, n) => `a${String(n)}: me { agency }`).join(' ')} }`,
    ],
  ])('with %s is refused as %s', async (_, code, text) => {
    expect(await refusalOf({}, text)).toEqual(refused(400, code));
  });

  it('with a body that is too large is refused', async () => {
    expect(await refusalOf({}, `# ${'x'.repeat(300_000)}\n${query}`)).toEqual(refused(413, 'BODY_TOO_LARGE'));
  });

  it('with a variable that does not fit is refused without repeating its value', async () => {
    const text = 'query($s: String!) { firearmTraces(serialNumber: $s, make: "x") { hit } }';
    const reply = await region.ask('us-atf-tracer', text, { variables: { s: { secret: 'SECRET-4471' } } });
    expect([reply.status, reply.errors?.[0]?.extensions['code']]).toEqual([400, 'ARGUMENT_INVALID']);
    expect(JSON.stringify(reply)).not.toContain('SECRET-4471');
  });

  const serials = '{ edges { node { serialNumber } } }';

  it.each<[string, string, string, string, Record<string, unknown>]>([
    ['a page of a negative length', `firearms(first: -1) ${serials}`, 'first', 'de 1 a 100', {}],
    ['a page that is too long', `firearms(first: 2147483647) ${serials}`, 'first', 'de 1 a 100', {}],
    [
      'a broken cursor',
      `firearms(after: $v) ${serials}`,
      'after',
      'no es cursor de esta lista',
      { v: 'eyJ' },
    ],
    [
      'a text that is none',
      `firearms(filter: { serialNumber: { in: [$v] } }) ${serials}`,
      'filter.serialNumber.in',
      'un carácter que ningún registro puede tener',
      { v: 'A\0B' },
    ],
  ])('for %s says so at the argument, in both languages, and the other State answers', async (...given) => {
    const [, field, argument, es, variables] = given;
    const declared = 'v' in variables ? '($v: String!)' : '';
    const reply = await region.ask(
      'us-atf-tracer',
      `query${declared} { gt: memberState(code: "GT") { ${field} } sv: memberState(code: "SV") { firearms(first: 1) ${serials} } }`,
      { variables },
    );
    expect(reply.status).toBe(200);
    expect(reply.data).toEqual({
      gt: { firearms: null },
      sv: { firearms: { edges: [{ node: { serialNumber: expect.any(String) as unknown } }] } },
    });
    expect(reply.errors).toMatchObject([
      {
        path: ['gt', 'firearms'],
        message: expect.stringMatching(
          new RegExp(`^An argument is not valid. ${argument}: `, 'u'),
        ) as unknown,
        extensions: {
          ...{ code: 'ARGUMENT_INVALID', argument, state: 'GT', actor: 'client' },
          es: `Un argumento no es válido. ${argument}: ${es}.`,
        },
      },
    ]);
    expect(reply.extensions?.istmo.states.map(({ code, status }) => [code, status]).sort()).toEqual([
      ['GT', 'ANSWERED'],
      ['SV', 'ANSWERED'],
    ]);
  });

  it('with a variable that is a code of another list is refused at the argument', async () => {
    const reply = await region.ask(
      'us-atf-tracer',
      `query($f: FirearmFilter) { memberState(code: "GT") { firearms(filter: $f) ${serials} } }`,
      { variables: { f: { category: { in: ['PISTOL', 'SPOON'] } } } },
    );
    expect([reply.status, reply.errors]).toEqual([
      400,
      [
        {
          message: 'An argument is not valid. filter.category.in: no value of its type.',
          extensions: {
            ...{ code: 'ARGUMENT_INVALID', argument: 'filter.category.in', problem: 'NO_VALUE' },
            ...{ actor: 'client', retryable: false },
            es: 'Un argumento no es válido. filter.category.in: no es valor de su tipo.',
          },
        },
      ],
    ]);
  });

  it('that is wrong again and again leaves the State at hand for everybody else', async () => {
    const bad = `{ memberState(code: "GT") { firearms(first: 0) ${serials} } }`;
    for (let times = 0; times < 12; times += 1) await region.ask('us-atf-tracer', bad);
    const reply = await region.ask('us-atf-tracer', bad.replace('first: 0', 'first: 1'));
    expect(reply.errors).toBeUndefined();
    expect(reply.data).toEqual({
      memberState: { firearms: { edges: [{ node: { serialNumber: expect.any(String) as unknown } }] } },
    });
  });

  it('for a State that does not take part says so, at the place and in the log, and leaves the rest', async () => {
    const reply = await region.ask('us-atf-tracer', '{ memberState(code: "FR") { code } me { agency } }');
    expect(reply.data).toEqual({ memberState: null, me: { agency: 'US-ATF' } });
    expect(reply.errors).toMatchObject([{ path: ['memberState'], extensions: { code: 'UNKNOWN_STATE' } }]);
    const { type, data } = await region.lastEntry('audit-log');
    expect([type, data.outcome]).toEqual([
      'org.istmo.access.v1',
      { result: 'PARTIAL', code: 'UNKNOWN_STATE' },
    ]);
  });

  it.each([
    ['States', '{ memberStates(codes: ["GT", "FR"]) { code } }', 'codes', { memberStates: [{ code: 'GT' }] }],
    [
      'a trace',
      '{ firearmTraces(states: ["FR", "GT"], serialNumber: "1", make: "x") { hit } }',
      'states',
      { firearmTraces: [{ hit: 'NO_HIT' }] },
    ],
    ['what is shared', '{ me { sharing(states: ["FR"]) { state } } }', 'states', { me: { sharing: [] } }],
  ])(
    'for %s of a State that does not take part says so, at the argument, and the others answer',
    async (_, text, argument, data) => {
      const reply = await region.ask('us-atf-tracer', text);
      expect(reply.data).toEqual(data);
      expect(reply.errors).toMatchObject([{ extensions: { code: 'UNKNOWN_STATE', argument, state: 'FR' } }]);
      const entry = await region.lastEntry('audit-log');
      expect([entry.type, entry.data.outcome]).toEqual([
        'org.istmo.access.v1',
        { result: 'PARTIAL', code: 'UNKNOWN_STATE' },
      ]);
    },
  );

  it.each([
    ['a record of a State that does not take part', 'UNKNOWN_STATE', 'FR:Firearm:1'],
    ['a record id that is none', 'RECORD_ID_INVALID', 'GT:4711'],
  ])('for %s says %s, also in the log', async (_, code, id) => {
    const reply = await region.ask('us-atf-tracer', `{ firearm(id: "${id}") { make } }`);
    expect(reply.errors).toMatchObject([{ path: ['firearm'], extensions: { code } }]);
    expect((await region.lastEntry('audit-log')).data.outcome).toEqual({ result: 'PARTIAL', code });
  });

  it('leaves nothing of its values in the log', async () => {
    await region.ask(
      'us-atf-tracer',
      'query($s: String!) { firearmTraces(serialNumber: $s, make: "MARKED-LITERAL") { hit } }',
      {
        variables: { s: 'MARKED-VARIABLE' },
        headers: { 'istmo-urgency': 'URGENT', 'istmo-justification': 'MARKED-JUSTIFICATION' },
      },
    );
    expect(JSON.stringify(await region.entries('audit-log'))).not.toContain('MARKED');
  });
});
