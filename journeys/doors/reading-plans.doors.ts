import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ reader }: Place, termId: string) => ({
  readerId: reader.id,
  termId,
  goalBooks: 4,
  books: [{ title: '草房子' }],
});
const made = async (place: Place, termId: string): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/reading-plans`, bodyOf(place, termId))).id;

/** The plan of this term stays; the one of the next term comes and goes. */
const plans = new Added(async (place) => {
  const { items } = await place.school.librarian.get<{ items: readonly Identified[] }>(
    `${api}/schools/${place.school.id}/terms`,
  );
  const nextTerm = items.find(({ id }) => id !== place.school.termId)?.id ?? '';
  return { id: await made(place, place.school.termId), nextTerm, removable: await made(place, nextTerm) };
});
const idOf = async (place: Place): Promise<string> => (await plans.at(place)).id;
const emptied = async (place: Place): Promise<void> => {
  const { librarian } = place.school;
  const { nextTerm } = await plans.at(place);
  const { items } = await librarian.get<{ items: readonly Identified[] }>(
    `${api}/reading-plans?readerId=${place.reader.id}&termId=${nextTerm}`,
  );
  for (const { id } of items) await librarian.ask('DELETE', at('/reading-plans/{id}', id));
};

export const feature: FeatureDoors = {
  adds: [plans],
  doors: [
    ...ofOnePerson(
      list('reading-plans.list', '/reading-plans', 'list', ({ reader }) => `readerId=${reader.id}`),
      byPath('reading-plans.read', 'GET', '/reading-plans/{id}', 200, idOf),
      change('reading-plans.change', '/reading-plans/{id}', idOf, () => ({ goalBooks: 5 })),
      {
        ...byPath('reading-plans.comment', 'PUT', '/reading-plans/{id}/comment', 200, idOf),
        ask: async (place) => ({
          path: at('/reading-plans/{id}/comment', await idOf(place)),
          body: { words: '读得认真' },
        }),
      },
      write(
        'reading-plans.create',
        '/reading-plans',
        'id',
        201,
        async (place) => bodyOf(place, (await plans.at(place)).nextTerm),
        { before: emptied },
      ),
      {
        ...byPath('reading-plans.remove', 'DELETE', '/reading-plans/{id}', 204, idOf),
        ask: async (place) => ({ path: at('/reading-plans/{id}', (await plans.at(place)).removable) }),
        before: async (place) => {
          await emptied(place);
          const own = await plans.at(place);
          own.removable = await made(place, own.nextTerm);
        },
      },
    ),
    list(
      'reading-plans.classes',
      '/reading-plan-classes',
      'school',
      (place) => `${ofSchool(place)}&termId=${place.school.termId}`,
    ),
  ],
};
