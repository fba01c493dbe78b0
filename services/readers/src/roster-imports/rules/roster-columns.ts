/** What a column of a roster tells. */
export const rosterFields = ['name', 'number', 'kind', 'grade', 'class', 'entryYear', 'section'] as const;
export type RosterField = (typeof rosterFields)[number];

/**
 * Headings by which a column is known, best first; Chinese and English, whatever the case, spaces and remarks in
 * brackets. The national student number (学籍号) holds the birth date and is never read.
 */
export const headings: Readonly<Record<RosterField, readonly string[]>> = {
  name: ['姓名', '学生姓名', '读者姓名', '名字', 'name', 'fullname', 'studentname'],
  number: [
    '借书证号',
    '借书证',
    '读者证号',
    '卡号',
    '证号',
    '读者条码',
    'cardnumber',
    'cardno',
    'card',
    '学号',
    '工号',
    '编号',
    'studentnumber',
    'studentno',
    'studentid',
    'number',
  ],
  kind: ['读者类型', '读者类别', '类别', '类型', '身份', '人员类别', 'kind', 'readertype', 'type', 'role'],
  grade: ['年级', '所在年级', '年级名称', 'grade'],
  class: ['班级', '班', '班号', '所在班级', '班级名称', 'class', 'classno', 'classnumber', 'homeroom'],
  entryYear: ['入学年份', '入学年', '级', 'entryyear', 'cohort'],
  section: ['学段', 'section'],
};

export type RosterHeader = {
  /** Index of the row in the given ones. */
  readonly at: number;
  /** Index of the cell, by field. */
  readonly columns: Readonly<Partial<Record<RosterField, number>>>;
};

const tidy = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replaceAll(/\(.*?\)|[\s*_:.-]/g, '')
    .toLowerCase();

/** The row of headings, within the first ten (a title may stand above it); null when no row names a column of names. */
export function rosterHeader(rows: readonly (readonly string[])[]): RosterHeader | null {
  for (const [at, row] of rows.slice(0, 10).entries()) {
    const cells = row.map(tidy);
    const columns: Partial<Record<RosterField, number>> = {};
    for (const field of rosterFields) {
      const heading = headings[field].find((each) => cells.includes(each));
      if (heading !== undefined) columns[field] = cells.indexOf(heading);
    }
    if (columns.name !== undefined) return { at, columns };
  }
  return null;
}
