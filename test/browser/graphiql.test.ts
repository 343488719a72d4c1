import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fromRoot } from '../../common/root.js';
import { buildPage, type PageBuild } from '../../console/build/build-page.js';
import { examples } from '../../console/examples.js';
import { launchChromium } from './chromium.js';
import { type StandInGateway, startStandInGateway } from './stand-in-gateway.js';

const token = `e30.${Buffer.from(JSON.stringify({ sub: 'officer-7f3a', exp: 4_102_444_800 })).toString('base64url')}.x`;

const reply = {
  data: { firearmTraces: [{ state: 'GT', hit: 'HIT', records: [{ id: 'GT:Firearm:4711' }] }] },
  extensions: {
    istmo: {
      requestId: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
      states: [
        { code: 'GT', status: 'ANSWERED', ms: 14.2 },
        { code: 'US', status: 'UNAVAILABLE', ms: 3000 },
      ],
      withheld: [
        { state: 'GT', coordinate: 'FirearmTrace.lastKnownPurchaser', reason: 'NOT_IN_AGREEMENT' },
        {
          state: 'GT',
          coordinate: 'Firearm.seizure',
          reason: 'PURPOSE_NOT_COVERED',
          agreement: 'GT-US-ATF-2026-01',
          records: ['GT:Firearm:4711'],
        },
        { state: 'US', coordinate: 'FirearmTrace', reason: 'STATE_UNAVAILABLE' },
      ],
      audit: { entry: 1234 },
    },
  },
};

let build: PageBuild;
let browser: Browser;
let gateway: StandInGateway;
let context: BrowserContext;
let page: Page;
/** What the browser asked of other hosts, and what it complained of. */
let faults: string[];

beforeAll(async () => {
  const into = mkdtempSync(join(tmpdir(), 'istmo-console-'));
  build = { sources: fromRoot('console'), lockFile: fromRoot('package-lock.json'), into };
  await buildPage(build);
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser.close();
  rmSync(build.into, { recursive: true });
});

beforeEach(async () => {
  gateway = await startStandInGateway(build.into, reply);
  faults = [];
});

afterEach(async () => {
  await context.close();
  await gateway.app.close();
});

/** Opens the page as a browser of that language, with its editors ready. */
async function open(locale: 'es-GT' | 'en-US'): Promise<void> {
  context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.on('console', (message) => {
    const { url } = message.location();
    // a browser reports every refused request itself
    const ownReport = message.text().startsWith('Failed to load resource') && url.endsWith('/graphql');
    if (['error', 'warning'].includes(message.type()) && !ownReport) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && origin !== gateway.url) faults.push(request.url());
  });
  await page.goto(gateway.url);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

/** Fills in the token, and waits for the schema that the page asks for with it. */
async function fillInToken(filledIn: string = token): Promise<void> {
  const answered = answerTo((operation) => operation === 'IntrospectionQuery');
  await page.fill('input[name=token]', filledIn);
  await answered;
}

async function run(): Promise<void> {
  const answered = answerTo((operation) => operation !== 'IntrospectionQuery');
  await page.click('.graphiql-execute-button');
  await answered;
}

async function answerTo(isIt: (operation: string | undefined) => boolean): Promise<void> {
  await page.waitForResponse((response) => {
    const body = response.request().postDataJSON() as { operationName?: string } | null;
    return body !== null && isIt(body.operationName);
  });
}

/** Rows of a table of the account, each cell's text. */
function rows(table: 'states' | 'withheld'): Promise<string[][]> {
  return page
    .locator(`table.${table} tbody tr`)
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );
}

