import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, LocationId, SchoolId } from '@shulian/contracts/ids';
import { INSPECTION_VIEW } from './inspection.row.js';
import type { InspectionView } from './inspections.http.js';
import type { Found, Inspected } from './rules/inspection.js';

const ADD = statement(
  'inspections.add',
  `insert into condition_inspection (id, school_id, what, inspected_on, inspected_by, entered_on, entered_by, location_id,
     looked_at, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const ADD_FINDINGS = statement(
  'inspections.addFindings',
  `insert into condition_finding (inspection_id, position, barcode, copy_id, words, damage, decision, repair_id, code)
   select $1, t.position, t.barcode, c.id, t.words, t.damage, t.decision, t."repairId", t.code
   from jsonb_to_recordset($3::jsonb) as t(position int, barcode text, words text, damage text, decision text,
     "repairId" uuid, code text)
   left join copy c on c.school_id = $2 and c.barcode = t.barcode`,
);
const LOCK = statement(
  'inspections.lock',
  `select i.school_id as "schoolId", i.entered_on::text as "enteredOn",
     exists (select from condition_finding f where f.inspection_id = i.id and f.repair_id is not null) as "hasRepairs"
   from condition_inspection i where i.id = $1 for update`,
);
const REMOVE = statement('inspections.remove', 'delete from condition_inspection where id = $1');
const VIEW = statement('inspections.view', `${INSPECTION_VIEW} where i.id = $1`);

export type NewInspection = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly what: Inspected;
  readonly inspectedOn: CalendarDay;
  readonly inspectedBy: string | null;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
  readonly locationId: LocationId | null;
  readonly lookedAt: number;
  readonly note: string | null;
};
export type NewFinding = Found & {
  readonly position: number;
  readonly repairId: string | null;
  readonly code: string | null;
};
export type LockedInspection = {
  readonly schoolId: SchoolId;
  readonly enteredOn: CalendarDay;
  readonly hasRepairs: boolean;
};

export class InspectionsRepository {
  constructor(private readonly session: Session) {}

  async add(inspection: NewInspection, findings: readonly NewFinding[]): Promise<void> {
    await this.session.rows(ADD, [
      inspection.id,
      inspection.schoolId,
      inspection.what,
      inspection.inspectedOn,
      inspection.inspectedBy,
      inspection.enteredOn,
      inspection.enteredBy,
      inspection.locationId,
      inspection.lookedAt,
      inspection.note,
    ]);
    if (findings.length > 0)
      await this.session.rows(ADD_FINDINGS, [inspection.id, inspection.schoolId, JSON.stringify(findings)]);
  }

  async locked(id: string): Promise<LockedInspection | null> {
    return (await this.session.rows<LockedInspection>(LOCK, [id]))[0] ?? null;
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  async view(id: string): Promise<InspectionView> {
    const [row] = await this.session.rows<InspectionView>(VIEW, [id]);
    if (row === undefined) throw new Error('the inspection is gone');
    return row;
  }
}
