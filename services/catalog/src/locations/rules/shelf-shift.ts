import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

/** A project of several moves, to make room or to arrange shelves anew (CAT-056). */
export type ShelfShift = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly beginsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly note: string | null;
  readonly plannedBy: string;
  readonly endedOn: CalendarDay | null;
};

export type ShiftRefusal = 'shelf-shift.ended' | 'shelf-shift.begun' | 'shelf-shift.step-done';

/** Steps are planned anew while none is carried out: what is done stays what it was planned to be. */
export const replanRefusal = (
  { endedOn }: Pick<ShelfShift, 'endedOn'>,
  stepsDone: number,
): ShiftRefusal | null => {
  if (endedOn !== null) return 'shelf-shift.ended';
  return stepsDone > 0 ? 'shelf-shift.begun' : null;
};

/** A step is carried out once, until its move is undone. */
export const stepRefusal = (
  { endedOn }: Pick<ShelfShift, 'endedOn'>,
  isDone: boolean,
): ShiftRefusal | null => {
  if (endedOn !== null) return 'shelf-shift.ended';
  return isDone ? 'shelf-shift.step-done' : null;
};
