import { another, type School } from '../a-school.builder.js';
import type { Place } from './door.builder.js';
import { features } from './every-door.builder.js';

/** A class of the school, and one thing of every kind that has to do with one of its readers. */
export async function aPlace(school: School, classNo: number): Promise<Place> {
  const schoolClass = await school.schoolClass(classNo);
  const reader = await school.reader({
    classId: schoolClass.id,
    name: `张${another()}`,
    cardNumber: `Z${another()}`,
  });
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  const place = { school, schoolClass, reader, copy };
  for (const { adds = [] } of features) for (const added of adds) await added.at(place);
  return place;
}

/** What tells of people and things at a place; a refusal must hold none of it beyond what was sent. */
export async function secretsOf(place: Place): Promise<readonly string[]> {
  const { reader, schoolClass } = place;
  const told = [reader.name, reader.cardNumber, reader.id, schoolClass.id];
  for (const { secrets } of features) told.push(...((await secrets?.(place)) ?? []));
  return told;
}

/** Lists that hold things of the caller's school only. */
export const listsOfOneSchool = features.flatMap(({ lists = [] }) => lists);

/** Everything at the school of a place that a refused request could have changed. */
export async function stateOf(place: Place): Promise<unknown> {
  const paths = [...listsOfOneSchool];
  for (const { watched } of features) paths.push(...((await watched?.(place)) ?? []));
  // One after the other: all lists of a service at once are more than it answers at once.
  const state: unknown[] = [];
  for (const path of paths) {
    // Up to where a list is complete moves on with what others write.
    const { syncToken: _, ...told } = await place.school.librarian.get<Record<string, unknown>>(
      `/api/v1${path}`,
    );
    state.push(told);
  }
  return state;
}
