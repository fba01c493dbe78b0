import { another } from '../a-school.builder.js';
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

type Entered = { readonly items: readonly { readonly id: string }[] };

const bodyOf = ({ school, reader }: Place) => ({
  schoolId: school.id,
  items: [{ kind: 'school', number: `校${another()}`, readerId: reader.id, year: 2020 }],
});
const heldAt = async (place: Place): Promise<string> => {
  const { items } = await place.school.librarian.post<Entered>(`${api}/archive-certificates`, bodyOf(place));
  return items[0]?.id ?? '';
};
const one = '/archive-certificates/{id}';
const issue = { collectedBy: 'self' };
const issuedAt = async (place: Place): Promise<string> => {
  const id = await heldAt(place);
  await place.school.librarian.ask('POST', at(`${one}/issue`, id), { body: issue });
  return id;
};
const held = new Added(heldAt);

export const feature: FeatureDoors = {
  adds: [held],
  secrets: async (place) => [await held.at(place)],
  watched: ({ school }) => [`/archive-certificates?schoolId=${school.id}`],
  doors: [
    write('archive-certificates.enter', '/archive-certificates', 'school', 201, bodyOf),
    list('archive-certificates.list', '/archive-certificates', 'school', ofSchool),
    {
      ...byPath('archive-certificates.issue', 'POST', `${one}/issue`, 200, heldAt),
      ask: async (place) => ({ path: at(`${one}/issue`, await heldAt(place)), body: issue }),
    },
    byPath('archive-certificates.reopen', 'POST', `${one}/reopening`, 200, issuedAt),
    byPath('archive-certificates.remove', 'DELETE', one, 204, heldAt),
  ],
};
