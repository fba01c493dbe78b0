import type { Identified } from '../a-caller.builder.js';
import { Added, api, at, byPath, change, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js'; // prettier-ignore

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  rhythm: { every: 'month', opensDay: 1, dueDay: 20, judgedDay: 25, publishesDay: 31 },
  contest: { name: '每月知识竞赛', type: 'quiz', organisers: ['图书馆'], plan: '全体学生参加。' },
});
const setUp = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/contest-series`, bodyOf(place))).id;
const series = new Added(async (place) => ({ id: await setUp(place) }));
/** A contest of each period is made once. */
const fresh = new Added(async (place) => ({ id: await setUp(place) }));
const idOf = async (place: Place): Promise<string> => (await series.at(place)).id;

export const feature: FeatureDoors = {
  adds: [series, fresh],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/contest-series?schoolId=${school.id}`],
  doors: [
    write('contest-series.create', '/contest-series', 'school', 201, bodyOf),
    list('contest-series.list', '/contest-series', 'school', ofSchool),
    byPath('contest-series.read', 'GET', '/contest-series/{id}', 200, idOf),
    change('contest-series.change', '/contest-series/{id}', idOf, () => ({ onlyInTerm: false })),
    {
      ...byPath('contest-series.make', 'POST', '/contest-series/{id}/contests', 201, idOf),
      ask: async (place) => ({
        path: at('/contest-series/{id}/contests', (await fresh.at(place)).id),
        body: { period: '2026-10' },
      }),
      before: async (place) => {
        (await fresh.at(place)).id = await setUp(place);
      },
    },
  ],
};
