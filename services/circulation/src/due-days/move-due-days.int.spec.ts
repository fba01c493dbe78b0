import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Announcement } from '@shulian/contracts/envelope';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import { CalendarChangedV1, TermOpenedV1 } from '@shulian/contracts/readers';
import { BUS, type EventBus } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  cloudEvent,
  CountyForTests,
  day,
  disagreements,
  weekendsOf,
  type Copy,
  type Pupil,
  type Reply,
} from '../a-county.builder.js';
import { MarkOverdueLoans } from '../overdue/mark-overdue-loans.use-case.js';
import { MoveDueDays } from './move-due-days.use-case.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('due_days');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(async () => {
  await county.itIs('2026-10-12');
  await close([]);
});
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const calendar = (year: number, closed: readonly string[], schoolId = county.schoolId): Announcement =>
  CalendarChangedV1.announce(
    { schoolId, year, closedOn: [...weekendsOf(year), ...closed.map(day)], holidaysKnown: true },
    county.next(`calendar ${schoolId}`),
  );
/** The school says which days of 2026 are closed besides the weekends, and everything that is due then has moved. */
const close = async (closed: readonly string[], schoolId = county.schoolId): Promise<void> => {
  await county.tell(calendar(2026, closed, schoolId));
  await moved();
};
/** Nothing is left to look at, whoever did it: the service looks by itself, too. */
const moved = (): Promise<void> =>
  eventually(async () => {
    await county.service.app.get(MoveDueDays).execute();
    const left = await county.service.sql('select from calendar_review');
    if (left.length > 0) throw new Error('a school is being looked at');
  }, 15_000);

type Lent = { readonly pupil: Pupil; readonly copy: Copy; readonly loanId: string };
const lent = async (pupil?: Pupil): Promise<Lent> => {
  const [whom, copy] = [pupil ?? (await county.enrol()), await county.accession()];
  const told = await county.lend(copy, whom);
  return { pupil: whom, copy, loanId: (told.body['loan'] as { id: string }).id };
};
const read = (loanId: string): Promise<Reply> => county.ask('GET', `/loans/${loanId}`);
const dueOn = async (loanId: string): Promise<unknown> => (await read(loanId)).body['dueOn'];
const said = (copyId: string) => county.announced('shulian.circulation.loan.due-changed.v1', copyId);

describe('a closing that is declared after the loan', () => {
  it('moves what is due on a closed day to the next open one, and says so once', async () => {
    // Due on Wednesday, 11 November 2026.
    const [{ loanId, copy }, other] = [await lent(), await lent()];
    await county.giveBack(other.copy);
    await close(['2026-11-11', '2026-11-12']);
    expect(await dueOn(loanId)).toBe('2026-11-13');
    expect(await said(copy.copyId)).toMatchObject([
      { version: 2, data: { loanId, previouslyDueOn: '2026-11-11', dueOn: '2026-11-13', renewals: 0 } },
    ]);
    // Also over the weekend; what came back is left alone.
    await close(['2026-11-11', '2026-11-12', '2026-11-13']);
    expect(await dueOn(loanId)).toBe('2026-11-16');
    expect(await dueOn(other.loanId)).toBe('2026-11-11');
    expect(await said(copy.copyId)).toHaveLength(2);
  });
  it('moves nothing that is due on an open day, at another school, or when it is taken back', async () => {
    const { loanId, copy } = await lent();
    await close(['2026-11-10', '2026-11-12']);
    const elsewhere = randomUUID() as SchoolId;
    await county.openSchool(elsewhere);
    await close(['2026-11-11'], elsewhere);
    expect([await dueOn(loanId), await said(copy.copyId)]).toEqual(['2026-11-11', []]);
    await close(['2026-11-11']);
    await close([]);
    expect([await dueOn(loanId), (await said(copy.copyId)).length]).toEqual(['2026-11-12', 1]);
  });
  it('counts once when it is told twice, and not when it comes after a newer one', async () => {
    const { loanId, copy } = await lent();
    const [older, newer] = [calendar(2026, ['2026-11-11', '2026-11-12']), calendar(2026, ['2026-11-11'])];
    for (const announcement of [newer, newer, older]) await county.tell(announcement);
    await moved();
    expect([await dueOn(loanId), (await said(copy.copyId)).length]).toEqual(['2026-11-12', 1]);
  });
  it('counts though the newer event of another year came first', async () => {
    const { loanId } = await lent();
    const [of2026, of2027] = [calendar(2026, ['2026-11-11']), calendar(2027, ['2027-01-04'])];
    await county.tell(of2027);
    await moved();
    await county.tell(of2026);
    await moved();
    expect(await dueOn(loanId)).toBe('2026-11-12');
    // And the desk goes by it at once.
    expect(await dueOn((await lent()).loanId)).toBe('2026-11-10');
  });
  it('comes in the same batch for two years, and moves everything though a slice is full', async () => {
    const teachers = await Promise.all(
      Array.from({ length: 11 }, () => county.enrol({ kind: 'teacher', section: null, entryYear: null })),
    );
    const copies = await county.accessionMany(205);
    await Promise.all(
      teachers.map(async (teacher, place) => {
        for (const copy of copies.slice(place * 20, (place + 1) * 20))
          expect((await county.lend(copy, teacher)).status).toBe(201);
      }),
    );
    // Due at the end of ninety days, or of the term: Friday, 8 January 2027.
    const bus = county.service.app.get<EventBus>(BUS);
    await bus.publish(
      [calendar(2026, []), calendar(2027, ['2027-01-08'])].map((announcement) => {
        const eventId = randomUUID();
        return { ...announcement, eventId, payload: JSON.stringify(cloudEvent(announcement, eventId)) };
      }),
    );
    await eventually(async () => {
      const [row] = await county.service.sql<{ n: number }>(
        `select count(*)::int as n from loan where copy_id = any($1::uuid[]) and due_on = '2027-01-11'`,
        [copies.map(({ copyId }) => copyId)],
      );
      if (row?.n !== 205) throw new Error(`${row?.n} moved`);
    }, 15_000);
    for (const copy of copies) expect(await said(copy.copyId)).toHaveLength(1);
    for (const copy of copies) await county.giveBack(copy);
    await county.tell(calendar(2027, []));
  });
  it('makes nobody overdue for the day the door was shut, though it is said when that day is over', async () => {
    const { loanId, pupil, copy } = await lent();
    await county.itIs('2026-11-12');
    expect((await read(loanId)).body).toMatchObject({ status: 'overdue' });
    await close(['2026-11-11']);
    expect((await read(loanId)).body).toMatchObject({ status: 'open', dueOn: '2026-11-12' });
    expect((await county.lend(await county.accession(), pupil)).status).toBe(201);
    await county.service.app.get(MarkOverdueLoans).execute();
    await county.itIs('2026-11-13');
    await county.service.app.get(MarkOverdueLoans).execute();
    expect(await county.announced('shulian.circulation.loan.overdue.v1', copy.copyId)).toMatchObject([
      { data: { dueOn: '2026-11-12', overdueSinceOn: '2026-11-13' } },
    ]);
    await county.giveBack(copy);
    const [back] = await county.announced('shulian.circulation.loan.returned.v1', copy.copyId);
    expect(back).toMatchObject({ data: { daysLate: 1 } });
  });
  it('moves the loan under the hands of a desk that renews it or takes it back, and neither waits for ever', async () => {
    const loans = await Promise.all(Array.from({ length: 12 }, () => lent()));
    await county.itIs('2026-10-19');
    const closing = close(['2026-11-11', '2026-11-18']);
    await Promise.all([
      closing,
      ...loans.slice(0, 6).map(({ loanId }) => county.ask('POST', '/renewals', { loanId })),
      ...loans.slice(6).map(({ copy }) => county.giveBack(copy)),
    ]);
    await moved();
    for (const { loanId } of loans.slice(0, 6)) {
      const { dueOn: due, status } = (await read(loanId)).body as { dueOn: string; status: string };
      expect(status).toBe('open');
      expect(['2026-11-12', '2026-11-17', '2026-11-19']).toContain(due);
    }
  });
});

