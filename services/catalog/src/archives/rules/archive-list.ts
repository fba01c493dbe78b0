import type { ArchiveClass, ArchiveFile, ArchiveState, Retention } from './archive-file.js';

export const ARCHIVE_COLUMNS = [
  'code',
  'class',
  'year',
  'unit',
  'title',
  'pages',
  'retention',
  'filedOn',
  'place',
  'state',
  'note',
] as const;
export type ArchiveColumn = (typeof ARCHIVE_COLUMNS)[number];

/** Headings as our export and the archive systems of schools write them. */
const HEADINGS: Readonly<Record<ArchiveColumn, readonly string[]>> = {
  code: ['档号', '档案号', 'code'],
  class: ['门类', '档案门类', '类别', 'class'],
  year: ['年度', '年份', 'year'],
  unit: ['归档单位', '归档部门', '立卷单位', '部门', 'unit'],
  title: ['题名', '案卷题名', '文件题名', 'title'],
  pages: ['页数', 'pages'],
  retention: ['保管期限', 'retention'],
  filedOn: ['归档日期', '归档时间', 'filed'],
  place: ['存放位置', '存放地点', '库位', 'place'],
  state: ['状态', 'state'],
  note: ['备注', '附注', 'note'],
};
const BY_HEADING = new Map(
  ARCHIVE_COLUMNS.flatMap((column) => HEADINGS[column].map((heading) => [heading, column] as const)),
);

export const archiveColumnOf = (heading: string): ArchiveColumn | undefined =>
  BY_HEADING.get(heading.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase());

const CLASSES: Readonly<Record<string, ArchiveClass>> = {
  文书档案: 'administrative',
  文书: 'administrative',
  administrative: 'administrative',
  学生档案: 'pupil-files',
  'pupil files': 'pupil-files',
  普通档案: 'ordinary',
  ordinary: 'ordinary',
  年鉴: 'yearbook',
  yearbook: 'yearbook',
  证书: 'certificates',
  certificates: 'certificates',
};
const RETENTIONS: Readonly<Record<string, Retention>> = {
  永久: 'permanent',
  permanent: 'permanent',
  '30年': '30-years',
  定期30年: '30-years',
  长期: '30-years',
  '30 years': '30-years',
  '10年': '10-years',
  定期10年: '10-years',
  短期: '10-years',
  '10 years': '10-years',
};
const STATES: Readonly<Record<string, ArchiveState>> = {
  在部门: 'with-unit',
  'with the unit': 'with-unit',
  已催收: 'called-in',
  'called in': 'called-in',
  已收: 'received',
  received: 'received',
  已归档: 'filed',
  filed: 'filed',
  已上架: 'shelved',
  'on the shelf': 'shelved',
  已提档: 'handed-over',
  'handed over': 'handed-over',
  已销毁: 'destroyed',
  destroyed: 'destroyed',
  作废: 'void',
  void: 'void',
};

/** A line of a list; what has no column, or nothing in it, is undefined: it stays as it is. */
export type ListedFile = {
  readonly code: string;
  readonly class: ArchiveClass;
  readonly year: number;
  readonly title: string;
  readonly retention: Retention;
  readonly unit: string | undefined;
  readonly pages: number | undefined;
  readonly filedOn: string | undefined;
  readonly place: string | undefined;
  readonly state: ArchiveState | undefined;
  readonly note: string | undefined;
};
export type ArchiveRowCode =
  | 'archive-row.incomplete'
  | 'archive-row.unreadable'
  | 'archive-row.too-long'
  | 'archive-row.code-repeats'
  | 'archive-row.class-differs';
export type FaultyRow = { readonly code: ArchiveRowCode; readonly column: ArchiveColumn };

const LONGEST: Readonly<Partial<Record<ArchiveColumn, number>>> = {
  code: 60,
  title: 500,
  unit: 100,
  place: 200,
  note: 500,
};

/** A day as people write it: 2026-09-01, 2026/9/1, 2026.9.1, 20260901, 2026年9月1日. */
export function dayIn(text: string): string | null {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) && Number(year) >= 1000
    ? written
    : null;
}

/** A line by its columns, or everything that is wrong with it. */
export function listedFile(cells: ReadonlyMap<ArchiveColumn, string>): ListedFile | readonly FaultyRow[] {
  const faults: FaultyRow[] = [];
  const text = (column: ArchiveColumn): string | undefined => {
    const value = cells.get(column)?.normalize('NFC').trim();
    return value === undefined || value === '' ? undefined : value;
  };
  const read = <Value>(column: ArchiveColumn, of: (value: string) => Value | null): Value | undefined => {
    const value = text(column);
    if (value === undefined) return undefined;
    const found = of(value);
    if (found === null) faults.push({ code: 'archive-row.unreadable', column });
    return found ?? undefined;
  };
  const among =
    <Value>(words: Readonly<Record<string, Value>>) =>
    (value: string): Value | null =>
      Object.hasOwn(words, value.toLowerCase()) ? (words[value.toLowerCase()] ?? null) : null;
  const wholeUpTo =
    (least: number, most: number) =>
    (value: string): number | null => {
      const number = /^\d{1,6}(?:年|\.0+)?$/.test(value) ? Number.parseInt(value, 10) : Number.NaN;
      return number >= least && number <= most ? number : null;
    };
  const rest = {
    unit: text('unit'),
    pages: read('pages', wholeUpTo(1, 100_000)),
    filedOn: read('filedOn', dayIn),
    place: text('place'),
    state: read('state', among(STATES)),
    note: text('note'),
  };
  const [code, title] = [text('code'), text('title')];
  const kind = read('class', among(CLASSES));
  const year = read('year', wholeUpTo(1900, 2999));
  const retention = read('retention', among(RETENTIONS));
  for (const column of ['code', 'class', 'year', 'title', 'retention'] as const)
    if (text(column) === undefined) faults.push({ code: 'archive-row.incomplete', column });
  for (const column of ARCHIVE_COLUMNS)
    if ((text(column)?.length ?? 0) > (LONGEST[column] ?? 500))
      faults.push({ code: 'archive-row.too-long', column });
  if (faults.length > 0) return faults;
  if (
    code === undefined ||
    title === undefined ||
    kind === undefined ||
    year === undefined ||
    retention === undefined
  )
    throw new Error('what is missing was said');
  return { code, title, class: kind, year, retention, ...rest };
}

/** Where a file of which the list does not say it is. */
export const firstStateOf = ({ state, place, filedOn }: ListedFile): ArchiveState =>
  state ?? (place !== undefined ? 'shelved' : filedOn !== undefined ? 'filed' : 'received');

/**
 * The file as the list has it, or null where it says nothing new. Its state is not of the list: it goes its way by steps.
 * @param unitId of the unit that the list names, undefined where it names none
 */
export function listedAnew(
  file: ArchiveFile,
  listed: ListedFile,
  unitId: string | undefined,
): ArchiveFile | null {
  const next: ArchiveFile = {
    ...file,
    title: listed.title,
    retention: listed.retention,
    unitId: unitId ?? file.unitId,
    pages: listed.pages ?? file.pages,
    filedOn: listed.filedOn ?? file.filedOn,
    place: listed.place ?? file.place,
    note: listed.note ?? file.note,
  };
  const keys = ['title', 'retention', 'unitId', 'pages', 'filedOn', 'place', 'note'] as const;
  return keys.some((key) => next[key] !== file[key]) ? { ...next, version: file.version + 1 } : null;
}
