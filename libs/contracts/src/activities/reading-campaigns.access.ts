import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const seeing = { roles: { ...school, teacher: 'class' }, scope: 'activities.read' } as const;

export const readingCampaignsAccess = {
  'reading-campaigns.open': {
    says: {
      zh: '发起读书活动：起止日期、年级、各项内容及参与率目标',
      en: 'Opens a reading campaign: its days, grades, parts, and how many percent are to take part.',
    },
    roles: school,
    scope: 'activities.write',
  },
  'reading-campaigns.list': {
    says: {
      zh: '读书活动，最新在前；format 给出可打印的表',
      en: 'Campaigns, newest first; `format` prints them.',
    },
    ...seeing,
  },
  'reading-campaigns.read': { says: { zh: '查看一次读书活动', en: 'One campaign.' }, ...seeing },
  'reading-campaigns.enter': {
    says: {
      zh: '登记或取消哪些学生参与了某项内容；教师只登记本班',
      en: 'Says which pupils took part in a part, or did not; a teacher of the own class.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'activities.write',
    problems: { 422: ['request.unknown-reference'] },
  },
  'reading-campaigns.rates': {
    says: {
      zh: '参与率：按班、年级或全校，是否达到目标；format 给出可打印的表',
      en: 'How many percent took part, by class, grade or school, and whether the goal is reached; `format` prints it.',
    },
    ...seeing,
  },
} as const satisfies Operations;
