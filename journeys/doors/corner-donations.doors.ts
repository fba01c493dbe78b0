import type { Identified } from '../a-caller.builder.js';
import { corner } from './book-corners.doors.js';
import { Added, api, at, byPath, list, ofSchool, type FeatureDoors, type Place } from './door.builder.js';

const given = async (place: Place): Promise<string> => {
  const path = `${api}/book-corners/${await corner.at(place)}/donations`;
  return (await place.school.librarian.post<Identified>(path, { title: '赠书' })).id;
};
const good = { sound: true, scientific: true, interesting: true };
const accepted = async (place: Place): Promise<string> => {
  const id = await given(place);
  await place.school.librarian.ask('PUT', `${api}/corner-donations/${id}/verdict`, {
    body: good,
    headers: { 'if-match': '"v1"' },
  });
  return id;
};
/** One that is judged once for each caller who may, one that is taken away. */
const donations = new Added(async (place) => ({
  judged: await given(place),
  removed: await accepted(place),
}));

export const feature: FeatureDoors = {
  adds: [donations],
  watched: ({ school }) => [`/corner-donations?schoolId=${school.id}`],
  doors: [
    {
      ...byPath('corner-donations.create', 'POST', '/book-corners/{id}/donations', 201, (place) =>
        corner.at(place),
      ),
      ofOnePerson: true,
      ask: async (place) => ({
        path: at('/book-corners/{id}/donations', await corner.at(place)),
        body: { title: '赠书' },
      }),
    },
    list('corner-donations.list', '/corner-donations', 'school', ofSchool),
    {
      ...byPath('corner-donations.judge', 'PUT', '/corner-donations/{id}/verdict', 200, async (place) => {
        return (await donations.at(place)).judged;
      }),
      ask: async (place) => ({
        path: at('/corner-donations/{id}/verdict', (await donations.at(place)).judged),
        body: good,
        headers: { 'if-match': '"v1"' },
      }),
      before: async (place) => {
        (await donations.at(place)).judged = await given(place);
      },
    },
    {
      ...byPath('corner-donations.remove', 'POST', '/corner-donations/{id}/removal', 200, async (place) => {
        return (await donations.at(place)).removed;
      }),
      before: async (place) => {
        (await donations.at(place)).removed = await accepted(place);
      },
    },
  ],
};
