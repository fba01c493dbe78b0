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
import { another } from '../a-school.builder.js';

const member = ({ school }: Place, kind = 'expert'): object => ({
  schoolId: school.id,
  kind,
  name: `委员${another()}`,
  startsOn: '2026-01-01',
  endsOn: '2060-12-31',
});
const submitted = async (place: Place): Promise<string> => {
  const { librarian, id: schoolId } = place.school;
  const vendor = await librarian.post<Identified>(`${api}/vendors`, { schoolId, name: `书店${another()}` });
  const order = await librarian.post<Identified>(`${api}/orders`, {
    schoolId,
    name: '评审采购',
    vendorId: vendor.id,
    survey: '调查',
  });
  const items = [{ reviewId: await reviewAt(place), quantity: 1, unitPriceFen: 1_000 }];
  await librarian.ask('POST', `${api}/orders/${order.id}/lines`, { body: { items } });
  await librarian.ask('POST', `${api}/orders/${order.id}/submission`);
  return order.id;
};
const appointed = async (place: Place, kind?: string): Promise<string> =>
  (await place.school.admin.post<Identified>(`${api}/committee-members`, member(place, kind))).id;
const sitting = new Added(async (place: Place) => ({
  orderId: await submitted(place),
  memberId: await appointed(place),
}));
const orderOf = async (place: Place): Promise<string> => (await sitting.at(place)).orderId;
const memberOf = async (place: Place): Promise<string> => (await sitting.at(place)).memberId;
const anew = async (place: Place): Promise<void> => {
  (await sitting.at(place)).orderId = await submitted(place);
};
const cast = async (place: Place, memberId: string, body: object): Promise<void> => {
  await place.school.librarian.ask(
    'PUT',
    `${api}/orders/${await orderOf(place)}/committee-votes/${memberId}`,
    { body },
  );
};
const voted = async (place: Place): Promise<void> => {
  await anew(place);
  await cast(place, await memberOf(place), { vote: 'yes' });
};
const refused = async (place: Place): Promise<void> => {
  await anew(place);
  for (const kind of ['teacher', 'pupil', 'expert'])
    await cast(place, await appointed(place, kind), { vote: 'no', words: '重复' });
};
const minutes = (
  operation: Door['operation'],
  method: Door['method'],
  before: (place: Place) => Promise<void>,
  body?: object,
): Door => ({
  ...byPath(operation, method, '/orders/{id}/committee-votes/{memberId}', 200, orderOf),
  ask: async (place) => ({
    path: `${api}/orders/${await orderOf(place)}/committee-votes/${await memberOf(place)}`,
    ...(body === undefined ? {} : { body }),
  }),
  before,
});
/** None of those who walk sits on the committee. */
const own = (operation: Door['operation'], method: Door['method'], body?: object): Door => ({
  ...byPath(operation, method, '/orders/{id}/own-committee-vote', 409, orderOf),
  ask: async (place) => ({
    path: `${api}/orders/${await orderOf(place)}/own-committee-vote`,
    ...(body === undefined ? {} : { body }),
  }),
  before: anew,
});

export const feature: FeatureDoors = {
  adds: [sitting],
  secrets: async (place) => [await memberOf(place)],
  watched: ({ school }) => [`/committee-members?schoolId=${school.id}`],
  doors: [
    write('committee.appoint', '/committee-members', 'school', 201, (place) => member(place)),
    list('committee.members', '/committee-members', 'school', ofSchool),
    {
      ...byPath('committee.set-end', 'PUT', '/committee-members/{id}/end', 200, memberOf),
      ask: async (place) => ({
        path: `${api}/committee-members/${await memberOf(place)}/end`,
        body: { endsOn: '2061-12-31' },
      }),
    },
    list('committee.rule', '/committee-rules', 'school', ofSchool),
    write(
      'committee.set-rule',
      '/committee-rules',
      'school',
      200,
      ({ school }) => ({
        schoolId: school.id,
        required: false,
        quorum: 3,
      }),
      { method: 'PUT' },
    ),
    byPath('committee.votes', 'GET', '/orders/{id}/committee-votes', 200, orderOf),
    minutes('committee.write-down', 'PUT', anew, { vote: 'yes' }),
    minutes('committee.strike', 'DELETE', voted),
    own('committee.vote', 'PUT', { vote: 'yes' }),
    own('committee.take-back-vote', 'DELETE'),
    {
      ...byPath('committee.send-back', 'POST', '/orders/{id}/committee-return', 200, orderOf),
      ask: async (place) => ({
        path: `${api}/orders/${await orderOf(place)}/committee-return`,
        body: { remark: '重复' },
      }),
      before: refused,
    },
  ],
};
