import type { Identified } from '../a-caller.builder.js';
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
import { aSerial } from './serials.doors.js';

let year = 2000;
/** A year that no school has subscribed for yet; those before are of what is checked in and bound. */
const roundOf = ({ school }: Place): Readonly<Record<string, unknown>> => {
  year += 1;
  return { schoolId: school.id, year };
};
const drafted = async (place: Place): Promise<string> => {
  const { id } = await place.school.librarian.post<Identified>(`${api}/subscription-rounds`, roundOf(place));
  await place.school.librarian.post(`${api}/subscription-rounds/${id}/lines`, {
    items: [{ serialId: await aSerial(place), room: 'pupils', copies: 2, priceFen: 4_800 }],
  });
  const { status } = await place.school.librarian.ask('POST', `${api}/subscription-rounds/${id}/reviews`, {
    body: review,
  });
  if (status !== 200) throw new Error(`a review answered ${String(status)}`);
  return id;
};
const review = {
  reviewer: '征订小组',
  items: [{ number: 1, verdict: 'accept', useful: true, readable: true }],
};
const submitted = async (place: Place): Promise<string> => {
  const id = await drafted(place);
  await place.school.librarian.ask('POST', `${api}/subscription-rounds/${id}/submission`);
  return id;
};
const round = new Added(async (place: Place) => ({ id: await drafted(place) }));
const idOf = async (place: Place): Promise<string> => (await round.at(place)).id;

/** Something is done with the round of a place; before it, another is ready for it. */
const done = (
  operation: Door['operation'],
  what: string,
  body: Readonly<Record<string, unknown>> | null,
  ready: (place: Place) => Promise<string>,
  ok = 200,
): Door => ({
  ...byPath(operation, 'POST', `/subscription-rounds/{id}/${what}`, ok, idOf),
  ask: async (place) => ({
    path: `${api}/subscription-rounds/${await idOf(place)}/${what}`,
    ...(body === null ? {} : { body }),
  }),
  before: async (place) => {
    (await round.at(place)).id = await ready(place);
  },
});

let mandateYear = 2000;
const mandated = async (place: Place): Promise<Readonly<Record<string, unknown>>> => {
  mandateYear += 1;
  const day = `${String(mandateYear)}-11-30`;
  return {
    serialId: await aSerial(place),
    year: mandateYear,
    copies: 1,
    priceFen: 4_800,
    orderBy: day,
    payBy: day,
  };
};
const mandate = new Added(async (place: Place) => ({
  id: (await place.school.admin.post<Identified>(`${api}/serial-mandates`, await mandated(place))).id,
}));
const paid = async (place: Place): Promise<string> => {
  const { id } = await mandate.at(place);
  const body = { schoolId: place.school.id, fen: 4_800 };
  return (await place.school.librarian.post<Identified>(`${api}/serial-mandates/${id}/payments`, body)).id;
};
const payment = new Added(async (place: Place) => ({ id: await paid(place) }));
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });

export const feature: FeatureDoors = {
  adds: [round, mandate, payment],
  secrets: async (place) => [await idOf(place), (await payment.at(place)).id],
  watched: ({ school }) => [
    `/subscription-rounds?schoolId=${school.id}`,
    `/mandate-payments?schoolId=${school.id}`,
  ],
  doors: [
    write('subscriptions.create', '/subscription-rounds', 'school', 201, roundOf),
    list('subscriptions.list', '/subscription-rounds', 'list', ofSchool),
    byPath('subscriptions.read', 'GET', '/subscription-rounds/{id}', 200, idOf),
    change('subscriptions.change', '/subscription-rounds/{id}', idOf, () => ({ requiredTitles: 60 })),
    byPath('subscriptions.lines', 'GET', '/subscription-rounds/{id}/lines', 200, idOf),
    {
      ...done('subscriptions.add-lines', 'lines', null, drafted, 201),
      ask: async (place) => ({
        path: `${api}/subscription-rounds/${await idOf(place)}/lines`,
        body: { items: [{ serialId: await aSerial(place), room: 'teachers', copies: 1 }] },
      }),
    },
    {
      ...byPath('subscriptions.remove-line', 'DELETE', '/subscription-rounds/{id}/lines/{number}', 200, idOf),
      ask: async (place) => ({ path: `${api}/subscription-rounds/${await idOf(place)}/lines/1` }),
      before: async (place) => {
        (await round.at(place)).id = await drafted(place);
      },
    },
    done('subscriptions.review', 'reviews', review, drafted),
    done('subscriptions.submit', 'submission', null, drafted),
    done('subscriptions.decide', 'decision', { decision: 'approve' }, submitted),
    done('subscriptions.revise', 'revision', { reason: '加两种' }, submitted),
    write('serial-mandates.create', '/serial-mandates', 'county', 201, mandated),
    list('serial-mandates.list', '/serial-mandates', 'county', () => 'limit=500'),
    {
      ...ofCounty(
        byPath('serial-mandates.withdraw', 'POST', '/serial-mandates/{id}/withdrawal', 200, async (place) => {
          return (await mandate.at(place)).id;
        }),
      ),
      before: async (place) => {
        const { id } = await place.school.admin.post<Identified>(
          `${api}/serial-mandates`,
          await mandated(place),
        );
        (await mandate.at(place)).id = id;
      },
    },
    {
      ...byPath('serial-mandates.pay', 'POST', '/serial-mandates/{id}/payments', 201, async (place) => {
        return (await mandate.at(place)).id;
      }),
      touches: 'school',
      ask: async (place) => ({
        path: `${api}/serial-mandates/${(await mandate.at(place)).id}/payments`,
        body: { schoolId: place.school.id, fen: 4_800 },
      }),
      before: async (place) => {
        const { id } = await place.school.admin.post<Identified>(
          `${api}/serial-mandates`,
          await mandated(place),
        );
        (await mandate.at(place)).id = id;
      },
    },
    list('mandate-payments.list', '/mandate-payments', 'list', ofSchool),
    {
      ...byPath('mandate-payments.reverse', 'POST', '/mandate-payments/{id}/reversal', 200, async (place) => {
        return (await payment.at(place)).id;
      }),
      ask: async (place) => ({
        path: `${api}/mandate-payments/${(await payment.at(place)).id}/reversal`,
        body: { reason: '误登' },
      }),
      before: async (place) => {
        (await payment.at(place)).id = await paid(place);
      },
    },
    list('mandate-arrears.list', '/mandate-arrears', 'list', ofSchool),
  ],
};
