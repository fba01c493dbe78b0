import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, ContestId, SchoolId } from '@shulian/contracts/ids';
import { CONTEST_VIEW, contestTable, contestTypeTable, type OwnContestType } from './contest.row.js';
import type { SchoolContestView } from './contest-views.http.js';
import type { Contest } from './rules/contest.js';
import { SHIPPED_TYPES, type ContestType } from './rules/contest-types.js';

const VIEW = statement('contests.view', `${CONTEST_VIEW} where c.id = $1`);
const NEXT_NUMBERS = statement(
  'contests.nextNumbers',
  'update contest set last_number = last_number + $2 where id = $1 returning last_number as "lastNumber"',
);
/** Those that begin or end by themselves: of a series, on their day. */
const DUE_TO_OPEN = `select id from contest where series_id is not null and status = 'planned' and opens_on <= $1::date
    and plan is not null and ($2::uuid is null or id > $2) order by id limit 500`;
const DUE_TO_CLOSE = `select id from contest where series_id is not null and status = 'open' and due_on < $1::date
    and ($2::uuid is null or id > $2) order by id limit 500`;
const TERMS = `select starts_on::text as "from", ends_on::text as "to" from known_term
  where school_id = $1 order by starts_on`;

export class ContestsRepository {
  constructor(private readonly session: Session) {}

  async add(contest: Contest): Promise<void> {
    await this.session.manager.insert(contestTable, contest);
  }

  /** Locked to the end of the transaction: whoever enters, judges or decides does so one after the other. */
  locked(id: string): Promise<Contest | null> {
    return this.session.manager.findOne(contestTable, {
      where: { id: id as ContestId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Numbers are given by themselves, and not with the rest. */
  async change({ id, lastNumber: _given, ...contest }: Contest): Promise<void> {
    await this.session.manager.update(contestTable, { id }, contest);
  }

  /** The first of so many numbers that nobody else has. */
  async nextNumber(id: ContestId, count = 1): Promise<number> {
    const [row] = await this.session.rows<{ lastNumber: number }>(NEXT_NUMBERS, [id, count]);
    return (row?.lastNumber ?? 0) - count + 1;
  }

  async view(id: ContestId): Promise<SchoolContestView> {
    const [view] = await this.session.rows<SchoolContestView>(VIEW, [id]);
    if (view === undefined) throw new Error('a contest that is there is shown');
    return view;
  }

  /** The type of a code at a school; null: there is none, or no longer. */
  async type(schoolId: SchoolId, code: string): Promise<ContestType | null> {
    const own = await this.session.manager.findOne(contestTypeTable, { where: { schoolId, code } });
    if (own !== null) return own.retired ? null : (own as unknown as ContestType);
    return SHIPPED_TYPES.find((type) => type.code === code) ?? null;
  }

  async putType(type: OwnContestType): Promise<void> {
    await this.session.manager.upsert(contestTypeTable, type, ['schoolId', 'code']);
  }

  terms(schoolId: SchoolId): Promise<{ readonly from: CalendarDay; readonly to: CalendarDay }[]> {
    return this.session.rows(TERMS, [schoolId]);
  }

  /** Of all schools, in parts. */
  dueToOpen(day: CalendarDay, after: string | null): Promise<{ readonly id: ContestId }[]> {
    return this.session.rows(DUE_TO_OPEN, [day, after]);
  }

  dueToClose(day: CalendarDay, after: string | null): Promise<{ readonly id: ContestId }[]> {
    return this.session.rows(DUE_TO_CLOSE, [day, after]);
  }
}
