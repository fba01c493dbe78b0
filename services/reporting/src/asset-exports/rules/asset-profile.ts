/** What a column may be filled with: of a room and its use, and the period of the file. */
export const ASSET_FIELDS = [
  'schoolCode',
  'school',
  'campus',
  'room',
  'purposes',
  'place',
  'seats',
  'retiredOn',
  'daysUsed',
  'sessions',
  'classSessions',
  'hours',
  'visits',
  'periodFrom',
  'periodTo',
] as const;
export type AssetField = (typeof ASSET_FIELDS)[number];
export const ASSET_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type AssetFormat = (typeof ASSET_FORMATS)[number];

/** A column of the other system: a field of ours, or the same value in every line; codes stand in place of our words. */
export type AssetColumn = {
  readonly header: string;
  readonly field: AssetField | null;
  readonly value: string | null;
  readonly codes: readonly { readonly ours: string; readonly theirs: string }[];
};
export type AssetProfile = {
  readonly version: number;
  readonly format: AssetFormat;
  readonly columns: readonly AssetColumn[];
};

const of = (header: string, field: AssetField, codes: AssetColumn['codes'] = []): AssetColumn => ({
  header,
  field,
  value: null,
  codes,
});

/** Until the county has said how its city wants it. */
export const usualProfile: AssetProfile = {
  version: 1,
  format: 'csv',
  columns: [
    of('学校代码', 'schoolCode'),
    of('学校名称', 'school'),
    of('校区', 'campus'),
    of('教室名称', 'room'),
    of('用途', 'purposes', [
      { ours: 'lending', theirs: '外借' },
      { ours: 'reading', theirs: '阅览' },
      { ours: 'electronic', theirs: '电子阅览' },
      { ours: 'activity', theirs: '活动' },
    ]),
    of('地点', 'place'),
    of('座位数', 'seats'),
    of('统计起', 'periodFrom'),
    of('统计止', 'periodTo'),
    of('使用天数', 'daysUsed'),
    of('使用课次', 'sessions'),
    of('使用课时', 'hours'),
    of('使用人次', 'visits'),
  ],
};

/** Columns that say nothing, or two things, and headers that stand twice: places in the list. */
export const faultyColumns = (columns: readonly Omit<AssetColumn, 'codes'>[]): number[] =>
  columns.flatMap(({ header, field, value }, at) =>
    (field === null) === (value === null) || columns.slice(0, at).some((earlier) => earlier.header === header)
      ? [at]
      : [],
  );

type Value = string | number | null;

/** A room as a line of the other system; a value of several words is put into codes word by word. */
export const mappedRow = (
  row: Readonly<Record<string, Value>>,
  columns: readonly AssetColumn[],
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    columns.map(({ header, field, value, codes }) => [
      header,
      field === null ? value : inCodes(row[field] ?? null, codes),
    ]),
  );

const inCodes = (value: Value, codes: AssetColumn['codes']): Value =>
  typeof value !== 'string' || codes.length === 0
    ? value
    : value
        .split(',')
        .map((word) => codes.find(({ ours }) => ours === word)?.theirs ?? word)
        .join(',');

export const EXPORT_STATES = ['made', 'handed-over', 'accepted', 'rejected'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** What may follow: a file is handed over, also once more after it was rejected; what was handed over is answered once. */
const NEXT: Readonly<Record<ExportState, readonly ExportState[]>> = {
  made: ['handed-over'],
  'handed-over': ['accepted', 'rejected'],
  accepted: [],
  rejected: ['handed-over'],
};
export const mayFollow = (state: ExportState, next: ExportState): boolean => NEXT[state].includes(next);
