import type { CopyId, CopyTransferId, HoldId, SchoolId, TitleId } from '@shulian/contracts/ids';

export const TRANSFER_STATES = ['requested', 'packed', 'received', 'refused', 'not-needed', 'lost'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** One way of a copy: to a reader who waits at another school, or home. */
export type Transfer = {
  readonly id: CopyTransferId;
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly owningSchoolId: SchoolId;
  readonly fromSchoolId: SchoolId;
  readonly toSchoolId: SchoolId;
  readonly why: 'hold' | 'home';
  readonly holdId: HoldId | null;
  readonly status: TransferState;
  readonly runId: string | null;
  readonly version: number;
};

/** The copy still lies where it is to be sent from: a scan there says nothing new. */
export const waitsToBeSent = (
  { status, fromSchoolId }: Pick<Transfer, 'status' | 'fromSchoolId'>,
  atSchoolId: SchoolId,
): boolean => status === 'requested' && fromSchoolId === atSchoolId;

/**
 * Which of the copies on their way a barcode means at a school: one that was sent there, else one that belongs there, else
 * one that has not to be sent from there. Null: none; `ambiguous`: several are alike.
 */
export function whichOnTheWay<
  T extends Pick<Transfer, 'status' | 'fromSchoolId' | 'toSchoolId' | 'owningSchoolId'>,
>(transfers: readonly T[], atSchoolId: SchoolId): T | 'ambiguous' | null {
  const rank = (one: T): number =>
    one.toSchoolId === atSchoolId
      ? 0
      : one.owningSchoolId === atSchoolId && !waitsToBeSent(one, atSchoolId)
        ? 1
        : waitsToBeSent(one, atSchoolId)
          ? 3
          : 2;
  const best = Math.min(...transfers.map(rank));
  const [first, second] = transfers.filter((one) => rank(one) === best);
  return first === undefined ? null : second === undefined ? first : 'ambiguous';
}
