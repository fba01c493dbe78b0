import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const waiting = { ...librarian, teacher: 'class', reader: 'self' } as const;
const seeing = { ...school, teacher: 'class', reader: 'self' } as const;

export const holdsAccess = {
  'holds.create': {
    says: {
      zh: '为读者预约一种书或一册；不能预约时一次说明全部原因',
      en: 'Queues a reader for a title or a copy, or refuses with every reason at once.',
    },
    roles: waiting,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['hold.refused'] },
    reasons: [
      'reader.inactive',
      'reader.suspended',
      'policy.none',
      'hold.at-limit',
      'hold.already-waiting',
      'hold.on-loan-to-reader',
      'hold.no-copies',
      'copy.reading-room-only',
    ],
  },
  'holds.suspend': {
    says: {
      zh: '暂停预约至某日或直至恢复，保留排队位次',
      en: 'Suspends a hold until a day, or until it is resumed; the place in the queue stays.',
    },
    roles: waiting,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['hold.refused'] },
    reasons: ['hold.not-waiting', 'hold.closed'],
  },
  'holds.resume': {
    says: { zh: '恢复暂停的预约，位次不变', en: 'Resumes a suspended hold, in its old place.' },
    roles: waiting,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['hold.refused'] },
    reasons: ['hold.not-waiting', 'hold.closed'],
  },
  'holds.list': {
    says: { zh: '列出可见的预约，最新的在前', en: 'Holds the caller may see, newest first.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'holds.read': {
    says: { zh: '查看一项预约', en: 'One hold.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'holds.cancel': {
    says: {
      zh: '取消预约，留存的册转给下一位',
      en: 'Gives a hold up; its copy goes to the next in the queue.',
    },
    roles: waiting,
    scope: 'circulation.desk',
    problems: { 409: ['hold.refused'] },
    reasons: ['hold.closed'],
  },
} as const satisfies Operations;
