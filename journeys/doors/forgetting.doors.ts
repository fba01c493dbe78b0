import { another } from '../a-school.builder.js';
import { until } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const version = async ({ school }: Place): Promise<Readonly<Record<string, string>>> => {
  const now = await school.librarian.ask('GET', `${api}/forgetting/policy?schoolId=${school.id}`);
  return { 'if-match': now.headers.get('etag') ?? '"v1"' };
};

type Hold = { readonly id: string; readonly readerId: string };
/** A reader who may be kept, once circulation has heard of the reader. */
const kept = new Added(async (place) => {
  const { school, schoolClass } = place;
  const { id: readerId } = await school.reader({
    classId: schoolClass.id,
    name: `周${another()}`,
    cardNumber: `K${another()}`,
  });
  await until(
    () => school.librarian.ask('GET', `${api}/clearances/check?readerId=${readerId}`),
    ({ status }) => status === 200,
  );
  return { readerId, head: await school.account('school-head') };
});
const standing = async ({ school }: Place, readerId: string): Promise<Hold | undefined> =>
  (await school.librarian.all<Hold>(`${api}/legal-holds?schoolId=${school.id}&lifted=false`)).find(
    (one) => one.readerId === readerId,
  );
const idOf = async (place: Place): Promise<string> => {
  const { readerId } = await kept.at(place);
  const found = await standing(place, readerId);
  return (
    found?.id ??
    (await (await kept.at(place)).head.post<Hold>(`${api}/legal-holds`, { readerId, reason: '申诉' })).id
  );
};
/** One that holds is there before anybody is refused. */
const held = new Added(idOf);
const notKept = async (place: Place): Promise<void> => {
  const { readerId, head } = await kept.at(place);
  const found = await standing(place, readerId);
  if (found !== undefined) await head.post(at('/legal-holds/{id}/lifting', found.id), {});
};

export const feature: FeatureDoors = {
  adds: [kept, held],
  watched: ({ school }) => [`/forgetting/policy?schoolId=${school.id}`, `/legal-holds?schoolId=${school.id}`],
  doors: [
    list('forgetting.read-policy', '/forgetting/policy', 'school', ofSchool),
    {
      ...write('forgetting.put-policy', '/forgetting/policy', 'school', 200, () => ({}), { method: 'PUT' }),
      ask: async (place) => ({
        path: `${api}/forgetting/policy`,
        body: { schoolId: place.school.id, daysAfter: 400 },
        headers: await version(place),
      }),
    },
    list('forgetting.preview', '/forgetting/preview', 'school', ofSchool),
    list('forgetting.runs', '/forgetting/runs', 'school', ofSchool),
    list('legal-holds.list', '/legal-holds', 'school', ofSchool),
    {
      ...write('legal-holds.create', '/legal-holds', 'id', 201, async (place) => ({
        readerId: (await kept.at(place)).readerId,
        reason: '申诉',
      })),
      before: notKept,
    },
    { ...byPath('legal-holds.lift', 'POST', '/legal-holds/{id}/lifting', 200, idOf), before: idOf },
  ],
};
