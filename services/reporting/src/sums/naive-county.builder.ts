import type { Happened } from '../a-county-history.builder.js';
import { dayAfter } from './any-history.builder.js';

const COUNTY = '00000000-0000-0000-0000-000000000000';
type Fields = Readonly<Record<string, string | number | null>>;
type Counts = Record<string, number>;

const dataOf = (event: Happened): Fields => event.data as Fields;
const typeOf = (event: Happened): string => event.type.replace(/^shulian\.[a-z]+\./, '').replace(/\.v1$/, '');
const dayOf = (event: Happened): string => {
  const data = dataOf(event);
  switch (typeOf(event)) {
    case 'copy.accessioned':
      return data['accessionedOn'] as string;
    default:
      return event.time.slice(0, 10);
  }
};
const of = (events: readonly Happened[], topic: string): Happened[][] => [
  ...Map.groupBy(
    events.filter((event) => event.topic.endsWith(topic)),
    ({ key }) => key,
  ).values(),
];
const upTo = (events: readonly Happened[], day: string): Happened[] =>
  events.filter((event) => dayOf(event) <= day);
const mainClass = (clc: string | null): string => clc?.[0] ?? '?';
const add = (counts: Counts, key: string, n: number): void => {
  counts[key] = (counts[key] ?? 0) + n;
};

/** What stood in the stock at the end of a day: copies, titles and value by school (or county) and main class (or all). */
export function stockOn(events: readonly Happened[], day: string): Counts {
  const counts: Counts = {};
  const titles = new Set<string>();
  const lost = new Set(
    of(events, 'circulation.copy').flatMap((lane) => {
      const last = upTo(lane, day).findLast((event) =>
        ['copy.lost', 'copy.released', 'loan.checked-out'].includes(typeOf(event)),
      );
      return last !== undefined && typeOf(last) === 'copy.lost' ? [last.key] : [];
    }),
  );
  for (const lane of of(events, 'catalog.copy')) {
    const last = upTo(lane, day).at(-1);
    if (last === undefined || lost.has(last.key)) continue;
    const copy = dataOf(last);
    if (typeOf(last) === 'copy.withdrawn' || copy['stockState'] === 'withdrawn') continue;
    for (const school of [copy['schoolId'], COUNTY])
      for (const main of [
        mainClass(copy['clc'] as string | null),
        '*',
        `kind:${copy['kind']}`,
        ...(copy['stockState'] === 'lendable' ? ['lendable'] : []),
      ]) {
        add(counts, `${school}|${main}|copies`, 1);
        add(counts, `${school}|${main}|value`, Number(copy['priceFen'] ?? 0));
        titles.add(`${school}|${main}|${copy['titleId']}`);
      }
  }
  for (const title of titles) add(counts, `${title.split('|').slice(0, 2).join('|')}|titles`, 1);
  return counts;
}

/** What came, went, was taken for repair and mended, and compensated in some days, by school. */
export function movementsIn(events: readonly Happened[], from: string, to: string): Counts {
  const counts: Counts = {};
  const within = (day: string): boolean => day >= from && day <= to;
  for (const lane of of(events, 'catalog.copy')) {
    const [first] = lane;
    let gone = false;
    let before = '';
    for (const event of lane) {
      const { schoolId, source, withdrawnOn, why, stockState } = dataOf(event);
      const school = schoolId as string;
      if (event === first && within(dayOf(event))) add(counts, `${school}|in:${source ?? 'not-recorded'}`, 1);
      const state = typeOf(event) === 'copy.withdrawn' ? 'withdrawn' : (stockState as string);
      const day = (withdrawnOn ?? dayOf(event)) as string;
      if (state === 'withdrawn' && !gone && within(day))
        add(counts, `${schoolOf(lane)}|out:${why ?? 'not-recorded'}`, 1);
      if (state === 'repair' && before !== 'repair' && within(event.time.slice(0, 10))) add(counts, `${schoolOf(lane)}|repair:begun`, 1); // prettier-ignore
      if (before === 'repair' && state !== 'repair' && state !== 'withdrawn' && within(day)) add(counts, `${schoolOf(lane)}|repair:ended`, 1); // prettier-ignore
      gone ||= state === 'withdrawn';
      before = state;
    }
  }
  for (const lane of of(events, 'circulation.compensation')) {
    const { owningSchoolId, owedOn } = dataOf(lane[0] as Happened);
    const { how, settledOn } = dataOf(lane.at(-1) as Happened);
    if (within(owedOn as string)) add(counts, `${owningSchoolId}|owed`, 1);
    if (typeof how === 'string' && within(settledOn as string)) add(counts, `${owningSchoolId}|${how}`, 1);
  }
  return counts;
}
/** What goes or is mended counts for the school that has the copy at last. */
const schoolOf = (lane: readonly Happened[]): string => dataOf(lane.at(-1) as Happened)['schoolId'] as string;

