import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { rawGet, rawRequest, type RawAnswer } from '../testing/raw-request.builder.js';
import { startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';

const SCHOOL = '01940000-0000-7000-8000-00000000000a';
let database: FreshDatabase;
let counting: ServiceForTests;
let librarian: string;
beforeAll(async () => {
  database = await freshDatabase('kit_odd_requests');
  counting = await startForTests(countingDefinition, { ownerUrl: database.ownerUrl });
  librarian = `Bearer ${await counting.signer.account({ role: 'librarian', schoolId: SCHOOL })}`;
});
afterAll(async () => {
  await counting.stop();
  await database.drop();
});

const problemIn = ({ headers, text }: RawAnswer): unknown => [
  headers['content-type']?.split(';')[0],
  JSON.parse(text),
];
const aProblem = (status: number, code: string): unknown => [
  'application/problem+json',
  expect.objectContaining({ status, code, title: expect.not.stringContaining(code) as unknown }),
];

describe('an address that is not written as it should be', () => {
  it.each([
    ['/api/v1/counters?q=草房', '草房'],
    ['/api/v1/counters?q=红楼 梦'.replace(' ', '+'), '红楼 梦'],
    ['/api/v1/%63ounters?q=%E8%8D%89房', '草房'],
    ['/api/v1/counters?q=Töpferbuch', 'Töpferbuch'],
  ])('is taken as UTF-8 where it can be: %s', async (target, q) => {
    const { status, text } = await rawGet(counting.url, target, librarian);
    expect([status, JSON.parse(text)]).toEqual([200, { q }]);
  });

  it.each([
    ['/api/v1/counters?q=%E8'],
    ['/api/v1/counters?q=%zz'],
    ['/api/v1/counters/%E8'],
    ['/api/v1/counters/%zz'],
    ['/api/v1/%'],
    ['/%c0%ae%c0%ae/api'],
    ['/api/v1/counters#x'],
  ])('is refused with a problem document: %s', async (target) => {
    const answer = await rawGet(counting.url, target, librarian);
    expect([answer.status, problemIn(answer)]).toEqual([400, aProblem(400, 'request.unparsable')]);
    expect(answer.headers['x-request-id']).toBeDefined();
  });

  it('is read however the request is cut into packets, and its body goes with it', async () => {
    const body = JSON.stringify({ counter: '草房', by: 3 });
    const head = `POST /api/v1/counters?at=草房 HTTP/1.1\r\nhost: x\r\nauthorization: ${librarian}\r\n`;
    const rest = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    for (const parts of [
      [head + rest + body],
      [head + rest, body],
      [head, rest, body.slice(0, 5), body.slice(5)],
    ]) {
      const { status, text } = await rawRequest(counting.url, ...parts);
      expect([status, (JSON.parse(text) as { counter: string }).counter]).toEqual([201, '草房']);
    }
  });

  it('is refused in other bytes than UTF-8, with NUL and with blanks in it', async () => {
    for (const target of [
      Buffer.from('2f6170692f76312f636f756e746572733f713db2ddb7bf', 'hex'), // ?q=草房 in GB18030
      Buffer.from('/api/v1/counters?q=a\0b'),
      Buffer.from('/api/v1/counters?q=a b'),
    ]) {
      const answer = await rawGet(counting.url, target, librarian);
      const code = target.includes(0) ? 'request.invalid' : 'request.unparsable';
      expect([answer.status, problemIn(answer)]).toEqual([400, aProblem(400, code)]);
    }
  });

  it.each(['//api/v1/counters', '/api//v1/counters', '/api/v1/counters//', '/'])(
    'is no address of ours: %s',
    async (target) => {
      const answer = await rawGet(counting.url, target, librarian);
      expect([answer.status, problemIn(answer)]).toEqual([404, aProblem(404, 'resource.unknown')]);
    },
  );

  it('is longer than any id', async () => {
    const answer = await rawGet(counting.url, `/api/v1/counters/${'9'.repeat(201)}`, librarian);
    expect([answer.status, problemIn(answer)]).toEqual([404, aProblem(404, 'resource.unknown')]);
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['HELLO\r\n\r\n', 400, 'request.unparsable'],
    ['GET / HTTP/9.9\r\nhost: x\r\n\r\n', 400, 'request.unparsable'],
    ['GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n', 400, 'request.unparsable'],
    [`GET / HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'request.too-large'],
  ])('is refused with a problem document: %.30j', async (bytes, status, code) => {
    const answer = await rawRequest(counting.url, bytes);
    expect([answer.status, problemIn(answer)]).toEqual([status, aProblem(status, code)]);
  });
});
