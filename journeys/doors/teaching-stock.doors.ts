import type { Identified } from '../a-caller.builder.js';
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

type Entered = { readonly items: readonly Identified[] };

const chart = new Added(async ({ school }) => {
  const body = { title: '挂图', kind: 'wall-chart' };
  return (await school.librarian.post<Identified>(`${api}/titles`, body)).id;
});
const received = async (place: Place) => ({
  schoolId: place.school.id,
  termId: place.school.termId,
  lines: [{ titleId: await chart.at(place), what: 'received', quantity: 1 }],
});
/** A line that nobody has taken back; the term may still be on its way to the catalogue. */
const enter = async (place: Place): Promise<string> => {
  const body = await received(place);
  const reply = await until(
    () => place.school.librarian.ask<Entered>('POST', `${api}/teaching-lines`, { body }),
    ({ status }) => status === 201,
  );
  return reply.body.items[0]?.id ?? '';
};
const line = new Added(async (place) => ({ id: await enter(place) }));
const lineOf = async (place: Place): Promise<string> => (await line.at(place)).id;

export const feature: FeatureDoors = {
  adds: [line],
  watched: ({ school }) => [`/teaching-lines?schoolId=${school.id}`, `/teaching-stock?schoolId=${school.id}`],
  doors: [
    write('teaching-lines.enter', '/teaching-lines', 'school', 201, received),
    {
      ...byPath('teaching-lines.reverse', 'POST', '/teaching-lines/{id}/reversal', 201, lineOf),
      ask: async (place) => ({
        path: at('/teaching-lines/{id}/reversal', await lineOf(place)),
        body: { note: '误登' },
      }),
      before: async (place) => {
        (await line.at(place)).id = await enter(place);
      },
    },
    list('teaching-lines.list', '/teaching-lines', 'school', ofSchool),
    list('teaching-stock.list', '/teaching-stock', 'school', ofSchool),
    list('teaching-holdings.list', '/teaching-holdings', 'school', ofSchool),
  ],
};
