import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startTestRegion, type TestRegion } from '../integration/region-fixture.js';
import { launchChromium } from './chromium.js';
import { fillInToken, openConsole, rowsOf, run } from './console-page.js';

let region: TestRegion;
let browser: Browser;

beforeAll(async () => {
  [region, browser] = await Promise.all([startTestRegion(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await region.stop();
});

it('the query page of a real gateway asks an example with a real token and shows how each State answered', async () => {
  const { page, context, faults } = await openConsole(browser, region.gatewayUrl, 'en-US');
  await fillInToken(page, await region.token('us-atf-tracer'));
  await page.getByText('Has any State seen this firearm?').click();
  await run(page);

  await page.locator('table.states').waitFor();
  expect((await rowsOf(page, 'states')).map(([code]) => code)).toEqual(
    ['GT', 'SV', 'US'].map((code) => expect.stringContaining(code)),
  );
  expect(await rowsOf(page, 'withheld')).toContainEqual(
    expect.arrayContaining([expect.stringContaining('FirearmTrace.lastKnownPurchaser')]),
  );
  expect(faults).toEqual([]);
  await context.close();
});
