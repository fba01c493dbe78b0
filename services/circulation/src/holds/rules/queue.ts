import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Hold } from './hold.js';

/** First come, first served; the id settles holds of one instant. Negative: `a` is before `b`. */
export const byPlace = (a: Pick<Hold, 'placedAt' | 'id'>, b: Pick<Hold, 'placedAt' | 'id'>): number =>
  a.placedAt === b.placedAt ? order(a.id, b.id) : order(a.placedAt, b.placedAt);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether the copy, lying at its school, can end the wait: right title or copy, at the school of the pickup. */
export const suits = (
  hold: Hold,
  copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
): boolean =>
  hold.state.is === 'waiting' &&
  hold.titleId === copy.titleId &&
  hold.pickupSchoolId === copy.schoolId &&
  (hold.wantedCopyId === null || hold.wantedCopyId === copy.copyId);

/** Who gets the copy. */
export const nextInQueue = (
  holds: readonly Hold[],
  copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
): Hold | null => holds.filter((hold) => suits(hold, copy)).sort(byPlace)[0] ?? null;
