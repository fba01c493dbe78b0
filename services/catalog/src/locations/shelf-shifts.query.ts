import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type ListAsked,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { SHIFT_VIEW, STEP_VIEW } from './shelf-shift.row.js';
import type { ShiftsAsked, ShiftStep, ShiftView } from './shelf-shifts.http.js';

const LIST = `${SHIFT_VIEW}
  where s.school_id = $1 and ($2::date is null or (s.begins_on, s.id) < ($2::date, $3::uuid))
  order by s.begins_on desc, s.id desc limit $4`;
const STEPS = `${STEP_VIEW} where t.shift_id = $1 and t.number > $2 order by t.number limit $3`;

/** The shelf shifts of a school, and the steps of one. */
@Injectable()
export class ShelfShiftsQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: ShiftsAsked, schoolId: SchoolId): Promise<Page<ShiftView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<ShiftView>(LIST, [
      schoolId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.beginsOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<ShiftView> {
    const [row] = await this.lists.rows<ShiftView>(`${SHIFT_VIEW} where s.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async steps({ id }: ShiftView, input: ListAsked): Promise<Page<ShiftStep>> {
    const rows = await this.lists.rows<ShiftStep>(STEPS, [id, numberAfter(input.cursor), input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ number }) => [number],
    );
  }
}
