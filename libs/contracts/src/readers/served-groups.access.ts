import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

export const servedGroupsAccess = {
  'served-groups.create': {
    says: {
      zh: '登记服务对象：校外单位和读者（凭协议）、特殊读者群体、部门或课题的信息服务档案',
      en: 'Begins to serve a group: outsiders by an agreement, special readers, or the profile of a department or project.',
    },
    roles: librarian,
    scope: 'readers.write',
  },
  'served-groups.list': {
    says: {
      zh: '服务对象及服务次数、人次；format 给出可打印的登记表',
      en: 'Groups that are served, with how often and how many people; `format` prints them.',
    },
    roles: school,
    scope: 'readers.read',
  },
  'served-groups.read': {
    says: { zh: '查看一个服务对象', en: 'One group that is served.' },
    roles: school,
    scope: 'readers.read',
  },
  'served-groups.change': {
    says: {
      zh: '修改服务对象、需求或协议，终止或恢复服务；需要 If-Match',
      en: 'Changes name, needs or agreement of a group; ends its service, or takes that back; needs If-Match.',
    },
    roles: librarian,
    scope: 'readers.write',
  },
  'served-groups.members': {
    says: {
      zh: '服务对象的读者名单；查看会留下记录；format 给出可打印的名单',
      en: 'The readers of a group; the read is logged; `format` prints the list.',
    },
    roles: school,
    scope: 'readers.read',
  },
  'served-groups.change-members': {
    says: { zh: '增减服务对象的读者', en: 'Readers come into a group, or go.' },
    roles: librarian,
    scope: 'readers.write',
  },
  'group-services.create': {
    says: {
      zh: '登记一次服务：来访、送书、推送资料',
      en: 'Enters something that was done for a group: a visit, a delivery, what was sent.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['served-group.not-served'] },
  },
  'group-services.list': {
    says: {
      zh: '服务记录，最新的在前；format 给出可打印的表',
      en: 'What was done for groups, the newest first; `format` prints it.',
    },
    roles: school,
    scope: 'readers.read',
  },
  'group-services.strike': {
    says: {
      zh: '作废一条误登的服务记录，或恢复',
      en: 'Strikes a line that was wrong, or lets it stand again.',
    },
    roles: librarian,
    scope: 'readers.write',
  },
} as const satisfies Operations;
