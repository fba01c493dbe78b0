import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const heads = { ...county, 'school-head': 'school' } as const;

export const noticeSettingsAccess = {
  'notice-settings.read': {
    says: {
      zh: '学校的通知设置：是否暂停、免打扰时段、每小时上限、语言、各类通知发给谁、消息接收地址',
      en: 'How a school sends: paused or not, quiet hours, limit an hour, language, who hears of what, its webhook.',
    },
    roles: { ...county, ...school },
    scope: 'readers.read',
  },
  'notice-settings.change': {
    says: {
      zh: '修改通知设置，或暂停、恢复全部发送；需要 If-Match',
      en: 'Changes the settings, pauses all sending of a school or goes on; needs If-Match.',
    },
    roles: { ...county, ...school },
    scope: 'readers.write',
  },
  'notice-settings.set-webhook': {
    says: {
      zh: '设置企业消息接收地址；签名密钥只显示这一次',
      en: 'Sets the webhook of a school; the key of its signatures is shown this once.',
    },
    roles: heads,
    problems: { 409: ['notice-webhook.not-https'] },
  },
  'notice-settings.remove-webhook': {
    says: { zh: '移除企业消息接收地址', en: 'Removes the webhook of a school.' },
    roles: heads,
  },
} as const satisfies Operations;
