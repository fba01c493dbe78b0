import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { transactionsHaveEnded } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Reply } from '../a-county.builder.js';
import type { LoanPage } from './loan-list.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let neighbour: SchoolId;
let [theirs, teacher] = ['', ''];

beforeAll(async () => {
  database = await freshDatabase('school_systems_of_loans');
  county = await CountyForTests.open(database.ownerUrl);
  neighbour = randomUUID() as SchoolId;
  await county.openSchool(neighbour);
  theirs = await county.account({ role: 'librarian', schoolId: neighbour });
  teacher = await county.account({ role: 'teacher', schoolId: county.schoolId, classId: county.classId });
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const list = async (query: string, as = county.librarian): Promise<Reply & { readonly body: LoanPage }> =>
  (await county.ask('GET', `/loans?${query}`, undefined, { as })) as never;
const walk = async (token?: string, as = county.librarian, limit = 500) => {
  await transactionsHaveEnded(county.service);
  const items: { id: string; status: string; dueOn: string }[] = [];
  let syncToken = '';
  for (let cursor: string | null = ''; cursor !== null;) {
    const since = token === undefined ? '' : `&updatedSince=${encodeURIComponent(token)}`;
    const { status, body } = await list(
      `limit=${String(limit)}${since}&cursor=${encodeURIComponent(cursor)}`,
      as,
    );
    expect([status, body]).toEqual([200, expect.anything()]);
    items.push(...(body.items as never[]));
    syncToken = body.syncToken ?? '';
    cursor = body.nextCursor;
  }
  return { items, syncToken };
};
const lend = async (more: object = {}, as = county.librarian): Promise<{ id: string; barcode: string }> => {
  const [copy, pupil] = [await county.accession(), await county.enrol(more)];
  const asked = { copyBarcode: copy.barcode, cardNumber: pupil.cardNumber, schoolId: county.schoolId };
  const told = await county.ask('POST', '/checkouts', asked, { as });
  expect(told.status).toBe(201);
  return { id: (told.body['loan'] as { id: string }).id, barcode: copy.barcode };
};

describe('a school system that keeps a copy of the loans of its school', () => {
  it('is told of loans that were made, renewed, given back and lost since, and of no other', async () => {
    const [renewed, returned, lost, still] = [await lend(), await lend(), await lend(), await lend()];
    const { items, syncToken } = await walk(undefined, county.librarian, 2);
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([still.id, lost.id]));
    expect(await walk(syncToken)).toMatchObject({ items: [] });
    const made = await lend();
    await county.itIs('2026-10-20');
    expect((await county.ask('POST', '/renewals', { loanId: renewed.id })).status).toBe(200);
    expect((await county.giveBack(returned)).status).toBe(200);
    expect((await county.lose(lost.id)).status).toBe(201);
    const since = await walk(syncToken, county.librarian, 1);
    expect(since.items.map(({ id }) => id).sort()).toEqual(
      [made.id, renewed.id, returned.id, lost.id].sort(),
    );
    expect(since.items.find(({ id }) => id === returned.id)?.status).toBe('closed');
    expect(await walk(since.syncToken)).toMatchObject({ items: [] });
  });

  it('is told of what its readers borrow elsewhere, and so is the school that lends', async () => {
    const [own, other] = [(await walk()).syncToken, (await walk(undefined, theirs)).syncToken];
    // Who works at both schools looks for the card in both.
    const both = await county.account(
      { role: 'librarian', schoolId: county.schoolId },
      { role: 'librarian', schoolId: neighbour },
    );
    const { id } = await lend({ schoolId: neighbour }, both);
    expect((await walk(own)).items).toMatchObject([{ id }]);
    expect((await walk(other, theirs)).items).toMatchObject([{ id }]);
  });

  it('is told up to when its list knows of others, before anything is read', async () => {
    const knows = (answer: Reply): string | null => answer.headers.get('x-knows-up-to');
    const before = knows(await list('limit=1'));
    expect(before).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect(knows(await county.ask('POST', '/checkouts', {}))).toBeNull();
    // Nothing was heard of the others yet: then nothing is known.
    expect(Date.parse(before ?? '')).toBe(0);
  });

  it('is one that sees the whole school, and asks for nothing else', async () => {
    const { syncToken } = await walk();
    const since = `updatedSince=${encodeURIComponent(syncToken)}`;
    expect((await list(since, teacher)).status).toBe(403);
    expect((await list('limit=1', teacher)).body).not.toHaveProperty('syncToken');
    expect((await list(`${since}&schoolId=${county.schoolId}`, theirs)).status).toBe(403);
    expect(await list(`${since}&status=open`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '?status', code: 'not-with-updated-since' }] },
    });
    expect((await list('status=open')).body).not.toHaveProperty('syncToken');
    expect((await list('updatedSince=made.up')).status).toBe(400);
  });
});
