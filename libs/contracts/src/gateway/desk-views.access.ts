import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

/** Who works with children of a class or a school; what each of them sees is for the services to say (decision 50). */
const ofTheirClass = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

export const deskViewsAccess = {
  'desk.view-reader': {
    says: {
      zh: '服务台一屏：按证号或编号查看读者、所借、逾期、所欠、待取预约及能否借书',
      en: 'One screen of a desk: a reader, what they have, owe and wait for, and whether they may borrow.',
    },
    roles: ofTheirClass,
    scope: 'circulation.read',
  },
  'desk.scan-card': {
    says: {
      zh: '设备一屏：扫证后显示遮掩的姓名、班级和在借的书',
      en: 'One screen of a device: after a scan a masked name, the class, and what is at home.',
    },
    roles: { librarian: 'school', device: 'school' },
    problems: { 409: ['card.not-active'], 429: ['card-scans.paused'] },
  },
  'desk.view-class': {
    says: {
      zh: '班级一屏：每位读者的所借、逾期和所欠笔记',
      en: 'One screen of a class: each reader with loans, what is overdue and notes owed.',
    },
    roles: ofTheirClass,
  },
  'desk.view-reading-record': {
    says: {
      zh: '学生阅读档案：读过什么、读了多少、读书笔记和奖励，可按起止日期',
      en: 'The reading record of a pupil: what, how much, notes and awards, of the days that are asked for.',
    },
    roles: { ...school, teacher: 'class', reader: 'self' },
  },
} as const satisfies Operations;
