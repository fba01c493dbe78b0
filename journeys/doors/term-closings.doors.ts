import { api, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

type Closing = { readonly steps: readonly { readonly state: string }[] };

/** Nothing of the term is closed. */
const undone = async ({ school }: Place): Promise<void> => {
  const { steps } = await school.librarian.get<Closing>(`${api}/term-closings?schoolId=${school.id}`);
  for (const { state } of steps)
    if (state === 'done')
      await school.librarian.post(`${api}/term-closings/undoing`, { schoolId: school.id });
};
const first = ({ school }: Place) => ({ schoolId: school.id, step: 'returns', note: '下学期追还' });

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/term-closings?schoolId=${school.id}`],
  doors: [
    list('term-closings.read', '/term-closings', 'school', ofSchool),
    write('term-closings.step', '/term-closings/steps', 'school', 200, first, { before: undone }),
    write(
      'term-closings.undo',
      '/term-closings/undoing',
      'school',
      200,
      ({ school }) => ({ schoolId: school.id }),
      {
        before: async (place) => {
          await undone(place);
          await place.school.librarian.post(`${api}/term-closings/steps`, first(place));
        },
      },
    ),
  ],
};
