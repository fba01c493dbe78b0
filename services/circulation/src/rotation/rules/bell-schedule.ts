export type Lesson = {
  readonly code: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
};

/**
 * A window by the clock (`from`, `to`), or by lessons: from the end of `afterLesson` for so many minutes, until the beginning of
 * `beforeLesson`, or until the next lesson begins (CIR-033, 034).
 */
export type WindowRule = {
  readonly code: string;
  readonly name: string;
  readonly weekdays: readonly number[];
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly afterLesson?: string | null | undefined;
  readonly beforeLesson?: string | null | undefined;
  readonly minutes?: number | null | undefined;
};
export type ResolvedWindow = {
  readonly code: string;
  readonly name: string;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const LAST_MINUTE = 24 * 60 - 1;

/** When a window is on the clock; null: it names a lesson that is not there, or has no end. */
export function resolvedWindow(rule: WindowRule, lessons: readonly Lesson[]): ResolvedWindow | null {
  const lesson = (code: string | null | undefined): Lesson | undefined =>
    lessons.find((each) => each.code === code);
  const after = lesson(rule.afterLesson);
  const from = rule.from ?? after?.to;
  if (from === undefined || ((rule.afterLesson ?? null) !== null && after === undefined)) return null;
  const next = lessons
    .map((each) => each.from)
    .filter((each) => each >= from)
    .sort()[0];
  const minutes = rule.minutes ?? null;
  const lasting = minutes === null ? undefined : minutesOf(from) + minutes;
  if (lasting !== undefined && lasting > LAST_MINUTE) return null;
  const byLesson =
    (rule.beforeLesson ?? null) === null ? undefined : (lesson(rule.beforeLesson)?.from ?? '00:00');
  const to = rule.to ?? byLesson ?? (lasting === undefined ? next : timeOf(lasting));
  if (to === undefined || to <= from) return null;
  const { code, name, weekdays } = rule;
  return { code, name, weekdays, from, to };
}

/** A window cut into pieces of so many minutes; what is left over at the end is no piece. */
export function pieces(from: string, to: string, minutes: number | null): { from: string; to: string }[] {
  if (minutes === null) return [{ from, to }];
  const cut: { from: string; to: string }[] = [];
  for (let at = minutesOf(from); at + minutes <= minutesOf(to); at += minutes)
    cut.push({ from: timeOf(at), to: timeOf(at + minutes) });
  return cut;
}
