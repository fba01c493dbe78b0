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
  type FeatureDoors,
  type Place,
} from './door.builder.js';

let year = 2000;
/** Every account is of a year of its own. */
const content = { title: '工作公开', text: '本年', figures: [] };
const body = ({ school }: Place) => {
  year = year === 2100 ? 2000 : year + 1;
  return { schoolId: school.id, year, ...content };
};
const published = async (place: Place): Promise<Identified> => {
  const { librarian } = place.school;
  const account = await librarian.post<Identified>(`${api}/yearly-accounts`, body(place));
  const path = `${api}/yearly-accounts/${account.id}`;
  await librarian.ask('PATCH', path, {
    body: { ...content, published: true },
    headers: { 'if-match': '"v1"' },
  });
  return account;
};
const account = new Added(published);
const accountOf = async (place: Place): Promise<string> => (await account.at(place)).id;
const remark = new Added(async (place) =>
  place.school.librarian.post<Identified>(`${api}/yearly-accounts/${await accountOf(place)}/remarks`, {
    text: '很好',
  }),
);
const remarkOf = async (place: Place): Promise<string> => (await remark.at(place)).id;

export const feature: FeatureDoors = {
  adds: [account, remark],
  watched: async (place) => [
    `/yearly-accounts?${ofSchool(place)}`,
    `/yearly-accounts/${await accountOf(place)}/remarks`,
  ],
  doors: [
    write('yearly-accounts.create', '/yearly-accounts', 'school', 201, body),
    list('yearly-accounts.list', '/yearly-accounts', 'school', ofSchool),
    byPath('yearly-accounts.read', 'GET', '/yearly-accounts/{id}', 200, accountOf),
    byPath('yearly-accounts.print', 'GET', '/yearly-accounts/{id}/lines', 200, accountOf),
    change('yearly-accounts.change', '/yearly-accounts/{id}', accountOf, () => content),
    {
      ...byPath('account-remarks.create', 'POST', '/yearly-accounts/{id}/remarks', 201, accountOf),
      ask: async (place) => ({
        path: at('/yearly-accounts/{id}/remarks', await accountOf(place)),
        body: { text: '很好' },
      }),
    },
    byPath('account-remarks.list', 'GET', '/yearly-accounts/{id}/remarks', 200, accountOf),
    {
      ...byPath('account-remarks.answer', 'POST', '/account-remarks/{id}/answer', 200, remarkOf),
      ask: async (place) => ({
        path: at('/account-remarks/{id}/answer', await remarkOf(place)),
        body: { answer: '谢谢' },
      }),
    },
    {
      ...byPath('account-remarks.hide', 'POST', '/account-remarks/{id}/hiding', 200, remarkOf),
      ask: async (place) => ({
        path: at('/account-remarks/{id}/hiding', await remarkOf(place)),
        body: { hidden: false },
      }),
    },
  ],
};