describe('the next term, recorded when loans are out already', () => {
  it('moves what would be due in the vacation before it', async () => {
    const rules = await county.ask('PUT', '/lending-policies', {
      rows: [{ sets: { endsWithTerm: false, whenClosed: 'next-open' } }],
    });
    expect(rules.status).toBe(200);
    await county.itIs('2027-01-18');
    // Thirty days on, Wednesday, 17 February 2027: after the last term that is recorded, and the answer says so.
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    const told = await county.lend(copy, pupil);
    expect(told.body).toMatchObject({
      loan: { dueOn: '2027-02-17' },
      decision: { reasons: [{ code: 'calendar.no-next-term', severity: 'warn', title: expect.any(String) }] },
    });
    const { id } = told.body['loan'] as { id: string };
    const vacation = Array.from({ length: 30 }, (_, n) =>
      new Date(Date.UTC(2027, 0, 23 + n)).toISOString().slice(0, 10),
    );
    await county.tell(
      TermOpenedV1.announce(
        {
          termId: randomUUID() as TermId,
          schoolId: county.schoolId,
          name: '2027 spring',
          startsOn: day('2027-02-22'),
          endsOn: day('2027-07-09'),
        },
        county.next(`calendar ${county.schoolId}`),
      ),
      calendar(2027, vacation),
    );
    await moved();
    expect(await dueOn(id)).toBe('2027-02-22');
    expect(await said(copy.copyId)).toHaveLength(1);
    const again = await county.lend(await county.accession(), await county.enrol());
    expect(again.body).toMatchObject({ loan: { dueOn: '2027-02-22' }, decision: { reasons: [] } });
  });
});

describe('a copy on the hold shelf', () => {
  it('is kept longer by the days on which the school is shut, and that is said once', async () => {
    const [{ copy }, waiting] = [await lent(), await county.enrol()];
    const hold = await county.ask('POST', '/holds', { titleId: copy.titleId, readerId: waiting.readerId });
    await county.giveBack(copy);
    const path = `/holds/${(hold.body as { id: string }).id}`;
    // Seven open days from Monday, 12 October: Wednesday, 21 October.
    expect((await county.ask('GET', path)).body).toMatchObject({ status: 'ready', pickUpByOn: '2026-10-21' });
    await close(['2026-10-14', '2026-10-21']);
    expect((await county.ask('GET', path)).body).toMatchObject({ pickUpByOn: '2026-10-23' });
    await close([]);
    expect((await county.ask('GET', path)).body).toMatchObject({ pickUpByOn: '2026-10-23' });
    const events = await county.announced('shulian.circulation.hold.pick-up-changed.v1', copy.titleId);
    expect(events).toMatchObject([
      { data: { previouslyPickUpByOn: '2026-10-21', pickUpByOn: '2026-10-23', copyId: copy.copyId } },
    ]);
  });
});
