import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, LocationId, SchoolId } from '@shulian/contracts/ids';
import type { PatrolView } from './shelf-patrols.http.js';
import { PATROL_VIEW } from './shelf-patrol.row.js';
import type { ShelfFinding } from './rules/reading-of-shelf.js';

const COPIES = statement(
  'shelfPatrols.copies',
  `select c.id, c.barcode, c.call_number as "callNumber",
     c.location_id is null or exists (select from location p where p.id = c.location_id and $3 = any(p.ancestors)) as "belongsHere",
     c.lending = 'in' and c.stock_state in ('processing', 'lendable', 'reading-room') as "isIn"
   from copy c where c.school_id = $1 and c.barcode = any($2::text[])`,
);
const ADD = statement(
  'shelfPatrols.add',
  `insert into shelf_patrol (id, school_id, location_id, walked_on, walked_by, entered_by, note, scanned)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const ADD_FINDINGS = statement(
  'shelfPatrols.addFindings',
  `insert into shelf_patrol_finding (patrol_id, position, barcode, copy_id, finding, behind_id)
   select $1, t.* from jsonb_to_recordset($2::jsonb) as t(position int, barcode text, "copyId" uuid, finding text, "behindId" uuid)`,
);
const LOCK = statement(
  'shelfPatrols.lock',
  'select school_id as "schoolId", walked_on::text as "walkedOn" from shelf_patrol where id = $1 for update',
);
const KNOWN = statement(
  'shelfPatrols.known',
  'select count(*)::int as n from shelf_patrol_finding where patrol_id = $1 and position = any($2::int[])',
);
/** What is as it shall be keeps its day and name. */
const PUT_RIGHT = statement(
  'shelfPatrols.putRight',
  `update shelf_patrol_finding set put_right_on = $3, put_right_by = $4
   where patrol_id = $1 and position = any($2::int[]) and (put_right_on is null) = ($3::date is not null)`,
);
const REMOVE = statement('shelfPatrols.remove', 'delete from shelf_patrol where id = $1');
const VIEW = statement('shelfPatrols.view', `${PATROL_VIEW} where p.id = $1`);

export type CopyOnShelf = {
  readonly id: CopyId;
  readonly barcode: string;
  readonly callNumber: string | null;
  readonly belongsHere: boolean;
  readonly isIn: boolean;
};
export type NewPatrol = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly locationId: LocationId;
  readonly walkedOn: CalendarDay;
  readonly walkedBy: string | null;
  readonly enteredBy: string;
  readonly note: string | null;
  readonly scanned: number;
};

export class ShelfPatrolsRepository {
  constructor(private readonly session: Session) {}

  /** Copies of the school as they stand to a place; barcodes in plain form. */
  copiesAt(schoolId: SchoolId, barcodes: readonly string[], place: LocationId): Promise<CopyOnShelf[]> {
    return this.session.rows<CopyOnShelf>(COPIES, [schoolId, barcodes, place]);
  }

  async add(patrol: NewPatrol, findings: readonly ShelfFinding[]): Promise<void> {
    await this.session.rows(ADD, [
      patrol.id,
      patrol.schoolId,
      patrol.locationId,
      patrol.walkedOn,
      patrol.walkedBy,
      patrol.enteredBy,
      patrol.note,
      patrol.scanned,
    ]);
    if (findings.length > 0) await this.session.rows(ADD_FINDINGS, [patrol.id, JSON.stringify(findings)]);
  }

  async locked(id: string): Promise<{ readonly schoolId: SchoolId; readonly walkedOn: CalendarDay } | null> {
    const [row] = await this.session.rows<{ schoolId: SchoolId; walkedOn: CalendarDay }>(LOCK, [id]);
    return row ?? null;
  }

  /** How many of the positions are of findings. */
  async known(id: string, positions: readonly number[]): Promise<number> {
    const [row] = await this.session.rows<{ n: number }>(KNOWN, [id, positions]);
    return row?.n ?? 0;
  }

  /** @param how null takes it back */
  async putRight(
    id: string,
    positions: readonly number[],
    how: { readonly on: CalendarDay; readonly by: string } | null,
  ): Promise<void> {
    await this.session.rows(PUT_RIGHT, [id, positions, how?.on ?? null, how?.by ?? null]);
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  async view(id: string): Promise<PatrolView> {
    const [row] = await this.session.rows<PatrolView>(VIEW, [id]);
    if (row === undefined) throw new Error('the patrol is gone');
    return row;
  }
}
