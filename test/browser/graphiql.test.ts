import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { fromRoot } from '../../common/root.js';
import { buildPage, type PageBuild } from '../../console/build/build-page.js';
import { examples } from '../../console/examples.js';
import { launchChromium } from './chromium.js';
import { type ConsolePage, fillInToken, type Locale, openConsole, rowsOf, run } from './console-page.js';
import { reply } from './reply.js';
import { type StandInGateway, startStandInGateway } from './stand-in-gateway.js';

const token = `e30.${Buffer.from(JSON.stringify({ sub: 'officer-7f3a', exp: 4_102_444_800 })).toString('base64url')}.x`;

// a browser on a busy machine takes its time

let build: PageBuild;
let browser: Browser;
let gateway: StandInGateway;
let opened: ConsolePage;

beforeAll(async () => {
  const into = mkdtempSync(join(tmpdir(), 'istmo-console-'));
  build = { sources: fromRoot('console'), lockFile: fromRoot('package-lock.json'), into };
  await buildPage(build);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  rmSync(build.into, { recursive: true });
});

beforeEach(async () => {
  gateway = await startStandInGateway(build.into, reply);
});

afterEach(async () => {
  await opened.context.close();
  await gateway.app.close();
});

async function open(locale: Locale): Promise<void> {
  opened = await openConsole(browser, gateway.url, locale);
}

describe('the GraphiQL page', () => {
  it('sends what is filled in as headers, and the token alone with the question for the schema', async () => {
    await open('en-US');
    await fillInToken(opened.page, token);
    await opened.page.selectOption('select[name=purpose]', 'GANG_INVESTIGATION');
    await opened.page.fill('input[name=case]', 'PNC/2026-1');
    expect(await opened.page.locator('input[name=justification]').count()).toBe(0);
    await opened.page.selectOption('select[name=urgency]', 'URGENT');
    await opened.page.fill('input[name=justification]', 'riesgo para la víctima: acción ya');
    await run(opened.page);
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
    expect(opened.faults).toEqual([]);
  });

  it('fills query, variables, purpose and case from an example, and asks it', async () => {
    const example = examples.find(({ id }) => id === 'cocaine');
    await open('en-US');
    await fillInToken(opened.page, token);
    await opened.page.getByRole('button', { name: example?.title.en ?? '' }).click();
    expect(await opened.page.inputValue('select[name=purpose]')).toBe(example?.purpose);
    expect(await opened.page.inputValue('input[name=case]')).toBe(example?.caseNumber);
    expect(await opened.page.textContent('.token-note')).toContain(`npx istmo token ${example?.as ?? ''}`);
    await opened.page.getByRole('button', { name: 'CocaineSeizures' }).waitFor();
    await run(opened.page);
    const { body, headers } = gateway.asked.at(-1)!;
    expect({ ...body, purpose: headers['istmo-purpose'] }).toEqual({
      query: example?.query,
      operationName: 'CocaineSeizures',
      variables: example?.variables,
      purpose: 'DRUG_INVESTIGATION',
    });
    expect(opened.faults).toEqual([]);
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
    await fillInToken(opened.page, token);
    await opened.page.getByRole('button', { name: expected.example }).click();
    await run(opened.page);
    await opened.page.locator('table.withheld').waitFor();
    expect({
      entry: await opened.page.textContent('.log-entry'),
      states: await rowsOf(opened.page, 'states'),
      withheld: await rowsOf(opened.page, 'withheld'),
    }).toEqual({ entry: expected.entry, states: expected.states, withheld: expected.withheld });
    expect(opened.faults).toEqual([]);
  });

  it('asks nothing by itself without a token, and shows the refusal in the chosen language', async () => {
    await open('en-US');
    expect(gateway.asked).toEqual([]);
    await run(opened.page);
    const refusal = opened.page.locator('.account .problems');
    await refusal.waitFor();
    expect(await refusal.textContent()).toBe('TOKEN_MISSING No bearer token was sent.');
    await opened.page.getByRole('button', { name: 'Español' }).click();
    expect(await refusal.textContent()).toBe('TOKEN_MISSING No se envió token.');
    expect(await opened.page.locator('.graphiql-response').textContent()).toContain('TOKEN_MISSING');
    expect(opened.faults).toEqual([]);
  });

  it('says beside the token why the gateway did not give its schema, and asks for it once', async () => {
    await open('es-GT');
    await fillInToken(opened.page, 'expired');
    const refusal = opened.page.locator('.schema-refused');
    await refusal.waitFor();
    expect(await refusal.textContent()).toBe(
      'La pasarela no entregó el esquema: TOKEN_EXPIRED El token ha vencido.',
    );
    await fillInToken(opened.page, token);
    await refusal.waitFor({ state: 'detached' });
    expect(gateway.asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer expired',
      `Bearer ${token}`,
    ]);
    expect(opened.faults).toEqual([]);
  });

  it('marks what does not fit the schema, by workers of its own host', async () => {
    await open('en-US');
    await fillInToken(opened.page, token);
    await opened.page.locator('.graphiql-query-editor .view-line').first().click();
    await opened.page.keyboard.press('ControlOrMeta+A');
    await opened.page.keyboard.type('{ me { agency nonsense } }');
    await opened.page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
    const workers = opened.page.workers().map((worker) => worker.url().replace(/-\w+\.js$/u, ''));
    expect(workers).toContain(`${gateway.url}/console/graphql`);
    expect(opened.faults).toEqual([]);
  });

  it('keeps what was filled in for the tab alone', async () => {
    await open('es-GT');
    await fillInToken(opened.page, token);
    await opened.page.getByRole('button', { name: '¿Algún Estado ha visto esta arma?' }).click();
    await run(opened.page);
    await opened.page.reload();
    await opened.page.locator('.graphiql-query-editor .view-line').first().waitFor();
    expect(await opened.page.inputValue('input[name=token]')).toBe(token);
    expect(await opened.page.inputValue('select[name=purpose]')).toBe('FIREARM_TRACING');
    expect(opened.page.url()).toBe(`${gateway.url}/`);
    expect(await opened.context.storageState()).toEqual({ cookies: [], origins: [] });
    const stranger = await opened.context.newPage();
    await stranger.goto(gateway.url);
    expect(await stranger.inputValue('input[name=token]')).toBe('');
    expect(opened.faults).toEqual([]);
  });

  it('is not built again while its sources and versions are the same', async () => {
    await open('en-US');
    expect(await buildPage(build)).toBe(false);
  });
});
