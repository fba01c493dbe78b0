/** `YYYY-MM-DD`; compares as a string. */
export type Day = string;

export type TermDays = { readonly name: string; readonly startsOn: Day; readonly endsOn: Day };

const dayMs = 86_400_000;

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The school year is named by its first calendar year: 1 September to 31 August. */
export const schoolYearOf = (day: Day): number => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);

/** The two terms of a school year. Provinces set their own vacations each year; these are plain ones. */
export const termsOf = (year: number): [TermDays, TermDays] => [
  { name: `${year}–${year + 1}学年第一学期`, startsOn: `${year}-09-01`, endsOn: `${year + 1}-01-31` },
  { name: `${year}–${year + 1}学年第二学期`, startsOn: `${year + 1}-02-20`, endsOn: `${year + 1}-07-10` },
];

/** The term of this school year whose lending is told: the present one once it is four weeks old, else the one before. */
export function termToTell(today: Day): TermDays {
  const [first, second] = termsOf(schoolYearOf(today));
  return addDays(second.startsOn, 28) <= today ? second : first;
}

/** Tuesdays and Thursdays of the term up to yesterday: the days on which classes come to borrow. */
export function lendingDays(term: TermDays, today: Day): Day[] {
  const days: Day[] = [];
  for (let day = term.startsOn; day <= term.endsOn && day < today; day = addDays(day, 1)) {
    if (weekdayOf(day) === 2 || weekdayOf(day) === 4) days.push(day);
  }
  return days;
}
