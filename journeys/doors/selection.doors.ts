import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

type Made = { readonly items: readonly { readonly id: string }[] };

/** A work that nobody else at the school has on order, found fit to be read. */
export const reviewAt = async ({ school }: Place, name = `待购之书${another()}`): Promise<string> => {
  const { items } = await school.librarian.post<Made>(`${api}/suitability-reviews`, {
    schoolId: school.id,
    reviewer: '审读组',
    items: [{ name, verdict: 'suitable', firstGrade: 1, lastGrade: 6 }],
  });
  const [made] = items;
  if (made === undefined) throw new Error('no review was made');
  return made.id;
};

const review = new Added(async (place: Place) => ({ id: await reviewAt(place) }));
const idOf = async (place: Place): Promise<string> => (await review.at(place)).id;

const wish = new Added(async ({ school }: Place) => ({
  id: (
    await school.librarian.post<Identified>(`${api}/suggestions`, {
      schoolId: school.id,
      name: `想看之书${another()}`,
    })
  ).id,
}));
const wishOf = async (place: Place): Promise<string> => (await wish.at(place)).id;
const wishAgain = async (place: Place): Promise<void> => {
  const { school } = place;
  const input = { schoolId: school.id, name: `想看之书${another()}` };
  (await wish.at(place)).id = (await school.librarian.post<Identified>(`${api}/suggestions`, input)).id;
};
const decided = async (place: Place): Promise<void> => {
  await wishAgain(place);
  const path = `${api}/suggestions/${await wishOf(place)}/fate`;
  await place.school.librarian.ask('POST', path, { body: { fate: 'declined', words: '已有' } });
};

export const feature: FeatureDoors = {
  adds: [review, wish],
  secrets: async (place) => [await idOf(place), await wishOf(place)],
  watched: ({ school }) => [
    `/suitability-reviews?schoolId=${school.id}`,
    `/suggestions?schoolId=${school.id}`,
  ],
  doors: [
    write('suitability-reviews.create', '/suitability-reviews', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      reviewer: '审读组',
      items: [{ name: `待购之书${another()}`, verdict: 'suitable', firstGrade: 1, lastGrade: 6 }],
    })),
    list('suitability-reviews.list', '/suitability-reviews', 'school', ofSchool),
    byPath('suitability-reviews.read', 'GET', '/suitability-reviews/{id}', 200, idOf),
    {
      ...byPath('suitability-reviews.retract', 'POST', '/suitability-reviews/{id}/retraction', 200, idOf),
      ask: async (place) => ({
        path: `${api}/suitability-reviews/${await idOf(place)}/retraction`,
        body: { reason: '年级有误' },
      }),
      before: async (place) => {
        (await review.at(place)).id = await reviewAt(place);
      },
    },
    write('suggestions.create', '/suggestions', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      name: `想看之书${another()}`,
    })),
    list('suggestions.list', '/suggestions', 'school', ofSchool),
    byPath('suggestions.read', 'GET', '/suggestions/{id}', 200, wishOf),
    {
      ...byPath('suggestions.vote', 'PUT', '/suggestions/{id}/vote', 200, wishOf),
      before: wishAgain,
    },
    {
      ...byPath('suggestions.take-back-vote', 'DELETE', '/suggestions/{id}/vote', 200, wishOf),
      before: wishAgain,
    },
    {
      ...byPath('suggestions.decide', 'POST', '/suggestions/{id}/fate', 200, wishOf),
      ask: async (place) => ({
        path: `${api}/suggestions/${await wishOf(place)}/fate`,
        body: { fate: 'declined', words: '已有' },
      }),
      before: wishAgain,
    },
    {
      ...byPath('suggestions.reopen', 'POST', '/suggestions/{id}/reopening', 200, wishOf),
      before: decided,
    },
  ],
};
