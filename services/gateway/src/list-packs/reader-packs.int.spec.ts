import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unzipped } from '@shulian/documents/testing';
import type { ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { Answering } from '../front-door/an-answering-service.builder.js';

const SCHOOL = '01940000-0000-7000-8000-000000000001';
const MEI = '01940000-0000-7000-8000-00000000000a';
const profile = { id: MEI, schoolId: SCHOOL, name: '梅小雨' };

let database: FreshDatabase;
let gateway: ServiceForTests;
let librarian: string;
const services = {
  circulation: new Answering(),
  catalog: new Answering(),
  readers: new Answering(),
  activities: new Answering(),
};

beforeAll(async () => {
  database = await freshDatabase('gateway_reader_packs');
  gateway = await aGateway(database.ownerUrl, {
    circulation: await services.circulation.start(),
    catalog: await services.catalog.start(),
    readers: await services.readers.start(),
    activities: await services.activities.start(),
  });
  librarian = await gateway.signer.account({ role: 'librarian', schoolId: SCHOOL });
});
afterAll(async () => {
  await gateway?.stop();
  for (const service of Object.values(services)) service.stop();
  await database?.drop();
});
beforeEach(() => {
  for (const service of Object.values(services)) {
    service.input = [];
    service.at.clear();
    service.answer = { status: 200, body: { items: [], nextCursor: null } };
  }
  services.readers.at.set(`/api/v1/readers/${MEI}`, { status: 200, body: profile });
});

const pack = (query = `readerId=${MEI}&format=json`, as = librarian): Promise<Response> =>
  fetch(`${gateway.url}/api/v1/reader-packs?${query}`, {
    headers: { authorization: `Bearer ${as}`, 'accept-language': 'zh' },
  });
const filesOf = async (answer: Response): Promise<ReadonlyMap<string, Buffer>> =>
  unzipped(await buffer(answer.body as unknown as AsyncIterable<Uint8Array>));

describe('what is kept of one reader', () => {
  it('comes as data of all services, every page of every list, asked for with the token of whoever asks', async () => {
    const loans = `/api/v1/loans?readerId=${MEI}&schoolId=${SCHOOL}`;
    services.circulation.at.set(loans, { status: 200, body: { items: [{ id: 1 }], nextCursor: 'a b' } });
    services.circulation.at.set(`${loans}&cursor=a%20b`, {
      status: 200,
      body: { items: [{ id: 2 }], nextCursor: null },
    });
    const answer = await pack();
    expect(answer.headers.get('content-disposition')).toContain(`reader-${MEI}.zip`);
    const files = await filesOf(answer);
    expect(files.size).toBe(19);
    expect(JSON.parse(files.get('01-读者档案.json')?.toString() ?? '')).toEqual(profile);
    expect(JSON.parse(files.get('02-借阅.json')?.toString() ?? '')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(JSON.parse(files.get('14-读书笔记.json')?.toString() ?? '')).toEqual([]);
    const asked = Object.values(services).flatMap(({ input }) => input);
    expect(asked.every(({ authorization }) => authorization === `Bearer ${librarian}`)).toBe(true);
    expect(asked.every(({ url }) => url.includes(MEI))).toBe(true);
  });

  it('says what could not be had, and asks for the own without a school', async () => {
    services.catalog.answer = { status: 403, body: { code: 'permission.denied' } };
    const own = await gateway.signer.account({ role: 'reader', schoolId: SCHOOL, readerId: MEI });
    const files = await filesOf(await pack(undefined, own));
    expect(files.get('00-个人信息目录.csv')?.toString()).toContain('17,档案证明,,不能查看');
    expect(services.circulation.input[0]?.url).toBe(`/api/v1/loans?readerId=${MEI}`);
  });

  it('is not told of a reader who is out of reach, and not without the service that says who is', async () => {
    services.readers.at.set(`/api/v1/readers/${MEI}`, { status: 404, body: { code: 'request.unknown' } });
    expect((await pack()).status).toBe(404);
    services.readers.at.set(`/api/v1/readers/${MEI}`, { status: 403, body: { code: 'permission.denied' } });
    expect((await pack()).status).toBe(404);
    services.readers.at.set(`/api/v1/readers/${MEI}`, { status: 503, body: { code: 'service.busy' } });
    expect((await pack()).status).toBe(503);
    expect(services.circulation.input).toEqual([]);
    expect((await pack('format=json')).status).toBe(400);
    expect((await pack(`readerId=${MEI}&format=doc`)).status).toBe(400);
    const office = await gateway.signer.account({ role: 'county-admin' });
    expect((await pack(undefined, office)).status).toBe(403);
  });
});
