import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, byPath, list, write, type Door, type FeatureDoors, type Place } from './door.builder.js';

const drafted = async ({ school }: Place): Promise<string> => {
  const asked = { name: `统一采购${another()}`, vendor: '省店' };
  const { id } = await school.admin.post<Identified>(`${api}/central-purchases`, asked);
  await school.admin.ask('POST', `${api}/central-purchases/${id}/lines`, { body: lines() });
  return id;
};
const lines = (): object => ({
  reviewer: '县审读组',
  items: [
    {
      name: `统购之书${another()}`,
      verdict: 'suitable',
      firstGrade: 1,
      lastGrade: 6,
      quantity: 4,
      unitPriceFen: 900,
    },
  ],
});
const purchase = new Added(async (place: Place) => ({ id: await drafted(place) }));
const idOf = async (place: Place): Promise<string> => (await purchase.at(place)).id;
const step = (place: Place, id: string, what: string, body?: object): Promise<unknown> =>
  place.school.admin.ask(
    'POST',
    `${api}/central-purchases/${id}/${what}`,
    body === undefined ? {} : { body },
  );
const need = ({ school }: Place): object => ({
  rule: 'by-need',
  schools: [{ schoolId: school.id, need: 4 }],
});
const split = async (place: Place): Promise<void> => {
  const id = await drafted(place);
  await step(place, id, 'split', need(place));
  (await purchase.at(place)).id = id;
};
const dispatched = async (place: Place): Promise<void> => {
  await split(place);
  await step(place, await idOf(place), 'dispatch');
};
const ended = async (place: Place): Promise<void> => {
  await dispatched(place);
  await step(place, await idOf(place), 'end', { reason: '停' });
};
const anew = async (place: Place): Promise<void> => {
  (await purchase.at(place)).id = await drafted(place);
};
/** A purchase is of the whole county: nobody at a school reaches it. */
const done = (
  operation: Door['operation'],
  method: Door['method'],
  path: string,
  before: (place: Place) => Promise<void>,
  body?: (place: Place) => object,
): Door => ({
  ...byPath(operation, method, `/central-purchases/{id}/${path}`, 200, idOf),
  path: `${api}/central-purchases/{id}/${path.replace('lines/1', 'lines/{number}')}`,
  touches: 'county',
  before,
  ask: async (place) => ({
    path: `${api}/central-purchases/${await idOf(place)}/${path}`,
    ...(body === undefined ? {} : { body: body(place) }),
  }),
});
const looked = (operation: Door['operation'], template: string): Door => ({
  ...byPath(operation, 'GET', template, 200, idOf),
  touches: 'county',
});

export const feature: FeatureDoors = {
  adds: [purchase],
  doors: [
    write('central-purchases.create', '/central-purchases', 'county', 201, () => ({
      name: `统一采购${another()}`,
      vendor: '省店',
    })),
    list('central-purchases.list', '/central-purchases', 'county', () => ''),
    looked('central-purchases.read', '/central-purchases/{id}'),
    looked('central-purchases.lines', '/central-purchases/{id}/lines'),
    looked('central-purchases.shares', '/central-purchases/{id}/shares'),
    looked('central-purchases.schools', '/central-purchases/{id}/schools'),
    done('central-purchases.add-lines', 'POST', 'lines', anew, lines),
    done('central-purchases.remove-line', 'DELETE', 'lines/1', anew),
    done('central-purchases.share', 'PUT', 'lines/1/shares', anew, ({ school }) => ({
      items: [{ schoolId: school.id, volumes: 4 }],
    })),
    done('central-purchases.split', 'POST', 'split', anew, need),
    done('central-purchases.dispatch', 'POST', 'dispatch', split),
    done('central-purchases.recall', 'POST', 'recall', dispatched, () => ({ reason: '改数' })),
    done('central-purchases.end', 'POST', 'end', dispatched, () => ({ reason: '停' })),
    done('central-purchases.resume', 'POST', 'resumption', ended),
  ],
};
