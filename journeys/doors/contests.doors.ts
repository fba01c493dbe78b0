import { randomUUID } from 'node:crypto';
import type { Grant } from '@shulian/contracts/access';
import type { Identified, Page } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Made = { id: string; entryId: string };
type Account = Identified & { readonly grants: readonly Grant[] };

const terms = {
  name: '读名著征文',
  type: 'essay',
  organisers: ['语文组', '图书馆'],
  // In a school year in which the classes of the place are there.
  opensOn: '2026-10-01',
  dueOn: '2099-12-31',
  plan: '先征稿，后评奖。',
  scoresNeeded: 1,
  quotas: [{ level: 'first', count: 1 }],
};
const planned = async ({ school }: Place, more: object = {}): Promise<string> =>
  (await school.librarian.post<Identified>(`${api}/contests`, { schoolId: school.id, ...terms, ...more })).id;
const step = ({ school }: Place, id: string, name: string): Promise<unknown> =>
  school.librarian.ask('POST', at('/contests/{id}/step', id), { body: { step: name } });
const opened = async (place: Place, more: object = {}): Promise<string> => {
  const id = await planned(place, more);
  await step(place, id, 'open');
  return id;
};
const handedIn = async ({ school, reader }: Place, contestId: string): Promise<string> => {
  const body = { contestId, readerId: reader.id, text: `我爱读书${another()}` };
  return (await school.librarian.post<Identified>(`${api}/contest-entries`, body)).id;
};
const entered = async (place: Place): Promise<Made> => {
  const id = await opened(place);
  return { id, entryId: await handedIn(place, id) };
};
const published = async (place: Place): Promise<Made> => {
  const made = await entered(place);
  const { librarian } = place.school;
  const judges = { items: [{ accountId: randomUUID() }] };
  const panel = await librarian.ask('PUT', at('/contests/{id}/judges', made.id), { body: judges });
  const [judge] = (panel.body as Page<Identified>).items;
  const scores = { judgeId: judge?.id, items: [{ entryId: made.entryId, tenths: 900 }] };
  await librarian.ask('PUT', at('/contests/{id}/scores', made.id), { body: scores });
  for (const name of ['close', 'decide', 'publish']) await step(place, made.id, name);
  return made;
};
/** Work of a teacher, who is of no class: whoever judges may judge it. */
const ofTeacher = async (place: Place): Promise<Made> => {
  const { school } = place;
  const id = await opened(place, { forTeachers: true });
  const teacher = await school.reader({ kind: 'teacher' });
  const body = { contestId: id, readerId: teacher.id, text: '教学相长。' };
  return { id, entryId: (await school.librarian.post<Identified>(`${api}/contest-entries`, body)).id };
};
/** All who may judge at the school do: who comes after the place was made is known when it is asked. */
const allJudge = async ({ school }: Place, id: string): Promise<void> => {
  const { items } = await school.admin.get<Page<Account>>(`${api}/accounts?schoolId=${school.id}&limit=500`);
  const judges = items
    .filter(({ grants }) => grants.some(({ role }) => ['teacher', 'librarian', 'school-head'].includes(role)))
    .slice(0, 100)
    .map((account) => ({ accountId: account.id }));
  await school.librarian.ask('PUT', at('/contests/{id}/judges', id), { body: { items: judges } });
};
const form = (): FormData => {
  const sent = new FormData();
  sent.set('file', new Blob(['%PDF-1.7']), 'a.pdf');
  return sent;
};
const filesOf = (entryId: string): string => `${at('/contest-entries/{id}/files', entryId)}?name=a.pdf`;
const withFile = async (place: Place): Promise<Made & { fileId: string }> => {
  const made = await entered(place);
  const sent = await place.school.librarian.ask('POST', filesOf(made.entryId), { form: form() });
  return { ...made, fileId: (sent.body as Identified).id };
};
const noted = async (place: Place): Promise<{ id: string; noteId: string }> => {
  const { school, reader } = place;
  const body = { readerId: reader.id, text: `读后感${another()}` };
  const note = await school.librarian.post<Identified>(`${api}/reading-notes`, body);
  return { id: await opened(place, { type: 'notes' }), noteId: note.id };
};

const plan = new Added(async (place) => ({ id: await planned(place) }));
const contest = new Added(entered);
const result = new Added(published);
const ofStaff = new Added(ofTeacher);
const empty = new Added(async (place) => ({ id: await opened(place) }));
const leaving = new Added(entered);
const filling = new Added(entered);
const kept = new Added(withFile);
const removable = new Added(withFile);
const round = new Added(noted);

const idOf = async (place: Place): Promise<string> => (await contest.at(place)).id;
const entryOf = async (place: Place): Promise<string> => (await contest.at(place)).entryId;
const resultOf = async (place: Place): Promise<string> => (await result.at(place)).id;

/** A door below a contest that sends a body. */
const below = (
  operation: Door['operation'],
  method: 'POST' | 'PUT',
  what: string,
  contestOf: (place: Place) => Promise<string>,
  bodyOf: (place: Place) => unknown,
): Door => ({
  ...byPath(operation, method, `/contests/{id}/${what}`, 200, contestOf),
  ask: async (place) => ({
    path: at(`/contests/{id}/${what}`, await contestOf(place)),
    body: await bodyOf(place),
  }),
});
const seen = (operation: Door['operation'], what: string, contestOf = idOf): Door =>
  byPath(operation, 'GET', `/contests/{id}/${what}`, 200, contestOf);

