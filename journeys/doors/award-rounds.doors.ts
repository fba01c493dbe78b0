import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
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
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { madeOnceHeard } from './library-rooms.doors.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  programme: 'reading-star',
  name: `读书之星${another()}`,
  startsOn: '2026-10-01',
  endsOn: '2026-10-31',
  per: 'school',
  places: 50,
});
const opened = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/award-rounds`, bodyOf(place))).id;
const chosenIn = async (place: Place, round: string): Promise<string> =>
  (
    await madeOnceHeard<Identified>(place.school.librarian, `/award-rounds/${round}/awards`, {
      readerId: place.reader.id,
    })
  ).id;
type Chosen = { round: string; award: string };
const withChoice = async (place: Place): Promise<Chosen> => {
  const round = await opened(place);
  return { round, award: await chosenIn(place, round) };
};
const publishedOne = async (place: Place): Promise<Chosen> => {
  const chosen = await withChoice(place);
  await place.school.librarian.ask('POST', at('/award-rounds/{id}/publication', chosen.round));
  return chosen;
};
/** Nobody is chosen in it; one who is; and two that are published, of which one is taken back. */
const empty = new Added(async (place: Place) => ({ round: await opened(place), award: '' }));
const open = new Added(withChoice);
const published = new Added(publishedOne);
const takeable = new Added(publishedOne);
const roundOf =
  (added: Added<Chosen>) =>
  async (place: Place): Promise<string> =>
    (await added.at(place)).round;
const awardOf =
  (added: Added<Chosen>) =>
  async (place: Place): Promise<string> =>
    (await added.at(place)).award;
const anew =
  (added: Added<Chosen>, make: (place: Place) => Promise<Chosen>) =>
  async (place: Place): Promise<void> => {
    Object.assign(await added.at(place), await make(place));
  };
const sends = (
  door: Door,
  template: string,
  idOf: (place: Place) => Promise<string>,
  body: (place: Place) => unknown,
): Door => ({
  ...door,
  ask: async (place) => ({ path: at(template, await idOf(place)), body: body(place) }),
});
const CHOICES = '/award-rounds/{id}/awards';
const QUIZ = '/award-rounds/{id}/quiz-results';

export const feature: FeatureDoors = {
  adds: [empty, open, published, takeable],
  secrets: async (place) => [(await open.at(place)).award],
  watched: ({ school }) => [`/award-rounds?schoolId=${school.id}`, `/awards?schoolId=${school.id}`],
  doors: [
    write('award-rounds.open', '/award-rounds', 'school', 201, bodyOf),
    list('award-rounds.list', '/award-rounds', 'school', ofSchool),
    byPath('award-rounds.read', 'GET', '/award-rounds/{id}', 200, roundOf(published)),
    change('award-rounds.change', '/award-rounds/{id}', roundOf(empty), () => ({ prize: '书签' })),
    {
      ...byPath('award-rounds.publish', 'POST', '/award-rounds/{id}/publication', 200, roundOf(open)),
      before: anew(open, withChoice),
    },
    {
      ...byPath('award-rounds.take-back', 'POST', '/award-rounds/{id}/withdrawal', 200, roundOf(takeable)),
      before: anew(takeable, publishedOne),
    },
    byPath('award-candidates.list', 'GET', '/award-rounds/{id}/candidates', 200, roundOf(empty)),
    byPath('award-certificates.list', 'GET', '/award-rounds/{id}/certificates', 200, roundOf(published)),
    sends(
      byPath('award-quiz-results.put', 'PUT', QUIZ, 200, roundOf(empty)),
      QUIZ,
      roundOf(empty),
      ({ reader }) => ({ items: [{ readerId: reader.id, month: '2026-10-01', points: 60 }] }),
    ),
    list('awards.list', '/awards', 'school', ofSchool),
    ...ofOnePerson(
      {
        ...sends(
          byPath('awards.choose', 'POST', CHOICES, 201, roundOf(empty)),
          CHOICES,
          roundOf(empty),
          ({ reader }) => ({
            readerId: reader.id,
          }),
        ),
        touches: 'id',
        before: async (place) => {
          (await empty.at(place)).round = await opened(place);
        },
      },
      {
        ...byPath('awards.remove', 'DELETE', '/awards/{id}', 200, awardOf(open)),
        before: anew(open, withChoice),
      },
      sends(
        byPath('awards.issue-prize', 'POST', '/awards/{id}/prize', 200, awardOf(published)),
        '/awards/{id}/prize',
        awardOf(published),
        () => ({ issuedOn: '2026-01-05' }),
      ),
    ),
  ],
};
