import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Page, type Rows } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import { nameOn } from '../classes/rules/school-class.js';
import { idOfCursor } from '../plain-text.http.js';
import type { DoubtsAsked, DoubtView } from './roster-doubts.http.js';

type Placed = { section: Section | null; entryYear: number | null; classNo: number | null };
type Candidate = Placed & { readerId: string; name: string; cardNumber: string | null };
type Row = Omit<DoubtView, 'className' | 'candidates' | 'foundAt' | 'decidedAt'> &
  Placed & { candidates: Candidate[] | null; foundAt: Date; decidedAt: Date | null };

const VIEW = `select d.id, d.school_id as "schoolId", d.why, d.name, d.number, d.kind, d.section, d.entry_year as "entryYear",
    d.class_no as "classNo", d.status, d.reader_id as "readerId", d.found_at as "foundAt", d.decided_by as "decidedBy",
    d.decided_at as "decidedAt", d.version, c.candidates
  from roster_doubt d cross join lateral (
    select json_agg(json_build_object('readerId', r.id, 'name', r.name, 'section', k.section, 'entryYear', k.entry_year,
        'classNo', k.class_no, 'cardNumber', (select number from card where card.reader_id = r.id and card.status = 'active'))
      order by r.id) as candidates
    from reader r left join school_class k on k.id = r.class_id
    where r.id = any(d.candidates) and r.school_id = d.school_id) c`;
const LIST = `${VIEW} where d.school_id = $1 and d.status = $2 and ($3::uuid is null or d.id > $3) order by d.id limit $4`;

const classNameOf = ({ section, entryYear, classNo }: Placed, today: CalendarDay): string | null =>
  section === null || entryYear === null || classNo === null
    ? null
    : nameOn({ section, entryYear, classNo }, today);

const toView = ({ section, entryYear, classNo, candidates, ...row }: Row, today: CalendarDay): DoubtView => ({
  ...row,
  className: classNameOf({ section, entryYear, classNo }, today),
  candidates: (candidates ?? []).map(({ readerId, name, cardNumber, ...place }) => ({
    readerId,
    name,
    cardNumber,
    className: classNameOf(place, today),
  })),
  foundAt: row.foundAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

export async function doubtView(rows: Rows, id: string, today: CalendarDay): Promise<DoubtView | null> {
  const [row] = await rows.rows<Row>(`${VIEW} where d.id = $1`, [id]);
  return row === undefined ? null : toView(row, today);
}

/** Who of the lists waits, oldest first. */
@Injectable()
export class RosterDoubtsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async list(input: DoubtsAsked, schoolId: SchoolId): Promise<Page<DoubtView>> {
    const after = afterCursor(input.cursor, 1);
    const today = this.clock.today();
    const rows = await this.lists.rows<Row>(LIST, [
      schoolId,
      input.status,
      after === null ? null : idOfCursor(after[0] ?? ''),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => toView(row, today),
      ({ id }) => [id],
    );
  }
}
