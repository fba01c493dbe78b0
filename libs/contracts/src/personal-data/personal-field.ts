/** Why personal data is kept. Nothing is kept without one of these. */
export const purposes = {
  membership: { zh: '读者与借书证', en: 'readers and their cards' },
  guardians: { zh: '经监护人同意的家校共读', en: 'guardians who take part, by consent' },
  notices: { zh: '通知', en: 'notices to readers, guardians and teachers' },
  lending: { zh: '借还、预约、赔偿', en: 'lending, holds, compensations' },
  activities: { zh: '阅读活动与台账', en: 'reading activities and logbooks' },
  services: { zh: '采编与读者服务', en: 'services for readers around the stock' },
  archives: { zh: '学校档案', en: 'archives of the school' },
  statistics: { zh: '统计', en: 'statistics' },
  'sign-in': { zh: '登录', en: 'signing in' },
  'staff-work': { zh: '工作留痕', en: 'who did which work' },
  accountability: { zh: '查看与处理个人信息的记录', en: 'who read or erased personal data' },
  operation: { zh: '系统运行', en: 'running the system' },
} as const;
export type Purpose = keyof typeof purposes;

/** How long. `with-its-record`: as long as the thing it is said of. */
export const retentions = {
  'while-a-reader': { zh: '至注销后删除', en: 'until the reader is erased' },
  'until-erased': {
    zh: '只有编号，读者删除后无从对应',
    en: 'an id alone, which nothing resolves once the reader is erased',
  },
  'after-return': {
    zh: '归还后按学校规定天数去除读者，离校且无欠清即去除',
    en: 'so many days after the return as the school says; at once when who has left owes nothing',
  },
  'while-consented': { zh: '至撤回同意后删除', en: 'until consent is withdrawn and the guardian erased' },
  'while-signed-in': { zh: '至退出登录', en: 'while the sign-in lasts' },
  'with-its-record': { zh: '与所属记录同存', en: 'with the record it belongs to' },
  'as-archives': { zh: '按归档保管期限', en: 'by the retention periods of archives' },
  'years-3': { zh: '3 年', en: 'three years' },
  'hours-24': { zh: '24 小时', en: '24 hours' },
  'days-7': { zh: '7 天', en: '7 days' },
  'days-30': { zh: '30 天', en: '30 days' },
  'days-35': { zh: '35 天', en: '35 days' },
  'days-90': { zh: '90 天', en: '90 days' },
  'days-180': { zh: '180 天', en: '180 days' },
  'days-400': { zh: '400 天', en: '400 days' },
} as const;
export type Retention = keyof typeof retentions;

/** Who may see it at most: the person, teachers of the class too, the school, the county office; `nobody`: only the machine. */
export const sights = ['nobody', 'self', 'class', 'school', 'county'] as const;
export type Sight = (typeof sights)[number];

/**
 * What a column holds: `reader`, `staff`: an id alone; `class`: of a reader; `words`: free text, which may name somebody; `event`: what was
 * answered or announced, ids alone; `file`: bytes of a file.
 */
export const fieldKinds = [
  'reader',
  'staff',
  'class',
  'name',
  'card',
  'number',
  'words',
  'secret',
  'event',
  'file',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Purpose, who may see it, how long it is kept, and its columns with what each holds. */
export type PersonalTable = readonly [Purpose, Sight, Retention, ...(readonly `${string}:${FieldKind}`[])];
export type PersonalFields = Readonly<Record<string, PersonalTable>>;

export type PersonalColumn = {
  readonly service: string;
  readonly table: string;
  readonly column: string;
  readonly kind: FieldKind;
  readonly purpose: Purpose;
  readonly seenBy: Sight;
  readonly kept: Retention;
};

/** One row a column. */
export const columnsOf = (service: string, fields: PersonalFields): PersonalColumn[] =>
  Object.entries(fields).flatMap(([table, [purpose, seenBy, kept, ...columns]]) =>
    columns.map((said) => {
      const [column = '', kind] = said.split(':') as [string, FieldKind];
      return { service, table, column, kind, purpose, seenBy, kept };
    }),
  );
