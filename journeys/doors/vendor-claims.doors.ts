import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  byPath,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { reviewAt } from './selection.doors.js';

const delivered = async (place: Place): Promise<string> => {
  const { school } = place;
  const { id } = await school.librarian.post<Identified>(`${api}/deliveries`, {
    schoolId: school.id,
    source: 'field-purchase',
    origin: '书市',
    documentNumber: '票1',
    items: [{ reviewId: await reviewAt(place), received: 1, damaged: 1, unitPriceFen: 900 }],
  });
  return id;
};
const opened = async (place: Place): Promise<string> => {
  const { items } = await place.school.librarian.post<{ items: Identified[] }>(`${api}/vendor-claims`, {
    deliveryId: await delivered(place),
  });
  return items[0]?.id ?? '';
};
const claim = new Added(async (place: Place) => ({
  id: await opened(place),
  deliveryId: await delivered(place),
}));
const idOf = async (place: Place): Promise<string> => (await claim.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  (await claim.at(place)).id = await opened(place);
};
const withdrawn = async (place: Place): Promise<void> => {
  await anew(place);
  const path = `${api}/vendor-claims/${await idOf(place)}/withdrawal`;
  await place.school.librarian.ask('POST', path, { body: { reason: '误报' } });
};
const done = (
  operation: Door['operation'],
  what: string,
  body: object,
  before: (place: Place) => Promise<void> = anew,
): Door => ({
  ...byPath(operation, 'POST', `/vendor-claims/{id}/${what}`, 200, idOf),
  ask: async (place) => ({ path: `${api}/vendor-claims/${await idOf(place)}/${what}`, body }),
  before,
});

export const feature: FeatureDoors = {
  adds: [claim],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/vendor-claims?schoolId=${school.id}`],
  doors: [
    write(
      'vendor-claims.open',
      '/vendor-claims',
      'id',
      201,
      async (place) => ({ deliveryId: (await claim.at(place)).deliveryId }),
      {
        before: async (place) => {
          (await claim.at(place)).deliveryId = await delivered(place);
        },
      },
    ),
    list('vendor-claims.list', '/vendor-claims', 'school', ofSchool),
    list('vendor-claims.owing', '/vendors-owing', 'school', ofSchool),
    done('vendor-claims.answer', 'answer', { answer: '下月补' }),
    done('vendor-claims.settle', 'settlement', { outcome: 'refund', amountFen: 900 }),
    done('vendor-claims.withdraw', 'withdrawal', { reason: '误报' }),
    done('vendor-claims.reopen', 'reopening', { reason: '仍缺' }, withdrawn),
  ],
};
