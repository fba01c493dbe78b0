import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const ofClass = { ...school, teacher: 'class' } as const;
const WRONG_STEP = 'contest.wrong-step' as const;

/** Who takes part in a contest, and the marks of notes in a round. */
export const noteRoundsAccess = {
  'contest-participation.list': {
    says: {
      zh: '各班参赛或交稿人数与比例，读书笔记按种类对照目标；format 给出可打印的表',
      en: 'How many pupils of each class took part, and which share; notes by kind against their targets; `format` prints it.',
    },
    roles: ofClass,
    scope: 'activities.read',
  },
  'contest-missing.list': {
    says: {
      zh: '一班未交名单；format 给出可打印的表',
      en: 'Pupils of a class who have handed in nothing; `format` prints the list.',
    },
    roles: ofClass,
    scope: 'activities.read',
    namesReaders: true,
    problems: { 422: ['request.unknown-reference'] },
  },
  'note-marks.put': {
    says: {
      zh: '月末批阅读书笔记：给分、评语、推荐参评；教师批本班的',
      en: 'Marks reading notes of the round, with remarks, and nominates the best; a teacher those of the class.',
    },
    roles: { ...librarian, teacher: 'class' },
    scope: 'activities.write',
    problems: { 409: [WRONG_STEP], 422: ['request.unknown-reference'] },
  },
  'note-marks.list': {
    says: {
      zh: '本轮的读书笔记及批阅情况；format 给出可打印的表',
      en: 'The notes of the round with their marks; `format` prints the list.',
    },
    roles: ofClass,
    scope: 'activities.read',
    namesReaders: true,
  },
} as const satisfies Operations;
