import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  name: `教务处${another()}`,
  officer: '王老师',
});
export const archiveUnitAt = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/archive-units`, bodyOf(place))).id;
const unit = new Added(archiveUnitAt);
const idOf = (place: Place): Promise<string> => unit.at(place);
const intake = '/archive-units/{id}/intakes/2026';

export const feature: FeatureDoors = {
  adds: [unit],
  watched: async (place) => [`/archive-units/${await idOf(place)}`],
  doors: [
    write('archive-units.create', '/archive-units', 'school', 201, bodyOf),
    list('archive-units.list', '/archive-units', 'school', ofSchool),
    byPath('archive-units.read', 'GET', '/archive-units/{id}', 200, idOf),
    change('archive-units.change', '/archive-units/{id}', idOf, () => ({ contact: '分机 8012' })),
    {
      ...byPath('archive-units.put-intake', 'PUT', '/archive-units/{id}/intakes/{year}', 200, idOf),
      ask: async (place) => ({ path: at(intake, await idOf(place)), body: { items: [{ name: '总结' }] } }),
    },
    list('archive-units.intakes', '/archive-intakes', 'school', ofSchool),
    write(
      'archive-scopes.put',
      '/archive-scopes',
      'school',
      200,
      ({ school }) => ({ schoolId: school.id, class: 'ordinary', name: '会议纪要', retention: '10-years' }),
      { method: 'PUT' },
    ),
    list('archive-scopes.list', '/archive-scopes', 'school', ofSchool),
  ],
};
