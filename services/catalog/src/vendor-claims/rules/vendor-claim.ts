import type { CalendarDay, DeliveryId, SchoolId, VendorClaimId } from '@shulian/contracts/ids';

export const FAULTS = ['short', 'damaged', 'wrong'] as const;
export type Fault = (typeof FAULTS)[number];
export const VENDOR_CLAIM_STATUSES = ['open', 'answered', 'settled', 'withdrawn'] as const;
export type VendorClaimStatus = (typeof VENDOR_CLAIM_STATUSES)[number];
export const VENDOR_CLAIM_OUTCOMES = ['replacement', 'credit', 'refund'] as const;
export type VendorClaimOutcome = (typeof VENDOR_CLAIM_OUTCOMES)[number];
export type VendorClaimAction = 'open' | 'answer' | 'settle' | 'withdraw' | 'reopen';

/** Volumes of one line of a delivery that were paid for and are not what was ordered: claimed of the vendor (CAT-021). */
export type VendorClaim = {
  readonly id: VendorClaimId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly deliveryId: DeliveryId;
  readonly lineNumber: number;
  readonly fault: Fault;
  readonly volumes: number;
  /** Of whom it is claimed, as it was called on that day. */
  readonly vendor: string;
  readonly status: VendorClaimStatus;
  readonly openedOn: CalendarDay;
  readonly answer: string | null;
  readonly outcome: VendorClaimOutcome | null;
  readonly amountFen: number | null;
  readonly documentNumber: string | null;
  readonly replacementId: DeliveryId | null;
  readonly endedOn: CalendarDay | null;
};

const FROM: Readonly<Record<Exclude<VendorClaimAction, 'open'>, readonly VendorClaimStatus[]>> = {
  answer: ['open', 'answered'],
  settle: ['open', 'answered'],
  withdraw: ['open', 'answered'],
  reopen: ['settled', 'withdrawn'],
};

/** Whether something can be done with a claim as it stands. */
export const isPossible = (action: Exclude<VendorClaimAction, 'open'>, status: VendorClaimStatus): boolean =>
  FROM[action].includes(status);

/** Whether its volumes will not come any more: they were settled with money. */
export const isPaidOff = ({ outcome }: Pick<VendorClaim, 'outcome'>): boolean =>
  outcome === 'credit' || outcome === 'refund';

/** The claim as it was before it ended. */
export const reopened = (claim: VendorClaim): VendorClaim => ({
  ...claim,
  version: claim.version + 1,
  status: claim.answer === null ? 'open' : 'answered',
  outcome: null,
  amountFen: null,
  documentNumber: null,
  replacementId: null,
  endedOn: null,
});
