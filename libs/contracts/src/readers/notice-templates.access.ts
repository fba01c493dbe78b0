import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const write = { roles: school, scope: 'readers.write' } as const;
const unknown = { 409: ['notice-template.unknown-variable'] } as const;

export const noticeTemplatesAccess = {
  'notice-templates.list': {
    says: {
      zh: '一所学校的通知模板：学校自己的，或随系统提供的；列出每种通知可用的变量；format 给出可打印的表',
      en: 'Templates of a school, its own or the shipped ones, with the variables of each; `format` prints them.',
    },
    roles: school,
    scope: 'readers.read',
  },
  'notice-templates.read': {
    says: { zh: '查看一个通知模板', en: 'One template of a school.' },
    roles: school,
    scope: 'readers.read',
  },
  'notice-templates.change': {
    says: {
      zh: '写学校自己的模板；未知变量不予保存；需要 If-Match',
      en: 'Writes a template of the school; an unknown variable is refused; needs If-Match.',
    },
    ...write,
    problems: unknown,
  },
  'notice-templates.preview': {
    says: { zh: '用样例数据预览，不保存', en: 'Shows a template with sample facts; nothing is kept.' },
    roles: school,
    scope: 'readers.read',
    problems: unknown,
  },
  'notice-templates.reset': {
    says: { zh: '恢复为随系统提供的模板', en: 'Goes back to the shipped template.' },
    ...write,
  },
} as const satisfies Operations;
