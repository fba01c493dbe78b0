import type { CalendarDay, CentralPurchaseId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/contracts/words';
import type { Audience, Work } from '../../selection/rules/suitability.js';
import { deny, type BuyingRefusal } from '../../selection/rules/refusal.js';

export const CENTRAL_PURCHASE_STATUSES = ['draft', 'dispatched', 'ended'] as const;
export type CentralPurchaseStatus = (typeof CENTRAL_PURCHASE_STATUSES)[number];

/** One purchase of the county office for its schools. */
export type CentralPurchase = {
  readonly id: CentralPurchaseId;
  readonly version: number;
  readonly name: string;
  readonly vendor: string;
  readonly documentNumber: string | null;
  readonly status: CentralPurchaseStatus;
  readonly createdOn: CalendarDay;
  readonly createdBy: string;
  readonly nextLine: number;
  readonly dispatchedOn: CalendarDay | null;
  /** Why it was ended or taken back. */
  readonly reason: string | null;
};

/** A work that the office found fit, how many of it are bought, and at which price. */
export type CentralPurchaseLine = Work & {
  readonly purchaseId: CentralPurchaseId;
  readonly number: number;
  readonly audience: Audience;
  readonly firstGrade: number | null;
  readonly lastGrade: number | null;
  readonly reviewer: string;
  readonly kind: CopyKind;
  readonly quantity: number;
  readonly unitPriceFen: number;
};

type Code = 'central-purchase.empty' | 'central-purchase.shares-differ';

/** Why it cannot be sent out: every volume of every line is some school's, and no school has more than there is. */
export const dispatchRefusals = (
  lines: readonly { readonly number: number; readonly quantity: number; readonly shared: number }[],
): readonly BuyingRefusal<Code>[] => [
  ...(lines.length === 0 ? [deny('central-purchase.empty')] : []),
  ...lines
    .filter(({ quantity, shared }) => quantity !== shared)
    .map(({ number, quantity, shared }) =>
      deny('central-purchase.shares-differ', { line: number, quantity, shared }),
    ),
];
