import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { statement, statementOf, sql, type Rows } from '@shulian/service-kit';
import { LEGAL_HOLD_VIEW } from './legal-hold.row.js';
import type { LegalHoldView } from './forgetting.http.js';

const SCHOOL = statement(
  'legal-hold.school',
  'select school_id as "schoolId" from known_reader where reader_id = $1',
);
const LOCK = statement(
  'legal-hold.lock',
  'select school_id as "schoolId", lifted_on::text as "liftedOn" from legal_hold where id = $1 for update',
);
const VIEW = statement('legal-hold.view', `${LEGAL_HOLD_VIEW} where h.id = $1`);
const LIFT = statement(
  'legal-hold.lift',
  'update legal_hold set lifted_on = $2, lifted_by = $3 where id = $1',
);

export type NewLegalHold = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId;
  readonly reason: string;
  readonly on: CalendarDay;
  readonly by: string;
};
const ADD = statementOf<NewLegalHold>(
  'legal-hold.add',
  (value) => sql`insert into legal_hold (id, school_id, reader_id, reason, placed_on, placed_by)
    values (${value(({ id }) => id)}, ${value(({ schoolId }) => schoolId)}, ${value(({ readerId }) => readerId)},
      ${value(({ reason }) => reason)}, ${value(({ on }) => on)}, ${value(({ by }) => by)})
    on conflict (reader_id) where lifted_on is null do nothing returning id`,
);

export class LegalHoldsRepository {
  constructor(private readonly rows: Rows) {}

  /** Null for a reader nobody knows. */
  async schoolOf(readerId: string): Promise<SchoolId | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId }>(SCHOOL, [readerId]);
    return row?.schoolId ?? null;
  }

  /** False when the reader is kept already. */
  async add(hold: NewLegalHold): Promise<boolean> {
    return (await this.rows.rows(...ADD.with(hold))).length > 0;
  }

  async locked(
    id: string,
  ): Promise<{ readonly schoolId: SchoolId; readonly liftedOn: string | null } | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId; liftedOn: string | null }>(LOCK, [id]);
    return row ?? null;
  }

  async lift(id: string, on: CalendarDay, by: string): Promise<void> {
    await this.rows.rows(LIFT, [id, on, by]);
  }

  async view(id: string): Promise<LegalHoldView> {
    const [row] = await this.rows.rows<LegalHoldView>(VIEW, [id]);
    if (row === undefined) throw new Error('it was just written');
    return row;
  }
}
