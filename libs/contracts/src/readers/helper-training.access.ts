import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const lookers = { ...school, teacher: 'school' } as const;
const seers = { ...school, teacher: 'class' } as const;

export const helperTrainingAccess = {
  'helper-trainings.plan': {
    says: {
      zh: '安排一次小图书管理员培训：日期、内容、主讲、面向年级、是否为上岗必修',
      en: 'Plans a training of class helpers: day, syllabus, trainer, grades, and whether it is required before the first duty.',
    },
    roles: librarian,
    scope: 'readers.write',
  },
  'helper-trainings.list': {
    says: {
      zh: '小图书管理员培训记录及到课、合格人数；format 给出可打印的表',
      en: 'The trainings of class helpers with how many came and passed; `format` prints them.',
    },
    roles: lookers,
    scope: 'readers.read',
  },
  'helper-trainings.read': {
    says: { zh: '查看一次培训', en: 'One training.' },
    roles: lookers,
    scope: 'readers.read',
  },
  'helper-trainings.change': {
    says: {
      zh: '更改未取消的培训；需要 If-Match',
      en: 'Changes a training that is not cancelled; needs If-Match.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['helper-training.wrong-step'] },
  },
  'helper-trainings.step': {
    says: {
      zh: '登记培训已举行、取消，或退回计划状态；退回后合格结果失效',
      en: 'Says that a training was held, cancels it, or sends it back to planned; its results then no longer count.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['helper-training.wrong-step', 'helper-training.to-come'] },
  },
  'helper-trainings.put-attendance': {
    says: {
      zh: '登记培训的出勤和考核结果，可重复提交更正',
      en: 'Enters who came to a training and with what result; put again, it is corrected.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['helper-training.wrong-step'] },
  },
  'helper-trainings.attendance': {
    says: {
      zh: '一次培训的签到和考核表；format 给出可打印的表',
      en: 'Who came to a training and with what result; `format` prints it.',
    },
    roles: seers,
    scope: 'readers.read',
    namesReaders: true,
  },
  'helper-training-focus.set': {
    says: {
      zh: '规定本学期重点培训的年级和目标',
      en: 'Sets which grades the trainings of a term are for above all, and to what end.',
    },
    roles: librarian,
    scope: 'readers.write',
  },
  'helper-training-focus.read': {
    says: {
      zh: '学期重点培训年级，以及各年级在任、参训、合格的小图书管理员人数；format 给出可打印的表',
      en: 'The grades that the trainings of a term are for above all, and of each grade the helpers in office, trained and passed; `format` prints them.',
    },
    roles: lookers,
    scope: 'readers.read',
  },
} as const satisfies Operations;
