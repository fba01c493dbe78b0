import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const room = new Added(({ school }: Place) =>
  school.librarian.post<Identified>(`${api}/locations`, {
    schoolId: school.id,
    kind: 'room',
    name: `阅览室${another()}`,
  }),
);
/** A room that copies may stand in. */
export const roomOf = async (place: Place): Promise<string> => (await room.at(place)).id;

const asked = async (place: Place): Promise<object> => ({
  schoolId: place.school.id,
  locationId: await roomOf(place),
  name: '十二月添置',
  dueOn: '2060-12-31',
  volumes: 50,
});
const planned = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/stock-additions`, await asked(place))).id;
const addition = new Added(async (place: Place) => ({ id: await planned(place) }));
const idOf = async (place: Place): Promise<string> => (await addition.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  (await addition.at(place)).id = await planned(place);
};

export const feature: FeatureDoors = {
  adds: [room, addition],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/stock-additions?schoolId=${school.id}`],
  doors: [
    write('stock-additions.plan', '/stock-additions', 'school', 201, asked),
    list('stock-additions.list', '/stock-additions', 'school', ofSchool),
    {
      ...byPath('stock-additions.end', 'POST', '/stock-additions/{id}/end', 200, idOf),
      ask: async (place) => ({
        path: `${api}/stock-additions/${await idOf(place)}/end`,
        body: { outcome: 'done' },
      }),
      before: anew,
    },
    {
      ...byPath('stock-additions.reopen', 'POST', '/stock-additions/{id}/reopening', 200, idOf),
      before: async (place) => {
        await anew(place);
        const path = `${api}/stock-additions/${await idOf(place)}/end`;
        await place.school.librarian.ask('POST', path, { body: { outcome: 'done' } });
      },
    },
  ],
};
