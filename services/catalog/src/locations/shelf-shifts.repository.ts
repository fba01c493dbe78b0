import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { ShelfShift } from './rules/shelf-shift.js';
import { shelfShiftTable, SHIFT_VIEW, STEP_VIEW } from './shelf-shift.row.js';
import type { ShiftStep, ShiftStepAsked, ShiftView } from './shelf-shifts.http.js';

const CLEAR = statement('shelfShifts.clear', 'delete from shelf_shift_step where shift_id = $1');
const PUT = statement(
  'shelfShifts.put',
  `insert into shelf_shift_step (shift_id, number, to_id, stands_in, from_call_number, to_call_number, even_if_full)
   select $1, t.at, (t.s->>'toId')::uuid, (t.s->>'standsIn')::uuid, t.s->>'fromCallNumber', t.s->>'toCallNumber',
     (t.s->>'evenIfFull')::boolean
   from jsonb_array_elements($2::jsonb) with ordinality as t(s, at)`,
);
const FOREIGN = statement(
  'shelfShifts.foreign',
  `select asked.id from unnest($2::uuid[]) asked(id)
   where not exists (select from location p where p.id = asked.id and p.school_id = $1) limit 1`,
);
const DO = statement(
  'shelfShifts.do',
  'update shelf_shift_step set move_id = $3 where shift_id = $1 and number = $2',
);
const VIEW = statement('shelfShifts.view', `${SHIFT_VIEW} where s.id = $1`);
const STEP = statement('shelfShifts.step', `${STEP_VIEW} where t.shift_id = $1 and t.number = $2`);

/** Shelf shifts and their steps. A shift is locked before the tree of its school. */
export class ShelfShiftsRepository {
  constructor(private readonly session: Session) {}

  async add(shift: ShelfShift): Promise<void> {
    await this.session.manager.insert(shelfShiftTable, shift);
  }

  locked(id: string): Promise<ShelfShift | null> {
    return this.session.manager.findOne(shelfShiftTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(shift: ShelfShift): Promise<void> {
    await this.session.manager.update(shelfShiftTable, { id: shift.id }, shift);
  }

  /** Whether one of the places is not of the school. */
  async anyForeign(schoolId: SchoolId, places: readonly string[]): Promise<boolean> {
    return (await this.session.rows(FOREIGN, [schoolId, places])).length > 0;
  }

  /** The plan, in place of the one before. */
  async putSteps(id: string, steps: readonly ShiftStepAsked[]): Promise<void> {
    await this.session.rows(CLEAR, [id]);
    await this.session.rows(PUT, [id, JSON.stringify(steps)]);
  }

  async step(id: string, number: number): Promise<ShiftStep | null> {
    return (await this.session.rows<ShiftStep>(STEP, [id, number]))[0] ?? null;
  }

  async carriedOut(id: string, number: number, moveId: string): Promise<void> {
    await this.session.rows(DO, [id, number, moveId]);
  }

  async view(id: string): Promise<ShiftView> {
    const [row] = await this.session.rows<ShiftView>(VIEW, [id]);
    if (row === undefined) throw new Error('the shelf shift is gone');
    return row;
  }
}
