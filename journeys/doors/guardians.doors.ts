import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  change,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const body = ({ reader }: Place) => ({
  readerId: reader.id,
  name: `家长${another()}`,
  relation: 'mother',
  consentHow: 'signed',
});
const entered = (place: Place) => place.school.librarian.post<Identified>(`${api}/guardians`, body(place));
const guardian = new Added(entered);
const guardianOf = async (place: Place): Promise<string> => (await guardian.at(place)).id;
/** One that may be forgotten: what the others ask for stays. */
const forgettable = new Added(async (place) => ({ id: (await entered(place)).id }));
const activity = async (place: Place) => ({
  schoolId: place.school.id,
  activity: '亲子阅读',
  tookPlaceOn: '2025-09-01',
  pupils: 1,
  guardianIds: [await guardianOf(place)],
});
const took = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/guardian-participations`, await activity(place))).id;
const removable = new Added(async (place) => ({ id: await took(place) }));

export const feature: FeatureDoors = {
  adds: [guardian, forgettable, removable],
  watched: ({ school }) => [
    `/guardians?schoolId=${school.id}`,
    `/guardian-participations?schoolId=${school.id}`,
  ],
  doors: [
    ...ofOnePerson(
      write('guardians.create', '/guardians', 'id', 201, body),
      list(
        'guardians.list',
        '/guardians',
        'list',
        ({ school, schoolClass }) => `schoolId=${school.id}&classId=${schoolClass.id}`,
      ),
      byPath('guardians.read', 'GET', '/guardians/{id}', 200, guardianOf),
      change('guardians.change', '/guardians/{id}', guardianOf, () => ({ contact: '139' })),
      {
        ...byPath(
          'guardians.erase',
          'DELETE',
          '/guardians/{id}',
          204,
          async (place) => (await forgettable.at(place)).id,
        ),
        before: async (place) => {
          (await forgettable.at(place)).id = (await entered(place)).id;
        },
      },
    ),
    write('guardian-participations.create', '/guardian-participations', 'school', 201, activity),
    list('guardian-participations.list', '/guardian-participations', 'school', ofSchool),
    {
      ...byPath(
        'guardian-participations.remove',
        'DELETE',
        '/guardian-participations/{id}',
        204,
        async (place) => (await removable.at(place)).id,
      ),
      before: async (place) => {
        (await removable.at(place)).id = await took(place);
      },
    },
  ],
};
