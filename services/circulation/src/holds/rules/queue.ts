import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/lending-rules/policy/loan-policy';
import type { Hold } from './hold.js';

/** A copy that lies free at its school, and may be taken home. */
export type FreeCopy = {
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly schoolId: SchoolId;
  readonly kind: CopyKind;
};

/** A hold in the queue, with the kinds of copies its reader may borrow now; without any it is passed over. */
export type Waiter = { readonly hold: Hold; readonly kinds: ReadonlySet<CopyKind> };

/** First come, first served; the id settles holds of one instant. Negative: `a` is before `b`. */
export const byPlace = (a: Pick<Hold, 'placedAt' | 'id'>, b: Pick<Hold, 'placedAt' | 'id'>): number =>
  a.placedAt === b.placedAt ? order(a.id, b.id) : order(a.placedAt, b.placedAt);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A hold that is served, and a copy that can serve it. */
export type Served = { readonly hold: Hold; readonly copyId: CopyId };

/**
 * Which holds the free copies serve, in the order of the queue, each with a copy of its own: of its title, at the school
 * of its pickup, of a kind its reader may borrow, the very one where one was asked for. Nobody is served at the cost of
 * somebody who came before; who can take any of several copies leaves the one that another needs.
 */
export function served(waiting: readonly Waiter[], free: readonly FreeCopy[]): Served[] {
  const copies = [...free].sort((a, b) => order(a.copyId, b.copyId));
  const takenBy = new Map<FreeCopy, Waiter>();
  /** Finds the waiter a copy; those who have one already move to another where that helps (an augmenting path). */
  const seat = (waiter: Waiter, tried: Set<FreeCopy>): boolean => {
    for (const copy of copies) {
      if (tried.has(copy) || !fits(waiter, copy)) continue;
      tried.add(copy);
      const holder = takenBy.get(copy);
      if (holder !== undefined && !seat(holder, tried)) continue;
      takenBy.set(copy, waiter);
      return true;
    }
    return false;
  };
  const inOrder = waiting
    .filter(({ hold }) => hold.state.is === 'waiting')
    .sort((a, b) => byPlace(a.hold, b.hold));
  for (const waiter of inOrder) {
    if (takenBy.size === copies.length) break;
    seat(waiter, new Set());
  }
  const copyOf = new Map([...takenBy].map(([{ copyId }, { hold }]) => [hold, copyId]));
  return inOrder.flatMap(({ hold }) => {
    const copyId = copyOf.get(hold);
    return copyId === undefined ? [] : [{ hold, copyId }];
  });
}

/**
 * The hold that a copy in hand serves: the first that can have it while the others who are served have the rest; null: it
 * may go to the shelf. @param free with the copy in hand
 */
export function holdFor(copy: FreeCopy, waiting: readonly Waiter[], free: readonly FreeCopy[]): Hold | null {
  const holds = new Set(served(waiting, free).map(({ hold }) => hold));
  const lucky = waiting.filter(({ hold }) => holds.has(hold)).sort((a, b) => byPlace(a.hold, b.hold));
  const rest = free.filter(({ copyId }) => copyId !== copy.copyId);
  const next = lucky.find(
    (waiter) =>
      fits(waiter, copy) &&
      served(
        lucky.filter((one) => one !== waiter),
        rest,
      ).length ===
        lucky.length - 1,
  );
  return next?.hold ?? null;
}

/**
 * Who would go without, if a reader took a copy that lies free; null: nobody. So as many copies are kept back as there
 * are readers who wait, and no more.
 */
export function keptFor(
  copy: FreeCopy,
  reader: string | null,
  waiting: readonly Waiter[],
  free: readonly FreeCopy[],
): Hold | null {
  const others = waiting.filter(({ hold }) => hold.readerId !== reader || !isFor(hold, copy));
  const rest = free.filter(({ copyId }) => copyId !== copy.copyId);
  const then = new Set(served(others, rest).map(({ hold }) => hold));
  const lost = served(waiting, free).find(
    ({ hold }) => others.some((other) => other.hold === hold) && !then.has(hold),
  );
  return lost?.hold ?? null;
}

/** Whether the copy, lying at its school, is one of those the hold waits for. */
export const isFor = (
  hold: Pick<Hold, 'titleId' | 'pickupSchoolId' | 'wantedCopyId'>,
  copy: FreeCopy,
): boolean =>
  hold.titleId === copy.titleId &&
  hold.pickupSchoolId === copy.schoolId &&
  (hold.wantedCopyId === null || hold.wantedCopyId === copy.copyId);

/** Whether it can end the wait now. */
const fits = ({ hold, kinds }: Waiter, copy: FreeCopy): boolean => kinds.has(copy.kind) && isFor(hold, copy);
