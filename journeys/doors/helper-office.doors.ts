import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const rule = { perClass: 20, dutyDaysOnly: false };

/** A pupil of the class whom it wants. */
const proposalOf = async ({ school, schoolClass }: Place) => ({
  classId: schoolClass.id,
  readerId: (await school.reader({ classId: schoolClass.id })).id,
  chosenBy: 'election',
  startsOn: '2026-09-01',
  endsOn: '2027-01-31',
});
const proposed = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/class-helpers`, await proposalOf(place))).id;

/** Appointed, and trained: who may have duty. */
export const helper = new Added(async (place) => {
  const { librarian } = place.school;
  await librarian.ask('PUT', `${api}/class-helper-rules`, { body: rule });
  const id = await proposed(place);
  const { readerId } = await librarian.get<{ readonly readerId: string }>(`${api}/class-helpers/${id}`);
  await place.school.trains(readerId);
  await librarian.post(`${api}/class-helpers/${id}/decision`, { decision: 'appoint' });
  return id;
});
/** The pupil of the next proposal, and somebody on whom is to be decided. */
const wanted = new Added(async (place) => ({
  proposal: await proposalOf(place),
  open: await proposed(place),
}));
const helperOf = (place: Place): Promise<string> => helper.at(place);

export const feature: FeatureDoors = {
  adds: [helper, wanted],
  watched: ({ school }) => [`/class-helpers?schoolId=${school.id}`],
  doors: [
    list('class-helpers.rule', '/class-helper-rules', 'school', ofSchool),
    write(
      'class-helpers.set-rule',
      '/class-helper-rules',
      'school',
      200,
      ({ school }) => ({ ...rule, schoolId: school.id }),
      {
        method: 'PUT',
      },
    ),
    list('class-helpers.list', '/class-helpers', 'school', ofSchool),
    ...ofOnePerson(
      write(
        'class-helpers.propose',
        '/class-helpers',
        'id',
        201,
        async (place) => (await wanted.at(place)).proposal,
        {
          before: async (place) => {
            (await wanted.at(place)).proposal = await proposalOf(place);
          },
        },
      ),
      byPath('class-helpers.read', 'GET', '/class-helpers/{id}', 200, helperOf),
      change('class-helpers.change', '/class-helpers/{id}', helperOf, () => ({ words: '责任心强' })),
      {
        ...byPath('class-helpers.decide', 'POST', '/class-helpers/{id}/decision', 200, helperOf),
        ask: async (place) => ({
          path: at('/class-helpers/{id}/decision', (await wanted.at(place)).open),
          body: { decision: 'decline', reason: '已任班长' },
        }),
        before: async (place) => {
          (await wanted.at(place)).open = await proposed(place);
        },
      },
    ),
  ],
};
