import type { Identified } from '../a-caller.builder.js';
import { another, School } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

/** The school that readers of a place go to and come from. */
const elsewhere = new Added(({ school }) => School.open(school.admin));
const pupilOf = (school: School) => school.reader({ name: `转${another()}`, cardNumber: `T${another()}` });

type Offer = { id: string; readerId: string };
const offered = async (place: Place, way: 'to us' | 'from us'): Promise<string> => {
  const other = await elsewhere.at(place);
  const [from, to] = way === 'to us' ? [other, place.school] : [place.school, other];
  const { id: readerId } = await pupilOf(from);
  const input = { readerId, toSchoolId: to.id };
  return (await from.librarian.post<Identified>(`${api}/reader-transfers`, input)).id;
};
const coming = new Added(async (place) => ({ id: await offered(place, 'to us') }));
const going = new Added(async (place) => ({ id: await offered(place, 'from us') }));
/** Whoever may be offered to another school next. */
const leaver = new Added(async ({ school }): Promise<Offer> => ({
  id: '',
  readerId: (await pupilOf(school)).id,
}));

const answer = (
  operation: Door['operation'],
  way: 'to us' | 'from us',
  path: string,
  body?: object,
): Door => {
  const offers = way === 'to us' ? coming : going;
  return {
    operation,
    method: 'POST',
    path: `${api}/reader-transfers/{id}/${path}`,
    touches: 'path',
    ok: 200,
    ask: async (place) => ({
      path: at(`/reader-transfers/{id}/${path}`, (await offers.at(place)).id),
      headers: { 'if-match': '"v1"' },
      ...(body === undefined ? {} : { body }),
    }),
    before: async (place) => {
      (await offers.at(place)).id = await offered(place, way);
    },
  };
};

export const feature: FeatureDoors = {
  adds: [elsewhere, coming, going, leaver],
  doors: [
    write(
      'reader-transfers.create',
      '/reader-transfers',
      'id',
      201,
      async (place) => ({
        readerId: (await leaver.at(place)).readerId,
        toSchoolId: (await elsewhere.at(place)).id,
      }),
      {
        before: async (place) => {
          (await leaver.at(place)).readerId = (await pupilOf(place.school)).id;
        },
      },
    ),
    list('reader-transfers.list', '/reader-transfers', 'school', ofSchool),
    answer('reader-transfers.take', 'to us', 'acceptance', {}),
    answer('reader-transfers.refuse', 'to us', 'refusal', { answer: '学籍未到' }),
    answer('reader-transfers.withdraw', 'from us', 'withdrawal'),
  ],
};
