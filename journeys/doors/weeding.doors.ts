import type { Caller, Identified } from '../a-caller.builder.js';
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

/** A copy that nobody has proposed. */
const freshCopy = async ({ school }: Place): Promise<string> => {
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  return copy.id;
};
/** A copy stands in one proposal at a time. */
const bodyOf = ({ school }: Place, copyId: string) => ({
  schoolId: school.id,
  name: '剔旧',
  reason: 'surplus',
  copyIds: [copyId],
});
const propose = async (place: Place): Promise<string> => {
  const body = bodyOf(place, await freshCopy(place));
  return (await place.school.librarian.post<Identified>(`${api}/weeding-proposals`, body)).id;
};
const proposal = new Added(async (place) => ({
  id: await propose(place),
  copyId: await freshCopy(place),
  head: await place.school.account('school-head'),
}));
const idOf = async (place: Place): Promise<string> => (await proposal.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  (await proposal.at(place)).id = await propose(place);
};
const step = async (place: Place, caller: Caller, path: string, body: object): Promise<void> => {
  const { status } = await caller.ask('POST', `${api}/weeding-proposals/${await idOf(place)}/${path}`, {
    body,
  });
  if (status !== 200) throw new Error(`${path} answered ${String(status)}`);
};
const reviewed = async (place: Place): Promise<void> => {
  await anew(place);
  await step(place, (await proposal.at(place)).head, 'review', {});
};
const approved = async (place: Place): Promise<void> => {
  await reviewed(place);
  await step(place, place.school.admin, 'approval', { documentNumber: '批1' });
};
const paper = (): FormData => {
  const sent = new FormData();
  sent.set('file', new Blob(['%PDF-1.4\n']), 'approval.pdf');
  return sent;
};
const to = (
  operation: Door['operation'],
  path: string,
  before: (place: Place) => Promise<void>,
  body?: object,
): Door => {
  const door = byPath(operation, 'POST', `/weeding-proposals/{id}/${path}`, 200, idOf);
  return {
    ...door,
    before,
    ...(body === undefined ? {} : { ask: async (place) => ({ ...(await door.ask(place)), body }) }),
  };
};

export const feature: FeatureDoors = {
  adds: [proposal],
  watched: async (place) => [
    `/weeding-proposals?schoolId=${place.school.id}`,
    `/weeding-proposals/${await idOf(place)}/lines`,
  ],
  doors: [
    list('weeding-candidates.list', '/weeding-candidates', 'school', ofSchool),
    write(
      'weeding-proposals.create',
      '/weeding-proposals',
      'school',
      201,
      async (place) => bodyOf(place, (await proposal.at(place)).copyId),
      {
        before: async (place) => {
          (await proposal.at(place)).copyId = await freshCopy(place);
        },
      },
    ),
    list('weeding-proposals.list', '/weeding-proposals', 'school', ofSchool),
    byPath('weeding-proposals.read', 'GET', '/weeding-proposals/{id}', 200, idOf),
    byPath('weeding-proposals.lines', 'GET', '/weeding-proposals/{id}/lines', 200, idOf),
    to('weeding-proposals.review', 'review', anew, {}),
    to('weeding-proposals.undo-review', 'review/undo', reviewed),
    to('weeding-proposals.approve', 'approval', reviewed, { documentNumber: '批1' }),
    to('weeding-proposals.refuse', 'refusal', reviewed, {}),
    to('weeding-proposals.revoke', 'revocation', approved, { note: '重复' }),
    to('weeding-proposals.withdraw', 'withdrawals', approved),
    {
      ...byPath('weeding-proposals.keep-evidence', 'PUT', '/weeding-proposals/{id}/evidence', 200, idOf),
      before: approved,
      ask: async (place) => ({
        path: `${api}/weeding-proposals/${await idOf(place)}/evidence`,
        form: paper(),
      }),
    },
    {
      ...byPath('weeding-proposals.evidence', 'GET', '/weeding-proposals/{id}/evidence', 200, idOf),
      before: async (place) => {
        await approved(place);
        const path = `${api}/weeding-proposals/${await idOf(place)}/evidence`;
        await place.school.librarian.ask('PUT', path, { form: paper() });
      },
    },
    to('weeding-proposals.cancel', 'cancellation', anew, {}),
  ],
};
