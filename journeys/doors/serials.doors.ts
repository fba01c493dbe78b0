import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  change,
  everything,
  list,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const described = (): Readonly<Record<string, unknown>> => ({
  title: `少年报${another()}`,
  kind: 'newspaper',
  languages: ['chi'],
  pattern: { every: 'week', weekdays: [1, 4] },
});
const serial = new Added(({ school }: Place) =>
  school.librarian.post<Identified>(`${api}/serials`, described()),
);
/** The serial of a place, for what is done with serials. */
export const aSerial = async (place: Place): Promise<string> => (await serial.at(place)).id;
/** A serial is of the county, whoever described it. */
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });

export const feature: FeatureDoors = {
  adds: [serial],
  watched: async (place) => [`/serials/${await aSerial(place)}`],
  doors: [
    write('serials.create', '/serials', 'county', 201, described),
    list('serials.list', '/serials', 'county', everything),
    ofCounty(byPath('serials.read', 'GET', '/serials/{id}', 200, aSerial)),
    ofCounty(change('serials.change', '/serials/{id}', aSerial, () => ({ seenIn: '2026年第7期' }))),
    ofCounty(byPath('serials.changes', 'GET', '/serials/{id}/changes', 200, aSerial)),
  ],
};
