import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Copy, type Pupil } from '../a-county.builder.js';
import { MarkOverdueLoans } from '../overdue/mark-overdue-loans.use-case.js';
import { AnnounceDueNotices } from './announce-due-notices.use-case.js';

let database: FreshDatabase;
let county: CountyForTests;
beforeAll(async () => {
  database = await freshDatabase('circulation_due_notices');
  county = await CountyForTests.open(database.ownerUrl);
});
afterAll(async () => {
  await county?.stop();
  await database?.drop();
});
beforeEach(() => county.itIs('2026-10-12'));

type Told = {
  readonly kind: string;
  readonly causeId: string;
  readonly causeOn: string;
  readonly untilOn: string;
  readonly facts: object;
};
const toldOf = async ({ readerId }: Pick<Pupil, 'readerId'>): Promise<Told[]> =>
  (await county.announced('shulian.circulation.notice.due.v1'))
    .map(({ data }) => data as unknown as Told & { readerId: string })
    .filter((told) => told.readerId === readerId);
const kindsOf = async (pupil: Pupil): Promise<string[]> => (await toldOf(pupil)).map(({ kind }) => kind);
const announce = async (on: CalendarDay): Promise<void> => {
  await county.itIs(on);
  await county.service.app.get(MarkOverdueLoans).execute();
  await county.service.app.get(AnnounceDueNotices).execute(on, new AbortController().signal);
};
const lent = async (pupil: Pupil): Promise<{ copy: Copy; loanId: string; dueOn: CalendarDay }> => {
  const copy = await county.accession();
  const { loan } = (await county.lend(copy, pupil)).body as never as {
    loan: { id: string; dueOn: CalendarDay };
  };
  return { copy, loanId: loan.id, dueOn: loan.dueOn };
};

describe('a notice that is due', () => {
  it('is announced once before the due day, once a week after it, for all books of a borrower together, and by ids alone', async () => {
    const pupil = await county.enrol();
    const { copy, dueOn } = await lent(pupil);
    await lent(pupil);
    await announce(plusDays(dueOn, -3));
    expect(await toldOf(pupil)).toEqual([]);
    await announce(plusDays(dueOn, -2));
    await announce(plusDays(dueOn, -1));
    await announce(dueOn);
    expect(await toldOf(pupil)).toMatchObject([
      { kind: 'due-soon', causeId: county.schoolId, causeOn: dueOn, untilOn: dueOn, facts: { count: 2, dueOn, daysLate: null, amountFen: null } }, // prettier-ignore
    ]);
    // Closed days pass before it is overdue.
    const late = plusDays(dueOn, 4);
    for (const on of [late, plusDays(late, 1), plusDays(late, 6)]) await announce(on);
    expect((await toldOf(pupil)).slice(1)).toMatchObject([{ kind: 'overdue', causeOn: late, facts: { count: 2, daysLate: 4, dueOn } }]); // prettier-ignore
    await county.giveBack(copy);
    await announce(plusDays(late, 7));
    expect((await toldOf(pupil)).slice(2)).toMatchObject([
      { kind: 'overdue', facts: { count: 1, daysLate: 11 } },
    ]);
    const day = plusDays(late, 14);
    await Promise.all([announce(day), announce(day), announce(day)]);
    expect(await kindsOf(pupil)).toEqual(['due-soon', 'overdue', 'overdue', 'overdue']);
  });

  it('comes with the sheets of a run, to whom nothing was told today', async () => {
    const pupil = await county.enrol();
    const { dueOn } = await lent(pupil);
    const late = plusDays(dueOn, 4);
    await county.itIs(late);
    const run = await county.ask('POST', '/dunning-runs', {});
    expect(run.status).toBe(201);
    await county.ask('POST', '/dunning-runs', {});
    await announce(late);
    expect(await toldOf(pupil)).toMatchObject([{ kind: 'overdue', causeId: run.body['id'], facts: { count: 1, daysLate: 4 } }]); // prettier-ignore
  });

  it('comes with a loss, a hold that is ready, what is called in, and a leaver who is not cleared', async () => {
    const pupil = await county.enrol();
    const { loanId } = await lent(pupil);
    const loss = await county.ask('POST', '/losses', { loanId });
    expect(loss.status).toBe(201);
    expect((await toldOf(pupil)).at(-1)).toMatchObject({ kind: 'compensation', causeOn: '2026-10-12', untilOn: '2026-11-11', facts: { count: 1 } }); // prettier-ignore
    const waiting = await county.enrol();
    const taken = await lent(await county.enrol());
    const hold = await county.ask('POST', '/holds', { titleId: taken.copy.titleId, readerId: waiting.readerId, pickupSchoolId: county.schoolId }); // prettier-ignore
    expect(hold.status).toBe(201);
    await county.giveBack(taken.copy);
    expect(await toldOf(waiting)).toMatchObject([
      { kind: 'hold-ready', causeId: hold.body['id'], facts: { count: 1 } },
    ]);
    const opened = await county.ask('POST', '/clearances', {
      readerIds: [pupil.readerId],
      why: 'transfer',
      withFiles: true,
    });
    expect(opened.status).toBe(200);
    await announce('2026-10-13' as CalendarDay);
    await announce('2026-10-14' as CalendarDay);
    const clearance = (await toldOf(pupil)).filter(({ kind }) => kind === 'clearance');
    expect(clearance).toMatchObject([{ causeOn: '2026-10-13', facts: { count: 3 } }]);
    const other = await county.enrol();
    await lent(other);
    const campaign = await county.ask('POST', '/recall-campaigns', {
      name: '期末收书',
      lastDay: '2026-10-30',
    });
    expect(campaign.status).toBe(201);
    const ofClass = (await county.announced('shulian.circulation.notice.due.v1'))
      .map(({ data }) => data as unknown as Told & { classId: string | null })
      .filter(({ kind, classId }) => kind === 'recall' && classId === county.classId);
    expect(ofClass).toMatchObject([{ causeId: campaign.body['id'], untilOn: '2026-10-30', facts: { dueOn: '2026-10-30' } }]); // prettier-ignore
  });

  it('[GTW-007] lets a reader ask the library, promises a day, answers him, and has him told that the answer is there', async () => {
    const pupil = await county.enrol();
    const self = await county.account({ role: 'reader', readerId: pupil.readerId });
    const question = { kind: 'reference', subject: '《西游记》适合几年级读？', readerId: pupil.readerId };
    const asked = await county.ask('POST', '/service-requests', question, { as: self });
    expect(asked.status).toBe(201);
    const at = `/service-requests/${String(asked.body['id'])}`;
    expect(await toldOf(pupil)).toEqual([]);
    const answer = await county.ask('POST', `${at}/answers`, { words: '五年级以上，可先读青少版' });
    expect(answer.status).toBe(200);
    expect(await toldOf(pupil)).toMatchObject([
      { kind: 'answer', causeId: asked.body['id'], untilOn: '2026-10-26' },
    ]);
    expect((await county.ask('GET', at, undefined, { as: self })).body).toMatchObject({
      status: 'answered',
      given: [{ words: '五年级以上，可先读青少版' }],
    });
    const stranger = await county.account({ role: 'reader', readerId: (await county.enrol()).readerId });
    expect((await county.ask('GET', at, undefined, { as: stranger })).status).toBe(404);
    expect(JSON.stringify(await toldOf(pupil))).not.toContain('西游记');
  });
});