export const feature: FeatureDoors = {
  adds: [plan, contest, result, ofStaff, empty, leaving, filling, kept, removable, round],
  secrets: async (place) => [await idOf(place), await entryOf(place)],
  lists: ['/contest-entries'],
  watched: ({ school }) => [`/contest-types?schoolId=${school.id}`],
  doors: [
    list('contest-types.list', '/contest-types', 'school', ofSchool),
    write(
      'contest-types.put',
      '/contest-types',
      'school',
      200,
      ({ school }) => ({ schoolId: school.id, code: 'riddles', zh: '猜谜', en: 'riddles', takes: 'papers' }),
      { method: 'PUT' },
    ),
    write('contests.create', '/contests', 'school', 201, ({ school }) => ({ schoolId: school.id, ...terms })),
    list('contests.list', '/contests', 'school', ofSchool),
    byPath('contests.read', 'GET', '/contests/{id}', 200, idOf),
    change('contests.change', '/contests/{id}', idOf, () => ({ theme: '我与名著' })),
    {
      ...below(
        'contests.step',
        'POST',
        'step',
        async (place) => (await plan.at(place)).id,
        () => ({ step: 'open' }),
      ),
      before: async (place) => {
        (await plan.at(place)).id = await planned(place);
      },
    },
    below('contests.commend', 'PUT', 'commendation', resultOf, () => ({ words: '升旗仪式上表扬' })),
    below('contest-judges.put', 'PUT', 'judges', idOf, () => ({ items: [{ accountId: randomUUID() }] })),
    seen('contest-judges.list', 'judges'),
    seen('contest-works.list', 'works'),
    {
      ...below(
        'contest-scores.put',
        'PUT',
        'scores',
        async (place) => (await ofStaff.at(place)).id,
        async (place) => {
          const { id, entryId } = await ofStaff.at(place);
          await allJudge(place, id);
          return { items: [{ entryId, tenths: 875 }] };
        },
      ),
    },
    seen('contest-ranking.list', 'ranking'),
    seen('contest-prizes.list', 'prizes', resultOf),
    seen('contest-certificates.list', 'certificates', resultOf),
    seen('contest-participation.list', 'participation'),
    seen('note-marks.list', 'note-marks', async (place) => (await round.at(place)).id),
    ...ofOnePerson(
      {
        ...write('contest-entries.create', '/contest-entries', 'id', 201, async (place) => ({
          contestId: (await empty.at(place)).id,
          readerId: place.reader.id,
          text: '我爱读书。',
        })),
        before: async (place) => {
          (await empty.at(place)).id = await opened(place);
        },
      },
      {
        ...below('contest-papers.enter', 'POST', 'papers', idOf, ({ reader }) => ({
          readerIds: [reader.id],
        })),
        touches: 'id',
      },
      list('contest-entries.list', '/contest-entries', 'list', ({ reader }) => `readerId=${reader.id}`),
      byPath('contest-entries.read', 'GET', '/contest-entries/{id}', 200, entryOf),
      change('contest-entries.change', '/contest-entries/{id}', entryOf, () => ({ title: '我与书' })),
      {
        ...byPath(
          'contest-entries.withdraw',
          'POST',
          '/contest-entries/{id}/withdrawal',
          200,
          async (place) => (await leaving.at(place)).entryId,
        ),
        before: async (place) => {
          (await leaving.at(place)).entryId = (await entered(place)).entryId;
        },
      },
      {
        ...byPath('contest-files.add', 'POST', '/contest-entries/{id}/files', 201, () => ''),
        ask: async (place) => ({ path: filesOf((await filling.at(place)).entryId), form: form() }),
        before: async (place) => {
          (await filling.at(place)).entryId = (await entered(place)).entryId;
        },
      },
      {
        ...byPath('contest-files.read', 'GET', '/contest-files/{id}', 200, () => ''),
        ask: async (place) => {
          const { id, fileId } = await kept.at(place);
          await allJudge(place, id);
          return { path: at('/contest-files/{id}', fileId) };
        },
      },
      {
        ...byPath(
          'contest-files.remove',
          'DELETE',
          '/contest-files/{id}',
          204,
          async (place) => (await removable.at(place)).fileId,
        ),
        before: async (place) => {
          (await removable.at(place)).fileId = (await withFile(place)).fileId;
        },
      },
      {
        ...byPath('contest-missing.list', 'GET', '/contests/{id}/missing', 200, idOf),
        touches: 'id',
        ask: async (place) => ({
          path: `${at('/contests/{id}/missing', await idOf(place))}?classId=${place.schoolClass.id}`,
        }),
      },
      {
        ...below(
          'note-marks.put',
          'PUT',
          'note-marks',
          async (place) => (await round.at(place)).id,
          async (place) => ({ items: [{ noteId: (await round.at(place)).noteId, tenths: 900 }] }),
        ),
        touches: 'id',
      },
    ),
  ],
};
