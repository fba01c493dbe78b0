import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { reviewAt } from './selection.doors.js';

const vendor = new Added(({ school }: Place) =>
  school.librarian.post<Identified>(`${api}/vendors`, { schoolId: school.id, name: `书店${another()}` }),
);
const vendorOf = async (place: Place): Promise<string> => (await vendor.at(place)).id;

const drafted = async (place: Place): Promise<string> => {
  const { id } = await place.school.librarian.post<Identified>(`${api}/orders`, {
    schoolId: place.school.id,
    name: '秋季采购',
    vendorId: await vendorOf(place),
    survey: '缺注音读物',
  });
  await place.school.librarian.post(`${api}/orders/${id}/lines`, {
    items: [{ reviewId: await reviewAt(place), quantity: 2, unitPriceFen: 1_000 }],
  });
  return id;
};
const submitted = async (place: Place): Promise<string> => {
  const id = await drafted(place);
  await place.school.librarian.ask('POST', `${api}/orders/${id}/submission`);
  return id;
};

const order = new Added(async (place: Place) => ({
  id: await drafted(place),
  reviewId: await reviewAt(place),
}));
const idOf = async (place: Place): Promise<string> => (await order.at(place)).id;

const booklist = new Added(({ school }: Place) =>
  school.admin.post<Identified>(`${api}/bibliographies`, { kind: 'course', name: `课程书目${another()}` }),
);
const listOf = async (place: Place): Promise<string> => (await booklist.at(place)).id;

/** Something is done with the order of a place; before it, another is ready for it. */
const done = (
  operation: Door['operation'],
  what: string,
  body: Readonly<Record<string, unknown>> | null,
  ready: (place: Place) => Promise<string>,
): Door => ({
  ...byPath(operation, 'POST', `/orders/{id}/${what}`, 200, idOf),
  ask: async (place) => ({
    path: `${api}/orders/${await idOf(place)}/${what}`,
    ...(body === null ? {} : { body }),
  }),
  before: async (place) => {
    (await order.at(place)).id = await ready(place);
  },
});

export const feature: FeatureDoors = {
  adds: [vendor, order, booklist],
  secrets: async (place) => [await vendorOf(place), await idOf(place)],
  watched: ({ school }) => [`/vendors?schoolId=${school.id}`, `/orders?schoolId=${school.id}`],
  doors: [
    write('vendors.create', '/vendors', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      name: `书店${another()}`,
    })),
    list('vendors.list', '/vendors', 'school', ofSchool),
    byPath('vendors.read', 'GET', '/vendors/{id}', 200, vendorOf),
    change('vendors.change', '/vendors/{id}', vendorOf, () => ({ contact: `经理${another()}` })),
    write('orders.create', '/orders', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      name: '秋季采购',
      survey: '缺注音读物',
    })),
    list('orders.list', '/orders', 'school', ofSchool),
    byPath('orders.read', 'GET', '/orders/{id}', 200, idOf),
    {
      ...change('orders.change', '/orders/{id}', idOf, () => ({ name: `采购${another()}` })),
      before: async (place) => {
        (await order.at(place)).id = await drafted(place);
      },
    },
    byPath('orders.lines', 'GET', '/orders/{id}/lines', 200, idOf),
    {
      ...byPath('orders.add-lines', 'POST', '/orders/{id}/lines', 201, idOf),
      ask: async (place) => ({
        path: `${api}/orders/${await idOf(place)}/lines`,
        body: {
          items: [{ reviewId: (await order.at(place)).reviewId, quantity: 1, unitPriceFen: 1_000 }],
        },
      }),
      before: async (place) => {
        const ready = await order.at(place);
        ready.id = await drafted(place);
        ready.reviewId = await reviewAt(place);
      },
    },
    {
      ...byPath('orders.remove-line', 'DELETE', '/orders/{id}/lines/{number}', 200, idOf),
      ask: async (place) => ({ path: `${api}/orders/${await idOf(place)}/lines/1` }),
      before: async (place) => {
        (await order.at(place)).id = await drafted(place);
      },
    },
    {
      ...byPath('orders.wanting', 'GET', '/bibliographies/{id}/wanting', 200, listOf),
      ask: async (place) => ({
        path: `${api}/bibliographies/${await listOf(place)}/wanting?schoolId=${place.school.id}`,
      }),
      // The county's list is for everybody; whose holdings are shown is the school that is named.
      touches: 'school',
    },
    {
      ...byPath('orders.add-bibliography', 'POST', '/orders/{id}/bibliography-lines', 201, idOf),
      ask: async (place) => ({
        path: `${api}/orders/${await idOf(place)}/bibliography-lines`,
        body: { bibliographyId: await listOf(place), quantity: 1 },
      }),
      before: async (place) => {
        (await order.at(place)).id = await drafted(place);
      },
    },
    done('orders.submit', 'submission', null, drafted),
    done('orders.decide', 'decision', { decision: 'approve' }, submitted),
    done('orders.revise', 'revision', { reason: '改册数' }, submitted),
    done('orders.cancel', 'cancellation', { reason: '不买了' }, drafted),
  ],
};
