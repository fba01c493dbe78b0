import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { CopyKind, ReaderKind } from '@shulian/contracts/words';
import { plusDays } from '../calendar/day.js';

export type { CopyKind, ReaderKind };
/** Whom a rule can be about: readers of a kind, or classes that borrow as a whole. */
export type BorrowerKind = ReaderKind | 'class';

/** A time of the week in which the desk lends; `weekdays` 1 Monday … 7 Sunday, times `HH:MM`, `to` excluded. */
export type LendingWindow = {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
};

/** Everything a policy row can say. `loanDays` are calendar days, `holdShelfDays` open days of the school. */
export type PolicyParameters = {
  /** Whether this reader may borrow at all. */
  readonly mayBorrow: boolean;
  /** Whether such a copy may leave the room: reference books never do (CIR-010). Apart from `mayBorrow`, so that a rule about readers cannot let them out. */
  readonly mayLeaveRoom: boolean;
  readonly loanDays: number;
  readonly loanLimit: number;
  /** Copies that a reader has in the reading room at once. */
  readonly inRoomLimit: number;
  readonly renewals: number;
  readonly endsWithTerm: boolean;
  readonly whenClosed: 'back-before' | 'next-open';
  readonly holdLimit: number;
  readonly holdShelfDays: number;
  /** One reading note after so many loans; null: no gate. */
  readonly readingNoteEvery: number | null;
  /** What the desk does where a note is owed: refuse, or ask who stands there to confirm, which is kept with the loan (CIR-028). */
  readonly readingNoteGate: 'block' | 'warn';
  readonly blockOnOverdue: boolean;
  readonly sameTitle: 'allow' | 'confirm' | 'deny';
  /** null: at any time. */
  readonly windows: readonly LendingWindow[] | null;
};
export type ParameterName = keyof PolicyParameters;

export const parameterNames: readonly ParameterName[] = [
  'mayBorrow',
  'mayLeaveRoom',
  'loanDays',
  'loanLimit',
  'inRoomLimit',
  'renewals',
  'endsWithTerm',
  'whenClosed',
  'holdLimit',
  'holdShelfDays',
  'readingNoteEvery',
  'readingNoteGate',
  'blockOnOverdue',
  'sameTitle',
  'windows',
];

/** Conditions (null: any) and what holds when they are met. A parameter that is not set is left to a wider row. */
export type PolicyRow = {
  readonly id: string;
  readonly readerKind: BorrowerKind | null;
  readonly grades: readonly number[] | null;
  readonly classId: SchoolClassId | null;
  readonly copyKind: CopyKind | null;
  readonly sets: Partial<PolicyParameters>;
};

/** One version of the rules of the county (`schoolId` null) or of a school. */
export type PolicyVersion = {
  readonly schoolId: SchoolId | null;
  readonly version: number;
  readonly effectiveOn: CalendarDay;
  readonly rows: readonly PolicyRow[];
};

/** Whom and what a rule is asked for. `copyKind` null: no copy is in hand. */
export type PolicyCase = {
  readonly readerKind: BorrowerKind;
  readonly grade: number | null;
  readonly classId: SchoolClassId | null;
  readonly copyKind: CopyKind | null;
};

/** A value with the row it came from. */
export type Explained<T> = {
  readonly value: T;
  readonly rule: { readonly id: string; readonly version: number; readonly scope: string };
};
export type ResolvedPolicy = { readonly [P in ParameterName]?: Explained<PolicyParameters[P]> };

export const scopeOf = (schoolId: SchoolId | null): string =>
  schoolId === null ? 'county' : `school:${schoolId}`;

/**
 * The version of one scope in force on a day: of those that have begun the one that began last, and of several for the
 * same day the newest. So a version that is put later for an earlier day holds until the next planned one; who wants
 * another for the planned day puts one for that day.
 */
export function versionOn(versions: readonly PolicyVersion[], day: CalendarDay): PolicyVersion | null {
  let inForce: PolicyVersion | null = null;
  for (const version of versions)
    if (version.effectiveOn <= day && (inForce === null || isAfter(version, inForce))) inForce = version;
  return inForce;
}

type Dated = Pick<PolicyVersion, 'version' | 'effectiveOn'>;
const isAfter = (one: Dated, other: Dated): boolean =>
  one.effectiveOn === other.effectiveOn ? one.version > other.version : one.effectiveOn > other.effectiveOn;

