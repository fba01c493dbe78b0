import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';

export const TEAM_KINDS = ['standing', 'volunteers'] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

export const TEAM_PARTS = ['leader', 'member'] as const;
export type TeamPart = (typeof TEAM_PARTS)[number];

/** A standing team of pupil librarians with its own rules (RDR-033), or volunteers of some grades (RDR-032). */
export type ServiceTeam = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly kind: TeamKind;
  readonly name: string;
  readonly rules: string | null;
  readonly grades: readonly number[];
  /** The teacher who leads it. */
  readonly ledBy: string | null;
  readonly foundedOn: CalendarDay;
  readonly dissolvedOn: CalendarDay | null;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
};

export type TeamMember = {
  readonly id: string;
  readonly version: number;
  readonly teamId: string;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId;
  readonly part: TeamPart;
  readonly joinedOn: CalendarDay;
  readonly leftOn: CalendarDay | null;
  readonly enteredBy: string;
};

/** An area of the library that the pupils of some grades run (分年段自主管理, RDR-035). */
export type LibraryArea = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly grades: readonly number[];
  readonly teamId: string | null;
  readonly tasks: string | null;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay | null;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
};

/** Whether a team is for pupils of a grade; null: of none, so only of a team for all. */
export const isForGrade = ({ grades }: Pick<ServiceTeam, 'grades'>, grade: number | null): boolean =>
  grades.length === 0 || (grade !== null && grades.includes(grade));

/** Grades in their order. */
export const inOrder = (grades: readonly number[]): number[] => [...grades].sort((one, other) => one - other);
