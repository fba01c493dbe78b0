import type { Tags } from '../access/tags.js';

export const privacyAuditsTags = {
  'privacy-audits': { zh: '个人信息保护审计', en: 'Audits of personal data' },
  'data-dictionary': { zh: '个人信息字段', en: 'Data dictionary' },
} as const satisfies Tags;
