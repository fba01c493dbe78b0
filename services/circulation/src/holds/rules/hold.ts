import type {
  CalendarDay,
  CopyId,
  HoldId,
  Instant,
  ReaderId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';

export type HoldState =
  | { readonly is: 'waiting' }
  | {
      readonly is: 'ready';
      readonly copyId: CopyId;
      readonly readyOn: CalendarDay;
      readonly pickUpByOn: CalendarDay;
      /** Open days it is kept for; null: it became ready before that was remembered. */
      readonly shelfDays: number | null;
    }
  | {
      readonly is: 'fulfilled' | 'cancelled' | 'expired';
      readonly copyId: CopyId | null;
      readonly endedOn: CalendarDay;
    };

/** A reader waits for a title, or for one copy of it. */
export type Hold = {
  readonly id: HoldId;
  readonly titleId: TitleId;
  readonly wantedCopyId: CopyId | null;
  readonly readerId: ReaderId;
  readonly readerSchoolId: SchoolId;
  readonly pickupSchoolId: SchoolId;
  readonly placedAt: Instant;
  /** Served again from the day on; `untilOn` null: when it is resumed. The place stays. */
  readonly suspended: { readonly untilOn: CalendarDay | null } | null;
  readonly state: HoldState;
};

/** Passed over on the day, though it waits. */
export const isSuspendedOn = ({ suspended }: Pick<Hold, 'suspended'>, today: CalendarDay): boolean =>
  suspended !== null && (suspended.untilOn === null || today < suspended.untilOn);

export const isOpen = (hold: Hold): boolean => hold.state.is === 'waiting' || hold.state.is === 'ready';

/** The copy that belongs to the hold now: on the shelf, or the one that was asked for. */
export const copyOf = (hold: Hold): CopyId | null =>
  hold.state.is === 'waiting' ? hold.wantedCopyId : (hold.state.copyId ?? hold.wantedCopyId);

export function ready(
  hold: Hold,
  copyId: CopyId,
  readyOn: CalendarDay,
  pickUpByOn: CalendarDay,
  shelfDays: number,
): Hold {
  if (hold.state.is !== 'waiting') throw new Error('only a hold that waits can become ready');
  return { ...hold, state: { is: 'ready', copyId, readyOn, pickUpByOn, shelfDays } };
}

export function ended(
  hold: Hold,
  how: 'fulfilled' | 'cancelled' | 'expired',
  endedOn: CalendarDay,
  copyId: CopyId | null = copyOf(hold),
): Hold {
  if (!isOpen(hold)) throw new Error('a hold ends once');
  return { ...hold, state: { is: how, copyId, endedOn } };
}

/** Its copy went elsewhere: the hold takes up its old place in the queue. */
export const waitingAgain = (hold: Hold): Hold => ({ ...hold, state: { is: 'waiting' } });
