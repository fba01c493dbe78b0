import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';

/** A session in which pupils mend books (CAT-053); planned ahead, held on its day, or cancelled. */
export type MendingSession = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly heldOn: CalendarDay;
  /** The class that comes; null: a group of its own. */
  readonly classId: SchoolClassId | null;
  readonly note: string | null;
  readonly cancelled: boolean;
  readonly plannedBy: string;
};

export type SessionRefusal =
  'mending-session.cancelled' | 'mending-session.not-held-yet' | 'mending-session.has-repairs';

/** Why a repair cannot be credited to it: it was called off, or is still to come. */
export const creditRefusal = (
  { cancelled, heldOn }: Pick<MendingSession, 'cancelled' | 'heldOn'>,
  today: CalendarDay,
): SessionRefusal | null => {
  if (cancelled) return 'mending-session.cancelled';
  return heldOn > today ? 'mending-session.not-held-yet' : null;
};

/** What was mended in a session was mended: it can be neither called off nor put off to a later day. */
export const changeRefusal = (
  before: MendingSession,
  after: MendingSession,
  credited: number,
): SessionRefusal | null =>
  credited > 0 && ((after.cancelled && !before.cancelled) || after.heldOn > before.heldOn)
    ? 'mending-session.has-repairs'
    : null;
