import type { ProblemTitles } from '../envelope/problem.js';

export const apiClientsProblems = {
  'api-client.revoked': { zh: '该客户端已停用', en: 'The client is revoked' },
} as const satisfies ProblemTitles;
