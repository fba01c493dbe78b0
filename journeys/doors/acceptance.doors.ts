import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';
import { reviewAt } from './selection.doors.js';

/** Gifts: they need no order and no head. */
const gift = async (place: Place): Promise<Readonly<Record<string, unknown>>> => ({
  schoolId: place.school.id,
  source: 'donation',
  origin: '县教育局',
  items: [{ reviewId: (await toCome.at(place)).reviewId, received: 1 }],
});
const toCome = new Added(async (place: Place) => ({ reviewId: await reviewAt(place) }));
const cameTo = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/deliveries`, await gift(place))).id;
const delivery = new Added(async (place: Place) => ({ id: await cameTo(place) }));
const idOf = async (place: Place): Promise<string> => (await delivery.at(place)).id;
const readyAgain = async (place: Place): Promise<void> => {
  (await delivery.at(place)).id = await cameTo(place);
};

export const feature: FeatureDoors = {
  adds: [toCome, delivery],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/deliveries?schoolId=${school.id}`, `/purchase-register?schoolId=${school.id}`],
  doors: [
    write('deliveries.create', '/deliveries', 'school', 201, async (place) => ({
      ...(await gift(place)),
      remark: `赠书${another()}`,
    })),
    list('deliveries.list', '/deliveries', 'school', ofSchool),
    byPath('deliveries.read', 'GET', '/deliveries/{id}', 200, idOf),
    byPath('deliveries.lines', 'GET', '/deliveries/{id}/lines', 200, idOf),
    {
      ...byPath('deliveries.accept', 'POST', '/deliveries/{id}/acceptance', 200, idOf),
      ask: async (place) => ({
        path: `${api}/deliveries/${await idOf(place)}/acceptance`,
        body: { location: '书库' },
      }),
      before: readyAgain,
    },
    {
      ...byPath('deliveries.send-back', 'POST', '/deliveries/{id}/return', 200, idOf),
      ask: async (place) => ({
        path: `${api}/deliveries/${await idOf(place)}/return`,
        body: { reason: '受潮' },
      }),
      before: readyAgain,
    },
    {
      ...byPath('deliveries.certificate', 'GET', '/deliveries/{id}/certificate', 200, idOf),
      before: async (place) => {
        await readyAgain(place);
        await place.school.librarian.ask('POST', `${api}/deliveries/${await idOf(place)}/acceptance`, {
          body: {},
        });
      },
    },
    list('deliveries.campaigns', '/donation-campaigns', 'school', ofSchool),
    list('purchases.register', '/purchase-register', 'school', ofSchool),
    list('purchases.statistics', '/purchase-statistics', 'school', ofSchool),
  ],
};
