import type { Identified } from '../a-caller.builder.js';
import { until } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const path = `${api}/service-requests`;
const body = ({ school, reader }: Place) => ({
  schoolId: school.id,
  kind: 'photocopy',
  subject: '复印《骆驼祥子》第一章',
  readerId: reader.id,
});
/** The reader may still be on the way to circulation. */
const ask = async (place: Place) => {
  const { librarian } = place.school;
  const made = await until(
    () => librarian.ask<Identified>('POST', path, { body: body(place) }),
    ({ status }) => status === 201,
  );
  return { id: made.body.id };
};
const answered = async (place: Place) => {
  const request = await ask(place);
  await place.school.librarian.post(at('/service-requests/{id}/answers', request.id), {});
  return request;
};
const still = new Added(ask);
const inHand = new Added(ask);
const idOf = async (which: Added<{ id: string }>, place: Place): Promise<string> =>
  (await which.at(place)).id;

const step = (operation: Door['operation'], which: string, its: object | null, make: typeof ask): Door => {
  const template = `/service-requests/{id}/${which}`;
  return {
    ...byPath(operation, 'POST', template, 200, (place) => idOf(inHand, place)),
    ask: async (place) => ({
      path: at(template, await idOf(inHand, place)),
      ...(its === null ? {} : { body: its }),
    }),
    before: async (place) => {
      (await inHand.at(place)).id = (await make(place)).id;
    },
  };
};

export const feature: FeatureDoors = {
  adds: [still, inHand],
  secrets: async (place) => [await idOf(still, place)],
  lists: ['/service-requests'],
  doors: [
    ...ofOnePerson(
      write('service-requests.create', '/service-requests', 'id', 201, body),
      list('service-requests.list', '/service-requests', 'list', ({ reader }) => `readerId=${reader.id}`),
      byPath('service-requests.read', 'GET', '/service-requests/{id}', 200, (place) => idOf(still, place)),
      step('service-requests.withdraw', 'withdrawal', { why: '不用了' }, ask),
    ),
    list(
      'service-requests.counts',
      '/service-request-counts',
      'school',
      (place) => `${ofSchool(place)}&from=2026-09-01&to=2027-01-31`,
    ),
    step('service-requests.promise', 'promise', { dueOn: '2026-10-20' }, ask),
    step('service-requests.answer', 'answers', { words: '已复印', items: 12 }, ask),
    step('service-requests.decline', 'refusal', { why: '没有这本书' }, ask),
    step('service-requests.close', 'closing', { fate: 'handed-over' }, answered),
    step('service-requests.reopen', 'reopening', null, answered),
  ],
};
