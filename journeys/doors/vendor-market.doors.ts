import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, byPath, list, ofSchool, type FeatureDoors, type Place } from './door.builder.js';

const vendor = new Added(({ school }: Place) =>
  school.librarian.post<Identified>(`${api}/vendors`, { schoolId: school.id, name: `书店${another()}` }),
);
const vendorOf = async (place: Place): Promise<string> => (await vendor.at(place)).id;
const form = (): FormData => {
  const sent = new FormData();
  sent.set('file', new Blob(['题名,定价\n春季新书,20.00\n']), 'list.csv');
  return sent;
};
const sentTo = async (place: Place): Promise<string> => {
  const path = `${api}/vendors/${await vendorOf(place)}/issue-lists?name=${encodeURIComponent('春季书目')}`;
  return ((await place.school.librarian.ask('POST', path, { form: form() })).body as Identified).id;
};
const kept = new Added(async (place: Place) => ({ id: await sentTo(place) }));
/** Another, so that the one above is still there for who opens it. */
const thrown = new Added(async (place: Place) => ({ id: await sentTo(place) }));
const idOf = async (place: Place): Promise<string> => (await kept.at(place)).id;

export const feature: FeatureDoors = {
  adds: [vendor, kept, thrown],
  secrets: async (place) => [await idOf(place)],
  doors: [
    {
      ...byPath('vendor-market.keep-list', 'POST', '/vendors/{id}/issue-lists', 201, vendorOf),
      ask: async (place) => ({
        path: `${api}/vendors/${await vendorOf(place)}/issue-lists?name=${encodeURIComponent('书目')}`,
        form: form(),
      }),
    },
    byPath('vendor-market.lists', 'GET', '/vendors/{id}/issue-lists', 200, vendorOf),
    byPath('vendor-market.file', 'GET', '/issue-lists/{id}/file', 200, idOf),
    {
      ...byPath(
        'vendor-market.throw-away',
        'DELETE',
        '/issue-lists/{id}',
        204,
        async (place) => (await thrown.at(place)).id,
      ),
      before: async (place) => {
        (await thrown.at(place)).id = await sentTo(place);
      },
    },
    list('vendor-market.shares', '/market-shares', 'school', ofSchool),
  ],
};