/** Copies lent at least once from the first of a month to a day, by the school that owns them. */
export function copiesLentIn(events: readonly Happened[], from: string, to: string): Counts {
  const lent = new Set(
    loansIn(events).flatMap(([first]) => {
      const { mode, owningSchoolId, copyId } = first === undefined ? {} : dataOf(first);
      const counts = first !== undefined && mode !== 'in-room' && dayOf(first) >= from && dayOf(first) <= to;
      return counts ? [`${owningSchoolId}|${copyId}`] : [];
    }),
  );
  const counts: Counts = {};
  for (const copy of lent) add(counts, copy.split('|')[0] ?? '', 1);
  return counts;
}

/** Active readers at the end of a day, by school and kind. A class counts as it was told last: a wrong entry year was never right. */
export function readersOn(events: readonly Happened[], day: string): Counts {
  const counts: Counts = {};
  const graduation = new Map(
    of(events, 'readers.class').map((lane) => {
      const { classId, section, entryYear } = dataOf(lane.at(-1) as Happened);
      const years = section === 'primary' ? 6 : 3;
      return [classId as string, `${Number(entryYear) + years}-09-01`];
    }),
  );
  for (const lane of of(events, 'readers.reader')) {
    const last = upTo(lane, day).at(-1);
    if (last === undefined || typeOf(last) === 'reader.left') continue;
    const { schoolId, kind, classId } = dataOf(last);
    const ends = graduation.get(classId as string);
    if (kind === 'student' && ends !== undefined && day >= ends) continue;
    add(counts, `${schoolId}|${kind}`, 1);
  }
  return counts;
}

const loansIn = (events: readonly Happened[]): Happened[][] => [
  ...Map.groupBy(
    events.filter((event) => event.topic.endsWith('circulation.copy') && 'loanId' in dataOf(event)),
    (event) => dataOf(event)['loanId'] as string,
  ).values(),
];

/** Open and overdue loans at the end of a day, and what happened since a day, by school and kind of reader, and by class. */
export function lendingOn(events: readonly Happened[], from: string, day: string): Counts {
  const counts: Counts = {};
  for (const lane of loansIn(events)) {
    const until = upTo(lane, day);
    const last = until.at(-1);
    if (last === undefined) continue;
    const { lendingSchoolId, readerKind, classId, dueOn, mode } = dataOf(last);
    const inRoom = mode === 'in-room';
    const open = !inRoom && !['loan.returned', 'copy.lost'].includes(typeOf(last));
    const where = `${lendingSchoolId}|${readerKind ?? 'class'}`;
    if (open) add(counts, `${where}|open`, 1);
    if (open && (dueOn as string) < day) add(counts, `${where}|late`, 1);
    const [first] = until;
    if (inRoom && first !== undefined && dayOf(first) >= from) add(counts, `${where}|in_room`, 1);
    if (inRoom) continue;
    for (const event of until.filter((one) => dayOf(one) >= from)) {
      const what: string | undefined = {
        'loan.checked-out': 'loans',
        'loan.renewed': 'renewals',
        'loan.returned': 'returns',
        'copy.lost': 'losses',
      }[typeOf(event)];
      if (what !== undefined) add(counts, `${where}|${what}`, 1);
      if (classId !== null && (what === 'loans' || what === 'returns')) add(counts, `${classId}|${what}`, 1);
    }
  }
  return counts;
}

/** The readers who borrowed in a period; a class is none. */
export const borrowersIn = (events: readonly Happened[], from: string, to: string): string[] =>
  [
    ...new Set(
      loansIn(events).flatMap(([first]) => {
        const readerId = first === undefined ? null : dataOf(first)['readerId'];
        return first !== undefined &&
          dataOf(first)['mode'] !== 'in-room' &&
          typeof readerId === 'string' &&
          dayOf(first) >= from &&
          dayOf(first) <= to
          ? [readerId]
          : [];
      }),
    ),
  ].toSorted();

/** The days on which something may be otherwise than the day before, and their neighbours. */
export const daysOf = (events: readonly Happened[]): string[] => {
  const days = events.flatMap((event) => [
    dayOf(event),
    (dataOf(event)['dueOn'] as string | undefined) ?? dayOf(event),
  ]);
  return [
    ...new Set([...days, '2025-08-31'].flatMap((day) => [dayAfter(day, -1), day, dayAfter(day, 1)])),
  ].toSorted();
};
