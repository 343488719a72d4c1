import type { Browser, BrowserContext, Page } from 'playwright-core';

export type Locale = 'es-GT' | 'en-US';

/** The console as it stands open in a browser. */
export interface ConsolePage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of, content security policy included, and addresses that it asked of other hosts. */
  readonly faults: readonly string[];
}

/** Opens the query page as a browser of that language, and waits for its editors. */
export async function openConsole(browser: Browser, url: string, locale: Locale): Promise<ConsolePage> {
  const opened = await watchPage(browser, url, locale);
  await opened.page.goto(url);
  await opened.page.locator('.graphiql-query-editor .view-line').first().waitFor();
  return opened;
}

/** An empty page in a browser of that language, whose complaints are kept. */
export async function watchPage(browser: Browser, url: string, locale: Locale): Promise<ConsolePage> {
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // a browser reports every refused request by itself
    const refused =
      message.text().startsWith('Failed to load resource') && message.location().url.endsWith('/graphql');
    if (['error', 'warning'].includes(message.type()) && !refused) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    // what the page hands to the person as a file comes from the page itself
    if (!['data:', 'blob:'].includes(protocol) && origin !== url) faults.push(request.url());
  });
  return { page, context, faults };
}

/** Fills in the token, and waits for the schema that the page asks for with it. */
export async function fillInToken(page: Page, token: string): Promise<void> {
  const answered = answerTo(page, (operation) => operation === 'IntrospectionQuery');
  await page.fill('input[name=token]', token);
  await answered;
}

/** Presses the button that asks, and waits for the answer. */
export async function run(page: Page): Promise<void> {
  const answered = answerTo(page, (operation) => operation !== 'IntrospectionQuery');
  await page.click('.graphiql-execute-button');
  await answered;
}

/** Rows of a table of the account: each cell's text. */
export async function rowsOf(page: Page, table: 'states' | 'withheld'): Promise<string[][]> {
  const rows = await page.locator(`table.${table} tbody tr`).all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
}

async function answerTo(page: Page, isIt: (operation: string | undefined) => boolean): Promise<void> {
  await page.waitForResponse((response) => {
    const body = response.request().postDataJSON() as { operationName?: string } | null;
    return body !== null && isIt(body.operationName);
  });
}
