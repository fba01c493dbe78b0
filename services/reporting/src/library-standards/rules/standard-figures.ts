/** What a standard can be of. Of pupils per seat it is the most, of all else the least. */
export const STANDARD_FIGURES = [
  'copies-per-pupil',
  'new-copies-per-pupil',
  'pupils-per-seat',
  'rooms',
  'reference-titles',
  'serial-titles',
  'e-books',
  'utilisation-percent',
] as const;
export type StandardFigure = (typeof STANDARD_FIGURES)[number];

export const figureWords = {
  'copies-per-pupil': { zh: '生均藏书（册）', en: 'Copies per pupil' },
  'new-copies-per-pupil': { zh: '年生均新增图书（册）', en: 'New copies per pupil of a year' },
  'pupils-per-seat': { zh: '每座位学生数（不超过）', en: 'Pupils per seat, at most' },
  rooms: { zh: '馆室（间）', en: 'Rooms' },
  'reference-titles': { zh: '工具书、参考书（种）', en: 'Reference titles' },
  'serial-titles': { zh: '报刊（种）', en: 'Serial titles' },
  'e-books': { zh: '电子图书（册）', en: 'E-books' },
  'utilisation-percent': { zh: '馆藏流通率（%）', en: 'Share of the copies lent (%)' },
} as const satisfies Readonly<Record<StandardFigure, { zh: string; en: string }>>;

/** Kinds of school, each of which may have a standard of its own. */
export const SCHOOL_KINDS = ['primary', 'junior', 'senior', 'complete', 'nine-year', 'twelve-year'] as const;
/** The row of all kinds that have none of their own. */
export const ANY_KIND = '*';
export const kindWords = {
  [ANY_KIND]: { zh: '各类学校', en: 'All schools' },
  primary: { zh: '小学', en: 'Primary' },
  junior: { zh: '初中', en: 'Junior' },
  senior: { zh: '高中', en: 'Senior' },
  complete: { zh: '完全中学', en: 'Complete secondary' },
  'nine-year': { zh: '九年一贯制', en: 'Nine-year' },
  'twelve-year': { zh: '十二年一贯制', en: 'Twelve-year' },
} as const;
