import type { Identified } from '../a-caller.builder.js';
import { archiveFileAt } from './archive-files.doors.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const expired = {
  class: 'ordinary',
  year: 1990,
  retention: '10-years',
  state: 'shelved',
  filedOn: '1991-01-01',
};
const bodyOf = async (place: Place) => ({
  schoolId: place.school.id,
  name: '清理',
  fileIds: [await archiveFileAt(place, expired)],
});
const proposedAt = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/archive-destructions`, await bodyOf(place))).id;
const approval = { documentNumber: '销2026-1' };
const approvedAt = async (place: Place): Promise<string> => {
  const id = await proposedAt(place);
  const head = await place.school.account('school-head');
  await head.ask('POST', at('/archive-destructions/{id}/approval', id), { body: approval });
  return id;
};
const one = '/archive-destructions/{id}';
const step = (
  operation: Door['operation'],
  path: string,
  idAt: (place: Place) => Promise<string>,
  body: object,
): Door => ({
  ...byPath(operation, 'POST', `${one}/${path}`, 200, idAt),
  ask: async (place) => ({ path: at(`${one}/${path}`, await idAt(place)), body }),
});
const proposal = new Added(proposedAt);
const idOf = (place: Place): Promise<string> => proposal.at(place);
const words = { words: '再核对' };

export const feature: FeatureDoors = {
  adds: [proposal],
  watched: async (place) => [`/archive-destructions/${await idOf(place)}`],
  doors: [
    list('archive-destructions.expiries', '/archive-expiries', 'school', ofSchool),
    {
      ...byPath('archive-destructions.propose', 'POST', '/archive-destructions', 201, idOf),
      touches: 'school',
      ask: async (place) => ({ path: `${api}/archive-destructions`, body: await bodyOf(place) }),
    },
    list('archive-destructions.list', '/archive-destructions', 'school', ofSchool),
    byPath('archive-destructions.read', 'GET', one, 200, idOf),
    byPath('archive-destructions.files', 'GET', `${one}/files`, 200, idOf),
    step('archive-destructions.approve', 'approval', proposedAt, approval),
    step('archive-destructions.refuse', 'refusal', proposedAt, words),
    step('archive-destructions.withdraw', 'withdrawal', proposedAt, words),
    step('archive-destructions.revoke', 'revocation', approvedAt, words),
    step('archive-destructions.carry-out', 'execution', approvedAt, { witness: '周老师' }),
  ],
};
