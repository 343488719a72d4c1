import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { type ConsolePage, type Locale, watchPage } from './console-page.js';

/** Opens a page of the console by its address, with a token filled in. */
export async function openPage(
  browser: Browser,
  url: string,
  path: string,
  locale: Locale,
  token: string,
): Promise<ConsolePage> {
  const opened = await watchPage(browser, url, locale);
  await opened.page.goto(`${url}/#${path}`);
  await opened.page.fill('input[name=token]', token);
  return opened;
}

/** Goes to another page of the console, as a link would. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`#${path}`)}`);
}

/** Fills in inputs by their names; a select takes the value of an option. */
export async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const select = page.locator(`main select[name=${name}]`);
    if ((await select.count()) > 0) await select.selectOption(value);
    else await page.fill(`main input[name=${name}]`, value);
  }
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact?: string | null;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

/**
 * What axe finds serious or critical for whoever cannot see, hear or point. Nothing is said of GraphiQL's own tabs, which hold a
 * button within what is a button to axe, and of its editor, which dims the number of its last line.
 */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run({ exclude: ['.graphiql-tab', '.monaco-editor'] }, { resultTypes: ['violations'] })`,
  );
  return (found as AxeResults).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** By how many pixels the page is wider than a phone of that width. */
export async function overhang(page: Page, width: number): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  // an editor lays itself out anew a moment later; what still stands out then does
  const fits = 'document.documentElement.scrollWidth <= innerWidth';
  await page.waitForFunction(fits, undefined, { timeout: 5_000 }).catch(() => undefined);
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  if (before !== null) await page.setViewportSize(before);
  return beyond;
}
