import type { Identified } from '../a-caller.builder.js';
import { School } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

/** A school that gives to the one of the place and takes from it, with a transfer each way that is asked for. */
const transfers = new Added(async ({ school }) => {
  const partner = await School.open(school.admin);
  return {
    partner,
    in: await transferOf(partner, school),
    out: await transferOf(school, partner),
    /** On no transfer yet. */
    free: await oneCopy(school),
  };
});

/** @returns the id of a new transfer of one copy */
async function transferOf(from: School, to: School): Promise<string> {
  const { id } = await from.librarian.post<Identified>(
    `${api}/ownership-transfers`,
    wish(from, to, await oneCopy(from)),
  );
  return id;
}

const wish = (from: School, to: School, copyId: string) => ({
  schoolId: from.id,
  toSchoolId: to.id,
  copyIds: [copyId],
});

async function oneCopy(school: School): Promise<string> {
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  return copy.id;
}

const idOf =
  (way: 'in' | 'out') =>
  async (place: Place): Promise<string> =>
    (await transfers.at(place))[way];

/** A decision on a transfer, which is asked for again before each. */
const decided = (
  operation: Door['operation'],
  template: string,
  way: 'in' | 'out',
  body?: Readonly<Record<string, unknown>>,
): Door => ({
  ...byPath(operation, 'POST', template, 200, idOf(way)),
  ask: async (place) => ({
    path: at(template, await idOf(way)(place)),
    ...(body === undefined ? {} : { body }),
  }),
  before: async (place) => {
    const there = await transfers.at(place);
    there[way] = await (way === 'in'
      ? transferOf(there.partner, place.school)
      : transferOf(place.school, there.partner));
  },
});

export const feature: FeatureDoors = {
  adds: [transfers],
  secrets: async (place) => [await idOf('in')(place), await idOf('out')(place)],
  lists: ['/ownership-transfers'],
  doors: [
    write(
      'ownership-transfers.create',
      '/ownership-transfers',
      'school',
      201,
      async (place) => {
        const { partner, free } = await transfers.at(place);
        return wish(place.school, partner, free);
      },
      {
        before: async (place) => {
          (await transfers.at(place)).free = await oneCopy(place.school);
        },
      },
    ),
    list('ownership-transfers.list', '/ownership-transfers', 'school', ofSchool),
    byPath('ownership-transfers.read', 'GET', '/ownership-transfers/{id}', 200, idOf('out')),
    byPath('ownership-transfers.copies', 'GET', '/ownership-transfers/{id}/copies', 200, idOf('out')),
    decided('ownership-transfers.accept', '/ownership-transfers/{id}/acceptance', 'in', {}),
    decided('ownership-transfers.refuse', '/ownership-transfers/{id}/refusal', 'in', { reason: '本校已有' }),
    decided('ownership-transfers.cancel', '/ownership-transfers/{id}/cancellation', 'out'),
  ],
};
