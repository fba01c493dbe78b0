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
import { madeOnceHeard } from './library-rooms.doors.js';

const bodyOf = ({ school, copy }: Place) => ({
  schoolId: school.id,
  weekOf: '2026-10-12',
  theme: `新书推荐${another()}`,
  titles: [{ titleId: copy.titleId, reason: '值得一读' }],
});
const drafted = async (place: Place): Promise<string> =>
  (await madeOnceHeard<Identified>(place.school.librarian, '/recommendation-issues', bodyOf(place))).id;
const published = async (place: Place): Promise<string> => {
  const id = await drafted(place);
  await place.school.librarian.ask('POST', at('/recommendation-issues/{id}/publication', id));
  return id;
};
const draft = new Added(async (place: Place) => ({ id: await drafted(place) }));
const issue = new Added(async (place: Place) => ({ id: await published(place) }));
const withdrawable = new Added(async (place: Place) => ({ id: await published(place) }));
const exhibitionOf = ({ school }: Place) => ({ schoolId: school.id, heldOn: '2020-10-12', theme: '书展' });
const held = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/book-exhibitions`, exhibitionOf(place))).id;
const exhibition = new Added(async (place: Place) => ({ id: await held(place) }));
const idOf =
  (added: Added<{ id: string }>) =>
  async (place: Place): Promise<string> =>
    (await added.at(place)).id;
const anew =
  (added: Added<{ id: string }>, make: (place: Place) => Promise<string>) =>
  async (place: Place): Promise<void> => {
    (await added.at(place)).id = await make(place);
  };

export const feature: FeatureDoors = {
  adds: [draft, issue, withdrawable, exhibition],
  secrets: async (place) => [await idOf(draft)(place)],
  watched: ({ school }) => [
    `/recommendation-issues?schoolId=${school.id}`,
    `/book-exhibitions?schoolId=${school.id}`,
  ],
  doors: [
    write('recommendation-issues.write', '/recommendation-issues', 'school', 201, bodyOf),
    list('recommendation-issues.list', '/recommendation-issues', 'school', ofSchool),
    byPath('recommendation-issues.read', 'GET', '/recommendation-issues/{id}', 200, idOf(issue)),
    {
      ...change('recommendation-issues.change', '/recommendation-issues/{id}', idOf(draft), () => ({
        theme: '改题',
      })),
      before: anew(draft, drafted),
    },
    {
      ...byPath(
        'recommendation-issues.publish',
        'POST',
        '/recommendation-issues/{id}/publication',
        200,
        idOf(draft),
      ),
      before: anew(draft, drafted),
    },
    {
      ...byPath(
        'recommendation-issues.withdraw',
        'POST',
        '/recommendation-issues/{id}/withdrawal',
        200,
        idOf(withdrawable),
      ),
      before: anew(withdrawable, published),
    },
    list('recommendation-coverage.list', '/recommendation-coverage', 'school', ofSchool),
    list('recommendation-weeks.list', '/recommendation-weeks', 'school', ofSchool),
    write('book-exhibitions.enter', '/book-exhibitions', 'school', 201, exhibitionOf),
    list('book-exhibitions.list', '/book-exhibitions', 'school', ofSchool),
    {
      ...byPath('book-exhibitions.remove', 'DELETE', '/book-exhibitions/{id}', 200, idOf(exhibition)),
      before: anew(exhibition, held),
    },
  ],
};
