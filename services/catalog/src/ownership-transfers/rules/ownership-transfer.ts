import type { CalendarDay, CopyId, OwnershipTransferId, SchoolId } from '@shulian/contracts/ids';
import type { LendingState, StockState } from '@shulian/contracts/words';

export const TRANSFER_STATES = ['asked', 'accepted', 'refused', 'cancelled'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** One school asks another to take copies over; they stay where they are until it accepts. */
export type OwnershipTransfer = {
  readonly id: OwnershipTransferId;
  readonly fromSchoolId: SchoolId;
  readonly toSchoolId: SchoolId;
  readonly documentNumber: string | null;
  readonly note: string | null;
  readonly askedOn: CalendarDay;
  readonly askedBy: string;
  readonly state: TransferState;
  readonly decided: Decision | null;
};

export type Decision = { readonly on: CalendarDay; readonly by: string; readonly note: string | null };

/** Who ends a transfer how: the sender takes back, the receiver accepts or refuses. */
export type Ending = Exclude<TransferState, 'asked'>;
export const decidingSchoolOf = (transfer: OwnershipTransfer, ending: Ending): SchoolId =>
  ending === 'cancelled' ? transfer.fromSchoolId : transfer.toSchoolId;

/** The transfer once it has ended; null where it ended before. */
export const ended = (
  transfer: OwnershipTransfer,
  ending: Ending,
  decided: Decision,
): OwnershipTransfer | null => (transfer.state === 'asked' ? { ...transfer, state: ending, decided } : null);

/** What is known of a copy that shall go to another school. */
export type CopyToTransfer = {
  readonly id: CopyId;
  readonly stockState: StockState;
  readonly lending: LendingState;
  /** Whether it stands on another transfer that is open. */
  readonly promised: boolean;
};

export type TransferRefusal = {
  readonly code: 'copy.on-loan' | 'copy.in-transfer' | 'copy.withdrawn' | 'copy.missing';
  readonly facts: { readonly copyId: CopyId; readonly lending?: LendingState };
};

/** Why a copy cannot change hands: the first thing that stands in the way, for each that cannot. */
export const transferRefusals = (copies: readonly CopyToTransfer[]): TransferRefusal[] =>
  copies.flatMap(({ id: copyId, stockState, lending, promised }): TransferRefusal[] => {
    if (stockState === 'withdrawn') return [{ code: 'copy.withdrawn', facts: { copyId } }];
    if (lending !== 'in') return [{ code: 'copy.on-loan', facts: { copyId, lending } }];
    if (stockState === 'missing') return [{ code: 'copy.missing', facts: { copyId } }];
    return promised ? [{ code: 'copy.in-transfer', facts: { copyId } }] : [];
  });
