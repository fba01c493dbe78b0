import type { ReaderId } from '@shulian/contracts/ids';
import type { RosterPerson } from './roster-row.js';
import { placeKey, type KnownInSchool } from './who-is-whom.js';

export type PackageStep =
  | { readonly is: 'create'; readonly sourcedId: string; readonly person: RosterPerson }
  | {
      readonly is: 'none' | 'update' | 'move';
      readonly id: ReaderId;
      readonly sourcedId: string;
      readonly person: RosterPerson;
    };

export type PackagePlan = {
  readonly steps: readonly PackageStep[];
  readonly leavers: readonly ReaderId[];
  /** Set when more would leave than the share allows. */
  readonly tooMany: { readonly leavers: number; readonly readers: number } | null;
};

type Told = { readonly sourcedId: string; readonly isGone: boolean; readonly person: RosterPerson | null };

/**
 * Who of a package is whom: by the id of the school's system; who has none yet is the only reader of that name, kind and class
 * without one. Who is gone leaves; in a bulk package also who has such an id and is not in it, for whom a row that cannot be read
 * counts as being in it.
 * @param percent more than this share of the active readers leaving is too many
 */
export function packagePlan(
  mode: 'bulk' | 'delta',
  told: readonly Told[],
  known: readonly KnownInSchool[],
  percent: number,
  nameKey: (name: string) => string,
): PackagePlan {
  const byId = new Map(
    known.flatMap((reader) => (reader.externalId == null ? [] : [[reader.externalId, reader]])),
  );
  const keyOf = (name: string, kind: string, place: RosterPerson['place']): string =>
    JSON.stringify([nameKey(name), kind, placeKey(place)]);
  const without = Map.groupBy(
    known.filter(({ externalId, isActive }) => externalId == null && isActive),
    ({ name, kind, place }) => keyOf(name, kind, place),
  );
  const alike = Map.groupBy(
    told.flatMap(({ person, isGone }) => (person === null || isGone ? [] : [person])),
    ({ name, kind, place }) => keyOf(name, kind ?? 'student', place),
  );
  const steps = told.flatMap(({ sourcedId, isGone, person }): PackageStep[] => {
    if (isGone || person === null) return [];
    const key = keyOf(person.name, person.kind ?? 'student', person.place);
    const namesakes = without.get(key) ?? [];
    const onlyOne = namesakes.length === 1 && alike.get(key)?.length === 1 ? namesakes[0] : undefined;
    const reader = byId.get(sourcedId) ?? onlyOne;
    if (reader === undefined) return [{ is: 'create', sourcedId, person }];
    const moves = person.place !== null && placeKey(person.place) !== placeKey(reader.place);
    const changes =
      reader.name !== person.name ||
      (person.kind !== null && reader.kind !== person.kind) ||
      !reader.isActive ||
      reader.externalId !== sourcedId;
    return [{ is: moves ? 'move' : changes ? 'update' : 'none', id: reader.id, sourcedId, person }];
  });
  const gone = new Set(told.filter(({ isGone }) => isGone).map(({ sourcedId }) => sourcedId));
  const named = new Set(told.map(({ sourcedId }) => sourcedId));
  const leavers = known.filter(
    ({ externalId, isActive }) =>
      isActive && externalId != null && (gone.has(externalId) || (mode === 'bulk' && !named.has(externalId))),
  );
  const active = known.filter(({ isActive }) => isActive).length;
  return {
    steps,
    leavers: leavers.map(({ id }) => id),
    tooMany:
      leavers.length * 100 > active * percent && leavers.length > 2
        ? { leavers: leavers.length, readers: active }
        : null,
  };
}
