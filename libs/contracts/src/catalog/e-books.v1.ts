import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, SchoolId } from '../ids.js';
import { catalogEBook } from './topics.js';

export const EBooksCountedV1 = defineEvent({
  type: 'shulian.catalog.e-books.counted.v1',
  topic: catalogEBook,
  data: Type.Object({
    lineId: Type.String({ format: 'uuid', maxLength: 36, title: 'EBookLineId' }),
    schoolId: Type.Union([SchoolId, Type.Null()], {
      description: 'null: of the county, for all its schools',
    }),
    countsAs: Type.Union(
      (['bought', 'donated', 'county', 'free', 'removed'] as const).map((kind) => Type.Literal(kind)),
    ),
    day: CalendarDay,
    volumes: Type.Integer({ description: 'below zero: they went' }),
    fen: Type.Integer({ description: 'below zero: a line was taken back' }),
  }),
  says: 'E-books came or went, or a line about them was taken back; a line is never changed.',
  key: (line) => line.lineId,
  school: (line) => line.schoolId,
});
export type EBooksCountedV1 = EventOf<typeof EBooksCountedV1>;
