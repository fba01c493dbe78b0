import { Added, api, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';
import { OwingReader } from './owing-reader.builder.js';

const owing = new OwingReader();
/** What was paid last, and the line that can be taken back. */
const paid = new Added(async (place) => ({ id: await owing.paid(place), number: 0 }));

const payAgain = async (place: Place): Promise<void> => {
  (await paid.at(place)).id = await owing.paid(place);
};
const handOverAgain = async (place: Place): Promise<void> => {
  await payAgain(place);
  const { number } = await place.school.librarian.post<{ number: number }>(
    `${api}/cash-lines/handings-over`,
    {
      schoolId: place.school.id,
      amountFen: 1,
      documentNumber: '收1',
    },
  );
  (await paid.at(place)).number = number;
};
const closing = ({ school }: Place) => ({ schoolId: school.id, countedFen: 0, note: '未点' });
const closeAgain = async (place: Place): Promise<void> => {
  await payAgain(place);
  await place.school.librarian.post(`${api}/cash-periods`, closing(place));
};
const ruleVersion = async ({ school }: Place): Promise<Readonly<Record<string, string>>> => {
  const now = await school.librarian.ask('GET', `${api}/compensation-rules?schoolId=${school.id}`);
  const tag = now.headers.get('etag');
  return tag === null ? {} : { 'if-match': tag };
};
const ruled = async (place: Place): Promise<unknown> =>
  place.school.librarian.ask('PUT', `${api}/compensation-rules`, {
    body: { schoolId: place.school.id, text: '照价赔偿' },
    headers: await ruleVersion(place),
  });

export const feature: FeatureDoors = {
  adds: [owing.added, paid, new Added(ruled)],
  watched: ({ school }) => [
    `/cash-lines?schoolId=${school.id}`,
    `/cash-periods?schoolId=${school.id}`,
    `/compensation-rules?schoolId=${school.id}`,
  ],
  doors: [
    list('cash-lines.list', '/cash-lines', 'school', ofSchool),
    write(
      'cash-lines.refund',
      '/cash-lines/refunds',
      'id',
      200,
      async (place) => ({ compensationId: (await paid.at(place)).id, amountFen: 1 }),
      { before: payAgain },
    ),
    write(
      'cash-lines.hand-over',
      '/cash-lines/handings-over',
      'school',
      200,
      ({ school }) => ({ schoolId: school.id, amountFen: 1, documentNumber: '收1' }),
      { before: payAgain },
    ),
    write(
      'cash-lines.reverse',
      '/cash-lines/reversals',
      'school',
      200,
      async (place) => ({ schoolId: place.school.id, number: (await paid.at(place)).number || 1 }),
      { before: handOverAgain },
    ),
    write('cash-periods.create', '/cash-periods', 'school', 201, closing, { before: payAgain }),
    list('cash-periods.list', '/cash-periods', 'school', ofSchool),
    write(
      'cash-periods.reopen',
      '/cash-periods/reopening',
      'school',
      204,
      ({ school }) => ({ schoolId: school.id }),
      {
        before: closeAgain,
      },
    ),
    {
      ...list('compensation-rules.read', '/compensation-rules', 'school', ofSchool),
      before: ruled,
    },
    {
      ...write('compensation-rules.put', '/compensation-rules', 'school', 200, () => ({}), { method: 'PUT' }),
      ask: async (place) => ({
        path: `${api}/compensation-rules`,
        body: { schoolId: place.school.id, text: '照价赔偿' },
        headers: await ruleVersion(place),
      }),
    },
  ],
};
