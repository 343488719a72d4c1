import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'libsql';
import type { Browser, Page } from 'playwright-core';
import { parseVerifierKey } from '../../audit/note.js';
import { checkReceipt } from '../../audit/receipt.js';
import { startTestRegion, type TestRegion } from '../integration/region-fixture.js';
import { launchChromium } from './chromium.js';
import { type ConsolePage, fillInToken, type Locale, openConsole, run } from './console-page.js';
import { barriers, fillIn, goTo, openPage, overhang } from './pages-fixture.js';

let region: TestRegion;
let browser: Browser;
let opened: ConsolePage;
/** A person of Honduras, of age, as its database has it. */
let person: { readonly key: string; readonly document: string };
/** Number of the entry of a question that two States answered with records. */
let answered: number;

const trace =
  'query Trace { firearmTraces(serialNumber: "BKR4471", make: "Glock", calibre: "9x19mm") { state hit records { id model } lastKnownPurchaser { personName } } }';

beforeAll(async () => {
  [region, browser] = await Promise.all([startTestRegion({ states: ['GT', 'HN', 'SV'] }), launchChromium()]);
  answered = (await region.ask('us-atf-tracer', trace)).extensions!.istmo.audit.entry;
  const database = new Sqlite(fileURLToPath(region.folder.databaseUrl('HN')), { readonly: true });
  person = database
    .prepare(
      `SELECT CAST(id_persona AS TEXT) AS key, dni AS document FROM persona
       WHERE dni GLOB '[0-9]*' AND substr(fec_nacimiento, 7) < '1985' ORDER BY id_persona LIMIT 1`,
    )
    .get() as typeof person;
  database.close();
  // the same case number, of another agency
  await region.ask('sv-pnc-investigator', trace);
});
afterEach(async () => {
  await opened.context.close();
});
afterAll(async () => {
  await browser.close();
  await region.stop();
});

async function open(path: string, as: string, locale: Locale = 'es-GT'): Promise<Page> {
  opened = await openPage(browser, region.gatewayUrl, path, locale, await region.token(as));
  return opened.page;
}

const submit = (page: Page) => page.click('main form button[type=submit]');

const regional = 'sv-sica-regional-auditor';

/** How each page comes to show what it is for. */
const pages: readonly (readonly [path: string, act: (page: Page) => Promise<void>, shows: string])[] = [
  ['/agreements', (page) => page.locator('.balances button').first().click(), '.compared'],
  [
    '/agreements/why',
    async (page) => {
      await page.locator('main select[name=state] option[value=GT]').waitFor({ state: 'attached' });
      await fillIn(page, {
        state: 'GT',
        coordinate: 'Firearm.make',
        purpose: 'FIREARM_TRACING',
        agency: 'US-ATF',
      });
      await submit(page);
    },
    '.verdict',
  ],
  ['/audit', submit, '.entries tbody tr'],
  ['/audit/entry/0', (page) => page.click('.receipt button[type=submit]'), '.receipt pre'],
  [
    '/audit/record',
    async (page) => {
      await fillIn(page, { record: 'SV:Firearm:A-000000' });
      await submit(page);
    },
    '.entries tbody tr',
  ],
  ['/audit/figures', submit, '.total'],
  ['/audit/signs', submit, '.sign'],
];

describe.each<{ locale: Locale; titles: readonly string[] }>([
  {
    locale: 'es-GT',
    titles: [
      'Quién da qué a quién',
      '¿Por qué se ve, o no se ve, un dato?',
      'Buscar en la bitácora',
      'Un asiento',
      'Quién leyó un registro',
      'Cifras de la bitácora',
      'Indicios de mal uso',
    ],
  },
  {
    locale: 'en-US',
    titles: [
      'Who gives what to whom',
      'Why is a field shown, or not?',
      'Search the log',
      'One entry',
      'Who read a record',
      'Figures of the log',
      'Signs of misuse',
    ],
  },
])('the pages of a real gateway in $locale', ({ locale, titles }) => {
  it('show what they are for, without barriers, and fit a phone', async () => {
    const page = await open('/agreements', regional, locale);
    const seen: unknown[] = [];
    for (const [path, act, shows] of pages) {
      await goTo(page, path);
      await act(page);
      await page.locator(shows).first().waitFor();
      seen.push([await page.textContent('h1'), await barriers(page), await overhang(page, 390)]);
    }
    expect(seen).toEqual(titles.map((title) => [title, [], 0]));
    expect(opened.faults).toEqual([]);
  });
});

