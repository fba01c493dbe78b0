import type { Identified } from '../a-caller.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

type Day = { readonly tidyingId: string | null };

const tidyingOf = async ({ school }: Place): Promise<string | null> => {
  const { items } = await school.librarian.get<{ items: Day[] }>(
    `${api}/daily-cycles?schoolId=${school.id}&limit=1`,
  );
  return items[0]?.tidyingId ?? null;
};
const tidied = async (place: Place): Promise<string> =>
  (await tidyingOf(place)) ??
  (await place.school.librarian.post<Identified>(`${api}/shelf-tidyings`, { schoolId: place.school.id })).id;
/** Of today; one that may go. */
const tidying = new Added(async (place) => ({ id: await tidied(place) }));

export const feature: FeatureDoors = {
  adds: [tidying],
  watched: ({ school }) => [
    `/daily-cycles?schoolId=${school.id}`,
    `/returned-copies?schoolId=${school.id}&state=shelved`,
  ],
  doors: [
    list('returned-copies.list', '/returned-copies', 'school', ofSchool),
    write('returned-copies.mark', '/returned-copies/marks', 'school', 200, ({ school, copy }) => ({
      schoolId: school.id,
      barcodes: [copy.barcode],
      state: 'shelved',
    })),
    list('daily-cycles.list', '/daily-cycles', 'school', ofSchool),
    write(
      'shelf-tidyings.create',
      '/shelf-tidyings',
      'school',
      201,
      ({ school }) => ({ schoolId: school.id }),
      {
        before: async (place) => {
          const id = await tidyingOf(place);
          if (id !== null) await place.school.librarian.ask('DELETE', `${api}/shelf-tidyings/${id}`);
        },
      },
    ),
    {
      ...byPath(
        'shelf-tidyings.remove',
        'DELETE',
        '/shelf-tidyings/{id}',
        204,
        async (place) => (await tidying.at(place)).id,
      ),
      before: async (place) => {
        (await tidying.at(place)).id = await tidied(place);
      },
    },
  ],
};
