import type { Tags } from '../access/tags.js';

export const serviceTeamsTags = {
  'library-areas': { zh: '学生自主管理区域', en: 'Areas that pupils run' },
  'service-team-members': { zh: '队员', en: 'Members of teams' },
  'service-teams': { zh: '学生服务队', en: 'Teams of pupils' },
} as const satisfies Tags;
