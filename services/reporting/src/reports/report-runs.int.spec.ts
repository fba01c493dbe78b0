import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Job } from '@shulian/service-kit';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { classOpened, readerEnrolled, schoolId, schoolOpened } from '../a-county-history.builder.js';
import { reports } from './all.report.js';
import { reportingService } from '../reporting.module.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let [librarian, head, county, foreign, reader] = ['', '', '', '', ''];

type Reply = { readonly status: number; readonly body: Job & { readonly code?: string } };
const ask = async (method: string, path: string, token: string, body?: object, more = {}): Promise<Reply> => {
  const answer = await fetch(`${reporting.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Reply['body'] };
};
const run = (name: string, token: string, body: object = {}, more = {}): Promise<Reply> =>
  ask('POST', `/reports/${name}/runs`, token, { from: '2026-09-01', to: '2026-10-12', ...body }, more);
const made = async (name: string, token: string, body: object = {}, more = {}): Promise<Job> => {
  const { status, body: job } = await run(name, token, body, more);
  expect(status).toBe(202);
  return eventually(async () => {
    const now = (await ask('GET', `/jobs/${job.id}`, token)).body;
    expect(now.status).toBe('succeeded');
    return now;
  }, 15_000);
};
const fetched = (id: string, token: string, format = 'csv'): Promise<Response> =>
  fetch(`${reporting.url}/api/v1/jobs/${id}/output?format=${format}`, {
    headers: { authorization: `Bearer ${token}` },
  });

beforeAll(async () => {
  database = await freshDatabase('reporting_runs');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  const { signer } = reporting;
  librarian = await signer.account({ role: 'librarian', schoolId: schoolId(1) });
  head = await signer.account({ role: 'school-head', schoolId: schoolId(1) });
  foreign = await signer.account({ role: 'librarian', schoolId: schoolId(2) });
  county = await signer.account({ role: 'county-viewer' });
  reader = await signer.account({ role: 'reader', schoolId: schoolId(1), readerId: randomUUID() });
  for (const event of [schoolOpened(1), schoolOpened(2), classOpened(1, 1), readerEnrolled(1, 1, 1)])
    await announceForTests(reporting, event, undefined, '2026-09-01T04:00:00.000Z');
  await eventually(async () => {
    expect(await reporting.sql('select 1 from known_school')).toHaveLength(2);
    expect(await reporting.sql('select 1 from known_reader')).toHaveLength(1);
  });
}, 120_000);
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('a report as a job', () => {
  it.each(reports.map(({ name }) => name))(
    'leaves %s behind as a file, the same as at once',
    async (name) => {
      const job = await made(name, librarian);
      expect(job).toMatchObject({
        kind: 'report-run',
        schoolId: schoolId(1),
        result: { from: '2026-09-01', to: '2026-10-12' },
        output: { name },
      });
      const { done, total } = job.progress;
      expect([done, job.result?.['rows']]).toEqual([total, total]);
      const answer = await fetched(job.id, librarian);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}.csv"`);
      const atOnce = await fetch(
        `${reporting.url}/api/v1/reports/${name}?from=2026-09-01&to=2026-10-12&format=csv`,
        { headers: { authorization: `Bearer ${librarian}` } },
      );
      expect(await answer.text()).toBe(await atOnce.text());
    },
  );

  it('is paper and a workbook, in the language of who asked for it', async () => {
    const job = await made('loans-per-class', librarian, {}, { 'accept-language': 'en' });
    const [page = ''] = await pdfTexts(
      new Uint8Array(await (await fetched(job.id, head, 'pdf')).arrayBuffer()),
    );
    expect(page).toContain('Period');
    const workbook = Buffer.from(await (await fetched(job.id, head, 'xlsx')).arrayBuffer());
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
    const wrong = await fetched(job.id, head, 'json');
    expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([400, 'request.invalid']);
  });

  it('is refused at once where the question is wrong, or is not for the caller', async () => {
    expect((await run('unheard-of', librarian)).body.code).toBe('report.unknown');
    expect((await run('loans-per-class', librarian, { from: '2026-13-01' })).status).toBe(400);
    expect((await run('loans-per-class', librarian, { from: '2016-10-11' })).body.code).toBe(
      'report.period-invalid',
    );
    expect((await run('loans-per-class', foreign, { schoolId: schoolId(1) })).status).toBe(403);
    expect((await run('loans-per-class', reader)).status).toBe(403);
    expect((await run('loans-per-class', librarian, { more: 1 })).status).toBe(400);
    expect(await reporting.sql(`select 1 from job where status in ('queued', 'running')`)).toEqual([]);
  });

  it('is asked for once under one key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const told = await Promise.all(
      Array.from({ length: 5 }, () => run('holdings-by-clc', librarian, {}, key)),
    );
    expect(new Set(told.map(({ body }) => body.id)).size).toBe(1);
    expect((await run('holdings-by-clc', librarian, { to: '2026-10-11' }, key)).body.code).toBe(
      'idempotency.key-reused',
    );
  });

  it('is seen, followed and fetched by the school and the county; what only the school may see, by the school', async () => {
    const ofSchool = await made('loans-per-class', librarian);
    const ofCounty = await made('loans-per-class', county, { schoolId: schoolId(1) });
    const seen = async (token: string): Promise<number[]> => [
      (await ask('GET', `/jobs/${ofSchool.id}`, token)).status,
      (await fetched(ofSchool.id, token)).status,
      (await fetched(ofCounty.id, token)).status,
    ];
    expect(await seen(head)).toEqual([200, 200, 200]);
    expect(await seen(county)).toEqual([200, 404, 200]);
    expect(await seen(foreign)).toEqual([404, 404, 404]);
    expect(await seen(reader)).toEqual([403, 403, 403]);
    expect((await fetched(`reporting-${randomUUID()}`, head)).status).toBe(404);
  });

  it('that waits can be called off, once; one that has ended cannot', async () => {
    const [{ id } = { id: '' }] = await reporting.sql<{ id: string }>(
      `insert into job (id, kind, caller, school_id, status) values ($1, 'of-nobody', 'x', $2, 'queued') returning id`,
      [randomUUID(), schoolId(1)],
    );
    const cancel = (token: string, job = id): Promise<Reply> =>
      ask('POST', `/jobs/reporting-${job}/cancellation`, token);
    expect((await cancel(foreign)).status).toBe(404);
    expect(await cancel(librarian)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await cancel(librarian)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    const done = await made('schools-compared', librarian);
    expect(await cancel(librarian, done.id.slice('reporting-'.length))).toMatchObject({
      status: 409,
      body: { code: 'job.ended' },
    });
  });

  it('is listed with others of the school, by kind and status, to those who may see it', async () => {
    const listed = async (token: string, query = ''): Promise<readonly Job[]> =>
      ((await ask('GET', `/jobs?limit=100${query}`, token)).body as unknown as { items: Job[] }).items;
    const own = await listed(librarian);
    expect(own.length).toBeGreaterThan(3);
    expect(own.every((job) => job.schoolId === schoolId(1))).toBe(true);
    expect(await listed(head)).toEqual(own);
    expect(await listed(county, `&schoolId=${schoolId(1)}`)).toEqual(own);
    expect(await listed(foreign)).toEqual([]);
    expect((await ask('GET', `/jobs?schoolId=${schoolId(1)}`, foreign)).status).toBe(403);
    expect((await ask('GET', '/jobs', reader)).status).toBe(403);
    const kinds = await listed(librarian, '&kind=report-run&status=succeeded');
    expect(new Set(kinds.map(({ kind, status }) => `${kind} ${status}`))).toEqual(
      new Set(['report-run succeeded']),
    );
    expect(await listed(librarian, '&service=catalog')).toEqual([]);
    expect((await ask('GET', '/jobs?status=uploading', librarian)).status).toBe(400);
    const page = (await ask('GET', '/jobs?limit=2', librarian)).body as unknown as {
      items: Job[];
      nextCursor: string;
    };
    expect(page.items).toEqual(own.slice(0, 2));
    expect(await listed(librarian, `&cursor=${page.nextCursor}`)).toEqual(own.slice(2));
  });
});
