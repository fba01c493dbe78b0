import type { CalendarDay } from '@shulian/contracts/ids';

export type HoldReason = {
  readonly code: string;
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
  /** Copies of the pickup school that could ever come to the reader. */
  readonly copies: number;
  readonly today: CalendarDay;
};

/** Every reason against a hold, in desk order. */
export function holdRefusals(facts: HoldFacts): HoldReason[] {
  const { suspended, holdLimit, today } = facts;
  const isSuspended = suspended !== null && (suspended.untilOn === null || today <= suspended.untilOn);
  return [
    facts.standing === 'left' && no('reader.inactive'),
    isSuspended && no('reader.suspended', { untilOn: suspended.untilOn }),
    holdLimit === null && no('policy.none'),
    holdLimit !== null &&
      facts.openHolds >= holdLimit.value && {
        ...no('hold.at-limit', { limit: holdLimit.value, openHolds: facts.openHolds }),
        rule: { ...holdLimit.rule, parameter: 'holdLimit' },
      },
    facts.waitsAlready && no('hold.already-waiting'),
    facts.hasOnLoan && no('hold.on-loan-to-reader'),
    facts.copies === 0 && no('hold.no-copies'),
  ].filter((reason) => reason !== false);
}

const no = (code: string, facts?: NonNullable<HoldReason['facts']>): HoldReason => ({
  code,
  severity: 'deny',
  overridable: false,
  ...(facts === undefined ? {} : { facts }),
});
