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
import { OwingReader } from './owing-reader.builder.js';

const owing = new OwingReader();
const bodyOf = (loanId: string) => ({ loanId, kind: 'damage', damage: 'torn' });
const opened = async (place: Place): Promise<{ loanId: string; id: string }> => {
  const loanId = await owing.lent(place);
  const { id } = await place.school.librarian.post<Identified>(`${api}/loan-cases`, bodyOf(loanId));
  return { loanId, id };
};
const loanCase = new Added(opened);
const idOf = async (place: Place): Promise<string> => (await loanCase.at(place)).id;
const openAgain = async (place: Place): Promise<void> => {
  Object.assign(await loanCase.at(place), await opened(place));
};

export const feature: FeatureDoors = {
  adds: [owing.added, loanCase],
  watched: ({ school }) => [`/loan-cases?schoolId=${school.id}`],
  doors: [
    {
      ...write(
        'loan-cases.create',
        '/loan-cases',
        'id',
        201,
        async (place) => bodyOf((await loanCase.at(place)).loanId),
        {
          before: async (place) => {
            (await loanCase.at(place)).loanId = await owing.lent(place);
          },
        },
      ),
      ofOnePerson: true,
    },
    list('loan-cases.list', '/loan-cases', 'school', ofSchool),
    {
      ...byPath('loan-cases.end', 'POST', '/loan-cases/{id}/ending', 200, idOf),
      ask: async (place) => ({
        path: at('/loan-cases/{id}/ending', await idOf(place)),
        body: { outcome: 'mended' },
      }),
      before: openAgain,
    },
    {
      ...byPath('loan-cases.reopen', 'POST', '/loan-cases/{id}/reopening', 200, idOf),
      before: async (place) => {
        await openAgain(place);
        await place.school.librarian.post(at('/loan-cases/{id}/ending', await idOf(place)), {
          outcome: 'mended',
        });
      },
    },
    list('overdue-cases.list', '/overdue-cases', 'school', ofSchool),
    list('loss-figures.list', '/loss-figures', 'school', ofSchool),
  ],
};
