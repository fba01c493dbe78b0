import type { ReaderId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';
import { isGeneratedNumber } from '../../cards/rules/card-number.js';
import type { PlaceInRoster, RosterFault, RosterPerson } from './roster-row.js';

/** A reader as the school knows it before the import. */
export type KnownInSchool = {
  readonly id: ReaderId;
  readonly name: string;
  readonly kind: ReaderKind;
  readonly place: PlaceInRoster | null;
  readonly isActive: boolean;
  /** Whether the school gives cards to such readers: the numbers that a list has for the others are passed over. */
  readonly mayHaveCard: boolean;
  /** Of all cards, blocked ones too. */
  readonly numbers: readonly string[];
  /** What the school's own system calls them. */
  readonly externalId?: string | null;
};

/** How names are compared: what writings of one name share, and the name a reader has after a list told it. */
export type NameRules = {
  readonly nameKey: (name: string) => string;
  readonly renamed: (known: string, told: string) => string;
};

/** What a row of the file comes to. */
export type RosterStep =
  | { readonly is: 'create'; readonly person: RosterPerson }
  | {
      readonly is: 'keep';
      readonly person: RosterPerson;
      readonly id: ReaderId;
      readonly change: 'none' | 'update' | 'move';
      /** The number of the row is a new one for this reader. */
      readonly getsNumber: boolean;
    }
  | { readonly is: 'reject'; readonly fault: RosterFault };

export const placeKey = (place: PlaceInRoster | null): string =>
  place === null ? '' : `${place.section}|${place.entryYear}|${place.classNo}`;

/**
 * Who of the file is whom: one step for each row, in the order of the file.
 *
 * A row with a number is the reader with that card, whatever the name. With a number that nobody has it is the reader of
 * the same name in the same class who has only numbers that the school gave by itself, where there is one such row and
 * one such reader. A row without a number is the reader of the same name in the same class (of several the first that is
 * left), else the only one of that name and kind in the school that no other row means. One without a number that stands
 * in two sheets of a workbook is one person, not two of a name.
 */
export function whoIsWhom(
  rows: readonly (RosterPerson | RosterFault)[],
  known: readonly KnownInSchool[],
  names: NameRules,
): RosterStep[] {
  const byNumber = new Map(known.flatMap((reader) => reader.numbers.map((number) => [number, reader])));
  const { nameKey } = names;
  const kindOf = (row: RosterPerson): ReaderKind => row.kind ?? 'student';
  const keyInClass = (row: RosterPerson): string =>
    JSON.stringify([nameKey(row.name), kindOf(row), placeKey(row.place)]);
  // A list of all with numbers beside a sheet for each class without: the row that tells more is the one to take.
  const numbered = Map.groupBy(
    rows.flatMap((row) => {
      if ('code' in row || row.number === null) return [];
      const { kind = null, place = null } = byNumber.get(row.number) ?? {};
      return [{ ...row, kind: row.kind ?? kind, place: row.place ?? place }];
    }),
    keyInClass,
  );
  const sheets = new Map<string, string | null>();
  const inOtherSheet = (row: RosterPerson): boolean => {
    const key = keyInClass(row);
    if (numbered.get(key)?.some(({ sheet }) => sheet !== row.sheet) === true) return true;
    if (!sheets.has(key)) sheets.set(key, row.sheet);
    return sheets.get(key) !== row.sheet;
  };
  const seen = new Set<string>();
  const steps: (RosterStep | null)[] = rows.map((row) => {
    if ('code' in row) return { is: 'reject', fault: row };
    if (row.number === null) return inOtherSheet(row) ? twice(row, 'name') : null;
    if (seen.has(row.number))
      return { is: 'reject', fault: { ...row, field: 'number', code: 'card.number-twice' } };
    seen.add(row.number);
    const reader = byNumber.get(row.number);
    return reader === undefined ? null : kept(row, reader, names);
  });

  const taken = new Set(steps.flatMap((step) => (step?.is === 'keep' ? [step.id] : [])));
  // Who had two rows with two numbers of the same reader: the first stays, the second is a slip.
  const met = new Set<ReaderId>();
  for (const [at, step] of steps.entries())
    if (step?.is === 'keep' && met.size === met.add(step.id).size) steps[at] = twice(step.person, 'number');

  const open = [...rows.entries()].flatMap(([at, row]) =>
    steps[at] === null && !('code' in row) ? [{ at, row }] : [],
  );
  const keyOfReader = (reader: KnownInSchool): string =>
    JSON.stringify([nameKey(reader.name), reader.kind, placeKey(reader.place)]);
  const unnamed = Map.groupBy(
    known.filter(({ id, isActive }) => isActive && !taken.has(id)),
    keyOfReader,
  );
  for (const [key, [first, ...others]] of Map.groupBy(open, ({ row }) => keyInClass(row))) {
    const [reader, ...namesakes] = unnamed.get(key) ?? [];
    if (first === undefined || reader === undefined || others.length + namesakes.length > 0) continue;
    if (first.row.number === null || !reader.numbers.every(isGeneratedNumber)) continue;
    taken.add(reader.id);
    steps[first.at] = kept(first.row, reader, names);
  }

  const waiting = open.filter(({ row }) => row.number === null);
  const match = (
    keyOfRow: (row: RosterPerson) => string | null,
    keyOf: (reader: KnownInSchool) => string,
    onlyOne: boolean,
  ): void => {
    const free = Map.groupBy(
      known.filter(({ id, isActive }) => isActive && !taken.has(id)),
      keyOf,
    );
    const unmet = Map.groupBy(
      waiting.filter(({ at }) => steps[at] === null),
      ({ row }) => keyOfRow(row),
    );
    for (const [key, alike] of unmet) {
      const readers = key === null ? [] : (free.get(key) ?? []);
      if (onlyOne && (alike.length !== 1 || readers.length !== 1)) continue;
      for (const [n, { at, row }] of alike.entries()) {
        const reader = readers[n];
        if (reader === undefined) continue;
        taken.add(reader.id);
        steps[at] = kept(row, reader, names);
      }
    }
  };
  match(
    (row) => JSON.stringify([row.name, kindOf(row), placeKey(row.place)]),
    (reader) => JSON.stringify([reader.name, reader.kind, placeKey(reader.place)]),
    false,
  );
  match(keyInClass, keyOfReader, false);
  match(
    (row) => JSON.stringify([nameKey(row.name), kindOf(row)]),
    (reader) => JSON.stringify([nameKey(reader.name), reader.kind]),
    true,
  );
  return steps.map((step, at) => {
    const row = rows[at];
    return step ?? (row === undefined || 'code' in row ? rejectedTwice(row) : created(row));
  });
}

const rejectedTwice = (fault: RosterFault | undefined): RosterStep => {
  if (fault === undefined) throw new RangeError('every step has its row');
  return { is: 'reject', fault };
};

const twice = (person: RosterPerson, field: 'name' | 'number'): RosterStep => ({
  is: 'reject',
  fault: { ...person, field, code: 'reader.twice' },
});

/** A new reader must be a student of a class or of a kind that the file names. */
const created = (person: RosterPerson): RosterStep =>
  person.kind === null && person.place === null
    ? { is: 'reject', fault: { ...person, field: 'class', code: 'class.missing' } }
    : { is: 'create', person };

function kept(person: RosterPerson, reader: KnownInSchool, { renamed }: NameRules): RosterStep {
  const moves = person.place !== null && placeKey(person.place) !== placeKey(reader.place);
  const kindChanges = person.kind !== null && person.kind !== reader.kind;
  const updates = renamed(reader.name, person.name) !== reader.name || kindChanges || !reader.isActive;
  const getsNumber =
    person.number !== null &&
    !reader.numbers.includes(person.number) &&
    (reader.mayHaveCard || moves || kindChanges);
  return {
    is: 'keep',
    person,
    id: reader.id,
    change: moves ? 'move' : updates || getsNumber ? 'update' : 'none',
    getsNumber,
  };
}
