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

const standing = async ({ school, schoolClass }: Place): Promise<readonly Identified[]> =>
  (
    await school.librarian.all<Identified & { readonly state: string }>(
      `${api}/merit-suggestions?schoolId=${school.id}&classId=${schoolClass.id}`,
    )
  ).filter(({ state }) => state !== 'withdrawn');
const noneStands = async (place: Place): Promise<void> => {
  for (const { id } of await standing(place))
    await place.school.librarian.post(at('/merit-suggestions/{id}/withdrawal', id), {});
};
const suggested = async (place: Place): Promise<string> => {
  await noneStands(place);
  const { school, schoolClass } = place;
  return (await school.librarian.post<Identified>(`${api}/merit-suggestions`, { classId: schoolClass.id }))
    .id;
};
const suggestion = new Added(async (place) => ({ id: await suggested(place) }));
const idOf = async (place: Place): Promise<string> => (await suggestion.at(place)).id;
const again = async (place: Place): Promise<void> => {
  (await suggestion.at(place)).id = await suggested(place);
};

export const feature: FeatureDoors = {
  adds: [suggestion],
  watched: ({ school }) => [`/merit-suggestions?schoolId=${school.id}`],
  doors: [
    list('merit-candidates.list', '/merit-candidates', 'school', ofSchool),
    write(
      'merit-suggestions.create',
      '/merit-suggestions',
      'id',
      201,
      ({ schoolClass }) => ({ classId: schoolClass.id }),
      {
        before: noneStands,
      },
    ),
    list('merit-suggestions.list', '/merit-suggestions', 'school', ofSchool),
    {
      ...byPath('merit-suggestions.withdraw', 'POST', '/merit-suggestions/{id}/withdrawal', 200, idOf),
      before: again,
    },
    {
      ...byPath('merit-suggestions.hand-on', 'POST', '/merit-suggestions/{id}/handing-on', 200, idOf),
      before: again,
    },
  ],
};
