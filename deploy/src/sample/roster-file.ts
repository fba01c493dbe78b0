import type { SampleReader } from './sample-county.js';
import { gradeName } from './sample-county.js';

const kindName = { student: '学生', teacher: '教师', staff: '职工' } as const;

/** A roster as a school's information system writes it: UTF-8 with a byte order mark, CR LF, one reader a line. */
export function rosterFile(readers: readonly SampleReader[]): Buffer {
  const lines = readers.map(({ name, kind, schoolClass, cardNumber }) =>
    [
      name,
      kindName[kind],
      schoolClass ? gradeName(schoolClass.grade) : '',
      schoolClass ? String(schoolClass.classNo) : '',
      cardNumber,
    ].join(','),
  );
  return Buffer.from(`\ufeff${['姓名,读者类型,年级,班级,借书证号', ...lines].join('\r\n')}\r\n`);
}
