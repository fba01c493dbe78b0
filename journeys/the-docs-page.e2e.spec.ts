import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { note } from '@shulian/test-kit';
import type { Browser, Page } from 'playwright-core';
import { aBrowser, chromiumHere } from './a-browser.builder.js';
import { County } from './a-county.builder.js';

const minutes = 60_000;
const SIGN_IN = { username: 'reads-the-page', password: 'a-page-to-read-1' };
let county: County;

beforeAll(async () => {
  const started = await County.start('postgres');
  if (started === null) throw new Error('PostgreSQL is always there');
  county = started;
  await county.admin.post('/api/v1/accounts', { ...SIGN_IN, grants: [{ role: 'county-viewer' }] });
  await county.admin.post('/api/v1/schools', { code: 'TX', name: '桃溪小学', kind: 'primary' });
}, 5 * minutes);
afterAll(() => (county as County | undefined)?.stop(), minutes);

const browserPath = chromiumHere();
if (browserPath === null)
  note(
    'skipped',
    'the page of the API in Chromium: none in the usual places, and SHULIAN_CHROMIUM names none',
  );
const withChromium = browserPath === null ? describe.skip : describe;

withChromium('the page of the API in Chromium', () => {
  let browser: Browser;
  const requests: string[] = [];
  const broken: string[] = [];
  beforeAll(async () => {
    browser = await aBrowser(browserPath ?? '');
  }, minutes);
  afterAll(() => browser.close());

  const open = async (path: string, width = 1280): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 844 }, locale: 'zh-CN' });
    page.setDefaultTimeout(20_000);
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4')) broken.push(message.text());
    });
    await page.goto(`${county.url}${path}`);
    return page;
  };
  const signInOn = async (page: Page, password: string): Promise<void> => {
    await page.locator('#session summary').click();
    await page.fill('[name=username]', SIGN_IN.username);
    await page.fill('[name=password]', password);
    await page.click('#session button');
  };

  it(
    'is where / leads, finds operations by Chinese words, codes and what a problem is called, and speaks English too',
    async () => {
      const page = await open('/');
      expect(page.url()).toBe(`${county.url}/docs`);
      await page.waitForSelector('.operation');
      const foundBy = async (query: string): Promise<string[]> => {
        await page.fill('#search', query);
        return page.locator('.operation').evaluateAll((rows) => rows.map(({ id }) => id));
      };
      expect(await foundBy('试算 借出')).toEqual(['checkouts.dry-run']);
      expect(await foundBy('reader.at-limit')).toContain('checkouts.create');
      expect(await foundBy('已借满')).toContain('checkouts.create');
      expect(await foundBy('没有这样的接口')).toEqual([]);
      await page.fill('#search', '试算');
      await page.click('#language');
      expect(await page.locator('.operation').first().innerText()).toContain(
        'Tells what a checkout would be told',
      );
      await page.close();
    },
    minutes,
  );

  it(
    'shows problems, examples and schemas, each with its link',
    async () => {
      const page = await open('/docs#checkouts.create');
      const operation = page.locator('details[open].operation');
      await operation.locator('form').waitFor();
      const text = await operation.innerText();
      for (const part of [
        'checkout.refused',
        '不能借出',
        'reader.at-limit',
        '示例',
        '"copyBarcode"',
        'circulation.desk',
      ])
        expect(text).toContain(part);
      expect(await operation.locator('a[href="/problems/checkout.refused"]').count()).toBe(1);
      await operation.locator('a[href="#schema/CheckOutView"]').first().click();
      await page.locator('main a[href="#schema/LoanView"]').click();
      expect(await page.locator('main h1').innerText()).toBe('LoanView');
      expect(await page.locator('main').innerText()).toContain('dueOn');
      await page.locator('main a[href="#schema/CheckOutView"]').click();
      await page.locator('main a[href="#checkouts.create"]').click();
      await operation.locator('form').waitFor();
      await page.close();
    },
    minutes,
  );

  it(
    'tries an operation with the token of who signed in, and shows the curl line of it',
    async () => {
      const page = await open('/docs#schools.list');
      const form = page.locator('details[open] form.tryout');
      await form.getByText('发送').click();
      await form.getByText('authentication.required').waitFor();

      await signInOn(page, 'wrong');
      await page.locator('#session').getByText('登录信息不正确').waitFor();
      await page.fill('[name=password]', SIGN_IN.password);
      await page.click('#session button');
      await page.locator('#session summary', { hasText: SIGN_IN.username }).waitFor();
      await form.getByText('发送').click();
      await form.getByText('"桃溪小学"').waitFor();
      await form.getByText('复制 curl').click();
      const line = await form.locator('pre').innerText();
      expect(line).toContain(`curl -sS -X GET '${county.url}/api/v1/schools'`);
      expect(line).toContain('Bearer $TOKEN');
      await page.close();
    },
    minutes,
  );

  it(
    'fits a phone: nothing is wider than the screen, whatever is open',
    async () => {
      for (const path of [
        '/docs',
        '/docs#checkouts.create',
        '/docs#catalog-imports.create',
        '/docs#schema/LoanView',
      ]) {
        const page = await open(path, 390);
        await page.waitForSelector(
          path.includes('schema') ? 'main h1' : path.includes('#') ? 'form.tryout' : '.operation',
        );
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect([path, width]).toEqual([path, 390]);
        await page.close();
      }
    },
    minutes,
  );

  it('asks nobody but its own county, and nothing in it breaks', () => {
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter((url) => !url.startsWith(`${county.url}/`))).toEqual([]);
    expect(broken).toEqual([]);
  });
});
