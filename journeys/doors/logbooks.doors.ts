import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const everybody = ['teacher', 'class-helper', 'reader', 'county-admin'];
/** Everybody writes into it and looks at it. */
const formOf = ({ school }: Place, code: string) => ({
  schoolId: school.id,
  code,
  ...contentOf('公开台账'),
});
const contentOf = (zh: string) => ({
  name: { zh },
  writers: ['librarian', 'school-head', ...everybody],
  signers: ['librarian', 'school-head'],
  openTo: [...everybody, 'county-viewer'],
  statuses: [
    { code: 'open', zh: '待办' },
    { code: 'done', zh: '办结', settles: true },
  ],
  fields: [{ key: 'said', zh: '内容', type: 'text' }],
});
const newCode = (): string => `book-${another().toLowerCase()}`;

type Book = { readonly id: string; readonly code: string };
const book = new Added(async (place): Promise<Book> => {
  const code = newCode();
  const { id } = await place.school.librarian.post<Identified>(`${api}/logbook-forms`, formOf(place, code));
  return { id, code };
});
/** Only who has to do with the class or the reader may look at it. */
const bookOfClass = new Added(async ({ school }: Place): Promise<Book> => {
  const code = newCode();
  const form = {
    schoolId: school.id,
    code,
    name: { zh: '班级台账' },
    writers: ['librarian', 'teacher', 'reader'],
    fields: [
      { key: 'class', zh: '班级', type: 'class' },
      { key: 'said', zh: '内容', type: 'text' },
    ],
  };
  return { id: (await school.librarian.post<Identified>(`${api}/logbook-forms`, form)).id, code };
});
const said = ({ schoolClass }: Place) => ({ class: schoolClass.id, said: `记录${another()}` });
const written = async (place: Place): Promise<string> => {
  const body = {
    schoolId: place.school.id,
    logbook: (await book.at(place)).code,
    values: { said: `记录${another()}` },
  };
  return (await place.school.librarian.post<Identified>(`${api}/logbook-entries`, body)).id;
};
const writtenOfClass = async (place: Place): Promise<string> => {
  const body = {
    schoolId: place.school.id,
    logbook: (await bookOfClass.at(place)).code,
    readerId: place.reader.id,
    values: said(place),
  };
  return (await place.school.librarian.post<Identified>(`${api}/logbook-entries`, body)).id;
};
const entry = new Added(async (place) => ({ id: await written(place) }));
const entryOf = async (place: Place): Promise<string> => (await entry.at(place)).id;
/** To be signed, and another to be corrected: each is, once. */
const unsigned = new Added(async (place) => ({ id: await written(place) }));
const wrong = new Added(async (place) => ({ id: await writtenOfClass(place) }));
const ofClass = new Added(async (place) => ({ id: await writtenOfClass(place) }));

const form = (): FormData => {
  const sent = new FormData();
  sent.set('file', new Blob(['%PDF-1.7']), 'a.pdf');
  return sent;
};
const filesOf = (id: string): string =>
  `${at('/logbook-entries/{id}/files', id)}?name=${encodeURIComponent('附件')}`;
const kept = async (place: Place, id: string): Promise<string> =>
  ((await place.school.librarian.ask('POST', filesOf(id), { form: form() })).body as Identified).id;
const file = new Added(async (place) => ({ id: await kept(place, (await ofClass.at(place)).id) }));
const removable = new Added(async (place) => ({ id: await kept(place, (await ofClass.at(place)).id) }));
/** An entry takes so many files and no more: each asks of a fresh one. */
const filling = new Added(async (place) => ({ id: await writtenOfClass(place) }));

const byEntry = (
  operation: Door['operation'],
  what: string,
  ok: number,
  idOf: (place: Place) => Promise<string>,
  bodyOf: (place: Place) => unknown,
): Door => ({
  ...byPath(operation, 'POST', `/logbook-entries/{id}/${what}`, ok, idOf),
  ask: async (place) => ({
    path: at(`/logbook-entries/{id}/${what}`, await idOf(place)),
    body: bodyOf(place),
  }),
});
const put = (operation: Door['operation'], path: string, bodyOf: (place: Place) => unknown): Door =>
  write(operation, path, 'school', 200, bodyOf, { method: 'PUT' });
