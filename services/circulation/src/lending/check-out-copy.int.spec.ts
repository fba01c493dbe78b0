import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements } from '../a-county.builder.js';

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

  it('gives the very same answer to the second press of the button', async () => {
    const [pupil, copy, key] = [await county.enrol(), await county.accession(), randomUUID()];
    const first = await county.lend(copy, pupil, {}, key);
    const second = await county.lend(copy, pupil, {}, key);
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(201);
    const other = await county.lend(await county.accession(), pupil, {}, key);
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency.key-reused']);
  });
});
