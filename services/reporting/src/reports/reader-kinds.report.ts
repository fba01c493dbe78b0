/** Who is counted: kinds of readers, what classes have as a whole, and who was counted without saying who. */
export const readerKinds = {
  student: { zh: '学生', en: 'Students' },
  teacher: { zh: '教师', en: 'Teachers' },
  staff: { zh: '职工', en: 'Staff' },
  external: { zh: '校外读者', en: 'External readers' },
  class: { zh: '班级（集体借阅）', en: 'Classes (as a whole)' },
  corner: { zh: '班级（图书角、图书箱）', en: 'Classes (corners and boxes)' },
  counted: { zh: '未分类（只计人次）', en: 'Counted only' },
} as const;

/** What a class has as a whole, and heads that were counted: no reader stands behind them. */
export const ofNoReader = (kind: unknown): boolean =>
  kind === 'class' || kind === 'corner' || kind === 'counted';