const ofLog = (place: Place): string => `${ofSchool(place)}&logbook=library-log`;

export const feature: FeatureDoors = {
  adds: [book, bookOfClass, entry, unsigned, wrong, ofClass, file, removable, filling],
  secrets: async (place) => [await entryOf(place), (await ofClass.at(place)).id],
  watched: async (place) => [
    `/logbook-entries?schoolId=${place.school.id}&logbook=${(await book.at(place)).code}`,
    `/logbook-entries?schoolId=${place.school.id}&logbook=${(await bookOfClass.at(place)).code}`,
    `/logbooks?schoolId=${place.school.id}&limit=500`,
  ],
  doors: [
    list('logbooks.list', '/logbooks', 'school', ofSchool),
    write('logbook-forms.create', '/logbook-forms', 'school', 201, (place) => formOf(place, newCode())),
    byPath(
      'logbook-forms.read',
      'GET',
      '/logbook-forms/{id}',
      200,
      async (place) => (await book.at(place)).id,
    ),
    {
      ...byPath('logbook-forms.change', 'PUT', '/logbook-forms/{id}', 200, () => ''),
      ask: async (place) => {
        const path = at('/logbook-forms/{id}', (await book.at(place)).id);
        const now = await place.school.librarian.ask('GET', path);
        return {
          path,
          body: contentOf('改版台账'),
          headers: { 'if-match': now.headers.get('etag') ?? '"v1"' },
        };
      },
    },
    write('logbook-entries.write', '/logbook-entries', 'school', 201, async (place) => ({
      schoolId: place.school.id,
      logbook: (await book.at(place)).code,
      values: { said: '已整理' },
    })),
    list(
      'logbook-entries.list',
      '/logbook-entries',
      'school',
      async (place) => `${ofSchool(place)}&logbook=${(await book.at(place)).code}`,
    ),
    byPath('logbook-entries.read', 'GET', '/logbook-entries/{id}', 200, entryOf),
    {
      ...byEntry(
        'logbook-entries.sign',
        'signature',
        200,
        async (place) => (await unsigned.at(place)).id,
        () => ({
          signed: true,
        }),
      ),
      before: async (place) => {
        (await unsigned.at(place)).id = await written(place);
      },
    },
    byEntry('logbook-entries.follow-up', 'follow-ups', 200, entryOf, () => ({
      status: 'done',
      words: '已办',
    })),
    ...ofOnePerson(
      {
        ...byEntry(
          'logbook-entries.correct',
          'corrections',
          201,
          async (place) => (await wrong.at(place)).id,
          (place) => ({
            why: '写错',
            values: said(place),
          }),
        ),
        before: async (place) => {
          (await wrong.at(place)).id = await writtenOfClass(place);
        },
      },
      {
        ...byPath('logbook-files.add', 'POST', '/logbook-entries/{id}/files', 201, () => ''),
        ask: async (place) => ({ path: filesOf((await filling.at(place)).id), form: form() }),
        before: async (place) => {
          (await filling.at(place)).id = await writtenOfClass(place);
        },
      },
      byPath(
        'logbook-files.read',
        'GET',
        '/logbook-files/{id}',
        200,
        async (place) => (await file.at(place)).id,
      ),
    ),
    {
      ...byPath(
        'logbook-files.remove',
        'DELETE',
        '/logbook-files/{id}',
        204,
        async (place) => (await removable.at(place)).id,
      ),
      before: async (place) => {
        (await removable.at(place)).id = await kept(place, (await ofClass.at(place)).id);
      },
    },
    put('logbook-closings.set', '/logbook-closings', ({ school }) => ({
      schoolId: school.id,
      logbook: 'honours',
      through: '2020-01-31',
    })),
    put('logbook-expectations.set', '/logbook-expectations', ({ school, reader }) => ({
      schoolId: school.id,
      logbook: 'staff-paper',
      readerIds: [reader.id],
    })),
    list('logbook-dues.list', '/logbook-dues', 'school', ofLog),
    list('logbook-standings.list', '/logbook-standings', 'school', ofSchool),
    list('logbook-counts.list', '/logbook-counts', 'school', ofLog),
  ],
};
