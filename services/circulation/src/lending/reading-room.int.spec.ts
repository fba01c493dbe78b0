import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('reading_room');
  county = await CountyForTests.open(database.ownerUrl);
  // Somebody lets everything out, for kinds that never leave the room, too.
  const told = await county.ask(
    'PUT',
    '/lending-policies',
    {
      schoolId: county.schoolId,
      rows: [
        { readerKind: 'student', sets: { loanDays: 53, loanLimit: 20, renewals: 3, holdLimit: 20 } },
        { copyKind: 'periodical', sets: { mayLeaveRoom: true } },
        { classId: county.classId, sets: { mayLeaveRoom: true, mayBorrow: true } },
      ],
    },
    { as: await county.account({ role: 'county-admin' }) },
  );
  expect(told.status).toBe(200);
});
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const overrides = ['copy.reading-room-only', 'copy.not-lendable', 'copy.held-for-another-reader'].map(
  (code) => ({ code, reason: 'just this once' }),
);
const codesOf = (told: Reply): unknown[] =>
  (told.body['reasons'] as { code: string; overridable: boolean }[]).map(({ code, overridable }) => [
    code,
    overridable,
  ]);
const stays = ['copy.reading-room-only', false];
const hold = (what: { copyId: string } | { titleId: string }, readerId: string): Promise<Reply> =>
  county.ask('POST', '/holds', { ...what, readerId });

describe('a reference book, or a copy of the reading room', () => {
  it.each([
    { kind: 'reference' as const, stockState: 'lendable' as const },
    { kind: 'reference' as const, stockState: 'processing' as const },
    { kind: 'reference' as const, stockState: 'repair' as const },
    { kind: 'reference' as const, stockState: 'reading-room' as const },
    { kind: 'periodical' as const, stockState: 'reading-room' as const },
    { kind: 'book' as const, stockState: 'reading-room' as const },
  ])('is not lent: $kind, $stockState', async (given) => {
    const [pupil, copy] = [await county.enrol(), await county.accession(given)];
    for (const more of [{}, { overrides }]) {
      const told = await county.lend(copy, pupil, more);
      expect([told.status, codesOf(told)]).toEqual([409, expect.arrayContaining([stays])]);
      const tried = await county.ask('POST', '/checkouts/dry-run', {
        copyBarcode: copy.barcode,
        readerId: pupil.readerId,
        ...more,
      });
      expect([tried.body['outcome'], codesOf(tried)]).toEqual(['deny', expect.arrayContaining([stays])]);
    }
    for (const what of [{ copyId: copy.copyId }, { titleId: copy.titleId }]) {
      const told = await hold(what, pupil.readerId);
      expect([told.status, codesOf(told)]).toEqual([409, [stays]]);
    }
  });
  it('is not lent by desks that share a trip, beside copies that are', async () => {
    const kinds = ['book', 'reference', 'periodical', 'reference', 'audiovisual', 'reference'] as const;
    const copies: Copy[] = [];
    for (const kind of kinds) copies.push(await county.accession({ kind }));
    const pupils = await Promise.all(kinds.map(() => county.enrol()));
    const told = await Promise.all(copies.map((copy, n) => county.lend(copy, pupils[n] as never)));
    expect(told.map(({ status }) => status)).toEqual(kinds.map((kind) => (kind === 'reference' ? 409 : 201)));
  });
  it('is put aside for nobody, though it lies there and somebody waits for the title', async () => {
    const [lent, other, pupil] = [await county.accession(), await county.enrol(), await county.enrol()];
    await county.lend(lent, other);
    await county.accession({ titleId: lent.titleId, kind: 'reference' });
    const placed = await hold({ titleId: lent.titleId }, pupil.readerId);
    expect(placed.body).toMatchObject({ status: 'waiting' });
    // And when it was lent out before it became one, it comes back to the shelf and for no longer.
    await county.changeCopy(lent, { kind: 'reference' });
    const { items } = (await county.ask('GET', `/loans?copyId=${lent.copyId}`)).body as {
      items: { id: string }[];
    };
    const renewed = await county.ask('POST', '/renewals', { loanId: items[0]?.id });
    expect([renewed.status, codesOf(renewed)]).toEqual([409, expect.arrayContaining([stays])]);
    expect((await county.giveBack(lent)).body).toMatchObject({ next: 'shelf' });
  });
});
