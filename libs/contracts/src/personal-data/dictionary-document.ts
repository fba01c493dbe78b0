import { personalColumns, purposes, retentions, type PersonalColumn } from './index.js';

const kinds: Readonly<Record<PersonalColumn['kind'], string>> = {
  reader: '读者编号 id of a reader',
  staff: '账号编号 id of an account',
  class: '班级 class of a reader',
  name: '姓名 name',
  card: '证号 card',
  number: '证件号 number',
  words: '文字，可能提到人 words that may name somebody',
  secret: '口令摘要 hash of a secret',
  event: '仅编号 ids alone',
  file: '文件 file',
};
const sights: Readonly<Record<PersonalColumn['seenBy'], string>> = {
  nobody: '仅系统 the machine alone',
  self: '本人 the person',
  class: '本人、任课教师、本校 the person, teachers of the class, the school',
  school: '本校 the school',
  county: '本校、县级 the school and the county office',
};

const row = ({ table, column, kind, purpose, seenBy, kept }: PersonalColumn): string =>
  `| \`${table}.${column}\` | ${kinds[kind]} | ${purposes[purpose].zh} ${purposes[purpose].en} | ${sights[seenBy]} | ${retentions[kept].zh} ${retentions[kept].en} |`;

/** The data dictionary for people who check it: the audit of each year, and whoever asks what is known of a child. */
export function dictionaryDocument(): string {
  const services = [...new Set(personalColumns.map(({ service }) => service))];
  const parts = services.map((service) =>
    [
      `## ${service}`,
      '',
      '| 字段 field | 内容 holds | 用途 purpose | 可见 who may see it | 保存 kept |',
      '| --- | --- | --- | --- | --- |',
      ...personalColumns.filter((one) => one.service === service).map(row),
    ].join('\n'),
  );
  return `# 个人信息字段 Data dictionary of personal data\n\nEmitted from \`libs/contracts/src/personal-data\` by \`npm run emit\`: ${personalColumns.length} columns that hold something of a person. A test compares it with the migrated schema of each service.\n\n${parts.join('\n\n')}\n`;
}
