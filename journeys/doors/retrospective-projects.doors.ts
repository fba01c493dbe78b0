import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
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
  name: '回溯建库',
  goalVolumes: 10_000,
  beginsOn: '2026-07-01',
  endsOn: '2026-10-31',
});
const project = new Added((place) =>
  place.school.librarian.post<Identified>(`${api}/retrospective-projects`, bodyOf(place)),
);
const idOf = async (place: Place): Promise<string> => (await project.at(place)).id;

export const feature: FeatureDoors = {
  adds: [project],
  watched: ({ school }) => [`/retrospective-projects?schoolId=${school.id}`],
  doors: [
    write('retrospective-projects.create', '/retrospective-projects', 'school', 201, bodyOf),
    list('retrospective-projects.list', '/retrospective-projects', 'school', ofSchool),
    byPath('retrospective-projects.read', 'GET', '/retrospective-projects/{id}', 200, idOf),
    change('retrospective-projects.change', '/retrospective-projects/{id}', idOf, () => ({ note: '暑假' })),
    byPath('retrospective-projects.days', 'GET', '/retrospective-projects/{id}/days', 200, idOf),
  ],
};
