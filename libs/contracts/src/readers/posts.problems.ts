import type { ProblemTitles } from '../envelope/problem.js';

export const postsProblems = {
  'post.name-taken': { zh: '已有同名岗位', en: 'There is a post of this name' },
  'post.in-use': { zh: '仍有账号任此岗位', en: 'Somebody still holds the post' },
} as const satisfies ProblemTitles;
