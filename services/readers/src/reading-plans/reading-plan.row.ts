import { EntitySchema } from 'typeorm';
import type { ReadingPlan } from './rules/reading-plan.js';

const textOrNull = { type: 'text', nullable: true } as const;

export const readingPlanTable = new EntitySchema<ReadingPlan>({
  name: 'reading_plan',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    readerId: { type: 'uuid', name: 'reader_id' },
    termId: { type: 'uuid', name: 'term_id' },
    goalBooks: { type: 'int', name: 'goal_books' },
    goalMinutes: { type: 'int', name: 'goal_minutes', nullable: true },
    aim: textOrNull,
    comment: textOrNull,
    commentedOn: { type: 'date', name: 'commented_on', nullable: true },
    madeOn: { type: 'date', name: 'made_on' },
    madeBy: { type: 'text', name: 'made_by' },
  },
});

/** A plan `p` of the reader `r` with its books, and how many of them are read. */
export const PLAN_VIEW = `select p.id, p.version, p.school_id as "schoolId", p.reader_id as "readerId", r.class_id as "classId",
    p.term_id as "termId", p.goal_books as "goalBooks", p.goal_minutes as "goalMinutes", p.aim, p.comment,
    p.commented_on::text as "commentedOn", p.made_on::text as "madeOn", b.planned, b.done, b.books
  from reading_plan p join reader r on r.id = p.reader_id cross join lateral (
    select count(*)::int as planned, count(b.done_on)::int as done,
      coalesce(json_agg(json_build_object('title', b.title, 'author', b.author, 'titleId', b.title_id, 'byDay', b.by_day,
        'doneOn', b.done_on, 'note', b.note) order by b.position), '[]') as books
    from reading_plan_book b where b.plan_id = p.id) b`;
