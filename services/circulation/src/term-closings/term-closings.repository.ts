import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { TermOfSchool } from '../lists/terms.query.js';
import { CLOSING_STEPS } from './rules/closing-steps.js';
import type { ClosingStepView, TermClosingView } from './term-closings.http.js';

const LOCK = statement(
  'termClosings.lock',
  `select pg_advisory_xact_lock(hashtext('term-closing ' || $1::text))`,
);
/** What is left of each step, now. A lost copy that came back is not to be struck. */
const REMAINING = statement(
  'termClosings.remaining',
  `select array[
     (select count(*) from loan where lending_school_id = $1 and closed_how is null and mode <> 'in-room'),
     (select count(*) from compensation where school_id = $1 and status = 'owed'),
     (select count(*) from compensation c join lent_copy l on l.copy_id = c.copy_id and l.state = 'lost'
        join known_copy k on k.copy_id = c.copy_id and k.stock_state <> 'withdrawn'
      where c.school_id = $1 and c.status in ('paid', 'replaced', 'waived')),
     coalesce((select last_number - closed_number from cash_account where school_id = $1), 0)]::int[] as remaining`,
);
const DONE = statement(
  'termClosings.done',
  `select done_on::text as "doneOn", done_by as "doneBy", remaining as "remainingThen", note from term_closing_step
   where school_id = $1 and term_starts_on = $2::date order by place`,
);
const END = statement(
  'termClosings.end',
  `insert into term_closing_step (school_id, term_starts_on, place, done_on, done_by, remaining, note)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
const UNDO = statement(
  'termClosings.undo',
  `delete from term_closing_step s where s.school_id = $1 and s.term_starts_on = $2::date
     and s.place = (select max(place) from term_closing_step where school_id = $1 and term_starts_on = $2::date)
   returning s.place`,
);

type Done = Pick<ClosingStepView, 'doneBy' | 'doneOn' | 'note' | 'remainingThen'>;

export class TermClosingsRepository {
  constructor(private readonly rows: Rows) {}

  /** Two who end steps of a school go one after the other. */
  async lock(schoolId: SchoolId): Promise<void> {
    await this.rows.rows(LOCK, [schoolId]);
  }

  async view(schoolId: SchoolId, { startsOn, endsOn }: TermOfSchool): Promise<TermClosingView> {
    const [row] = await this.rows.rows<{ remaining: number[] }>(REMAINING, [schoolId]);
    const done = await this.rows.rows<Done>(DONE, [schoolId, startsOn]);
    const steps = CLOSING_STEPS.map((step, at): ClosingStepView => ({
      step,
      state: at < done.length ? 'done' : at === done.length ? 'next' : 'waiting',
      remaining: row?.remaining[at] ?? 0,
      ...(done[at] ?? { doneOn: null, doneBy: null, remainingThen: null, note: null }),
    }));
    const isClosed = done.length === CLOSING_STEPS.length;
    return { schoolId, termStartsOn: startsOn, termEndsOn: endsOn, isClosed, steps };
  }

  async end(
    schoolId: SchoolId,
    termStartsOn: CalendarDay,
    step: {
      readonly place: number;
      readonly on: CalendarDay;
      readonly by: string;
      readonly remaining: number;
      readonly note: string | null;
    },
  ): Promise<void> {
    const { place, on, by, remaining, note } = step;
    await this.rows.rows(END, [schoolId, termStartsOn, place, on, by, remaining, note]);
  }

  /** Whether there was one. */
  async undo(schoolId: SchoolId, termStartsOn: CalendarDay): Promise<boolean> {
    return (await this.rows.rows(UNDO, [schoolId, termStartsOn])).length > 0;
  }
}
