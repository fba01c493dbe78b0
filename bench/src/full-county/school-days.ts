/** Two school years, up to the day on which the county stands still. */
export const TERMS = [
  { name: '2024–2025 学年第一学期', startsOn: '2024-09-02', endsOn: '2025-01-17' },
  { name: '2024–2025 学年第二学期', startsOn: '2025-02-17', endsOn: '2025-07-04' },
  { name: '2025–2026 学年第一学期', startsOn: '2025-09-01', endsOn: '2026-01-23' },
  { name: '2025–2026 学年第二学期', startsOn: '2026-03-02', endsOn: '2026-07-03' },
] as const;

/** A Wednesday in the last term. */
export const TODAY = '2026-06-10';
/** The county's clock while it is filled and asked: the noon break of its last day. */
export const NOW = `${TODAY}T12:30:00+08:00`;
/** The school year that runs: first year of its name. */
export const SCHOOL_YEAR = 2025;

export type SchoolDay = {
  readonly number: number;
  readonly day: string;
  /** Last school day of the term within 30 and within 90 days, for pupils and for teachers. */
  readonly dueIn30: string;
  readonly dueIn90: string;
};

const DAY_MS = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Mondays to Fridays of the terms, up to today. */
export const schoolDays = (): SchoolDay[] => {
  const days = TERMS.flatMap(({ startsOn, endsOn }) => {
    const all: { ms: number; endsOn: number }[] = [];
    for (let ms = at(startsOn); ms <= at(endsOn); ms += DAY_MS)
      if (new Date(ms).getUTCDay() % 6 !== 0) all.push({ ms, endsOn: at(endsOn) });
    return all;
  });
  const lastWithin = (from: { ms: number; endsOn: number }, length: number): string => {
    const limit = Math.min(from.ms + length * DAY_MS, from.endsOn);
    return dayOf(days.findLast(({ ms }) => ms <= limit)?.ms ?? from.ms);
  };
  return days
    .filter(({ ms }) => ms <= at(TODAY))
    .map((day, number) => ({
      number,
      day: dayOf(day.ms),
      dueIn30: lastWithin(day, 30),
      dueIn90: lastWithin(day, 90),
    }));
};
