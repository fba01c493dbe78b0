import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

/** The nine sets that schools are asked to have (RDR-019), and whatever else a school writes. */
export const RULE_KINDS = [
  'acquisition-cataloguing',
  'processing',
  'loan-return',
  'custody',
  'compensation',
  'stocktaking',
  'weeding',
  'borrowing',
  'reading',
  'post-duties',
  'other',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export type RuleSet = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly kind: RuleKind;
  readonly name: string;
  readonly endedOn: CalendarDay | null;
};
export type RuleVersion = { readonly number: number; readonly holdsFrom: CalendarDay };

/** The version that holds on a day: of those that have begun, the newest one that was written; null before the first. */
export const versionOn = <V extends RuleVersion>(versions: readonly V[], day: CalendarDay): V | null =>
  [...versions].sort((a, b) => b.number - a.number).find(({ holdsFrom }) => holdsFrom <= day) ?? null;

/** Whether a version may go: the newest one, before it holds, and not the only one. */
export const mayBeWithdrawn = (
  versions: readonly RuleVersion[],
  number: number,
  today: CalendarDay,
): boolean => {
  const newest = versions.reduce((most, version) => Math.max(most, version.number), 0);
  const version = versions.find((one) => one.number === number);
  return versions.length > 1 && version !== undefined && number === newest && version.holdsFrom > today;
};
