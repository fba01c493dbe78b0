import { EntitySchema } from 'typeorm';
import type { LessonEssay } from './rules/lesson-essay.js';

export const lessonEssayTable = new EntitySchema<LessonEssay>({
  name: 'lesson_essay',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    classId: { type: 'uuid', name: 'class_id' },
    readerId: { type: 'uuid', name: 'reader_id' },
    titleId: { type: 'uuid', name: 'title_id', nullable: true },
    lessonOn: { type: 'date', name: 'lesson_on' },
    text: { type: 'text' },
    status: { type: 'text' },
    writtenOn: { type: 'date', name: 'written_on' },
    writtenBy: { type: 'text', name: 'written_by' },
  },
});

/** An essay `e` as the class sees it. */
export const ESSAY_VIEW = `select e.id, e.school_id as "schoolId", e.class_id as "classId", e.reader_id as "readerId",
    e.title_id as "titleId", t.title as "bookTitle", e.lesson_on::text as "lessonOn", e.text, e.status,
    e.written_on::text as "writtenOn"
  from lesson_essay e left join known_title t on t.title_id = e.title_id`;
