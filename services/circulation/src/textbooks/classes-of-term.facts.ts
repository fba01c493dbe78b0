import { statement, type Rows } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import { gradeOn } from '@shulian/lending-rules/desk/grade';
import type { ClassOfTerm, ClassStream } from './rules/textbook.js';

const CLASSES = statement(
  'textbooks.classes',
  `select c.class_id as "classId", c.section, c.entry_year as "entryYear", s.stream,
     (select count(*)::int from known_reader r
      where r.class_id = c.class_id and r.school_id = c.school_id and r.kind = 'student' and r.standing = 'active') as pupils
   from known_class c left join textbook_class_stream s on s.class_id = c.class_id
   where c.school_id = $1`,
);
type Row = {
  readonly classId: string;
  readonly section: Section;
  readonly entryYear: number;
  readonly stream: ClassStream | null;
  readonly pupils: number;
};

/** The classes of a school that have a grade on a day, with the pupils of today's class lists; by grade. */
export const classesOfTerm = async (
  rows: Rows,
  schoolId: SchoolId,
  day: CalendarDay,
): Promise<ClassOfTerm[]> => {
  const found = await rows.rows<Row>(CLASSES, [schoolId]);
  return found
    .flatMap(({ section, entryYear, ...of }) => {
      const grade = gradeOn(section, entryYear, day);
      return grade === null ? [] : [{ ...of, grade }];
    })
    .sort((one, other) => one.grade - other.grade || (one.classId < other.classId ? -1 : 1));
};
