import { at, byPath, list, ofSchool, type Door, type FeatureDoors, type Place } from './door.builder.js';
import { aSerial } from './serials.doors.js';

const numbered = async (place: Place): Promise<void> => {
  const path = at('/serials/{id}/shelf-number', await aSerial(place));
  await place.school.librarian.ask('PUT', path, { body: { schoolId: place.school.id } });
};
const number = byPath('serial-shelf-numbers.put', 'PUT', '/serials/{id}/shelf-number', 200, aSerial);
const free = byPath('serial-shelf-numbers.remove', 'DELETE', '/serials/{id}/shelf-number', 204, aSerial);
/** A serial is the county's; the school on whose shelves it stands is named. */
const ofSchoolNamed = (door: Door): Door => ({ ...door, touches: 'school' });

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/serial-shelf-numbers?schoolId=${school.id}`],
  doors: [
    list('serial-shelf-numbers.list', '/serial-shelf-numbers', 'county', ofSchool),
    ofSchoolNamed({
      ...number,
      ask: async (place) => ({ ...(await number.ask(place)), body: { schoolId: place.school.id } }),
    }),
    ofSchoolNamed({
      ...free,
      before: numbered,
      ask: async (place) => {
        const { path } = await free.ask(place);
        return { path: `${path}?schoolId=${place.school.id}` };
      },
    }),
  ],
};
