import type { PublicApi } from '../county/public-api.js';
import { SCHOOL_YEAR, TERMS } from './school-days.js';

export type OpenedClass = {
  readonly id: string;
  readonly section: string;
  readonly entryYear: number;
  readonly classNo: number;
};
export type OpenedSchool = {
  readonly id: string;
  readonly code: string;
  readonly classes: readonly OpenedClass[];
};

const AT_ONCE = 8;
const CLASSES_A_SCHOOL = 24;

/** Six schools of ten are primary schools, three junior, one senior. */
const kindOf = (number: number): { kind: string; grades: number; name: string } => {
  if (number % 10 < 6) return { kind: 'primary', grades: 6, name: '小学' };
  return number % 10 < 9
    ? { kind: 'junior', grades: 3, name: '初级中学' }
    : { kind: 'senior', grades: 3, name: '高级中学' };
};

const openSchool = async (admin: PublicApi, number: number): Promise<OpenedSchool> => {
  const { kind, grades, name } = kindOf(number);
  const code = `M${String(number + 1).padStart(3, '0')}`;
  const { id } = await admin.post<{ id: string }>('/api/v1/schools', {
    code,
    name: `测量第${number + 1}${name}`,
    kind,
  });
  for (const term of TERMS) await admin.post(`/api/v1/schools/${id}/terms`, term);
  const classes: OpenedClass[] = [];
  for (let n = 0; n < CLASSES_A_SCHOOL; n += 1) {
    const place = {
      section: kind,
      entryYear: SCHOOL_YEAR - (n % grades),
      classNo: Math.floor(n / grades) + 1,
    };
    const opened = await admin.post<{ id: string }>('/api/v1/classes', { schoolId: id, ...place });
    classes.push({ id: opened.id, ...place });
  }
  return { id, code, classes };
};

/** Schools, their terms and classes through the public API, so that every service knows them as it would. */
export const openSchools = async (
  admin: PublicApi,
  count: number,
  said: (opened: number) => void,
): Promise<OpenedSchool[]> => {
  const schools: OpenedSchool[] = [];
  let next = 0;
  let opened = 0;
  const work = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      schools[number] = await openSchool(admin, number);
      opened += 1;
      if (opened % 30 === 0) said(opened);
    }
  };
  await admin.accessToken();
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, work));
  return schools;
};
