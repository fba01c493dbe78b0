import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { textbook } from './textbooks.doors.js';

const begun = ({ school }: Place) => ({
  schoolId: school.id,
  termId: school.termId,
  name: '秋季教材征订',
  wishesUntil: '2099-12-31',
});
const first = { 'if-match': '"v1"' };
const ordered = async (place: Place) => ({ lines: [{ textbookId: await textbook.at(place), quantity: 1 }] });

const begin = async (place: Place) => {
  const { id } = await place.school.librarian.post<Identified>(`${api}/textbook-orders`, begun(place));
  return { id };
};
const confirmed = async (place: Place) => {
  const order = await begin(place);
  const path = at('/textbook-orders/{id}/confirmation', order.id);
  await place.school.librarian.ask('POST', path, { body: await ordered(place), headers: first });
  return order;
};
const reported = async (place: Place) => {
  const order = await confirmed(place);
  await place.school.librarian.post(at('/textbook-orders/{id}/report', order.id), {});
  return order;
};
/** One that takes wishes, one that all who may see orders see, and one for each step. */
const open = new Added(begin);
const seen = new Added(reported);
const inHand = new Added(begin);
type Kept = Added<{ id: string }>;
const idOf = async (which: Kept, place: Place): Promise<string> => (await which.at(place)).id;

const step = (
  operation: Door['operation'],
  path: string,
  body: ((place: Place) => unknown) | null,
  make: (place: Place) => Promise<{ id: string }>,
  of: Kept = inHand,
): Door => ({
  ...byPath(operation, 'POST', path, 200, (place) => idOf(of, place)),
  ask: async (place) => ({
    path: at(path, await idOf(of, place)),
    ...(body === null ? {} : { body: await body(place) }),
  }),
  before: async (place) => {
    (await of.at(place)).id = (await make(place)).id;
  },
});
const nothing = (): object => ({});

const expected = async (place: Place) => ({
  schoolId: place.school.id,
  termId: place.school.termId,
  supplier: '市新华书店教材科',
  how: 'delivered',
  expectedOn: '2026-08-25',
  lines: [{ textbookId: await textbook.at(place), expected: 1 }],
});
const expect = async (place: Place) => {
  const body = await expected(place);
  const { id } = await place.school.librarian.post<Identified>(`${api}/textbook-deliveries`, body);
  return { id };
};
const arrived = async (place: Place) => {
  const delivery = await expect(place);
  await place.school.librarian.post(at('/textbook-deliveries/{id}/arrival', delivery.id), {});
  return delivery;
};
const awaited = new Added(expect);
const delivered = new Added(expect);

export const feature: FeatureDoors = {
  adds: [open, seen, inHand, awaited, delivered],
  watched: (place) => [`/textbook-orders?${ofSchool(place)}`, `/textbook-deliveries?${ofSchool(place)}`],
  doors: [
    write('textbook-orders.create', '/textbook-orders', 'school', 201, begun),
    list('textbook-orders.list', '/textbook-orders', 'school', ofSchool),
    list('textbook-orders.lines', '/textbook-order-lines', 'school', ofSchool),
    byPath('textbook-orders.read', 'GET', '/textbook-orders/{id}', 200, (place) => idOf(seen, place)),
    change(
      'textbook-orders.change',
      '/textbook-orders/{id}',
      (place) => idOf(open, place),
      () => ({ name: '教材征订' }),
    ),
    {
      ...byPath('textbook-orders.wish', 'POST', '/textbook-orders/{id}/wishes', 200, (place) =>
        idOf(open, place),
      ),
      ask: async (place) => ({
        path: at('/textbook-orders/{id}/wishes', await idOf(open, place)),
        body: { groupKind: 'lesson-group', groupName: '音乐备课组', ...(await ordered(place)) },
      }),
    },
    byPath('textbook-orders.wishes', 'GET', '/textbook-orders/{id}/wishes', 200, (place) =>
      idOf(open, place),
    ),
    byPath('textbook-orders.survey', 'GET', '/textbook-orders/{id}/survey', 200, (place) =>
      idOf(open, place),
    ),
    {
      ...step('textbook-orders.confirm', '/textbook-orders/{id}/confirmation', ordered, begin),
      ask: async (place) => ({
        path: at('/textbook-orders/{id}/confirmation', await idOf(inHand, place)),
        body: await ordered(place),
        headers: first,
      }),
    },
    step('textbook-orders.reopen', '/textbook-orders/{id}/reopening', null, confirmed),
    step('textbook-orders.report', '/textbook-orders/{id}/report', null, confirmed),
    step(
      'textbook-orders.send-back',
      '/textbook-orders/{id}/sending-back',
      () => ({ note: '请核对' }),
      reported,
    ),
    step('textbook-orders.cancel', '/textbook-orders/{id}/cancellation', null, begin),
    write('textbook-deliveries.create', '/textbook-deliveries', 'school', 201, expected),
    list('textbook-deliveries.list', '/textbook-deliveries', 'school', ofSchool),
    list('textbook-deliveries.lines', '/textbook-delivery-lines', 'school', ofSchool),
    byPath('textbook-deliveries.read', 'GET', '/textbook-deliveries/{id}', 200, (place) =>
      idOf(awaited, place),
    ),
    change(
      'textbook-deliveries.change',
      '/textbook-deliveries/{id}',
      (place) => idOf(awaited, place),
      () => ({ note: '改期' }),
    ),
    step('textbook-deliveries.arrive', '/textbook-deliveries/{id}/arrival', nothing, expect, delivered),
    step('textbook-deliveries.undo', '/textbook-deliveries/{id}/undo', nothing, arrived, delivered),
    step('textbook-deliveries.cancel', '/textbook-deliveries/{id}/cancellation', null, expect, delivered),
  ],
};
