import type { ProblemCode } from '@shulian/contracts/problems';

/** A reason to say no (`deny`), to ask first (`confirm`), or to mention (`warn`); shaped like the contract's refusal. */
export type Reason = {
  readonly code: ProblemCode;
  readonly severity: 'deny' | 'confirm' | 'warn';
  readonly overridable: boolean;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  readonly rule?: { readonly id: string; readonly version: number; readonly parameter: string };
};

export type Outcome = 'allow' | 'confirm' | 'deny';

/** What someone at the desk wants to pass over, with the reason they gave. */
export type Override = { readonly code: string; readonly reason: string };

export type Decision = {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  /** The overrides that were needed and allowed. */
  readonly overridden: readonly Override[];
};

/** Keeps what applies, in the order given: the order in which a person at the desk would say it. */
export const reasons = (...list: readonly (Reason | false | null | undefined)[]): Reason[] =>
  list.filter((reason): reason is Reason => typeof reason === 'object' && reason !== null);

/** Weighs reasons against overrides. An override without the permission changes nothing (decision 15). */
export function decide(found: readonly Reason[], overrides: readonly Override[]): Decision {
  const overrideOf = new Map(overrides.map((override) => [override.code, override]));
  const standing = found.filter(
    (reason) => reason.severity !== 'warn' && !(reason.overridable && overrideOf.has(reason.code)),
  );
  const outcome = standing.some((reason) => reason.severity === 'deny')
    ? 'deny'
    : standing.length > 0
      ? 'confirm'
      : 'allow';
  const overridden = found.flatMap((reason) => {
    const override = overrideOf.get(reason.code);
    return reason.severity !== 'warn' && reason.overridable && override !== undefined ? [override] : [];
  });
  return { outcome, reasons: found, overridden };
}
