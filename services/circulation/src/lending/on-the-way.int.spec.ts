import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { Database, Lists, type Statement } from '@shulian/service-kit';
import { leastOf } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let foreigner: Pupil;

beforeAll(async () => {
  database = await freshDatabase('on_the_way');
  county = await CountyForTests.open(database.ownerUrl);
  const elsewhere = randomUUID() as SchoolId;
  await county.openSchool(elsewhere);
  foreigner = await county.enrol({ schoolId: elsewhere });
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

/** What is asked of the database meanwhile, outside transactions: on the connections of desks, and on those of lists. */
async function watched<T>(work: () => Promise<T>): Promise<{ told: T; desk: string[]; looks: number }> {
  const names = ([what]: readonly unknown[]): string =>
    typeof what === 'string' ? what : (what as Statement).name;
  const desk = jest.spyOn(county.service.app.get(Database), 'rows');
  const lists = jest.spyOn(county.service.app.get(Lists), 'rows');
  try {
    const told = await work();
    return {
      told,
      desk: desk.mock.calls.map(names).filter((name) => /^(desk|check-out|school-rules|loan)/.test(name)),
      looks: lists.mock.calls.map(names).filter((name) => name === 'desk.arrived').length,
    };
  } finally {
    desk.mockRestore();
    lists.mockRestore();
  }
}
const codesOf = ({ body }: Reply): unknown[] =>
  (body['reasons'] as { code: string }[]).map(({ code }) => code);

describe('what nobody knows', () => {
  /** How long a desk that knows what it lends waits meanwhile, and all of it takes. */
  const whileAskedFor = async (): Promise<{ known: number; all: number }> => {
    const [pupil, copy, warm] = [await county.enrol(), await county.accession(), await county.accession()];
    expect((await county.lend(warm, pupil)).status).toBe(201);
    const startedAt = performance.now();
    let known = Infinity;
    const { told, looks } = await watched(async () => {
      const unknown = Array.from({ length: 200 }, (_, n) => county.lend({ barcode: `NOBODY${n}` }, pupil));
      await new Promise((resolve) => setTimeout(resolve, 400));
      const knownAt = performance.now();
      expect((await county.lend(copy, pupil)).status).toBe(201);
      known = performance.now() - knownAt;
      return Promise.all(unknown);
    });
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([409]));
    for (const one of told) expect(codesOf(one)).toEqual(['copy.unknown']);
    // One look for all of them every 25 ms, not two hundred.
    expect(looks).toBeGreaterThan(5);
    expect(looks).toBeLessThan(150);
    return { known, all: performance.now() - startedAt };
  };
  it('asked for 200 times at once is refused, and delays no desk that knows what it lends', async () => {
    // A desk within a second, all within six.
    const took = await leastOf(6_000, async () => {
      const { known, all } = await whileAskedFor();
      return Math.max(known * 6, all);
    });
    expect(took).toBeLessThan(6_000);
  });
  it('asked for by returns at once, too', async () => {
    const { told, looks } = await watched(() =>
      Promise.all(Array.from({ length: 120 }, (_, n) => county.giveBack({ barcode: `NOBODY${n}` }))),
    );
    for (const one of told) expect([one.status, codesOf(one)]).toEqual([409, ['copy.unknown']]);
    expect(looks).toBeLessThan(150);
  });
  it('is lent as soon as it comes', async () => {
    const pupil = await county.enrol();
    const barcode = `LATE${randomUUID().slice(0, 8)}`.toUpperCase();
    const lending = county.lend({ barcode }, pupil);
    const coming = county.accession({ barcode });
    expect((await lending).status).toBe(201);
    await coming;
  });
});

describe('a reader of another school', () => {
  it('is looked for in holds just as one whom nobody knows', async () => {
    const { titleId } = await county.accession();
    const place = (readerId: string) => watched(() => county.ask('POST', '/holds', { titleId, readerId }));
    const [unknown, foreign] = [await place(randomUUID()), await place(foreigner.readerId)];
    for (const { told } of [unknown, foreign])
      expect([told.status, told.body['errors']]).toEqual([422, [{ pointer: '/readerId', code: 'unknown' }]]);
    expect(foreign.desk).toEqual(unknown.desk);
    for (const { looks } of [unknown, foreign]) expect(looks).toBeGreaterThan(20);
  });
  it('and at the desk, by id', async () => {
    const { barcode } = await county.accession();
    const lend = (readerId: string) =>
      watched(() => county.ask('POST', '/checkouts', { copyBarcode: barcode, readerId }));
    const [unknown, foreign] = [await lend(randomUUID()), await lend(foreigner.readerId)];
    for (const { told } of [unknown, foreign])
      expect([told.status, codesOf(told)]).toEqual([409, ['reader.unknown']]);
    expect(foreign.desk).toEqual(unknown.desk);
    for (const { looks } of [unknown, foreign]) expect(looks).toBeGreaterThan(20);
  });
});
