import type { CalendarDay } from '@shulian/contracts/ids';
import type { ProblemCode } from '@shulian/contracts/problems';
import { isSuspended } from '@shulian/lending-rules/desk/borrower-at-desk';

export type HoldReason = {
  readonly code: ProblemCode;
  readonly severity: 'deny';
  readonly overridable: false;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  readonly rule?: { readonly id: string; readonly version: number; readonly parameter: string };
};

export type HoldFacts = {
  readonly standing: 'active' | 'left';
  readonly suspended: { readonly untilOn: CalendarDay | null } | null;
  readonly openHolds: number;
  /** From the policy; null when no rule gives a limit. */
  readonly holdLimit: {
    readonly value: number;
    readonly rule: { readonly id: string; readonly version: number };
  } | null;
  /** The reader has an open hold on the same title. */
  readonly waitsAlready: boolean;
  /** The reader has the title, or the very copy, on loan. */
  readonly hasOnLoan: boolean;
  /** What the pickup school has of it: copies that could ever come to the reader, copies that stay in the room. */
  readonly copies: { readonly toLend: number; readonly inRoom: number };
  readonly today: CalendarDay;
};

/** Every reason against a hold, in desk order. */
export function holdRefusals(facts: HoldFacts): HoldReason[] {
  const { suspended, holdLimit, today } = facts;
  return [
    facts.standing === 'left' && deny('reader.inactive'),
    isSuspended(suspended, today) && deny('reader.suspended', { untilOn: suspended?.untilOn ?? null }),
    holdLimit === null && deny('policy.none'),
    holdLimit !== null &&
      facts.openHolds >= holdLimit.value && {
        ...deny('hold.at-limit', { limit: holdLimit.value, openHolds: facts.openHolds }),
        rule: { ...holdLimit.rule, parameter: 'holdLimit' },
      },
    facts.waitsAlready && deny('hold.already-waiting'),
    facts.hasOnLoan && deny('hold.on-loan-to-reader'),
    facts.copies.toLend === 0 && deny(facts.copies.inRoom > 0 ? 'copy.reading-room-only' : 'hold.no-copies'),
  ].filter((reason) => reason !== false);
}

const deny = (code: ProblemCode, facts?: NonNullable<HoldReason['facts']>): HoldReason => ({
  code,
  severity: 'deny',
  overridable: false,
  ...(facts === undefined ? {} : { facts }),
});
