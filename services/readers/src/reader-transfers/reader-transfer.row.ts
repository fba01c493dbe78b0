import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';

export const TRANSFER_STATES = ['offered', 'taken', 'refused', 'withdrawn'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export type Transfer = {
  readonly id: string;
  readonly readerId: ReaderId;
  readonly fromSchoolId: SchoolId;
  readonly toSchoolId: SchoolId;
  readonly status: TransferState;
  readonly note: string | null;
  readonly answer: string | null;
  readonly offeredBy: string;
  readonly offeredOn: CalendarDay;
  readonly endedBy: string | null;
  readonly endedOn: CalendarDay | null;
  readonly version: number;
};

export const TRANSFER = `t.id, t.reader_id as "readerId", t.from_school_id as "fromSchoolId", t.to_school_id as "toSchoolId", t.status,
  t.note, t.answer, t.offered_by as "offeredBy", t.offered_on::text as "offeredOn", t.ended_by as "endedBy",
  t.ended_on::text as "endedOn", t.version`;
