import type { ReadersForTests } from '../a-readers-service.builder.js';

export type Place = {
  readonly schoolId: string;
  readonly classId: string;
  readonly librarian: string;
  readonly head: string;
  readonly teacher: string;
  readonly teacherId: string;
};
let numbers = 0;
/** A school with a class, its teacher, its librarian and its head. */
export async function aPlaceOf(readers: ReadersForTests): Promise<Place> {
  numbers += 1;
  const school = { code: `N${String(numbers)}`, name: `实验小学${String(numbers)}`, kind: 'primary' };
  const { id: schoolId } = await readers.done<{ id: string }>(
    'POST',
    '/api/v1/schools',
    readers.admin,
    school,
  );
  const schoolClass = { schoolId, section: 'primary', entryYear: 2024, classNo: 2 };
  const { id: classId } = await readers.done<{ id: string }>(
    'POST',
    '/api/v1/classes',
    readers.admin,
    schoolClass,
  );
  const teacher = await readers.as({ role: 'teacher', schoolId, classId });
  return {
    schoolId,
    classId,
    librarian: await readers.as({ role: 'librarian', schoolId }),
    head: await readers.as({ role: 'school-head', schoolId }),
    teacher,
    teacherId: (await readers.done<{ id: string }>('GET', '/api/v1/me', teacher)).id,
  };
}
