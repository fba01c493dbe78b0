import type { CalendarDay, CopyId, LocationId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyKind, StockState } from '@shulian/contracts/words';
import { callNumberOf } from '../../classification/rules/call-number.js';
import type { CopyRefusal, WithdrawalReason } from './copy-state.js';

/** A copy (册): one line of the accession register of one school. */
export type Copy = {
  readonly id: CopyId;
  readonly version: number;
  readonly titleId: TitleId;
  readonly schoolId: SchoolId;
  readonly barcode: string;
  readonly accessionNumber: number;
  /** The number the copy had in an older system. */
  readonly formerNumber: string | null;
  readonly clc: string | null;
  readonly bookNumber: string | null;
  readonly callNumber: string | null;
  readonly volume: string | null;
  readonly kind: CopyKind;
  /** Where it stands in words that a file brought or somebody wrote. */
  readonly location: string | null;
  /** Its place in the tree of its school; null where nobody has placed it. */
  readonly locationId: LocationId | null;
  readonly priceFen: number | null;
  readonly stockState: StockState;
  readonly accessionedOn: CalendarDay;
  readonly withdrawn: { readonly on: CalendarDay; readonly why: WithdrawalReason } | null;
  /** Which copy of which record of an import this was; null for copies entered by hand. */
  readonly foundAs: string | null;
  /** What the school's own system calls it. */
  readonly externalId: string | null;
};

/** Where a copy stands at first: reference books never leave the reading room (CAT-090). */
export const firstStateOf = (kind: CopyKind): StockState =>
  kind === 'reference' ? 'reading-room' : 'lendable';

/** Reference books are read in the room (P-01): nobody may call one lendable. */
export const roomRefusals = (kind: CopyKind, input: StockState | null): CopyRefusal[] =>
  kind === 'reference' && input === 'lendable' ? [{ code: 'copy.reading-room-only' }] : [];

/** What a copy was worth when it was struck stands in the withdrawal register; a price changed afterwards would contradict it. */
export const priceRefusals = (copy: Copy, change: CopyChange): CopyRefusal[] =>
  copy.withdrawn !== null && change.priceFen !== undefined && change.priceFen !== copy.priceFen
    ? [{ code: 'copy.price-settled' }]
    : [];

/** Where a copy stands that becomes a reference book: no longer among those that go home. */
export const stateFor = (kind: CopyKind, state: StockState): StockState =>
  state === 'lendable' ? firstStateOf(kind) : state;

export type CopyChange = Partial<
  Pick<
    Copy,
    'kind' | 'location' | 'locationId' | 'priceFen' | 'barcode' | 'volume' | 'stockState' | 'externalId'
  >
>;

/** The copy after a change; a withdrawal writes its day and reason into the line. */
export const changedCopy = (
  copy: Copy,
  change: CopyChange,
  withdrawal: { readonly on: CalendarDay; readonly why: WithdrawalReason } | null,
): Copy => {
  const next: Copy = {
    ...copy,
    ...change,
    callNumber: callNumberAfter(copy, change),
    version: copy.version + 1,
  };
  if (next.stockState !== 'withdrawn' || copy.withdrawn !== null) return next;
  if (withdrawal === null) throw new Error('a withdrawal has a day and a reason');
  return { ...next, withdrawn: withdrawal };
};

/** The volume stands in the call number; of a copy that is struck it stays as it was. */
const callNumberAfter = (copy: Copy, { volume }: CopyChange): string | null =>
  volume === undefined || copy.withdrawn !== null || copy.clc === null || copy.bookNumber === null
    ? copy.callNumber
    : callNumberOf(copy.clc, copy.bookNumber, volume);

/** Whether the call number is by another scheme than ours, and stays as it is written on the spine. */
const isNumberedElsewhere = ({ bookNumber, callNumber }: Copy): boolean =>
  bookNumber === null && callNumber !== null;

/** Whether a copy that gets a class gets a book number in it. */
export const takesBookNumber = (copy: Copy): boolean => !isNumberedElsewhere(copy);

/** The copy in another class, under the number that its title has there on the shelves of its school. */
export const reclassified = (copy: Copy, clc: string | null, bookNumber: string | null): Copy => ({
  ...copy,
  version: copy.version + 1,
  clc,
  ...(isNumberedElsewhere(copy)
    ? {}
    : {
        bookNumber,
        callNumber: clc === null || bookNumber === null ? null : callNumberOf(clc, bookNumber, copy.volume),
      }),
});

/** Whether a change leaves everything as it is. */
export const changesNothing = (copy: Copy, change: CopyChange): boolean =>
  Object.entries(change).every(([field, value]) => copy[field as keyof CopyChange] === value);
