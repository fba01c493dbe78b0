import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { unitTable, type UnitRow } from './unit.row.js';
import { INTAKES } from './unit.row.js';
import type { IntakeItemView, IntakeView } from './units.http.js';

/** The unique constraint a second unit of the same name runs into. */
export const UNIT_ONCE = 'archive_unit_once';
const PUT_INTAKE = statement(
  'archive-units.putIntake',
  `insert into archive_intake (unit_id, year, items, changed_on, changed_by) values ($1, $2, $3::jsonb, $4, $5)
   on conflict (unit_id, year) do update
     set items = excluded.items, changed_on = excluded.changed_on, changed_by = excluded.changed_by`,
);
const INTAKE = statement('archive-units.intake', `${INTAKES} where i.unit_id = $1 and i.year = $2`);

/** Units that hand in, and what is looked at before they do. */
export class UnitsRepository {
  constructor(private readonly session: Session) {}

  async add(unit: UnitRow): Promise<void> {
    await this.session.manager.insert(unitTable, unit);
  }

  /** Locked to the end of the transaction. */
  locked(id: string): Promise<UnitRow | null> {
    return this.session.manager.findOne(unitTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Of a school by their names. */
  async byName(schoolId: SchoolId): Promise<ReadonlyMap<string, UnitRow>> {
    const units = await this.session.manager.find(unitTable, { where: { schoolId }, take: 2_000 });
    return new Map(units.map((unit) => [unit.name, unit]));
  }

  async change(unit: UnitRow): Promise<void> {
    await this.session.manager.update(unitTable, { id: unit.id }, unit);
  }

  async putIntake(
    unitId: string,
    year: number,
    items: readonly IntakeItemView[],
    on: CalendarDay,
    by: string,
  ): Promise<IntakeView> {
    await this.session.rows(PUT_INTAKE, [unitId, year, JSON.stringify(items), on, by]);
    const [view] = await this.session.rows<IntakeView>(INTAKE, [unitId, year]);
    if (view === undefined) throw new Error('an intake that was written is shown');
    return view;
  }
}
