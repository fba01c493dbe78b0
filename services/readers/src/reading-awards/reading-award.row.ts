import { EntitySchema } from 'typeorm';
import type { ReadingAward } from './rules/reading-award.js';

export const readingAwardTable = new EntitySchema<ReadingAward>({
  name: 'reading_award',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    readerId: { type: 'uuid', name: 'reader_id' },
    name: { type: 'text' },
    level: { type: 'text' },
    givenOn: { type: 'date', name: 'given_on' },
    words: { type: 'text', nullable: true },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
  },
});

/** An award `a` of the reader `r`. */
export const AWARD_VIEW = `select a.id, a.school_id as "schoolId", a.reader_id as "readerId", a.name, a.level,
    a.given_on::text as "givenOn", a.words, a.entered_on::text as "enteredOn"
  from reading_award a join reader r on r.id = a.reader_id`;
