import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

export const policyTrialsAccess = {
  'policy-trials.run': {
    says: {
      zh: '规则试算：用一份规则草案重放学校已借出的册，列出哪些会被拒绝、应还日期或续借次数会有变化；不保存任何内容',
      en: 'Runs the loans that a school has made again under a draft of the rules: which would be refused, or due on another day. Nothing is kept of it.',
    },
    roles: { ...county, ...school },
    scope: 'policies.write',
  },
} as const satisfies Operations;
