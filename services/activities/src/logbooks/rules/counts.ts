import type { FormField } from './form.js';
import type { Period } from './periods.js';

/** Of a period (its place, from 1) and a group of it. */
export type EntryTotal = {
  readonly period: number;
  readonly group: string | null;
  readonly entries: number;
  readonly signed: number;
  readonly settled: number;
  /** From writing to settling, on average; null where nothing is settled. */
  readonly hours: number | null;
};
/** Of a field, or of one of its values. */
export type FieldTotal = {
  readonly period: number;
  readonly group: string | null;
  readonly key: string;
  readonly value: string | null;
  readonly entries: number;
  readonly sum: number | null;
};
export type CountLine = {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly group: string | null;
  readonly groupName: string | null;
  readonly field: string | null;
  readonly fieldName: string | null;
  readonly value: string | null;
  readonly valueName: string | null;
  readonly entries: number;
  readonly sum: number | null;
  readonly average: number | null;
  readonly share: number | null;
  readonly perHundredReaders: number | null;
  readonly signed: number | null;
  readonly settled: number | null;
  readonly hoursToSettle: number | null;
  readonly rank: number | null;
};
export type Counted = {
  readonly periods: readonly Period[];
  readonly entries: readonly EntryTotal[];
  readonly totals: readonly FieldTotal[];
  /** How many entries say anything in a field. */
  readonly filledIn: readonly FieldTotal[];
  readonly fields: readonly FormField[];
  readonly group: FormField | null;
  /** Of groups, where they are ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Of the schools that are counted. */
  readonly readers: number;
  /** The number by whose average the groups of a period are ranked. */
  readonly rankBy: string | null;
  readonly language: 'zh' | 'en';
};

const yesNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } } as const;
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Period by period, group by group: a line for the entries, then one for each number and each value that was given. */
export function countLines(counted: Counted): CountLine[] {
  return counted.periods.flatMap((period, at) => {
    const entries = counted.entries.filter((total) => total.period === at + 1);
    const ranks = ranksOf(counted, at + 1);
    const sorted = [...entries].sort(
      (one, other) =>
        (ranks.get(one.group) ?? Infinity) - (ranks.get(other.group) ?? Infinity) ||
        String(one.group).localeCompare(String(other.group)),
    );
    const lines = sorted.flatMap((total) => linesOf(counted, period, total, ranks.get(total.group) ?? null));
    return lines.length > 0 || counted.group !== null ? lines : [emptyLine(period)];
  });
}

const blank = {
  group: null,
  groupName: null,
  field: null,
  fieldName: null,
  value: null,
  valueName: null,
  sum: null,
  average: null,
  share: null,
  perHundredReaders: null,
  signed: null,
  settled: null,
  hoursToSettle: null,
  rank: null,
} as const;

/** A period without an entry shows. */
const emptyLine = ({ name, from, to }: Period): CountLine => ({
  ...blank,
  period: name,
  from,
  to,
  entries: 0,
  signed: 0,
  settled: 0,
});

function linesOf(counted: Counted, period: Period, total: EntryTotal, rank: number | null): CountLine[] {
  const { readers, language } = counted;
  const isHere = (one: FieldTotal): boolean => one.period === total.period && one.group === total.group;
  const place = {
    ...blank,
    period: period.name,
    from: period.from,
    to: period.to,
    group: total.group,
    groupName: nameOfGroup(counted, total.group),
  };
  const ofReaders = (entries: number): number | null =>
    readers === 0 ? null : rounded((entries / readers) * 100, 2);
  const head: CountLine = {
    ...place,
    entries: total.entries,
    perHundredReaders: ofReaders(total.entries),
    signed: total.signed,
    settled: total.settled,
    hoursToSettle: total.hours,
    rank,
  };
  const ofFields = counted.fields.flatMap((field) => {
    const filled = counted.filledIn.find((one) => isHere(one) && one.key === field.key)?.entries ?? 0;
    return valuesInOrder(
      field,
      counted.totals.filter((one) => isHere(one) && one.key === field.key),
    ).map(({ value, entries, sum }): CountLine => ({
      ...place,
      field: field.key,
      fieldName: field.name[language],
      value,
      valueName: value === null ? null : nameOfValue(field, value, language),
      entries,
      sum: sum !== null && (field.summed || field.type === 'readers') ? rounded(sum, 2) : null,
      average: sum === null || entries === 0 ? null : rounded(sum / entries, 2),
      share: value === null || filled === 0 ? null : rounded(entries / filled, 3),
      perHundredReaders: value === null ? null : ofReaders(entries),
    }));
  });
  return [head, ...ofFields];
}

/** As the form has its choices. */
const valuesInOrder = ({ choices }: FormField, totals: readonly FieldTotal[]): FieldTotal[] => {
  const placeOf = (value: string | null): number => choices.findIndex(({ code }) => code === value);
  return [...totals].sort((one, other) => placeOf(one.value) - placeOf(other.value));
};

/** The highest average is first; equals share a rank. */
function ranksOf({ totals, rankBy }: Counted, period: number): Map<string | null, number> {
  if (rankBy === null) return new Map();
  const averages = totals
    .filter(
      (total) => total.period === period && total.key === rankBy && total.sum !== null && total.entries > 0,
    )
    .map(({ group, sum, entries }) => ({ group, average: rounded((sum ?? 0) / entries, 2) }));
  return new Map(
    averages.map(({ group, average }) => [
      group,
      1 + averages.filter((other) => other.average > average).length,
    ]),
  );
}

const nameOfValue = ({ choices, type }: FormField, value: string, language: 'zh' | 'en'): string => {
  if (type === 'yes-no') return yesNo[value === 'true' ? 'true' : 'false'][language];
  return choices.find(({ code }) => code === value)?.[language] ?? value;
};

const nameOfGroup = ({ group, names, language }: Counted, value: string | null): string | null => {
  if (value === null) return null;
  return names.get(value) ?? (group === null ? value : nameOfValue(group, value, language));
};
