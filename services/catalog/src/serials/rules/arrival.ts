import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays } from './issue-pattern.js';

/** An issue of a serial that a school takes, and on which day it came there. */
export type KnownIssue = {
  readonly id: string;
  readonly first: number | null;
  readonly last: number | null;
  readonly dueOn: CalendarDay;
  readonly receivedOn: CalendarDay | null;
};

/** An issue may come so many days before its day. */
const EARLY = 7;

/**
 * Which issue somebody holds who scanned its serial: the one with the number where the code says it, else the newest that
 * is due; the next one, where that came on a day before and the next is near. Null: none that could be meant.
 */
export const issueMeant = <Issue extends KnownIssue>(
  issues: readonly Issue[],
  today: CalendarDay,
  number: number | null,
): Issue | null => {
  const inOrder = [...issues].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  if (number !== null) {
    const numbered = inOrder.filter(
      ({ first, last }) => first !== null && last !== null && first <= number && number <= last,
    );
    const near = numbered.filter(({ dueOn }) => dueOn <= plusDays(today, EARLY));
    return near.at(-1) ?? numbered[0] ?? null;
  }
  const waitedFor = inOrder.filter(({ first }) => first !== null);
  const due = waitedFor.filter(({ dueOn }) => dueOn <= today).at(-1);
  const next = waitedFor.find(({ dueOn }) => dueOn > today && dueOn <= plusDays(today, EARLY));
  if (due === undefined) return next ?? null;
  const cameBefore = due.receivedOn !== null && due.receivedOn < today;
  return cameBefore ? (next ?? due) : due;
};
