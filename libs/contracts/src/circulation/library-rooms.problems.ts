import type { ProblemTitles } from '../envelope/problem.js';

export const libraryRoomsProblems = {
  'library-room.name-taken': {
    zh: '学校已有同名馆室',
    en: 'The school has a room of this name already',
  },
} as const satisfies ProblemTitles;
