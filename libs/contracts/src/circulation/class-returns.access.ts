import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class' } as const;

export const classReturnsAccess = {
  'class-return-checks.create': {
    says: {
      zh: '核对当日轮到班级应还未还的书刊，名单存档，供与班主任联系',
      en: 'Checks what the class of the day has not returned; kept, to speak with its teacher.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'class-return-checks.list': {
    says: {
      zh: '列出核对记录：应还未还、之后归还、何时联系了班主任；format 给出可打印的表',
      en: 'The checks: what was missing, what came since, when somebody spoke with the teacher.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'class-return-checks.loans': {
    says: { zh: '一次核对的未还清单', en: 'What was missing at a check.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'class-return-checks.due': {
    says: {
      zh: '按轮借表列出当日轮到借还的班级，是否已核对，缺多少；format 给出可打印的表',
      en: 'The classes whose day it is by the rotation timetable, whether they were checked and what was missing.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'class-return-checks.remove': {
    says: { zh: '撤回当日误做的核对', en: 'Takes back a check that was made by mistake the same day.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['class-return-check.of-another-day'] },
  },
  'class-weeks.publish': {
    says: {
      zh: '公布一周各班借阅情况；再公布即以现有数字更正',
      en: 'Publishes what the classes borrowed in a week; publishing again corrects it.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'class-weeks.list': {
    says: {
      zh: '查看公布的各班一周借阅情况；format 给出可张贴的表',
      en: 'What was published of a week, class by class; `format` prints it for the wall.',
    },
    roles: { ...school, teacher: 'school', 'class-helper': 'school' },
    scope: 'circulation.read',
    namesReaders: true,
  },
  'class-weeks.withdraw': {
    says: { zh: '撤下误公布的一周', en: 'Takes a week down that was published by mistake.' },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'public-class-weeks.list': {
    says: {
      zh: '一校公布的各班一周借阅情况，人人可看，不含读者信息',
      en: 'What a school has published of a week, class by class, for everybody: it tells of no reader.',
    },
    public: true,
  },
} as const satisfies Operations;
