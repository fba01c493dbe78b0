import type { CalendarDay } from '@shulian/contracts/ids';
import type { DuePeriod } from './periods.js';

export const DUE_STATES = ['kept', 'late', 'missing', 'open'] as const;
/** `late`: written after the day it was due; `open`: nothing yet, and it is not late. */
export type DueState = (typeof DUE_STATES)[number];

/** What an entry that stands says of when and about whom. */
export type EntryDay = {
  readonly happenedOn: CalendarDay;
  readonly writtenOn: CalendarDay;
  readonly subjectId: string | null;
};
export type Due = DuePeriod & {
  readonly subjectId: string | null;
  readonly entries: number;
  readonly writtenOn: CalendarDay | null;
  readonly state: DueState;
};

/**
 * Each period, and in it each subject, with what was written for it.
 * @param subjects whose entry is expected; null: anybody's
 */
export function duesOf(
  periods: readonly DuePeriod[],
  subjects: readonly string[] | null,
  entries: readonly EntryDay[],
  today: CalendarDay,
): Due[] {
  const bySubject = new Map<string | null, EntryDay[]>();
  for (const entry of entries) {
    const key = subjects === null ? null : entry.subjectId;
    bySubject.set(key, [...(bySubject.get(key) ?? []), entry]);
  }
  return periods.flatMap((period) =>
    (subjects ?? [null]).map((subjectId): Due => {
      const own = (bySubject.get(subjectId) ?? []).filter(
        ({ happenedOn }) => period.from <= happenedOn && happenedOn <= period.to,
      );
      const writtenOn = own.map((entry) => entry.writtenOn).sort()[0] ?? null;
      return {
        ...period,
        subjectId,
        entries: own.length,
        writtenOn,
        state: stateOf(period, writtenOn, today),
      };
    }),
  );
}

function stateOf({ dueOn }: DuePeriod, writtenOn: CalendarDay | null, today: CalendarDay): DueState {
  if (writtenOn === null) return today > dueOn ? 'missing' : 'open';
  return writtenOn > dueOn ? 'late' : 'kept';
}

/** How many of each. */
export const tallyOf = (
  dues: readonly Due[],
): Readonly<Record<DueState, number>> & { readonly due: number } => {
  const count = (state: DueState): number => dues.filter((due) => due.state === state).length;
  return {
    due: dues.length,
    kept: count('kept'),
    late: count('late'),
    missing: count('missing'),
    open: count('open'),
  };
};
