import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import type { CopyKind } from '@shulian/lending-rules/policy/loan-policy';
import type { Hold } from './hold.js';
import { byPlace, type Waiter } from './queue.js';

/** A copy that lies free at another school which lends to this one. */
export type CopyElsewhere = {
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  /** Its own. */
  readonly schoolId: SchoolId;
  readonly kind: CopyKind;
  /** How far its school is in the order of the school of the pickup: the least first. */
  readonly distance: number;
  /** Somebody waits for just this copy. */
  readonly wanted: boolean;
  /** null: not known, and old then. */
  readonly accessionedOn: CalendarDay | null;
  /** Days from its accession on in which it stays at its school. */
  readonly newStayDays: number;
  /** A reader who waits at its school needs it. */
  readonly neededAtHome: boolean;
  /** Its school is open today, so that somebody takes it from the shelf. */
  readonly isOpenToday: boolean;
};

/** A hold, and the copy that another school is asked to send for it. */
export type Asked = { readonly hold: Hold; readonly copy: CopyElsewhere };

/** New books stay at home for a while: so many days, the day of the accession among them. */
export const isProtected = (
  { accessionedOn, newStayDays }: Pick<CopyElsewhere, 'accessionedOn' | 'newStayDays'>,
  today: CalendarDay,
): boolean => accessionedOn !== null && today < plusDays(accessionedOn, newStayDays);

/** Whether its school lets it go today. */
export const mayLeave = (copy: CopyElsewhere, today: CalendarDay): boolean =>
  copy.isOpenToday && !copy.neededAtHome && !isProtected(copy, today);

/**
 * Which copies of other schools are asked for, in the order of the queue: for each who waits the nearest that may leave,
 * rather one that nobody wants for itself; from no school more than it has room for. Nobody who came later is served with a
 * copy that one before could have had.
 * @param waiting without those whom a copy of the school of the pickup serves, or one on its way
 * @param room copies that each school may still send
 */
export function fromOtherSchools(
  waiting: readonly Waiter[],
  copies: readonly CopyElsewhere[],
  room: ReadonlyMap<SchoolId, number>,
  today: CalendarDay,
): Asked[] {
  const left = copies.filter((copy) => mayLeave(copy, today)).sort(nearestFirst);
  const rooms = new Map(room);
  const asked: Asked[] = [];
  for (const { hold, kinds } of [...waiting].sort((a, b) => byPlace(a.hold, b.hold))) {
    const at = left.findIndex((copy) => fits(hold, kinds, copy) && (rooms.get(copy.schoolId) ?? 0) > 0);
    const [copy] = at < 0 ? [] : left.splice(at, 1);
    if (copy === undefined) continue;
    rooms.set(copy.schoolId, (rooms.get(copy.schoolId) ?? 0) - 1);
    asked.push({ hold, copy });
  }
  return asked;
}

const fits = (hold: Hold, kinds: ReadonlySet<CopyKind>, copy: CopyElsewhere): boolean =>
  kinds.has(copy.kind) &&
  hold.titleId === copy.titleId &&
  (hold.wantedCopyId === null || hold.wantedCopyId === copy.copyId);

/** Schools that stand at the same place are told apart by their ids, so that two looks find the same. */
function nearestFirst(a: CopyElsewhere, b: CopyElsewhere): number {
  if (a.distance !== b.distance) return a.distance - b.distance;
  if (a.schoolId !== b.schoolId) return a.schoolId < b.schoolId ? -1 : 1;
  if (a.wanted !== b.wanted) return a.wanted ? 1 : -1;
  return a.copyId < b.copyId ? -1 : a.copyId > b.copyId ? 1 : 0;
}
