import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'school', reader: 'self' } as const;

export const workDisplaysAccess = {
  'work-displays.create': {
    says: {
      zh: '展出优秀作品和笔记：橱窗、展览、屏幕或网站；上网站须经学生和家长同意',
      en: 'Shows the best works and notes on a board, in an exhibition, on a screen or the website; for the website pupil and parents have agreed.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 409: ['work-display.not-agreed'], 422: ['request.unknown-reference'] },
  },
  'work-displays.list': {
    says: {
      zh: '一校的作品展出，最新在前；format 给出可打印的表',
      en: 'What is shown and was shown at a school, newest first; `format` prints the list.',
    },
    roles: seeing,
    scope: 'activities.read',
  },
  'work-displays.read': {
    says: { zh: '查看一次展出及其作品', en: 'One display with its works.' },
    roles: seeing,
    scope: 'activities.read',
    namesReaders: true,
  },
  'work-displays.withdraw': {
    says: { zh: '撤下整次展出，或其中一件作品', en: 'Takes a display down, or one of its works.' },
    roles: school,
    scope: 'activities.write',
    problems: { 409: ['work-display.withdrawn'], 422: ['request.unknown-reference'] },
  },
  'shown-works.list': {
    says: {
      zh: '网站上展出的作品：年级与文字，不含姓名，无需登录',
      en: 'Works on the website: grade and words, and nobody’s name; nobody has to sign in.',
    },
    public: true,
  },
} as const satisfies Operations;
