import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
const elsewhere = randomUUID() as SchoolId;
let [pupil, classmate, visitor] = [] as unknown as [Pupil, Pupil, Pupil];

beforeAll(async () => {
  database = await freshDatabase('standings');
  county = await CountyForTests.open(database.ownerUrl);
  await county.openSchool(elsewhere);
  [pupil, classmate, visitor] = [
    await county.enrol(),
    await county.enrol(),
    await county.enrol({ schoolId: elsewhere }),
  ];
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const standings = (body: object, as?: string): Promise<Reply> =>
  county.ask('POST', '/standings/search', body, as === undefined ? {} : { as });
const one = async (input: object): Promise<Record<string, unknown>> =>
  ((await standings(input)).body['items'] as Record<string, unknown>[])[0] ?? {};
const codesOf = ({ reasons }: Record<string, unknown>): string[] =>
  (reasons as { code: string }[]).map(({ code }) => code);

describe('how a reader stands at the desk', () => {
  it('says the limit, and that somebody without loans may borrow', async () => {
    expect(await one({ cardNumber: pupil.cardNumber.toLowerCase() })).toEqual({
      readerId: pupil.readerId,
      openLoans: 0,
      inRoomLoans: 0,
      overdueLoans: 0,
      compensationsOwed: 0,
      notesOwed: 0,
      limit: 5,
      mayBorrow: true,
      reasons: [],
    });
  });

  it('says at the limit, and not one loan before it, what a checkout would say', async () => {
    const copies = await county.accessionMany(6);
    const seen: unknown[] = [];
    for (const copy of copies.slice(0, 5)) {
      const { mayBorrow } = await one({ readerIds: [pupil.readerId] });
      seen.push(mayBorrow);
      expect((await county.lend(copy, pupil)).status).toBe(201);
    }
    expect(seen).toEqual([true, true, true, true, true]);
    const standing = await one({ readerIds: [pupil.readerId] });
    const refused = await county.lend(copies[5] as { barcode: string }, pupil);
    expect(standing).toMatchObject({ openLoans: 5, limit: 5, mayBorrow: false });
    expect(codesOf(standing)).toEqual(codesOf(refused.body));
    expect(standing['reasons']).toMatchObject([{ code: 'reader.at-limit', title: '已借满' }]);
  });

  it('counts what is overdue from the day after the due day', async () => {
    await county.itIs('2026-11-11');
    expect(await one({ readerIds: [pupil.readerId] })).toMatchObject({ overdueLoans: 0 });
    await county.itIs('2026-11-12');
    const standing = await one({ readerIds: [pupil.readerId] });
    expect(standing).toMatchObject({ overdueLoans: 5 });
    expect(codesOf(standing)).toEqual(['reader.at-limit', 'reader.has-overdue']);
    await county.itIs('2026-10-12');
  });

  it('is told of a whole class at once', async () => {
    const { body } = await standings({ classId: county.classId });
    expect(new Set((body['items'] as { readerId: string }[]).map(({ readerId }) => readerId))).toEqual(
      new Set([pupil.readerId, classmate.readerId]),
    );
  });

  it('[GTW-008] is told to whoever reaches the reader, and to no class helper', async () => {
    const input = { readerIds: [pupil.readerId, classmate.readerId, visitor.readerId] };
    const seenBy = async (...grants: Parameters<CountyForTests['account']>): Promise<unknown> => {
      const { status, body } = await standings(input, await county.account(...grants));
      return status === 200
        ? (body['items'] as { readerId: string }[]).map(({ readerId }) => readerId).sort()
        : status;
    };
    const { schoolId, classId } = county;
    const ofClass = [pupil.readerId, classmate.readerId].sort();
    expect(await seenBy({ role: 'librarian', schoolId })).toEqual(ofClass);
    expect(await seenBy({ role: 'school-head', schoolId })).toEqual(ofClass);
    expect(await seenBy({ role: 'teacher', schoolId, classId })).toEqual(ofClass);
    expect(await seenBy({ role: 'teacher', schoolId, classId: randomUUID() })).toEqual([]);
    expect(await seenBy({ role: 'reader', readerId: pupil.readerId })).toEqual([pupil.readerId]);
    expect(await seenBy({ role: 'librarian', schoolId: elsewhere })).toEqual([visitor.readerId]);
    expect(await seenBy({ role: 'class-helper', schoolId, classId })).toBe(403);
    expect(await seenBy({ role: 'county-admin' })).toBe(403);
    expect((await standings({ cardNumber: visitor.cardNumber })).body).toEqual({ items: [] });
  });

  it('is asked for by one thing at a time', async () => {
    const { classId } = county;
    for (const wrong of [
      {},
      { readerIds: [] },
      { readerIds: Array.from({ length: 501 }, () => pupil.readerId) },
      { classId, cardNumber: pupil.cardNumber },
      { classId, readerIds: [pupil.readerId] },
    ])
      expect((await standings(wrong)).status).toBe(400);
    expect((await standings({ readerIds: Array.from({ length: 500 }, () => pupil.readerId) })).status).toBe(
      200,
    );
  });
});
