import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

const heads = { 'school-head': 'school' } as const;
const lookers = { ...county, ...heads } as const;

export const delegationsAccess = {
  'delegations.create': {
    says: {
      zh: '校长把自己的角色或其中若干操作委托给本校某账号一段时间，不超出本人权限',
      en: 'A head lends a role, or some of its operations, to a named account of the school for a time; never more than he has.',
    },
    roles: heads,
    givesRights: true,
    problems: { 409: ['account.own', 'delegation.more-than-own', 'delegation.too-many'] },
  },
  'delegations.list': {
    says: {
      zh: '委托登记，含已结束和撤回的；format 给出可打印的表',
      en: 'What was lent to whom, ended and revoked ones too; `format` prints it.',
    },
    roles: lookers,
  },
  'delegations.read': { says: { zh: '查看一项委托', en: 'One delegation.' }, roles: lookers },
  'delegations.revoke': {
    says: {
      zh: '撤回委托，一分钟内全县失效；重复操作无妨',
      en: 'Takes it back, everywhere within a minute; twice is once.',
    },
    roles: lookers,
    givesRights: true,
  },
} as const satisfies Operations;
