import type { Identified } from '../a-caller.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const checked = async ({ school, schoolClass }: Place): Promise<string> =>
  (await school.librarian.post<Identified>(`${api}/class-return-checks`, { classId: schoolClass.id })).id;
const check = new Added(async (place) => ({ id: await checked(place) }));
/** One that may go. */
const removable = new Added(async (place) => ({ id: await checked(place) }));

export const feature: FeatureDoors = {
  adds: [check, removable],
  watched: ({ school }) => [
    `/class-return-checks?schoolId=${school.id}`,
    `/class-weeks?schoolId=${school.id}`,
  ],
  doors: [
    write('class-return-checks.create', '/class-return-checks', 'id', 201, ({ schoolClass }) => ({
      classId: schoolClass.id,
    })),
    list('class-return-checks.due', '/class-return-checks/due', 'school', ofSchool),
    list('class-return-checks.list', '/class-return-checks', 'school', ofSchool),
    {
      ...byPath(
        'class-return-checks.loans',
        'GET',
        '/class-return-checks/{id}/loans',
        200,
        async (place) => (await check.at(place)).id,
      ),
      ofOnePerson: true,
    },
    {
      ...byPath(
        'class-return-checks.remove',
        'DELETE',
        '/class-return-checks/{id}',
        204,
        async (place) => (await removable.at(place)).id,
      ),
      before: async (place) => {
        (await removable.at(place)).id = await checked(place);
      },
    },
    write('class-weeks.publish', '/class-weeks', 'school', 200, ({ school }) => ({ schoolId: school.id })),
    list('class-weeks.list', '/class-weeks', 'school', ofSchool),
    write('class-weeks.withdraw', '/class-weeks/withdrawals', 'school', 200, ({ school }) => ({
      schoolId: school.id,
    })),
  ],
};
