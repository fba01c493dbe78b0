import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  checkedOut,
  classOpened,
  lentToClass,
  readInRoom,
  readerEnrolled,
  schoolId,
  schoolOpened,
  termOpened,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let librarian: string;

const ask = (path: string): Promise<Response> =>
  fetch(`${reporting.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${librarian}`, 'accept-language': 'en' },
  });
const printed = async (path: string): Promise<string> => (await ask(path)).text();
const get = async (path: string): Promise<Record<string, unknown>> =>
  (await (await ask(path)).json()) as Record<string, unknown>;

beforeAll(async () => {
  database = await freshDatabase('reporting_class_loans');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  for (const event of [
    schoolOpened(1),
    termOpened(1, 1, '2026-10-02', '2027-01-20'),
    classOpened(1, 1),
    readerEnrolled(1, 1, 1),
    checkedOut({ loan: 1, copy: 1, reader: 1, school: 1, inClass: 1 }),
    lentToClass({ loan: 2, copy: 2, reader: 1, school: 1, inClass: 1 }),
    readerEnrolled(2, 1, 1),
    readInRoom({ loan: 3, copy: 3, reader: 2, school: 1, inClass: 1 }),
  ])
    await announceForTests(reporting, event);
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('a loan to a class', () => {
  it('is a loan of the school, of no kind of reader, and makes nobody a borrower', async () => {
    await eventually(async () =>
      expect(await get('/figures')).toMatchObject({ openLoans: 2, loansToday: 2 }),
    );
    const day = 'from=2026-10-12&to=2026-10-12';
    expect((await get(`/reports/loans-per-reader-kind?${day}`))['rows']).toEqual([
      expect.objectContaining({ readerKind: 'class', readers: 0, loans: 1, inRoom: 0, loansPerReader: null }),
      expect.objectContaining({ readerKind: 'student', readers: 2, loans: 1, inRoom: 1 }),
    ]);
    expect(await printed(`/reports/loans-per-reader-kind?${day}&format=csv`)).toContain(
      'Classes (as a whole),0,1,',
    );
    expect((await get(`/reports/loans-per-class?${day}`))['rows']).toEqual([
      expect.objectContaining({ loans: 2, borrowers: 1 }),
    ]);
  });
});

describe('a copy read in the room', () => {
  it('is counted apart: it is no loan of the school or the class, and makes nobody a borrower', async () => {
    await eventually(async () =>
      expect(await get('/figures')).toMatchObject({
        openLoans: 2,
        loansToday: 2,
        loansThisTerm: 2,
        inRoomToday: 1,
        inRoomThisTerm: 1,
      }),
    );
    expect(await reporting.sql('select * from differing_sums() where differing > 0')).toEqual([]);
  });
});
