import type { PrintedList } from '@shulian/service-kit';
import { roleWords } from '../rights-entries/rules/role-words.js';
import type { DelegationView } from './delegations.http.js';

export const printedDelegations: PrintedList<DelegationView> = {
  name: 'delegations',
  title: { zh: '委托登记表', en: 'Rights that were lent' },
  columns: [
    { key: 'schoolName', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'fromUsername', title: { zh: '委托人', en: 'From' }, type: 'text' },
    { key: 'toUsername', title: { zh: '受托人', en: 'To' }, type: 'text' },
    { key: 'role', title: { zh: '角色', en: 'Role' }, type: 'text', words: roleWords },
    {
      key: 'operations',
      title: { zh: '范围', en: 'What' },
      type: 'text',
      of: ({ operations }, language) => operations?.join(', ') ?? { zh: '全部', en: 'all' }[language],
    },
    { key: 'startsAt', title: { zh: '起', en: 'From when' }, type: 'moment' },
    { key: 'endsAt', title: { zh: '止', en: 'Until' }, type: 'moment' },
    { key: 'revokedAt', title: { zh: '撤回时间', en: 'Revoked' }, type: 'moment' },
  ],
};
