import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class' } as const;

export const clearanceAccess = {
  'clearances.check': {
    says: {
      zh: '查询读者离校时图书馆是否清：未还、未赔、借书证、档案；供学校系统调用',
      en: 'Whether a reader is clear with the library: loans, debts, card, files. For the systems of a school, too.',
    },
    roles: { ...seeing, reader: 'self' },
    scope: 'circulation.read',
    namesReaders: true,
  },
  'clearances.create': {
    says: {
      zh: '发起离校清还：逐人、按班或按年级（毕业年级收书收证）',
      en: 'Opens the clearance of readers, of a class, or of a grade that graduates.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'clearances.list': {
    says: {
      zh: '列出离校清还，可按班级、状态，各缺什么；format 给出可打印的表',
      en: 'The clearances, by class and state, with what is missing of each; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'clearances.classes': {
    says: { zh: '按班统计离校清还进度', en: 'How far the clearance is, class by class.' },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'clearances.hand-in': {
    says: {
      zh: '登记交回借书证或档案；handedIn 为 false 时撤回',
      en: 'Says that the card or the files were handed in; with `handedIn` false takes it back.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['clearance.cleared'] },
  },
  'clearances.complete': {
    says: {
      zh: '办结离校清还，给证明编号；有未还、未赔、未交证、未交档的不能办结',
      en: 'Clears a reader and numbers the certificate; refused while anything is missing, with all of it.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['clearance.cleared', 'clearance.refused'] },
    reasons: ['clearance.loans-open', 'clearance.debts-owed', 'clearance.card-out', 'clearance.files-out'],
  },
  'clearances.undo': {
    says: { zh: '撤销误办的办结', en: 'Takes a clearance back that was given by mistake.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['clearance.open'] },
  },
  'clearances.certificate': {
    says: {
      zh: '离校图书清还证明，format=pdf 可打印盖章',
      en: 'The certificate of a clearance, to print and stamp.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
    problems: { 409: ['clearance.open'] },
  },
  'clearances.remove': {
    says: { zh: '撤回误发起且未办结的清还', en: 'Takes an open clearance back that was opened by mistake.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['clearance.cleared'] },
  },
} as const satisfies Operations;
