import type { Operations } from '../access/operation.js';

const ofClass = { teacher: 'class', reader: 'self' } as const;

export const lessonEssaysAccess = {
  'lesson-essays.create': {
    says: {
      zh: '阅读课后写下对所读书的评论和观点，只与本班同学分享；教师可代录',
      en: 'Writes what one thinks of the book of a reading lesson, for the classmates; a teacher may enter it for a pupil.',
    },
    roles: ofClass,
    problems: { 409: ['lesson-essay.written-already'], 422: ['request.unknown-reference'] },
  },
  'lesson-essays.list': {
    says: {
      zh: '本班阅读课的评论，只有同班同学和任课教师能看；format 给出可打印的表',
      en: 'What the class wrote, for classmates and teachers of the class and nobody else; `format` prints it.',
    },
    roles: ofClass,
    namesReaders: true,
  },
  'lesson-essays.read': {
    says: { zh: '查看一篇阅读课评论', en: 'One essay of a reading lesson.' },
    roles: ofClass,
    namesReaders: true,
  },
  'lesson-essays.withdraw': {
    says: {
      zh: '撤回自己的评论；教师可撤下本班的',
      en: 'Takes the own essay back; a teacher one of the class.',
    },
    roles: ofClass,
    problems: { 409: ['lesson-essay.withdrawn'] },
  },
} as const satisfies Operations;
