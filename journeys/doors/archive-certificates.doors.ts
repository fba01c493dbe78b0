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
const heldAt = async (place: Place): Promise<{ id: string }> => {
  const { items } = await place.school.librarian.post<Entered>(`${api}/archive-certificates`, bodyOf(place));
  return { id: items[0]?.id ?? '' };
};
const one = '/archive-certificates/{id}';
const issue = { collectedBy: 'self' };
const issuedAt = async (place: Place): Promise<{ id: string }> => {
  const { id } = await heldAt(place);
  await place.school.librarian.ask('POST', at(`${one}/issue`, id), { body: issue });
  return { id };
};
const held = new Added(heldAt);
const issued = new Added(issuedAt);
const heldOf = async (place: Place): Promise<string> => (await held.at(place)).id;
const issuedOf = async (place: Place): Promise<string> => (await issued.at(place)).id;
const heldAgain = async (place: Place): Promise<void> => {
  (await held.at(place)).id = (await heldAt(place)).id;
};

export const feature: FeatureDoors = {
  adds: [held, issued],
  secrets: async (place) => [await heldOf(place), await issuedOf(place)],
  watched: ({ school }) => [`/archive-certificates?schoolId=${school.id}`],
  doors: [
    write('archive-certificates.enter', '/archive-certificates', 'school', 201, bodyOf),
    list('archive-certificates.list', '/archive-certificates', 'school', ofSchool),
    {
      ...byPath('archive-certificates.issue', 'POST', `${one}/issue`, 200, heldOf),
      ask: async (place) => ({ path: at(`${one}/issue`, await heldOf(place)), body: issue }),
      before: heldAgain,
    },
    {
      ...byPath('archive-certificates.reopen', 'POST', `${one}/reopening`, 200, issuedOf),
      before: async (place) => {
        (await issued.at(place)).id = (await issuedAt(place)).id;
      },
    },
    { ...byPath('archive-certificates.remove', 'DELETE', one, 204, heldOf), before: heldAgain },
  ],
};
