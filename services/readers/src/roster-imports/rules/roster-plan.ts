import type { ReaderId } from '@shulian/contracts/ids';
import type { KindOfRoster, PlaceInRoster, RosterFault, RosterPerson } from './roster-row.js';

/** A reader as the school knows it before the import. */
export type KnownInSchool = {
  readonly id: ReaderId;
  readonly name: string;
  readonly kind: KindOfRoster;
  readonly place: PlaceInRoster | null;
  readonly isActive: boolean;
  /** Of all cards, blocked ones too. */
  readonly numbers: readonly string[];
};

/** What a row of the file comes to. */
export type RosterStep =
  | { readonly is: 'create'; readonly person: RosterPerson }
  | {
      readonly is: 'keep';
      readonly person: RosterPerson;
      readonly id: ReaderId;
      readonly change: 'none' | 'update' | 'move';
    }
  | { readonly is: 'reject'; readonly fault: RosterFault };

export type RosterPlan = {
  /** One for each row, in the order of the file. */
  readonly steps: readonly RosterStep[];
  readonly leavers: readonly ReaderId[];
  /** Set when more would leave than the share allows. */
  readonly tooMany: { readonly leavers: number; readonly readers: number } | null;
};

export const placeKey = (place: PlaceInRoster | null): string =>
  place === null ? '' : `${place.section}|${place.entryYear}|${place.classNo}`;

/**
 * Who of the file is whom, and who leaves.
 *
 * A row with a number is the reader with that card, whatever the name. A row without one is the reader of the same name
 * in the same class (of several the first that is left), else the only one of that name and kind in the school that no
 * other row means.
 *
 * A file covers the classes it names, for students, and the other kinds it names. Active readers it covers and does not
 * name leave. Rows that are not taken hold back who they seem to mean; one without a readable name holds back all.
 * @param percent more than this share of the active students (or of the others, when more than two leave) is too many
 */
export function rosterPlan(
  rows: readonly (RosterPerson | RosterFault)[],
  known: readonly KnownInSchool[],
  percent: number,
): RosterPlan {
  const steps = matched(rows, known);
  const named = new Set(steps.flatMap((step) => (step.is === 'keep' ? [step.id] : [])));
  const leavers = leaving(steps, known, named);
  const gone = known.filter(({ id }) => leavers.has(id));
  const tooMany = [true, false]
    .map((students) => {
      const of = (readers: readonly KnownInSchool[]): number =>
        readers.filter(({ kind, isActive }) => isActive && (kind === 'student') === students).length;
      return { students, leavers: of(gone), readers: of(known) };
    })
    .find(
      ({ students, leavers: count, readers }) => count * 100 > readers * percent && (students || count > 2),
    );
  return {
    steps,
    leavers: [...leavers],
    tooMany: tooMany === undefined ? null : { leavers: tooMany.leavers, readers: tooMany.readers },
  };
}

function matched(
  rows: readonly (RosterPerson | RosterFault)[],
  known: readonly KnownInSchool[],
): RosterStep[] {
  const byNumber = new Map(known.flatMap((reader) => reader.numbers.map((number) => [number, reader])));
  const seen = new Set<string>();
  const steps: (RosterStep | null)[] = rows.map((row) => {
    if ('code' in row) return { is: 'reject', fault: row };
    if (row.number === null) return null;
    if (seen.has(row.number))
      return { is: 'reject', fault: { ...row, field: 'number', code: 'card.number-twice' } };
    seen.add(row.number);
    const reader = byNumber.get(row.number);
    return reader === undefined ? created(row) : kept(row, reader);
  });

  const taken = new Set(steps.flatMap((step) => (step?.is === 'keep' ? [step.id] : [])));
  // Who had two rows with two numbers of the same reader: the first stays, the second is a slip.
  const met = new Set<ReaderId>();
  for (const [at, step] of steps.entries())
    if (step?.is === 'keep' && met.size === met.add(step.id).size)
      steps[at] = { is: 'reject', fault: { ...step.person, field: 'number', code: 'reader.twice' } };

  const waiting = [...rows.entries()].flatMap(([at, row]) =>
    steps[at] === null && !('code' in row) ? [{ at, row }] : [],
  );
  const match = (
    keyOfRow: (row: RosterPerson) => string | null,
    keyOf: (reader: KnownInSchool) => string,
    onlyOne: boolean,
  ): void => {
    const free = Map.groupBy(
      known.filter(({ id, isActive }) => isActive && !taken.has(id)),
      keyOf,
    );
    const open = Map.groupBy(
      waiting.filter(({ at }) => steps[at] === null),
      ({ row }) => keyOfRow(row),
    );
    for (const [key, alike] of open) {
      const readers = key === null ? [] : (free.get(key) ?? []);
      if (onlyOne && (alike.length !== 1 || readers.length !== 1)) continue;
      for (const [n, { at, row }] of alike.entries()) {
        const reader = readers[n];
        if (reader === undefined) continue;
        taken.add(reader.id);
        steps[at] = kept(row, reader);
      }
    }
  };
  const kindOf = (row: RosterPerson): KindOfRoster => row.kind ?? 'student';
  match(
    (row) => JSON.stringify([row.name, kindOf(row), placeKey(row.place)]),
    (reader) => JSON.stringify([reader.name, reader.kind, placeKey(reader.place)]),
    false,
  );
  match(
    (row) => JSON.stringify([row.name, kindOf(row)]),
    (reader) => JSON.stringify([reader.name, reader.kind]),
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

/** A new reader must be a student of a class or of a kind that the file names. */
const created = (person: RosterPerson): RosterStep =>
  person.kind === null && person.place === null
    ? { is: 'reject', fault: { ...person, field: 'class', code: 'class.missing' } }
    : { is: 'create', person };

function kept(person: RosterPerson, reader: KnownInSchool): RosterStep {
  const moves = person.place !== null && placeKey(person.place) !== placeKey(reader.place);
  const kindChanges = person.kind !== null && person.kind !== reader.kind;
  const updates = person.name !== reader.name || kindChanges || !reader.isActive;
  return { is: 'keep', person, id: reader.id, change: moves ? 'move' : updates ? 'update' : 'none' };
}

function leaving(
  steps: readonly RosterStep[],
  known: readonly KnownInSchool[],
  named: ReadonlySet<ReaderId>,
): Set<ReaderId> {
  const faults = steps.flatMap((step) => (step.is === 'reject' ? [step.fault] : []));
  if (faults.some(({ name }) => name === null)) return new Set();
  const heldNames = new Set(faults.map(({ name }) => name));
  const heldNumbers = new Set(faults.flatMap(({ number }) => number ?? []));
  const taken = steps.flatMap((step) => (step.is === 'reject' ? [] : [step.person]));
  const classes = new Set(taken.map(({ place }) => placeKey(place)).filter(Boolean));
  const kinds = new Set<KindOfRoster>(
    taken.flatMap(({ kind }) => (kind === null || kind === 'student' ? [] : [kind])),
  );
  const covered = ({ kind, place }: KnownInSchool): boolean =>
    kind === 'student' ? place !== null && classes.has(placeKey(place)) : kinds.has(kind);
  return new Set(
    known
      .filter((reader) => reader.isActive && !named.has(reader.id) && covered(reader))
      .filter(
        ({ name, numbers }) => !heldNames.has(name) && !numbers.some((number) => heldNumbers.has(number)),
      )
      .map(({ id }) => id),
  );
}
