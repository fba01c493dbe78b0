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

const teamBody = ({ school }: Place) => ({
  schoolId: school.id,
  kind: 'standing',
  name: `服务队${another()}`,
});
const areaBody = ({ school }: Place) => ({ schoolId: school.id, name: `书廊${another()}`, grades: [3] });
const founded = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/service-teams`, teamBody(place))).id;
const given = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/library-areas`, areaBody(place))).id;
const pupilOf = async ({ school, schoolClass }: Place): Promise<string> =>
  (await school.reader({ classId: schoolClass.id })).id;

const teams = new Added(async (place) => {
  const team = await founded(place);
  const path = `${api}/service-teams/${team}/members`;
  const readerId = place.reader.id;
  const member = (await place.school.librarian.post<Identified>(path, { readerId })).id;
  return {
    team,
    member,
    joining: await pupilOf(place),
    area: await given(place),
    removable: await given(place),
  };
});
const teamOf = async (place: Place): Promise<string> => (await teams.at(place)).team;
const areaOf = async (place: Place): Promise<string> => (await teams.at(place)).area;

export const feature: FeatureDoors = {
  adds: [teams],
  watched: ({ school }) => [`/service-teams?schoolId=${school.id}`, `/library-areas?schoolId=${school.id}`],
  doors: [
    write('service-teams.found', '/service-teams', 'school', 201, teamBody),
    list('service-teams.list', '/service-teams', 'school', ofSchool),
    byPath('service-teams.read', 'GET', '/service-teams/{id}', 200, teamOf),
    change('service-teams.change', '/service-teams/{id}', teamOf, () => ({ ledBy: '王老师' })),
    byPath('service-teams.members', 'GET', '/service-teams/{id}/members', 200, teamOf),
    {
      ...byPath('service-teams.join', 'POST', '/service-teams/{id}/members', 201, teamOf),
      // Of the pupil in the body it depends whether a class teacher may.
      touches: 'id',
      ofOnePerson: true,
      ask: async (place) => ({
        path: at('/service-teams/{id}/members', await teamOf(place)),
        body: { readerId: (await teams.at(place)).joining },
      }),
      before: async (place) => {
        (await teams.at(place)).joining = await pupilOf(place);
      },
    },
    {
      operation: 'service-teams.change-member',
      method: 'PATCH',
      path: `${api}/service-team-members/{id}`,
      touches: 'path',
      ofOnePerson: true,
      ok: 200,
      ask: async (place) => {
        const own = await teams.at(place);
        const { items } = await place.school.librarian.get<{
          items: readonly (Identified & { version: number })[];
        }>(`${at('/service-teams/{id}/members', own.team)}?limit=500`);
        const version = items.find(({ id }) => id === own.member)?.version ?? 1;
        return {
          path: at('/service-team-members/{id}', own.member),
          body: { part: 'leader' },
          headers: { 'if-match': `"v${version}"` },
        };
      },
    },
    write('library-areas.create', '/library-areas', 'school', 201, areaBody),
    list('library-areas.list', '/library-areas', 'school', ofSchool),
    byPath('library-areas.read', 'GET', '/library-areas/{id}', 200, areaOf),
    change('library-areas.change', '/library-areas/{id}', areaOf, () => ({ tasks: '整架' })),
    {
      ...byPath('library-areas.remove', 'DELETE', '/library-areas/{id}', 204, areaOf),
      ask: async (place) => ({ path: at('/library-areas/{id}', (await teams.at(place)).removable) }),
      before: async (place) => {
        (await teams.at(place)).removable = await given(place);
      },
    },
  ],
};
