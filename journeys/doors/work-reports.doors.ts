import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({ schoolId: school.id, kind: 'ledgers', toWhom: '分管校长' });
const sent = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/work-reports`, bodyOf(place))).id;
const report = new Added(async (place) => ({ id: await sent(place) }));
const idOf = async (place: Place): Promise<string> => (await report.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  (await report.at(place)).id = await sent(place);
};

export const feature: FeatureDoors = {
  adds: [report],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/work-reports?schoolId=${school.id}`],
  doors: [
    write('work-reports.create', '/work-reports', 'school', 201, bodyOf),
    list('work-reports.list', '/work-reports', 'school', ofSchool),
    byPath('work-reports.lines', 'GET', '/work-reports/{id}/lines', 200, idOf),
    {
      ...byPath('work-reports.acknowledge', 'POST', '/work-reports/{id}/acknowledgement', 200, idOf),
      ask: async (place) => ({
        path: at('/work-reports/{id}/acknowledgement', await idOf(place)),
        body: { remark: '已阅' },
      }),
      before: anew,
    },
    {
      ...byPath('work-reports.withdraw', 'POST', '/work-reports/{id}/withdrawal', 200, idOf),
      ask: async (place) => ({
        path: at('/work-reports/{id}/withdrawal', await idOf(place)),
        body: { remark: '重报' },
      }),
      before: anew,
    },
  ],
};
