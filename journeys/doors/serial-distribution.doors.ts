import {
  Added,
  api,
  byPath,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { aSerial } from './serials.doors.js';

const asked = async (place: Place): Promise<Readonly<Record<string, unknown>>> => ({
  schoolId: place.school.id,
  items: [
    {
      readerId: place.reader.id,
      classId: place.schoolClass.id,
      serialId: await aSerial(place),
      startsOn: '2060-03-01',
      endsOn: '2060-07-31',
    },
  ],
});
const entered = async (place: Place): Promise<string> => {
  const { items } = await place.school.librarian.post<{ items: { id: string }[] }>(
    `${api}/personal-subscriptions`,
    await asked(place),
  );
  return items[0]?.id ?? '';
};
const personal = new Added(async (place: Place) => ({ id: await entered(place) }));
const idOf = async (place: Place): Promise<string> => (await personal.at(place)).id;
/** Who sees one class only has things of the own one in any list of the school. */
const ofClass = (place: Place): string => `${ofSchool(place)}&classId=${place.schoolClass.id}`;
const ofPerson = (door: Door): Door => ({ ...door, ofOnePerson: true });

export const feature: FeatureDoors = {
  adds: [personal],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/personal-subscriptions?schoolId=${school.id}`],
  doors: [
    write(
      'serial-allotments.put',
      '/serial-allotments',
      'school',
      200,
      async (place) => ({
        schoolId: place.school.id,
        year: 2060,
        serialId: await aSerial(place),
        offices: [],
      }),
      { method: 'PUT' },
    ),
    list('serial-allotments.list', '/serial-allotments', 'school', ofSchool),
    list('serial-distribution.list', '/serial-distribution', 'school', ofSchool),
    list('vacation-serials.list', '/vacation-serials', 'school', ofSchool),
    write('personal-subscriptions.enter', '/personal-subscriptions', 'school', 201, asked),
    ofPerson(list('personal-subscriptions.list', '/personal-subscriptions', 'list', ofClass)),
    ofPerson(list('personal-deliveries.list', '/personal-deliveries', 'list', ofSchool)),
    {
      ...byPath('personal-subscriptions.end', 'POST', '/personal-subscriptions/{id}/end', 200, idOf),
      ask: async (place) => ({
        path: `${api}/personal-subscriptions/${await idOf(place)}/end`,
        body: { endsOn: '2060-04-30' },
      }),
      before: async (place) => {
        (await personal.at(place)).id = await entered(place);
      },
    },
    ofPerson(
      write('serial-distribution.hand-out', '/serial-handouts', 'school', 200, async (place) => ({
        schoolId: place.school.id,
        items: [{ issueId: place.copy.id, subscriptionId: await idOf(place) }],
      })),
    ),
  ],
};
