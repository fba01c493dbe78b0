/** Whose loans a target is about: each pupil, a class together for each of its pupils, each teacher. */
export const TARGET_OF = ['pupil', 'class', 'teacher'] as const;
export type TargetOf = (typeof TARGET_OF)[number];

export type LoanTarget = {
  readonly of: TargetOf;
  /** null: of all grades; teachers have none. */
  readonly grade: number | null;
  /** In a term. */
  readonly loans: number;
};

/** Where a school has said nothing: teachers borrow five times a term (P-13); two good books a week are advised, never a limit (CIR-027). */
export const TEACHERS_TARGET = 5;
export const ADVICE_WEEKLY = 2;

/** What holds for a grade: what is said of it, else what is said of all. */
export function targetFor(targets: readonly LoanTarget[], of: TargetOf, grade: number | null): number | null {
  const said = targets.filter((target) => target.of === of);
  const own = said.find((target) => target.grade !== null && target.grade === grade);
  const all = said.find((target) => target.grade === null);
  return own?.loans ?? all?.loans ?? (of === 'teacher' ? TEACHERS_TARGET : null);
}

/** Whether two say the same of the same, or a teacher has a grade: places in the list. */
export const contradictionsOf = (targets: readonly LoanTarget[]): number[] =>
  targets.flatMap(({ of, grade }, at) =>
    (of === 'teacher' && grade !== null) ||
    targets.slice(0, at).some((earlier) => earlier.of === of && earlier.grade === grade)
      ? [at]
      : [],
  );

/** With one place; null without anybody. */
export const perHead = (loans: number, heads: number): number | null =>
  heads === 0 ? null : Math.round((loans * 10) / heads) / 10;
