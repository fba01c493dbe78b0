import type { CalendarDay, LocationId, SchoolId, StockAdditionId } from '@shulian/contracts/ids';

export const ADDITION_STATUSES = ['planned', 'done', 'cancelled'] as const;
export type AdditionStatus = (typeof ADDITION_STATUSES)[number];

/** A room is to get so many new volumes by a day (CAT-019). */
export type StockAddition = {
  readonly id: StockAdditionId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly locationId: LocationId;
  readonly name: string;
  readonly fromOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly volumes: number;
  readonly note: string | null;
  readonly status: AdditionStatus;
  readonly endedOn: CalendarDay | null;
  readonly words: string | null;
  readonly plannedBy: string;
};
