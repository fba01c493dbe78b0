import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unzipped } from '@shulian/documents/testing';
import type { ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { Answering } from '../front-door/an-answering-service.builder.js';

const SCHOOL = '01940000-0000-7000-8000-000000000001';
const OTHER = '01940000-0000-7000-8000-000000000002';
const MEI = '01940000-0000-7000-8000-00000000000a';
const named = { id: MEI, name: '梅小雨', cardNumber: 'R0000001', className: '语文组' };
const TERM = 'from=2026-09-01&to=2027-01-31';

let database: FreshDatabase;
let gateway: ServiceForTests;
let librarian: string;
const services = {
  circulation: new Answering(),
  catalog: new Answering(),
  readers: new Answering(),
  reporting: new Answering(),
};

beforeAll(async () => {
  database = await freshDatabase('gateway_register_packs');
  gateway = await aGateway(database.ownerUrl, {
    circulation: await services.circulation.start(),
    catalog: await services.catalog.start(),
    readers: await services.readers.start(),
    reporting: await services.reporting.start(),
  });
  librarian = await gateway.signer.account({ role: 'librarian', schoolId: SCHOOL });
});
afterAll(async () => {
  await gateway?.stop();
  for (const service of Object.values(services)) service.stop();
  await database?.drop();
});

/** A list that tells of a reader, as its service hands it over. */
const lines = [
  {
    name: 'x',
    title: '登记表',
    notes: [],
    language: 'zh',
    columns: [
      { key: 'borrower', title: '读者', type: 'who' },
      { key: 'title', title: '题名', type: 'text' },
    ],
  },
  { borrower: { kind: 'reader', id: MEI }, title: '城南旧事' },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

beforeEach(() => {
  for (const service of Object.values(services)) {
    service.input = [];
    service.at.clear();
    service.answer = { status: 200, body: lines };
  }
  services.readers.at.set('/api/v1/readers/search', {
    status: 200,
    body: { items: [named], nextCursor: null },
  });
});

const pack = (query = TERM, as = librarian): Promise<Response> =>
  fetch(`${gateway.url}/api/v1/register-packs?format=csv&${query}`, {
    headers: { authorization: `Bearer ${as}`, 'accept-language': 'zh' },
  });
const filesOf = async (answer: Response): Promise<ReadonlyMap<string, Buffer>> =>
  unzipped(await buffer(answer.body as unknown as AsyncIterable<Uint8Array>));
const contentsOf = (files: ReadonlyMap<string, Buffer>): string[] =>
  (files.get('00-登记表目录.csv')?.toString() ?? '').replace('\ufeff', '').trimEnd().split('\r\n');

describe('the mandated registers of a school', () => {
  it('[RPT-004] come in one call, each from the service that keeps it, with names put in for whoever asks', async () => {
    const answer = await pack();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="registers-2026-09-01-2027-01-31.zip"',
    );
    const files = await filesOf(answer);
    expect([...files.keys()]).toEqual([
      'A-教职工借阅登记表.csv',
      'B-各室报纸记载表.csv',
      'C-各室期刊记载表.csv',
      'D-购书情况登记表.csv',
      'E-图书修补记载表.csv',
      'F-图书注销登记表.csv',
      'G-学生服务队工作记录表.csv',
      'H-教师借阅书刊预约登记表.csv',
      'I-学生阅览、借书统计表.csv',
      'J-学生借阅登记表.csv',
      '00-登记表目录.csv',
    ]);
    expect(files.get('A-教职工借阅登记表.csv')?.toString()).toContain('梅小雨,R0000001,语文组,城南旧事');
    const days = `schoolId=${SCHOOL}&from=2026-09-01&to=2027-01-31`;
    expect(services.circulation.input.map(({ url }) => url)).toEqual([
      `/api/v1/loan-registers/entries?register=staff&${days}&format=lines`,
      `/api/v1/hold-register?readerKind=teacher&${days}&format=lines`,
      `/api/v1/loan-registers/entries?register=pupils&${days}&format=lines`,
    ]);
    // What tells of no reader is printed where it is kept.
    expect(services.reporting.input).toMatchObject([
      { url: `/api/v1/reports/class-reading-table?${days}&format=csv`, authorization: `Bearer ${librarian}` },
    ]);
    expect(contentsOf(files)).toEqual([
      '册,名称,文件,情况',
      'A,教职工借阅登记表,A-教职工借阅登记表.csv,已打印',
      ...[...files.keys()]
        .slice(1, -1)
        .map((name) => `${name.slice(0, 1)},${name.slice(2, -4)},${name},已打印`),
    ]);
  });

  it('say in their contents which of them could not be had, and why', async () => {
    services.catalog.answer = { status: 403, body: { code: 'access.denied' } };
    services.reporting.answer = {
      status: 503,
      body: { code: 'service.busy', retryAfterSeconds: 1 },
    };
    services.readers.answer = { status: 500, body: { code: 'internal' } };
    const files = await filesOf(await pack());
    expect([...files.keys()].map((name) => name.slice(0, 1))).toEqual(['A', 'H', 'J', '0']);
    expect(contentsOf(files)).toContain('F,图书注销登记表,,不能查看');
    expect(contentsOf(files)).toContain('G,学生服务队工作记录表,,服务暂不可用，请稍后再打印');
    expect(contentsOf(files)).toContain('I,学生阅览、借书统计表,,服务暂不可用，请稍后再打印');
  }, 30_000);

  it('are for the people of the school alone, and for a year at most', async () => {
    expect((await pack(`${TERM}&schoolId=${OTHER}`)).status).toBe(403);
    expect((await pack('from=2025-09-01&to=2026-09-01')).status).toBe(200);
    expect((await pack('from=2025-09-01&to=2026-09-02')).status).toBe(400);
    expect((await pack('from=2026-09-02&to=2026-09-01')).status).toBe(400);
    const teacher = await gateway.signer.account({ role: 'teacher', schoolId: SCHOOL });
    expect((await pack(TERM, teacher)).status).toBe(403);
  }, 30_000);
});
