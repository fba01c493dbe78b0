import { purposes, retentions } from '@shulian/contracts/personal-data';
import type { PrintedList } from '@shulian/service-kit';
import type { PersonalField, PrivacyAudit } from './privacy-audits.http.js';

export const printedDictionary: PrintedList<PersonalField> = {
  name: 'data-dictionary',
  title: { zh: '个人信息字段', en: 'Data dictionary of personal data' },
  columns: [
    { key: 'service', title: { zh: '服务', en: 'Service' }, type: 'text' },
    { key: 'table', title: { zh: '表', en: 'Table' }, type: 'text' },
    { key: 'column', title: { zh: '字段', en: 'Field' }, type: 'text' },
    {
      key: 'kind',
      title: { zh: '内容', en: 'Holds' },
      type: 'text',
      words: {
        reader: { zh: '读者编号', en: 'id of a reader' },
        staff: { zh: '账号编号', en: 'id of an account' },
        class: { zh: '读者班级', en: 'class of a reader' },
        name: { zh: '姓名', en: 'name' },
        card: { zh: '证号', en: 'card' },
        number: { zh: '证件号', en: 'number' },
        words: { zh: '文字（可能提到人）', en: 'words that may name somebody' },
        secret: { zh: '口令摘要', en: 'hash of a secret' },
        event: { zh: '仅编号', en: 'ids alone' },
        file: { zh: '文件', en: 'file' },
      },
    },
    { key: 'purpose', title: { zh: '用途', en: 'Purpose' }, type: 'text', words: purposes },
    {
      key: 'seenBy',
      title: { zh: '可见', en: 'Seen by' },
      type: 'text',
      words: {
        nobody: { zh: '仅系统', en: 'the machine alone' },
        self: { zh: '本人', en: 'the person' },
        class: { zh: '本人、任课教师、本校', en: 'the person, teachers of the class, the school' },
        school: { zh: '本校', en: 'the school' },
        county: { zh: '本校、县级', en: 'the school and the county office' },
      },
    },
    { key: 'kept', title: { zh: '保存', en: 'Kept' }, type: 'text', words: retentions },
  ],
};

export const printedAudits: PrintedList<PrivacyAudit> = {
  name: 'privacy-audits',
  title: { zh: '未成年人个人信息保护年度审计', en: 'Yearly audit of personal data' },
  signatures: [
    { zh: '个人信息保护负责人', en: 'In charge of personal data' },
    { zh: '日期', en: 'Day' },
  ],
  columns: [
    { key: 'code', title: { zh: '代码', en: 'Code' }, type: 'text' },
    { key: 'name', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'persons', title: { zh: '在册人数', en: 'Persons' }, type: 'integer' },
    { key: 'pupils', title: { zh: '其中学生', en: 'Pupils' }, type: 'integer' },
    { key: 'leftPupils', title: { zh: '其中离校', en: 'Who left' }, type: 'integer' },
    { key: 'consents', title: { zh: '监护人同意', en: 'Consents' }, type: 'integer' },
    { key: 'withdrawn', title: { zh: '本年撤回', en: 'Withdrawn' }, type: 'integer' },
    { key: 'reads', title: { zh: '查看人次', en: 'Reads' }, type: 'integer' },
    { key: 'callers', title: { zh: '查看账号', en: 'Accounts' }, type: 'integer' },
    { key: 'mostByOne', title: { zh: '单账号最多', en: 'Most by one' }, type: 'integer' },
    { key: 'seals', title: { zh: '封存', en: 'Seals' }, type: 'integer' },
    { key: 'lastHash', title: { zh: '末段校验值', en: 'Last hash' }, type: 'text' },
  ],
};
