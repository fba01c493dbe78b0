import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('desk_races');
  county = await CountyForTests.open(database.ownerUrl);
}, 60_000);
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const openLoans = async (column: 'copy_id' | 'reader_id', id: string): Promise<number> => {
  const [row] = await county.service.sql<{ n: string }>(
    `select count(*) as n from loan where ${column} = $1 and closed_how is null`,
    [id],
  );
  return Number(row?.n);
};

describe('two desks', () => {
  it('lend one copy exactly once, 200 times tried', async () => {
    const [one, two] = [await county.enrol(), await county.enrol()];
    const copy = await county.accession();
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const told = await Promise.all([county.lend(copy, one), county.lend(copy, two)]);
      expect(told.map((answer) => answer.status).sort()).toEqual([201, 409]);
      const refused = told.find((answer) => answer.status === 409);
      expect(refused?.body).toMatchObject({ reasons: [{ code: 'copy.already-on-loan' }] });
      expect(await openLoans('copy_id', copy.copyId)).toBe(1);
      expect((await county.giveBack(copy)).status).toBe(200);
    }
  }, 120_000);

  it('give a reader with n − 1 of n copies exactly one more, though six desks try', async () => {
    for (let round = 0; round < 10; round += 1) {
      const pupil = await county.enrol();
      const copies = await county.accessionMany(10);
      for (const copy of copies.slice(0, 4)) expect((await county.lend(copy, pupil)).status).toBe(201);
      const told = await Promise.all(copies.slice(4).map((copy) => county.lend(copy, pupil)));
      expect(told.filter((answer) => answer.status === 201)).toHaveLength(1);
      for (const answer of told.filter(({ status }) => status !== 201))
        expect(answer.body).toMatchObject({
          reasons: [{ code: 'reader.at-limit', facts: { limit: 5, openLoans: 5 } }],
        });
    }
  }, 60_000);

  it('give a reader at limit n exactly n of n + 1 copies asked for at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const pupil = await county.enrol();
      const copies = await county.accessionMany(6);
      const told = await Promise.all(copies.map((copy) => county.lend(copy, pupil)));
      expect(told.filter((answer) => answer.status === 201)).toHaveLength(5);
      expect(await openLoans('reader_id', pupil.readerId)).toBe(5);
    }
  }, 60_000);

  it('press the same button fifty times at once: one loan, one event, one answer', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [pupil, copy, key] = [await county.enrol(), await county.accession(), randomUUID()];
      const told = await Promise.all(Array.from({ length: 50 }, () => county.lend(copy, pupil, {}, key)));
      expect(new Set(told.map((answer) => answer.status))).toEqual(new Set([201]));
      expect(new Set(told.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
      expect(await openLoans('copy_id', copy.copyId)).toBe(1);
      expect(await county.announced('shulian.circulation.loan.checked-out.v1', copy.copyId)).toHaveLength(1);
    }
  }, 60_000);

  it('are refused the same fifty times under one key, and remember it', async () => {
    const [pupil, copy, key] = [
      await county.enrol(),
      await county.accession({ stockState: 'repair' }),
      randomUUID(),
    ];
    const told = await Promise.all(Array.from({ length: 50 }, () => county.lend(copy, pupil, {}, key)));
    expect(new Set(told.map((answer) => answer.status))).toEqual(new Set([409]));
    await county.changeCopy(copy, { stockState: 'lendable' });
    const again = await county.lend(copy, pupil, {}, key);
    expect(again.body).toMatchObject({ code: 'checkout.refused', reasons: [{ code: 'copy.not-lendable' }] });
    expect((await county.lend(copy, pupil, {}, randomUUID())).status).toBe(201);
  }, 30_000);

  it('take one copy back at once: one return, one event', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    await county.lend(copy, pupil);
    const told = await Promise.all(Array.from({ length: 10 }, () => county.giveBack(copy)));
    expect(told.filter((answer) => answer.body['loan'] !== null)).toHaveLength(1);
    expect(await county.announced('shulian.circulation.loan.returned.v1', copy.copyId)).toHaveLength(1);
  });
});
