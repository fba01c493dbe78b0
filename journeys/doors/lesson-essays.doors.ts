import type { Caller, Identified } from '../a-caller.builder.js';
import { Added, api, byPath, list, ofOnePerson, write, type FeatureDoors, type Place } from './door.builder.js'; // prettier-ignore

let lessons = 0;
/** A pupil writes one of each lesson: each is of another day. */
const anotherLesson = (): string => {
  lessons += 1;
  return new Date(Date.UTC(2010, 0, 1) + lessons * 86_400_000).toISOString().slice(0, 10);
};
const bodyOf = ({ reader }: Place) => ({
  readerId: reader.id,
  lessonOn: anotherLesson(),
  text: '孙悟空很勇敢。',
});
/** Nobody but the class has to do with them: its teacher enters them. */
const teacher = new Added(({ school, schoolClass }): Promise<Caller> =>
  school.account('teacher', { classId: schoolClass.id }),
);
const written = async (place: Place): Promise<string> =>
  (await (await teacher.at(place)).post<Identified>(`${api}/lesson-essays`, bodyOf(place))).id;
const essay = new Added(async (place) => ({ id: await written(place) }));
const leaving = new Added(async (place) => ({ id: await written(place) }));
const idOf = async (place: Place): Promise<string> => (await essay.at(place)).id;

export const feature: FeatureDoors = {
  adds: [teacher, essay, leaving],
  secrets: async (place) => [await idOf(place)],
  doors: ofOnePerson(
    write('lesson-essays.create', '/lesson-essays', 'id', 201, bodyOf),
    list('lesson-essays.list', '/lesson-essays', 'list', ({ schoolClass }) => `classId=${schoolClass.id}`),
    byPath('lesson-essays.read', 'GET', '/lesson-essays/{id}', 200, idOf),
    {
      ...byPath(
        'lesson-essays.withdraw',
        'POST',
        '/lesson-essays/{id}/withdrawal',
        200,
        async (place) => (await leaving.at(place)).id,
      ),
      before: async (place) => {
        (await leaving.at(place)).id = await written(place);
      },
    },
  ),
};
