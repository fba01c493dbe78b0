import type { CalendarDay } from '@shulian/contracts/ids';

export const RHYTHMS = ['week', 'fortnight', 'month'] as const;

/** On which days a serial appears, as its publisher has it. */
export type IssuePattern = {
  readonly every: (typeof RHYTHMS)[number];
  /** Of a week or a fortnight: 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Of a fortnight: a day of one of the weeks in which it appears. */
  readonly anchor: CalendarDay | null;
  /** Of a month; in a month that is shorter its last day. */
  readonly days: readonly number[];
  readonly months: readonly number[];
  /** Numbers of the year that come as one issue (合刊), on the day of the first. */
  readonly combined: readonly { readonly first: number; readonly last: number }[];
};

/** An issue that shall come; `first` and `last` differ where several numbers are combined. */
export type ExpectedIssue = { readonly first: number; readonly last: number; readonly dueOn: CalendarDay };

export const FREQUENCIES = [
  'daily',
  'several-a-week',
  'weekly',
  'fortnightly',
  'semi-monthly',
  'monthly',
  'bimonthly',
  'quarterly',
  'semi-annual',
  'annual',
  'other',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

const DAY_MS = 86_400_000;
const midnight = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): CalendarDay => new Date(ms).toISOString().slice(0, 10) as CalendarDay;

export const plusDays = (day: CalendarDay, days: number): CalendarDay => dayAt(midnight(day) + days * DAY_MS);

/** The last day of a month that is told by one of its days. */
export const lastOfMonth = (day: CalendarDay): CalendarDay =>
  dayAt(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));

const mondayOf = (day: CalendarDay): number => {
  const ms = midnight(day);
  return ms - ((new Date(ms).getUTCDay() || 7) - 1) * DAY_MS;
};

const appearsOn = (pattern: IssuePattern, day: CalendarDay): boolean => {
  if (pattern.every === 'month') {
    const last = Number(lastOfMonth(day).slice(8));
    return (
      pattern.months.includes(Number(day.slice(5, 7))) &&
      pattern.days.some((each) => Math.min(each, last) === Number(day.slice(8)))
    );
  }
  if (!pattern.weekdays.includes(new Date(midnight(day)).getUTCDay() || 7)) return false;
  if (pattern.every === 'week' || pattern.anchor === null) return true;
  return Math.abs(mondayOf(day) - mondayOf(pattern.anchor)) % (14 * DAY_MS) === 0;
};

/** The issues of a stretch of one year, both ends included, numbered from `number` on. */
export const issuesBetween = (
  pattern: IssuePattern,
  from: CalendarDay,
  to: CalendarDay,
  number = 1,
): ExpectedIssue[] => {
  const days: CalendarDay[] = [];
  for (let ms = midnight(from); ms <= midnight(to); ms += DAY_MS) {
    const day = dayAt(ms);
    if (appearsOn(pattern, day)) days.push(day);
  }
  const end = number + days.length - 1;
  const issues: ExpectedIssue[] = [];
  for (let next = number; next <= end;) {
    const first = next;
    const run = pattern.combined.find((each) => each.first <= first && first <= each.last);
    const last = Math.min(run?.last ?? first, end);
    issues.push({ first, last, dueOn: days[first - number] ?? from });
    next = last + 1;
  }
  return issues;
};

export const issuesOfYear = (pattern: IssuePattern, year: number): ExpectedIssue[] =>
  issuesBetween(pattern, `${String(year)}-01-01` as CalendarDay, `${String(year)}-12-31` as CalendarDay);

/** How an issue is called: 第7期, 第7-8期 by its numbers. */
export const labelOf = ({ first, last }: Pick<ExpectedIssue, 'first' | 'last'>): string =>
  first === last ? String(first) : `${String(first)}-${String(last)}`;

const BY_MONTHS: Readonly<Record<number, Frequency>> = {
  12: 'monthly',
  6: 'bimonthly',
  4: 'quarterly',
  2: 'semi-annual',
  1: 'annual',
};

export const frequencyOf = (pattern: IssuePattern): Frequency => {
  const { every, weekdays, days, months } = pattern;
  if (every === 'month') {
    if (days.length === 1) return BY_MONTHS[months.length] ?? 'other';
    return days.length === 2 && months.length === 12 ? 'semi-monthly' : 'other';
  }
  if (every === 'fortnight') return weekdays.length === 1 ? 'fortnightly' : 'other';
  if (weekdays.length === 7) return 'daily';
  return weekdays.length === 1 ? 'weekly' : 'several-a-week';
};

const OVERDUE_AFTER: Readonly<Partial<Record<Frequency, number>>> = {
  daily: 2,
  'several-a-week': 2,
  weekly: 7,
  fortnightly: 10,
  'semi-monthly': 10,
};

/** So many days after its day an issue that did not come is missing: before the next one but one is there. */
export const overdueAfter = (pattern: IssuePattern): number => OVERDUE_AFTER[frequencyOf(pattern)] ?? 30;

const repeats = (list: readonly number[]): boolean => new Set(list).size < list.length;

/** What in a pattern says nothing or contradicts itself, by the field that is to blame. */
export const faultsOfPattern = (pattern: IssuePattern): readonly (keyof IssuePattern)[] => {
  const { every, weekdays, anchor, days, months, combined } = pattern;
  const monthly = every === 'month';
  const runs = [...combined].sort((a, b) => a.first - b.first);
  const torn = runs.some(({ first, last }, at) => {
    const before = runs[at - 1];
    return first >= last || (before !== undefined && before.last >= first);
  });
  return [
    ...((weekdays.length === 0) === monthly && !repeats(weekdays) ? [] : (['weekdays'] as const)),
    ...((anchor !== null) === (every === 'fortnight') ? [] : (['anchor'] as const)),
    ...((days.length === 0) === !monthly && !repeats(days) ? [] : (['days'] as const)),
    ...((months.length === 0) === !monthly && !repeats(months) ? [] : (['months'] as const)),
    ...(torn ? (['combined'] as const) : []),
  ];
};
