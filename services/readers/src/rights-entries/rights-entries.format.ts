import type { PrintedList, Words } from '@shulian/service-kit';
import type { RightsEntryView } from './rights-entries.http.js';
import { roleWords } from './rules/role-words.js';
import type { RightsAct } from './rules/rights-entry.js';

const actWords: Readonly<Record<RightsAct, Words>> = {
  given: { zh: '授权', en: 'given' },
  'taken-back': { zh: '收回授权', en: 'taken back' },
  'password-reset': { zh: '重设密码', en: 'password reset' },
  closed: { zh: '停用', en: 'closed' },
  opened: { zh: '启用', en: 'opened' },
  lent: { zh: '委托', en: 'lent' },
  'lent-back': { zh: '撤回委托', en: 'lending revoked' },
  'second-factor-removed': { zh: '撤销两步验证', en: 'second factor removed' },
  'sign-ins-ended': { zh: '结束登录', en: 'sign-ins ended' },
};

export const printedRightsEntries: PrintedList<RightsEntryView> = {
  name: 'rights-entries',
  title: { zh: '权限变动登记', en: 'Trail of rights' },
  columns: [
    { key: 'at', title: { zh: '时间', en: 'When' }, type: 'moment' },
    {
      key: 'byName',
      title: { zh: '经办', en: 'By' },
      type: 'text',
      of: ({ byName, byId, byCounty }, language) =>
        `${byName ?? byId}${byCounty ? { zh: '（县）', en: ' (county)' }[language] : ''}`,
    },
    { key: 'what', title: { zh: '事项', en: 'What' }, type: 'text', words: actWords },
    { key: 'username', title: { zh: '账号', en: 'Account' }, type: 'text' },
    { key: 'role', title: { zh: '角色', en: 'Role' }, type: 'text', words: roleWords },
    { key: 'schoolName', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'clusterName', title: { zh: '学区', en: 'Cluster' }, type: 'text' },
    { key: 'postName', title: { zh: '岗位', en: 'Post' }, type: 'text' },
    { key: 'startsAt', title: { zh: '起', en: 'From' }, type: 'moment' },
    { key: 'endsAt', title: { zh: '止', en: 'Until' }, type: 'moment' },
  ],
};
