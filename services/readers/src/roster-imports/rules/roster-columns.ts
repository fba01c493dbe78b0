/** What a column of a roster tells. */
export const rosterFields = ['name', 'number', 'kind', 'grade', 'class', 'entryYear', 'section'] as const;
export type RosterField = (typeof rosterFields)[number];

/** Headings by which a column is known, best first; Chinese and English, whatever the case, blanks and remarks in brackets. */
export const headings: Readonly<Record<RosterField, readonly string[]>> = {
  name: words(
    '姓名 学生姓名 教师姓名 教职工姓名 读者姓名 名字 学生名字 读者 name fullname studentname readername',
  ),
  number: words(
    `借书证号 借书证 借书证号码 借书证编号 借阅证号 借阅证 借阅证号码 借阅证编号 借书卡号 借书卡 借阅卡号 借阅卡 图书证号 图书证
     读者证号 读者证 读者证号码 读者编号 读者号 读者卡号 读者条码 读者条码号 一卡通号 一卡通 一卡通卡号 一卡通编号 一卡通号码
     校园卡号 校园卡 校园一卡通号 卡号 卡片号 证号 证卡号 条码 条码号 条形码 cardnumber cardno card cardid librarycard
     librarycardnumber readernumber readerno readerid barcode patronbarcode
     学号 学生学号 学生编号 工号 教工号 职工号 教职工号 教师编号 编号 studentnumber studentno studentid staffnumber number`,
  ),
  kind: words(
    `读者类型 读者类别 读者种类 类别 类型 身份 人员类别 人员类型 kind readertype type role patrontype`,
  ),
  grade: words('年级 所在年级 就读年级 当前年级 年级名称 grade gradelevel'),
  class: words(
    `班级 班 班号 班别 班名 所在班级 所在班 所属班级 行政班 行政班级 班级名称 班级名 年级班级 年级班 年班 class classno
     classnumber classname homeroom`,
  ),
  entryYear: words('入学年份 入学年 入学年度 入学级 级 entryyear cohort'),
  section: words('学段 学部 section'),
};

/** Hold the identity number or the birth date of a child: what stands below them is not looked at. */
const neverRead = words(
  `学籍号 全国学籍号 学籍号码 学籍编号 学籍辅号 个人标识码 身份证 身份证号 身份证号码 身份证件号 身份证件号码 证件号 证件号码
   出生日期 出生年月 生日 idnumber idcard idcardnumber birthdate birthday dateofbirth`,
);
/** Running numbers of the rows: nobody misses them. */
const running = words('序号 序 no 行号 index');

export type UnreadColumn = {
  /** Index of the cell. */
  readonly column: number;
  readonly heading: string;
  readonly code: 'column.unread' | 'column.never-read';
};

export type RosterHeader = {
  /** Index of the row in the given ones. */
  readonly at: number;
  /** Index of the cell, by field. */
  readonly columns: Readonly<Partial<Record<RosterField, number>>>;
  /** What has a heading and is not read: a second column of a kind, too. */
  readonly unread: readonly UnreadColumn[];
};

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

/** A heading as it is compared: without blanks, marks and remarks in brackets, in one case. */
export const tidyHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replaceAll(/\(.*?\)|\[.*?\]|【.*?】|[\s\p{DI}*_:.,/'"※-]/gu, '')
    .toLowerCase();

/** Whether what stands below a heading is never looked at. */
export const isNeverRead = (heading: string): boolean => neverRead.includes(tidyHeading(heading));

const known: ReadonlySet<string> = new Set(Object.values(headings).flat());
/** Whether a cell can be the heading of a column that is read. */
export const isHeading = (cell: string): boolean => known.has(tidyHeading(cell));
/** Whether a name is the heading of the next page. */
export const isHeadingOfNames = (name: string): boolean => headings.name.includes(tidyHeading(name));

/** What a person has said of the columns of a list, by field; null: the field is not in the list, whatever it looks like. */
export type MappedColumns = Readonly<Partial<Record<RosterField, string | null>>>;

/** The columns as a person has said, others by their headings; null where a heading that was named is missing. */
function mappedColumns(row: readonly string[], mapped: MappedColumns): RosterHeader['columns'] | null {
  const cells = row.map(tidyHeading);
  const said: Partial<Record<RosterField, number>> = {};
  for (const field of rosterFields) {
    const heading = mapped[field];
    if (heading === undefined || heading === null) continue;
    const at = cells.indexOf(tidyHeading(heading));
    if (at === -1) return null;
    said[field] = at;
  }
  const taken = new Set(Object.values(said));
  const others = Object.entries(columnsOf(row)).filter(
    ([field, at]) => mapped[field as RosterField] === undefined && !taken.has(at),
  );
  return { ...Object.fromEntries(others), ...said };
}

function columnsOf(row: readonly string[]): RosterHeader['columns'] {
  const cells = row.map(tidyHeading);
  const columns: Partial<Record<RosterField, number>> = {};
  for (const field of rosterFields) {
    const heading = headings[field].find((each) => cells.includes(each));
    if (heading !== undefined) columns[field] = cells.indexOf(heading);
  }
  return columns;
}

/** How far down a table may begin: titles and remarks stand above it. */
const FIRST_ROWS = 20;

/** The row of headings, within the first twenty; null when no row names a column of names. */
export function rosterHeader(
  rows: readonly (readonly string[])[],
  mapped: MappedColumns | null = null,
): RosterHeader | null {
  for (const [at, row] of rows.slice(0, FIRST_ROWS).entries()) {
    const columns = mapped === null ? columnsOf(row) : mappedColumns(row, mapped);
    if (columns?.name === undefined) continue;
    const read = new Set(Object.values(columns));
    const unread = row.flatMap((cell, column): UnreadColumn[] => {
      const heading = tidyHeading(cell);
      if (read.has(column) || heading === '' || running.includes(heading)) return [];
      const code = neverRead.includes(heading) ? 'column.never-read' : 'column.unread';
      return [{ column, heading: cell.trim().slice(0, 40), code }];
    });
    return { at, columns, unread };
  }
  return null;
}