export const standings = ['in-force', 'planned', 'ended', 'replaced'] as const;
export type Standing = (typeof standings)[number];

/**
 * Where a version stands among those of its scope on a day, and its last day; `untilOn` null: no end is planned.
 * `replaced`: a newer one was put for the same day.
 */
export function standingOf(
  version: Dated,
  ofScope: readonly Dated[],
  today: CalendarDay,
): { readonly standing: Standing; readonly untilOn: CalendarDay | null } {
  if (ofScope.some((other) => other.effectiveOn === version.effectiveOn && other.version > version.version))
    return { standing: 'replaced', untilOn: null };
  const [next] = ofScope
    .map((other) => other.effectiveOn)
    .filter((day) => day > version.effectiveOn)
    .sort();
  const untilOn = next === undefined ? null : plusDays(next, -1);
  if (version.effectiveOn > today) return { standing: 'planned', untilOn };
  return { standing: untilOn !== null && untilOn < today ? 'ended' : 'in-force', untilOn };
}

/** Specificity within a scope, the most telling condition first: class, grade, kind of copy, kind of reader. */
const weightOf = (row: PolicyRow): number =>
  (row.classId === null ? 0 : 8) +
  (row.grades === null ? 0 : 4) +
  (row.copyKind === null ? 0 : 2) +
  (row.readerKind === null ? 0 : 1);

const meets = (row: PolicyRow, input: PolicyCase): boolean =>
  (row.readerKind === null || row.readerKind === input.readerKind) &&
  (row.grades === null || (input.grade !== null && row.grades.includes(input.grade))) &&
  (row.classId === null || row.classId === input.classId) &&
  (row.copyKind === null || row.copyKind === input.copyKind);

/**
 * Resolves each parameter on its own from the most specific row that sets it: a row of the school before one of the
 * county, then by specificity, then the later row of a version.
 * @param inForce one version per scope, as `versionOn` gives them
 */
export function resolvePolicy(inForce: readonly PolicyVersion[], input: PolicyCase): ResolvedPolicy {
  const met = inForce
    .flatMap((version) =>
      version.rows.map((row, place) => ({
        row,
        place,
        weight: weightOf(row) + (version.schoolId === null ? 0 : 16),
        rule: { id: row.id, version: version.version, scope: scopeOf(version.schoolId) },
      })),
    )
    .filter(({ row }) => meets(row, input))
    .sort((a, b) => b.weight - a.weight || b.place - a.place);
  const resolved: Record<string, Explained<unknown>> = {};
  for (const name of parameterNames) {
    const decisive = met.find(({ row }) => row.sets[name] !== undefined);
    if (decisive !== undefined) resolved[name] = { value: decisive.row.sets[name], rule: decisive.rule };
  }
  return resolved;
}

/** For the answer at the door: `{loanDays: {value, rule, version, scope}, …}` */
export const explainedPolicy = (policy: ResolvedPolicy): object =>
  Object.fromEntries(
    parameterNames.flatMap((name) => {
      const found = policy[name];
      return found === undefined
        ? []
        : [
            [
              name,
              {
                value: found.value,
                rule: found.rule.id,
                version: found.rule.version,
                scope: found.rule.scope,
              },
            ],
          ];
    }),
  );

/**
 * Places of rows that contradict an earlier one: equally specific, met by the same case, setting the same parameter.
 * Such a version is refused, because nobody could say which row holds.
 */
export function contradictions(rows: readonly PolicyRow[]): number[] {
  return rows.flatMap((row, place) =>
    rows.slice(0, place).some((earlier) => contradict(earlier, row)) ? [place] : [],
  );
}

/** Places of rows that would let reference books out of the room: no row does (P-01), so nobody shall think that one did. */
export const lettingReferenceOut = (rows: readonly PolicyRow[]): number[] =>
  rows.flatMap(({ copyKind, sets }, place) =>
    copyKind === 'reference' && sets.mayLeaveRoom === true ? [place] : [],
  );

function contradict(a: PolicyRow, b: PolicyRow): boolean {
  if (weightOf(a) !== weightOf(b)) return false;
  if (a.readerKind !== b.readerKind || a.classId !== b.classId || a.copyKind !== b.copyKind) return false;
  if ((a.grades === null) !== (b.grades === null)) return false;
  if (a.grades !== null && !a.grades.some((grade) => b.grades?.includes(grade) === true)) return false;
  return parameterNames.some((name) => a.sets[name] !== undefined && b.sets[name] !== undefined);
}
