import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CompensationId, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { COMPENSATION_VIEW, FROM_COMPENSATION, STANDING } from './compensation.row.js';
import type { CompensationLine } from './compensations.http.js';
import type { Settlement, Standing } from './rules/standing.js';

const COPIES = statement(
  'compensations.copies',
  'select id, school_id as "schoolId", copy_id as "copyId" from known_compensation where id = any($1::uuid[])',
);
const TITLE_OF = statement('compensations.titleOf', 'select title_id as "titleId" from copy where id = $1');
const STANDINGS = statement(
  'compensations.standings',
  `select k.id, k.copy_id as "copyId", k.how, ${STANDING} as standing ${FROM_COMPENSATION} where k.id = any($1::uuid[])`,
);
const CLOSE = statement(
  'compensations.close',
  `insert into compensation_closing (compensation_id, copy_id, replacement_id, closed_on, closed_by)
   select t.id, t."copyId", t."replacementId", $2, $3
   from jsonb_to_recordset($1::jsonb) as t(id uuid, "copyId" uuid, "replacementId" uuid)`,
);
const VIEW = statement('compensations.view', `${COMPENSATION_VIEW} where k.id = $1`);

/** The unique constraint that a second closing by the same replacement runs into. */
export const REPLACEMENT_ONCE = 'compensation_closing_once_a_replacement';

export type CompensationOfCopy = {
  readonly id: CompensationId;
  readonly schoolId: SchoolId;
  readonly copyId: CopyId;
};
export type StandingCompensation = {
  readonly id: CompensationId;
  readonly copyId: CopyId;
  readonly how: Settlement | null;
  readonly standing: Standing;
};
export type Closing = {
  readonly id: CompensationId;
  readonly copyId: CopyId;
  readonly replacementId: CopyId | null;
};

/** What the books do about compensations. Who closes one has locked its copy, and reads after that where it stands. */
export class CompensationsRepository {
  constructor(private readonly session: Session) {}

  copiesOf(ids: readonly CompensationId[]): Promise<CompensationOfCopy[]> {
    return this.session.rows<CompensationOfCopy>(COPIES, [ids]);
  }

  async titleOf(lostId: CopyId): Promise<TitleId | null> {
    const [row] = await this.session.rows<{ titleId: TitleId }>(TITLE_OF, [lostId]);
    return row?.titleId ?? null;
  }

  standingsOf(ids: readonly CompensationId[]): Promise<StandingCompensation[]> {
    return this.session.rows<StandingCompensation>(STANDINGS, [ids]);
  }

  async close(closings: readonly Closing[], on: CalendarDay, by: string): Promise<void> {
    if (closings.length > 0) await this.session.rows(CLOSE, [JSON.stringify(closings), on, by]);
  }

  async view(id: CompensationId): Promise<CompensationLine> {
    const [line] = await this.session.rows<CompensationLine>(VIEW, [id]);
    if (line === undefined) throw new Error('the compensation is gone');
    return line;
  }
}
