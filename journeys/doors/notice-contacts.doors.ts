import type { Identified, Page } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofOnePerson,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const body = ({ reader }: Place) => ({
  readerId: reader.id,
  address: 'reader@example.com',
  consentHow: 'signed',
});
const known = async ({ school, reader }: Place): Promise<readonly Identified[]> => {
  const path = `${api}/notice-contacts?schoolId=${school.id}&whose=reader&readerId=${reader.id}`;
  return (await school.librarian.get<Page<Identified>>(path)).items;
};
/** The reader has one contact; it is there again whenever a door asks for it. */
const own = async (place: Place): Promise<string> =>
  (await known(place))[0]?.id ??
  (await place.school.librarian.post<Identified>(`${api}/notice-contacts`, body(place))).id;
/** Made before the walk: no door that is refused may seem to have made it. */
const contact = new Added(async (place) => ({ id: await own(place) }));
const forgotten = async (place: Place): Promise<void> => {
  for (const { id } of await known(place))
    await place.school.librarian.ask('DELETE', at('/notice-contacts/{id}', id));
};

export const feature: FeatureDoors = {
  adds: [contact],
  watched: ({ school }) => [`/notice-contacts?schoolId=${school.id}`],
  doors: ofOnePerson(
    list('notice-contacts.list', '/notice-contacts', 'list', ({ reader }) => `readerId=${reader.id}`),
    byPath('notice-contacts.read', 'GET', '/notice-contacts/{id}', 200, own),
    change('notice-contacts.change', '/notice-contacts/{id}', own, () => ({ language: 'en' })),
    byPath('notice-contacts.withdraw', 'DELETE', '/notice-contacts/{id}', 204, own),
    write('notice-contacts.create', '/notice-contacts', 'id', 201, body, { before: forgotten }),
  ),
};