describe('the GraphiQL page', () => {
  it('sends what is filled in as headers, and the token alone with the question for the schema', async () => {
    await open('en-US');
    await fillInToken();
    await page.selectOption('select[name=purpose]', 'GANG_INVESTIGATION');
    await page.fill('input[name=case]', 'PNC/2026-1');
    expect(await page.locator('input[name=justification]').count()).toBe(0);
    await page.selectOption('select[name=urgency]', 'URGENT');
    await page.fill('input[name=justification]', 'riesgo para la víctima: acción ya');
    await run();
    const sent = gateway.asked.map(({ headers, body }) => ({
      operation: body.operationName,
      authorization: headers.authorization,
      declared: Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('istmo-'))),
    }));
    const authorization = `Bearer ${token}`;
    expect(sent).toEqual([
      { operation: 'IntrospectionQuery', authorization, declared: {} },
      {
        operation: 'WhoTakesPart',
        authorization,
        declared: {
          'istmo-purpose': 'GANG_INVESTIGATION',
          'istmo-case': 'PNC/2026-1',
          'istmo-urgency': 'URGENT',
          'istmo-justification': 'riesgo para la víctima: acción ya',
        },
      },
    ]);
    expect(faults).toEqual([]);
  });

  it('fills query, variables, purpose and case from an example, and asks it', async () => {
    const example = examples.find(({ id }) => id === 'cocaine');
    await open('en-US');
    await fillInToken();
    await page.getByRole('button', { name: example?.title.en ?? '' }).click();
    expect(await page.inputValue('select[name=purpose]')).toBe(example?.purpose);
    expect(await page.inputValue('input[name=case]')).toBe(example?.caseNumber);
    expect(await page.textContent('.token-note')).toContain(`npx istmo token ${example?.as ?? ''}`);
    await page.getByRole('button', { name: 'CocaineSeizures' }).waitFor();
    await run();
    const { body, headers } = gateway.asked.at(-1)!;
    expect({ ...body, purpose: headers['istmo-purpose'] }).toEqual({
      query: example?.query,
      operationName: 'CocaineSeizures',
      variables: example?.variables,
      purpose: 'DRUG_INVESTIGATION',
    });
    expect(faults).toEqual([]);
  });

  it.each([
    {
      locale: 'es-GT' as const,
      example: '¿Algún Estado ha visto esta arma?',
      entry: 'Asiento de la bitácora 1234',
      states: [
        ['GT Guatemala', 'Contestó', '14'],
        ['US Estados Unidos', 'No se alcanza', '3000'],
      ],
      withheld: [
        ['GT', 'FirearmTrace.lastKnownPurchaser', 'Ningún convenio con su agencia lo otorga', '—'],
        ['GT', 'Firearm.seizure en registros: 1', 'El convenio no cubre esta finalidad', 'GT-US-ATF-2026-01'],
        ['US', 'FirearmTrace', 'No se alcanza al Estado', '—'],
      ],
    },
    {
      locale: 'en-US' as const,
      example: 'Has any State seen this firearm?',
      entry: 'Log entry 1234',
      states: [
        ['GT Guatemala', 'Answered', '14'],
        ['US United States', 'Cannot be reached', '3000'],
      ],
      withheld: [
        ['GT', 'FirearmTrace.lastKnownPurchaser', 'No agreement with your agency gives it', '—'],
        [
          'GT',
          'Firearm.seizure in records: 1',
          'The agreement does not cover this purpose',
          'GT-US-ATF-2026-01',
        ],
        ['US', 'FirearmTrace', 'The State cannot be reached', '—'],
      ],
    },
  ])('shows how the answer came to be, in the language of the browser: $locale', async (expected) => {
    await open(expected.locale);
    await fillInToken();
    await page.getByRole('button', { name: expected.example }).click();
    await run();
    await page.locator('table.withheld').waitFor();
    expect({
      entry: await page.textContent('.log-entry'),
      states: await rows('states'),
      withheld: await rows('withheld'),
    }).toEqual({ entry: expected.entry, states: expected.states, withheld: expected.withheld });
    expect(faults).toEqual([]);
  });

  it('asks nothing by itself without a token, and shows the refusal in the chosen language', async () => {
    await open('en-US');
    expect(gateway.asked).toEqual([]);
    await run();
    const refusal = page.locator('.account .problems');
    await refusal.waitFor();
    expect(await refusal.textContent()).toBe('TOKEN_MISSING No bearer token was sent.');
    await page.getByRole('button', { name: 'Español' }).click();
    expect(await refusal.textContent()).toBe('TOKEN_MISSING No se envió token.');
    expect(await page.locator('.graphiql-response').textContent()).toContain('TOKEN_MISSING');
    expect(faults).toEqual([]);
  });

  it('says beside the token why the gateway did not give its schema, and asks for it once', async () => {
    await open('es-GT');
    await fillInToken('expired');
    const refusal = page.locator('.schema-refused');
    await refusal.waitFor();
    expect(await refusal.textContent()).toBe(
      'La pasarela no entregó el esquema: TOKEN_EXPIRED El token ha vencido.',
    );
    await fillInToken();
    await refusal.waitFor({ state: 'detached' });
    expect(gateway.asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer expired',
      `Bearer ${token}`,
    ]);
    expect(faults).toEqual([]);
  });

  it('marks what does not fit the schema, by workers of its own host', async () => {
    await open('en-US');
    await fillInToken();
    await page.locator('.graphiql-query-editor .view-line').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('{ me { agency nonsense } }');
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
    const workers = page.workers().map((worker) => worker.url().replace(/-\w+\.js$/u, ''));
    expect(workers).toContain(`${gateway.url}/console/graphql`);
    expect(faults).toEqual([]);
  });

  it('keeps what was filled in for the tab alone', async () => {
    await open('es-GT');
    await fillInToken();
    await page.getByRole('button', { name: '¿Algún Estado ha visto esta arma?' }).click();
    await run();
    await page.reload();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    expect(await page.inputValue('input[name=token]')).toBe(token);
    expect(await page.inputValue('select[name=purpose]')).toBe('FIREARM_TRACING');
    expect(page.url()).toBe(`${gateway.url}/`);
    expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
    const stranger = await context.newPage();
    await stranger.goto(gateway.url);
    expect(await stranger.inputValue('input[name=token]')).toBe('');
    expect(faults).toEqual([]);
  });

  it('is not built again while its sources and versions are the same', async () => {
    await open('en-US');
    expect(await buildPage(build)).toBe(false);
  });
});
