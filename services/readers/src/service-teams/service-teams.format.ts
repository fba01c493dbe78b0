import type { PrintedList } from '@shulian/service-kit';
import type { AreaView, TeamMemberView, TeamView } from './service-teams.http.js';

const gradesOf = ({ grades }: { readonly grades: readonly number[] }, language: 'zh' | 'en'): string =>
  grades.length === 0 ? { zh: '全校', en: 'all' }[language] : grades.join('、');
const GRADES = { key: 'grades', title: { zh: '年级', en: 'Grades' }, type: 'text', of: gradesOf } as const;
const MEMBERS = { key: 'members', title: { zh: '人数', en: 'Members' }, type: 'integer' } as const;

export const printedTeams: PrintedList<TeamView> = {
  name: 'service-teams',
  title: { zh: '学生服务队名册', en: 'Teams of pupils' },
  columns: [
    { key: 'name', title: { zh: '队伍', en: 'Team' }, type: 'text' },
    {
      key: 'kind',
      title: { zh: '类别', en: 'Kind' },
      type: 'text',
      words: {
        standing: { zh: '常设管理员队', en: 'standing team' },
        volunteers: { zh: '图书志愿者', en: 'volunteers' },
      },
    },
    GRADES,
    { key: 'ledBy', title: { zh: '指导老师', en: 'Led by' }, type: 'text' },
    MEMBERS,
    { key: 'foundedOn', title: { zh: '成立日期', en: 'Founded' }, type: 'day' },
    { key: 'dissolvedOn', title: { zh: '解散日期', en: 'Dissolved' }, type: 'day' },
    { key: 'rules', title: { zh: '章程', en: 'Rules' }, type: 'text' },
  ],
};

export const printedTeamMembers: PrintedList<TeamMemberView> = {
  name: 'service-team-members',
  title: { zh: '队员名单', en: 'Members' },
  columns: [
    {
      key: 'reader',
      title: { zh: '姓名', en: 'Name' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    {
      key: 'part',
      title: { zh: '职务', en: 'Part' },
      type: 'text',
      words: { leader: { zh: '队长', en: 'leader' }, member: { zh: '队员', en: 'member' } },
    },
    { key: 'joinedOn', title: { zh: '入队日期', en: 'Joined' }, type: 'day' },
    { key: 'leftOn', title: { zh: '离队日期', en: 'Left' }, type: 'day' },
  ],
};

export const printedAreas: PrintedList<AreaView> = {
  name: 'library-areas',
  title: { zh: '学生自主管理区域表', en: 'Areas that pupils run' },
  columns: [
    { key: 'name', title: { zh: '区域', en: 'Area' }, type: 'text' },
    GRADES,
    { key: 'teamName', title: { zh: '队伍', en: 'Team' }, type: 'text' },
    MEMBERS,
    { key: 'tasks', title: { zh: '任务', en: 'Tasks' }, type: 'text' },
    { key: 'startsOn', title: { zh: '起', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '止', en: 'To' }, type: 'day' },
  ],
};
