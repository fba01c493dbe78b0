import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { Answering } from '../front-door/an-answering-service.builder.js';

const SCHOOL = '01940000-0000-7000-8000-000000000001';
const uuidOf = (n: number): string => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const jobsOf = (service: string, ...numbers: readonly number[]): { items: object[]; nextCursor: null } => ({
  items: numbers.map((n) => ({ id: `${service}-${uuidOf(n)}` })),
  nextCursor: null,
});

let database: FreshDatabase;
let gateway: ServiceForTests;
let librarian: string;
let [catalog, readers] = [new Answering(), new Answering()];

beforeAll(async () => {
  database = await freshDatabase('gateway_jobs');
  [catalog, readers] = [new Answering(), new Answering()];
  // Nobody answers where reporting should be.
  gateway = await aGateway(database.ownerUrl, {
    catalog: await catalog.start(),
    readers: await readers.start(),
  });
  librarian = await gateway.signer.account({ role: 'librarian', schoolId: SCHOOL });
});
afterAll(async () => {
  await gateway?.stop();
  catalog.stop();
  readers.stop();
  await database?.drop();
});
beforeEach(() => {
  [catalog.input, readers.input] = [[], []];
  catalog.answer = { status: 200, body: jobsOf('catalog', 9, 6, 3) };
  readers.answer = { status: 200, body: jobsOf('readers', 8, 7, 1) };
});

const list = async (query = '', as = librarian): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(`${gateway.url}/api/v1/jobs${query}`, {
    headers: { authorization: `Bearer ${as}` },
  });
  return { status: answer.status, body: await answer.json() };
};
const refusal = (status: number, code: string) => ({ status, body: { code, status } });

describe('GET /jobs of the county', () => {
  it('puts the jobs of all services in one order, and names the service that is away', async () => {
    expect(await list()).toEqual({
      status: 200,
      body: {
        items: ['catalog-9', 'readers-8', 'readers-7', 'catalog-6', 'catalog-3', 'readers-1'].map((job) => {
          const [service = '', n = ''] = job.split('-');
          return { id: `${service}-${uuidOf(Number(n))}` };
        }),
        nextCursor: null,
        missing: ['reporting'],
      },
    });
  });

  it('goes on after the last job of a page in every service, with the question as it was asked', async () => {
    const { body } = await list(`?limit=2&status=failed&schoolId=${SCHOOL}`);
    expect(body).toMatchObject({
      items: [{ id: `catalog-${uuidOf(9)}` }, { id: `readers-${uuidOf(8)}` }],
      nextCursor: uuidOf(8),
    });
    for (const { input } of [catalog, readers])
      expect(input.map(({ url, authorization }) => [url, authorization])).toEqual([
        [`/api/v1/jobs?limit=2&status=failed&schoolId=${SCHOOL}`, `Bearer ${librarian}`],
      ]);
  });

  it('is what one service shows where the others refuse the caller', async () => {
    catalog.answer = refusal(403, 'permission.denied');
    expect(await list()).toMatchObject({
      status: 200,
      body: { items: [{}, {}, {}], missing: ['reporting'] },
    });
  });

  it('is the refusal of all: a role that has no jobs, or a school that is not the caller’s', async () => {
    [catalog.answer, readers.answer] = [refusal(403, 'permission.denied'), refusal(403, 'permission.denied')];
    expect(await list(`?schoolId=${uuidOf(99)}`)).toMatchObject({
      status: 403,
      body: { code: 'permission.denied' },
    });
  });

  it('asks one service where it is named, and no other', async () => {
    expect(await list('?service=readers')).toEqual({ status: 200, body: readers.answer?.body });
    expect(catalog.input).toEqual([]);
    expect(await list('?service=reporting')).toMatchObject({ status: 503, body: { code: 'service.away' } });
  });

  it('is away when all services are', async () => {
    [catalog.answer, readers.answer] = [refusal(500, 'service.failed'), refusal(500, 'service.failed')];
    expect(await list()).toMatchObject({ status: 503, body: { code: 'service.away' } });
  });
});
