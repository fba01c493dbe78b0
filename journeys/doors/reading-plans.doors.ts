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

const bodyOf = ({ school }: Place, readerId: string) => ({
  readerId,
  termId: school.termId,
  goalBooks: 4,
  books: [{ title: '草房子' }],
});
const made = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/reading-plans`, bodyOf(place, place.reader.id))).id;
const plans = new Added(async (place) => ({ id: await made(place) }));
const idOf = async (place: Place): Promise<string> => (await plans.at(place)).id;
/** The reader has no plan any more, or one again: whoever does it may be that reader. */
const emptied = async (place: Place): Promise<void> => {
  const { librarian } = place.school;
  const { items } = await librarian.get<{ items: readonly Identified[] }>(
    `${api}/reading-plans?readerId=${place.reader.id}`,
  );
  for (const { id } of items) await librarian.ask('DELETE', at('/reading-plans/{id}', id));
};
const madeAnew = async (place: Place): Promise<void> => {
  await emptied(place);
  (await plans.at(place)).id = await made(place);
};

export const feature: FeatureDoors = {
  adds: [plans],
  doors: [
    ...ofOnePerson(
      { ...byPath('reading-plans.read', 'GET', '/reading-plans/{id}', 200, idOf), before: madeAnew },
      {
        ...change('reading-plans.change', '/reading-plans/{id}', idOf, () => ({ goalBooks: 5 })),
        before: madeAnew,
      },
      {
        ...byPath('reading-plans.comment', 'PUT', '/reading-plans/{id}/comment', 200, idOf),
        ask: async (place) => ({
          path: at('/reading-plans/{id}/comment', await idOf(place)),
          body: { words: '读得认真' },
        }),
        before: madeAnew,
      },
      write('reading-plans.create', '/reading-plans', 'id', 201, (place) => bodyOf(place, place.reader.id), {
        before: emptied,
      }),
      { ...byPath('reading-plans.remove', 'DELETE', '/reading-plans/{id}', 204, idOf), before: madeAnew },
    ),
    list('reading-plans.list', '/reading-plans', 'list', () => 'limit=500'),
    list(
      'reading-plans.classes',
      '/reading-plan-classes',
      'school',
      (place) => `${ofSchool(place)}&termId=${place.school.termId}`,
    ),
  ],
};
