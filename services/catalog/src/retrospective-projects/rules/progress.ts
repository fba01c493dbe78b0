import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/contracts/words';
import { plusDays } from '../../serials/rules/issue-pattern.js';

/** The old stock of a school is brought into the catalogue, from nothing to a goal, within some months (CAT-058). */
export type RetrospectiveProject = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly goalVolumes: number;
  readonly beginsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  /** Copies of this kind alone, as audiovisual ones; null: all. */
  readonly kind: CopyKind | null;
  readonly note: string | null;
  readonly plannedBy: string;
  /** On which somebody said that it is done; null: it goes on. */
  readonly endedOn: CalendarDay | null;
};

export type Progress = {
  readonly left: number;
  /** Days of the project that have gone by, with today; none before it begins, none after its last. */
  readonly days: number;
  /** Hundredths of a volume a day. */
  readonly ratePerDay: number;
  /** At this rate; null where nothing was entered yet. */
  readonly daysToGo: number | null;
  readonly expectedEnd: CalendarDay | null;
  /** Volumes a day that the last day wants; null where it has gone by or nothing is left. */
  readonly neededPerDay: number | null;
  readonly onTime: boolean;
};

const DAY_MS = 86_400_000;
const midnight = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);
/** Days from one day to another, both counted. */
const span = (from: CalendarDay, to: CalendarDay): number =>
  Math.max(0, (midnight(to) - midnight(from)) / DAY_MS + 1);
/** Later than that nobody plans, and no calendar goes much further. */
const LONGEST_DAYS = 100_000;

/** How far it is and when it ends at the rate of the days gone by. */
export const progressOf = (
  {
    goalVolumes,
    beginsOn,
    endsOn,
    endedOn,
  }: Pick<RetrospectiveProject, 'goalVolumes' | 'beginsOn' | 'endsOn' | 'endedOn'>,
  entered: number,
  today: CalendarDay,
): Progress => {
  const left = Math.max(0, goalVolumes - entered);
  const now = endedOn !== null && endedOn < today ? endedOn : today;
  const days = span(beginsOn, now);
  const ratePerDay = days === 0 ? 0 : Math.round((entered * 100) / days);
  const daysToGo = left === 0 ? 0 : days === 0 || entered === 0 ? null : Math.ceil((left * days) / entered);
  const expectedEnd = daysToGo === null || daysToGo > LONGEST_DAYS ? null : plusDays(now, daysToGo);
  const daysLeft = span(now, endsOn) - 1;
  return {
    left,
    days,
    ratePerDay,
    daysToGo,
    expectedEnd,
    neededPerDay: left === 0 || daysLeft <= 0 ? null : Math.ceil(left / daysLeft),
    onTime: left === 0 || (expectedEnd !== null && expectedEnd <= endsOn),
  };
};