it("the query page has no barriers beside GraphiQL's own, and fits a phone", async () => {
  opened = await openConsole(browser, region.gatewayUrl, 'en-US');
  expect(await barriers(opened.page)).toEqual([]);
  expect(await overhang(opened.page, 390)).toBe(0);
});

describe('the pages for agreements', () => {
  it('let a State see where it gives more than it gets, field beside field', async () => {
    const page = await open('/agreements', 'gt-pdh-national-auditor', 'en-US');
    await page.getByRole('button', { name: 'Compare with US' }).click();
    expect(await page.inputValue('main select[name=state]')).toBe('GT');
    const row = page.locator('.compared tbody tr', { has: page.locator('code', { hasText: /^Firearm$/u }) });
    expect(await row.locator('td').first().locator('code').allTextContents()).toContain('serialNumber');
    await page.getByText('Agency by agency').click();
    expect(await page.locator('details tbody tr').first().textContent()).toContain('GT → US-ATF');
  });

  it('lead from what an answer lacks to why it does, and to how it was at a past moment', async () => {
    opened = await openConsole(browser, region.gatewayUrl, 'es-GT');
    const { page } = opened;
    await fillInToken(page, await region.token('us-atf-tracer'));
    await page.getByText('¿Algún Estado ha visto esta arma?').click();
    await run(page);
    await page.locator('table.withheld a').first().click();
    const verdict = page.locator('.verdict');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain('FirearmTrace.lastKnownPurchaser');
    await page.locator('main select[name=state] option[value=GT]').waitFor({ state: 'attached' });
    await fillIn(page, { coordinate: 'Firearm.make', at: '2020-01-01T10:00' });
    await submit(page);
    await page.getByText('como lo firma el Estado de su historial').waitFor();
    expect(await verdict.textContent()).toContain('NOT_IN_AGREEMENT');
    await fillIn(page, { at: '' });
    await submit(page);
    await page.getByText('que el Estado tiene publicados ahora').waitFor();
    expect(await verdict.textContent()).toMatch(/^Firearm\.make · .*: se muestra/u);
    expect(page.url()).toBe(`${region.gatewayUrl}/#/agreements/why`);
  });
});

describe('the pages for releases', () => {
  it('take a request from the agency to two officers of the State, and back', async () => {
    const page = await open('/releases/ask', 'gt-pnc-investigator', 'es-GT');
    const token = async (as: string) => page.fill('input[name=token]', await region.token(as));
    const look = async () => {
      await goTo(page, '/releases');
      await page.locator('main select[name=state] option[value=HN]').waitFor({ state: 'attached' });
      await fillIn(page, { state: 'HN' });
      await submit(page);
      await page.locator('.release').first().waitFor();
    };
    await page.locator('main select[name=state] option[value=HN]').waitFor({ state: 'attached' });
    const found = { matchField: 'nationalIdentification', matchValue: person.document };
    await fillIn(page, {
      purpose: 'GANG_INVESTIGATION',
      case: 'C-77',
      state: 'HN',
      record: 'Person',
      ...found,
    });
    await fillIn(page, { fields: 'personName, sex', justification: 'Amenaza contra un testigo' });
    expect(await barriers(page)).toEqual([]);
    await submit(page);
    await page.getByText('Espera decisión').waitFor();
    await look();
    expect(await page.locator('.release details').count()).toBe(0);

    await token('hn-atic-release-officer');
    await look();
    await page.getByText('Amenaza contra un testigo').waitFor();
    await page.getByText('Decidir').click();
    await fillIn(page, { basis: 'Plan Trinacional' });
    expect([await barriers(page), await overhang(page, 390)]).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Proponer entrega' }).click();
    const approve = page.getByRole('button', { name: 'Aprobar esta propuesta' });
    await approve.click();
    await page.getByText('SECOND_OFFICER_MISSING').waitFor();

    await token('hn-atic-release-officer-2');
    await look();
    await approve.click();
    await page.locator('.release .good', { hasText: 'Entregado' }).waitFor();

    await token('gt-pnc-investigator');
    await look();
    expect(await page.locator('.release').first().textContent()).toContain(
      `HN:Person:${person.key}: personName, sex`,
    );
    expect(page.url()).toBe(`${region.gatewayUrl}/#/releases`);
    expect(opened.faults).toEqual([]);
  });
});

