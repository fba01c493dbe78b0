import type { ReaderId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';
import type { RosterFault, RosterPerson } from './roster-row.js';
import { placeKey, whoIsWhom, type KnownInSchool, type NameRules, type RosterStep } from './who-is-whom.js';

/** Somebody of the list who may be one of these readers of the school; a person has to say. */
export type RosterDoubt = {
  readonly person: RosterPerson;
  readonly why: 'reader.has-other-number' | 'reader.namesake-leaves';
  readonly candidates: readonly ReaderId[];
};

export type RosterPlan = {
  /** One for each row, in the order of the file. */
  readonly steps: readonly RosterStep[];
  readonly leavers: readonly ReaderId[];
  readonly doubts: readonly RosterDoubt[];
  /** Set when more would leave than the share allows. */
  readonly tooMany: { readonly leavers: number; readonly readers: number } | null;
};

/**
 * Who of the file is whom, and who leaves.
 *
 * A file covers the classes it names, for students, and the other kinds it names. Active readers it covers and does not
 * name leave. Rows that are not taken hold back who they seem to mean; one without a readable name holds back all.
 * Nobody is new while a reader of that name and kind would leave.
 * @param percent more than this share of the active students (or of the others, when more than two leave) is too many
 */
export function rosterPlan(
  rows: readonly (RosterPerson | RosterFault)[],
  known: readonly KnownInSchool[],
  percent: number,
  names: NameRules,
): RosterPlan {
  const met = whoIsWhom(rows, known, names);
  const named = new Set(met.flatMap((step) => (step.is === 'keep' ? [step.id] : [])));
  const doubtOf = doubtful(known, leaving(met, known, named, names), names);
  const doubts: RosterDoubt[] = [];
  const steps = met.map((step): RosterStep => {
    const doubt = step.is === 'create' ? doubtOf(step.person) : null;
    if (doubt === null) return step;
    doubts.push(doubt);
    const field = doubt.why === 'reader.namesake-leaves' ? 'name' : 'number';
    return { is: 'reject', fault: { ...doubt.person, field, code: doubt.why } };
  });
  // Rows that were just rejected hold back whom they seem to mean.
  const leavers = leaving(steps, known, named, names);
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
    doubts,
    tooMany: tooMany === undefined ? null : { leavers: tooMany.leavers, readers: tooMany.readers },
  };
}

/** A row that would make somebody new while one of that name and kind leaves may mean that one: it is for a person to say. */
function doubtful(
  known: readonly KnownInSchool[],
  leavers: ReadonlySet<ReaderId>,
  { nameKey }: NameRules,
): (person: RosterPerson) => RosterDoubt | null {
  const keyOf = (name: string, kind: ReaderKind): string => JSON.stringify([nameKey(name), kind]);
  const gone = Map.groupBy(
    known.filter(({ id }) => leavers.has(id)),
    ({ name, kind }) => keyOf(name, kind),
  );
  return (person) => {
    const candidates = gone.get(keyOf(person.name, person.kind ?? 'student'))?.map(({ id }) => id);
    if (candidates === undefined) return null;
    const why = person.number === null ? 'reader.namesake-leaves' : 'reader.has-other-number';
    return { person, why, candidates };
  };
}

function leaving(
  steps: readonly RosterStep[],
  known: readonly KnownInSchool[],
  named: ReadonlySet<ReaderId>,
  { nameKey }: NameRules,
): Set<ReaderId> {
  const faults = steps.flatMap((step) => (step.is === 'reject' ? [step.fault] : []));
  if (faults.some(({ name }) => name === null)) return new Set();
  const heldNames = new Set(faults.map(({ name }) => nameKey(name ?? '')));
  const heldNumbers = new Set(faults.flatMap(({ number }) => number ?? []));
  const taken = steps.flatMap((step) => (step.is === 'reject' ? [] : [step.person]));
  const classes = new Set(taken.map(({ place }) => placeKey(place)).filter(Boolean));
  const kinds = new Set<ReaderKind>(
    taken.flatMap(({ kind }) => (kind === null || kind === 'student' ? [] : [kind])),
  );
  const covered = ({ kind, place }: KnownInSchool): boolean =>
    kind === 'student' ? place !== null && classes.has(placeKey(place)) : kinds.has(kind);
  return new Set(
    known
      .filter((reader) => reader.isActive && !named.has(reader.id) && covered(reader))
      .filter(
        ({ name, numbers }) =>
          !heldNames.has(nameKey(name)) && !numbers.some((number) => heldNumbers.has(number)),
      )
      .map(({ id }) => id),
  );
}
