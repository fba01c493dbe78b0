import { randomUUID } from 'node:crypto';
import { until } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Line = { readonly id: string; readonly standing: string };

/** A lost copy that its reader has replaced, as soon as the catalogue has heard of it. */
async function replaced({ school, reader }: Place): Promise<string> {
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  const { id } = await school.loses((await school.lent(copy.barcode, reader.cardNumber)).id);
  await school.librarian.post(`${api}/compensations/${id}/settlement`, { how: 'replaced' });
  await until(
    () => school.librarian.get<{ items: readonly Line[] }>(`${api}/compensation-account?standing=to-close`),
    ({ items }) => items.some((line) => line.id === id),
  );
  return id;
}
const loss = new Added(async (place) => ({ id: await replaced(place) }));
const idOf = async (place: Place): Promise<string> => (await loss.at(place)).id;

export const feature: FeatureDoors = {
  adds: [loss],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/compensation-account?schoolId=${school.id}`],
  doors: [
    list('compensation-account.list', '/compensation-account', 'school', ofSchool),
    list('compensation-account.months', '/compensation-months', 'school', ofSchool),
    write('compensation-account.close', '/compensation-closings', 'school', 200, ({ school }) => ({
      schoolId: school.id,
      compensationIds: [randomUUID()],
    })),
    {
      ...byPath('compensation-account.replace', 'POST', '/compensation-account/{id}/replacement', 201, idOf),
      ask: async (place) => ({
        path: at('/compensation-account/{id}/replacement', await idOf(place)),
        body: { priceFen: 1_980 },
      }),
      before: async (place) => {
        (await loss.at(place)).id = await replaced(place);
      },
    },
  ],
};