describe('the pages for auditors', () => {
  it('find an entry, show it in full, check its receipt, and open what is sealed with a second auditor', async () => {
    const page = await open('/audit', regional, 'en-US');
    await fillIn(page, { agency: 'US-ATF', case: 'CASE-1', record: 'SV:Firearm:A-000000' });
    await submit(page);
    await page.locator('.entries a').first().click();
    await page.locator('.entry-state').first().waitFor();
    expect(page.url()).toBe(`${region.gatewayUrl}/#/audit/entry/${String(answered)}`);
    expect(await page.locator('main dl').first().textContent()).toContain(
      'atf-7f3a · US-ATF (United States) · tracer',
    );
    await page.click('.receipt button[type=submit]');
    const receipt = page.locator('.receipt .good');
    await receipt.waitFor();
    expect(await receipt.textContent()).toContain(`Entry ${String(answered)} of`);
    await page.fill('input[name=second]', await region.token(regional));
    await page.click('.seal button[type=submit]');
    await page.getByText('A second auditor, of another name').waitFor();
    await page.fill('input[name=second]', await region.token('gt-pdh-national-auditor'));
    await page.click('.seal button[type=submit]');
    await page.locator('.seal pre').first().waitFor();
    expect(await page.locator('.seal pre').first().textContent()).toBe(trace);
    expect(await page.inputValue('input[name=second]')).toBe('');
  });

  it('tell who has read a record, how entries are distributed, and what looks like misuse', async () => {
    const page = await open('/audit/record', regional, 'es-GT');
    await fillIn(page, { record: 'SV:Firearm:A-000000' });
    await submit(page);
    await page.locator('.entries').waitFor();
    const officers = await page.locator('.entries tbody td:nth-child(4)').allTextContents();
    // the oldest last
    expect(officers.slice(-2)).toEqual(['pnc-sv-5e11', 'atf-7f3a']);
    await goTo(page, '/audit/figures');
    await fillIn(page, { case: 'CASE-1' });
    await submit(page);
    await page.locator('.total').waitFor();
    expect(await page.locator('.bars').first().locator('tr').allTextContents()).toEqual([
      'SV-PNC1',
      'US-ATF1',
    ]);
    await goTo(page, '/audit/signs');
    await submit(page);
    await page.locator('.sign').first().waitFor();
    expect(await page.locator('.sign').allTextContents()).toContainEqual(
      expect.stringContaining('Este número de caso lo dieron SV-PNC, US-ATF'),
    );
    const [said] = await page.getByText('Se examinaron los').allTextContents();
    expect(said).toMatch(/^Se examinaron los \d+ accesos de este período/u);
    expect(await page.getByText('Encontrados:').textContent()).toContain(
      'Un número de caso de varias agencias 1',
    );
  });

  it('give what is searched for as files with receipts that hold', async () => {
    const page = await open('/audit', regional, 'en-US');
    await fillIn(page, { case: 'CASE-1' });
    await page.getByText('Take away what is searched for').click();
    await page.check('input[name=receipts]');
    const take = async (format: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: format, exact: true }).click(),
      ]);
      return readFile(await download.path(), 'utf8');
    };
    const lines = (await take('NDJSON')).trimEnd().split('\n');
    await page.getByText('Saved: 2 entries').waitFor();
    const key = await (await fetch(`${region.gatewayUrl}/audit/log/key`)).text();
    const checked = lines.map((line) => {
      const { receipt } = JSON.parse(line) as { receipt: string };
      return checkReceipt(receipt, parseVerifierKey(key));
    });
    expect(checked.map((one) => [one.ok, one.ok && one.index])).toEqual([
      [true, answered + 1],
      [true, answered],
    ]);
    const csv = await take('CSV');
    expect(csv.split('\r\n').map((line) => line.split(',', 1)[0])).toEqual([
      'number',
      String(answered + 1),
      String(answered),
      '',
    ]);
  });

  it('say to who is no auditor what it takes', async () => {
    const page = await open('/audit', 'us-atf-tracer', 'es-GT');
    await submit(page);
    const refusal = page.locator('main .refused');
    await refusal.waitFor();
    expect(await refusal.textContent()).toContain('hace falta el token de un auditor');
    expect(await barriers(page)).toEqual([]);
  });
});
