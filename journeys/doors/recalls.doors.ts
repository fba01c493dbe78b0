import type { Identified } from '../a-caller.builder.js';
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

type Campaign = Identified & { readonly closedOn: string | null };

const far = '2099-12-31';
const asked = ({ school }: Place) => ({ schoolId: school.id, name: '期末催还', lastDay: far });
/** The one that is open at the school, if there is one. */
const openOf = async ({ school }: Place): Promise<Campaign | undefined> => {
  const campaigns = await school.librarian.all<Campaign>(`${api}/recall-campaigns?schoolId=${school.id}`);
  return campaigns.find(({ closedOn }) => closedOn === null);
};
const opened = async (place: Place): Promise<string> =>
  (
    (await openOf(place)) ??
    (await place.school.librarian.post<Identified>(`${api}/recall-campaigns`, asked(place)))
  ).id;
const closed = async (place: Place): Promise<string> => {
  const id = await opened(place);
  await place.school.librarian.post(at('/recall-campaigns/{id}/closing', id), {});
  return id;
};
const noneIsOpen = async (place: Place): Promise<void> => {
  const open = await openOf(place);
  if (open !== undefined)
    await place.school.librarian.post(at('/recall-campaigns/{id}/closing', open.id), {});
};
/** One that is closed, and may be read at any time. */
const campaign = new Added(async (place) => ({ id: await closed(place) }));
const idOf = async (place: Place): Promise<string> => (await campaign.at(place)).id;
/** One that somebody closes, opens again or takes back. */
const moving = new Added(async (place) => ({ id: await closed(place) }));
const movingOf = async (place: Place): Promise<string> => (await moving.at(place)).id;
const isOpen = async (place: Place): Promise<void> => {
  (await moving.at(place)).id = await opened(place);
};

export const feature: FeatureDoors = {
  adds: [campaign, moving],
  watched: ({ school }) => [`/recall-campaigns?schoolId=${school.id}`],
  doors: [
    write('recall-campaigns.create', '/recall-campaigns', 'school', 201, asked, { before: noneIsOpen }),
    list('recall-campaigns.list', '/recall-campaigns', 'school', ofSchool),
    byPath('recall-campaigns.read', 'GET', '/recall-campaigns/{id}', 200, idOf),
    byPath('recall-campaigns.classes', 'GET', '/recall-campaigns/{id}/classes', 200, idOf),
    byPath('recall-campaigns.loans', 'GET', '/recall-campaigns/{id}/loans', 200, idOf),
    {
      ...byPath('recall-campaigns.add-loans', 'POST', '/recall-campaigns/{id}/loans', 200, movingOf),
      before: isOpen,
    },
    {
      ...byPath('recall-campaigns.close', 'POST', '/recall-campaigns/{id}/closing', 200, movingOf),
      ask: async (place) => ({ path: at('/recall-campaigns/{id}/closing', await movingOf(place)), body: {} }),
      before: isOpen,
    },
    {
      ...byPath('recall-campaigns.reopen', 'POST', '/recall-campaigns/{id}/reopening', 200, movingOf),
      before: async (place) => {
        (await moving.at(place)).id = await closed(place);
      },
    },
    {
      ...byPath('recall-campaigns.remove', 'DELETE', '/recall-campaigns/{id}', 204, movingOf),
      before: isOpen,
    },
  ],
};
