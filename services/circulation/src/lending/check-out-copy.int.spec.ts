import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Pupil } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('check_out');
  county = await CountyForTests.open(database.ownerUrl);
}, 60_000);
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

describe('checking out', () => {
  it('[CIR-001] lends a copy by barcode and card, and says until when and why', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    const { status, body } = await county.lend(copy, pupil);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      loan: {
        copyId: copy.copyId,
        titleId: copy.titleId,
        readerId: pupil.readerId,
        schoolId: county.schoolId,
        loanedOn: '2026-10-12',
        // 30 days lead to Wednesday 11 November
        dueOn: '2026-11-11',
        renewals: 0,
        status: 'open',
      },
      decision: {
        outcome: 'allow',
        reasons: [],
        parameters: { loanDays: { value: 30, scope: 'county', version: 1 } },
      },
    });
    const [event] = await county.announced('shulian.circulation.loan.checked-out.v1', copy.copyId);
    expect(event).toMatchObject({ version: 1, data: { readerKind: 'student', grade: 5, clc: 'I287.45' } });
  });

  it.each(['00:05', '06:50', '09:30', '12:30', '21:55', '23:55'])(
    '[CIR-011] lends to a teacher at %s of an open day, for as long as teachers have',
    async (hour) => {
      await county.itIs('2026-10-12', hour);
      const teacher = await county.enrol({ kind: 'teacher' });
      const { status, body } = await county.lend(await county.accession(), teacher);
      await county.itIs('2026-10-12');
      expect(status).toBe(201);
      expect(body).toMatchObject({
        // 90 days lead to a Sunday; under the policy of the county books come back on the last open day before it.
        loan: { readerId: teacher.readerId, loanedOn: '2026-10-12', dueOn: '2027-01-08' },
        decision: { outcome: 'allow', reasons: [] },
      });
    },
  );

  it('gives the very same answer to the second press of the button', async () => {
    const [pupil, copy, key] = [await county.enrol(), await county.accession(), randomUUID()];
    const first = await county.lend(copy, pupil, {}, key);
    const second = await county.lend(copy, pupil, {}, key);
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(201);
    const other = await county.lend(await county.accession(), pupil, {}, key);
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency.key-reused']);
  });

  it('lends the copy that has a barcode now, not the one that was withdrawn with it, behind locks as well', async () => {
    for (const waitsForSomething of [false, true]) {
      const pupil = await county.enrol();
      const old = await county.accession();
      await county.withdraw(old);
      const now = await county.accession({ barcode: old.barcode });
      if (waitsForSomething) {
        const { titleId } = await county.accession();
        await county.lend(await county.accession({ titleId }), await county.enrol());
        const placed = await county.ask('POST', '/holds', { titleId, readerId: pupil.readerId });
        expect(placed.status).toBe(201);
      }
      const told = await county.lend(now, pupil);
      expect([told.status, told.body]).toMatchObject([201, { loan: { copyId: now.copyId } }]);
    }
  });

  it('lends to a whole class at once, each event with the request that caused it', async () => {
    const copies = await county.accessionMany(40);
    const pupils: Pupil[] = [];
    for (const _ of copies) pupils.push(await county.enrol());
    const told = await Promise.all(
      copies.map(({ barcode: copyBarcode }, seat) =>
        county.ask(
          'POST',
          '/checkouts',
          { copyBarcode, cardNumber: pupils[seat]?.cardNumber },
          { key: randomUUID(), headers: { 'x-request-id': `request-of-${copyBarcode}` } },
        ),
      ),
    );
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([201]));
    const said = await county.service.sql<{ key: string; by: string }>(
      `select key, payload->>'correlationid' as by from outbox where key = any($1)`,
      [copies.map(({ copyId }) => copyId)],
    );
    expect(new Map(said.map(({ key, by }) => [key, by]))).toEqual(
      new Map(copies.map(({ copyId, barcode }) => [copyId, `request-of-${barcode}`])),
    );
  });

  it.each([
    ['the copy', (): string => `select from lent_copy where copy_id = $1 for update`],
    ['the reader', (): string => `update borrower set version = version + 1 where borrower_id = $1`],
  ])('waits for whoever has %s in hand, and keeps no other desk waiting', async (what, sql) => {
    const [pupil, copy, other, another] = [
      await county.enrol(),
      await county.accession(),
      await county.enrol(),
      await county.accession(),
    ];
    const [taken, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const somebody = county.service.app.get(Database).inTransaction(async (session) => {
      await session.rows(sql(), [what === 'the copy' ? copy.copyId : pupil.readerId]);
      taken.resolve();
      await letGo.promise;
    });
    await taken.promise;
    const waiting = county.lend(copy, pupil);
    expect((await county.lend(another, other)).status).toBe(201);
    await eventually(async () => {
      const held = await county.service.sql(
        `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      expect(held).toHaveLength(1);
    });
    letGo.resolve();
    await somebody;
    expect((await waiting).status).toBe(201);
    expect(await county.announced('shulian.circulation.loan.checked-out.v1', copy.copyId)).toHaveLength(1);
  });
});
