import { until, type Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Entered = { readonly items: readonly Identified[] };
const items = [{ kind: 'recyclable-textbook', name: '音乐（循环用书）', priceFen: 1_250 }];
const streamsOf = ({ school, schoolClass }: Place) => ({
  schoolId: school.id,
  items: [{ classId: schoolClass.id, stream: 'arts' }],
});

/** A textbook of the school; term and class may still be on their way to circulation. */
export const textbook = new Added(async (place) => {
  const { school } = place;
  const body = { schoolId: school.id, items };
  const made = await school.librarian.post<Entered>(`${api}/textbooks`, body);
  const id = made.items[0]?.id ?? '';
  const known = async (path: string, its: unknown): Promise<unknown> =>
    until(
      () => school.librarian.ask('POST', `${api}${path}`, { body: its }),
      ({ status }) => status === 200,
    );
  const need = { textbookId: id, grade: 5, stream: 'all', perPupil: 1 };
  await known('/textbook-needs', { schoolId: school.id, termId: school.termId, items: [need] });
  await known('/textbook-classes', streamsOf(place));
  return id;
});
const idOf = (place: Place): Promise<string> => textbook.at(place);
const ofTerm = ({ school }: Place): string => `schoolId=${school.id}&termId=${school.termId}`;

const moves = async (place: Place, what: string, quantity: number, holder: object = {}) => ({
  schoolId: place.school.id,
  termId: place.school.termId,
  lines: [{ textbookId: await idOf(place), what, quantity, ...holder }],
});
const ofClass = ({ schoolClass }: Place) => ({ kind: 'class', ref: schoolClass.id });

/** What the class of the place can give back, whoever asks for it. */
const issued = new Added(async (place) => {
  const { librarian } = place.school;
  await librarian.post(`${api}/textbook-lines`, await moves(place, 'received', 900));
  await librarian.post(
    `${api}/textbook-lines`,
    await moves(place, 'issued', 400, { holder: ofClass(place) }),
  );
  return null;
});
/** A line that nobody has taken back. */
const enter = async (place: Place): Promise<{ id: string }> => {
  const body = await moves(place, 'received', 1);
  const made = await place.school.librarian.post<Entered>(`${api}/textbook-lines`, body);
  return { id: made.items[0]?.id ?? '' };
};
const line = new Added(enter);

export const feature: FeatureDoors = {
  adds: [textbook, issued, line],
  watched: (place) => [
    `/textbooks?${ofSchool(place)}`,
    `/textbook-lines?${ofSchool(place)}`,
    `/textbook-stock?${ofSchool(place)}`,
    `/textbook-needs?${ofTerm(place)}`,
  ],
  doors: [
    write('textbooks.enter', '/textbooks', 'school', 201, ({ school }) => ({ schoolId: school.id, items })),
    list('textbooks.list', '/textbooks', 'school', ofSchool),
    byPath('textbooks.read', 'GET', '/textbooks/{id}', 200, idOf),
    change('textbooks.change', '/textbooks/{id}', idOf, () => ({ publisher: '人民音乐出版社' })),
    write('textbook-needs.set', '/textbook-needs', 'school', 200, async (place) => ({
      schoolId: place.school.id,
      termId: place.school.termId,
      items: [{ textbookId: await idOf(place), grade: 4, stream: 'all', perPupil: 1 }],
    })),
    list('textbook-needs.list', '/textbook-needs', 'school', ofTerm),
    write('textbook-classes.set', '/textbook-classes', 'school', 200, streamsOf),
    list('textbook-classes.list', '/textbook-classes', 'school', ofSchool),
    write('textbook-lines.enter', '/textbook-lines', 'school', 201, (place) => moves(place, 'received', 1)),
    {
      ...byPath(
        'textbook-lines.reverse',
        'POST',
        '/textbook-lines/{id}/reversal',
        201,
        async (place) => (await line.at(place)).id,
      ),
      ask: async (place) => ({
        path: `${api}/textbook-lines/${(await line.at(place)).id}/reversal`,
        body: { note: '误登' },
      }),
      before: async (place) => {
        (await line.at(place)).id = (await enter(place)).id;
      },
    },
    list('textbook-lines.list', '/textbook-lines', 'school', ofSchool),
    write('textbook-returns.enter', '/textbook-returns', 'school', 201, async (place) => ({
      schoolId: place.school.id,
      termId: place.school.termId,
      holder: ofClass(place),
      lines: [{ textbookId: await idOf(place), returned: 1 }],
    })),
    list('textbook-stock.list', '/textbook-stock', 'school', ofSchool),
    list('textbook-holdings.list', '/textbook-holdings', 'school', ofSchool),
  ],
};
