import type { ProblemTitles } from '../envelope/problem.js';

export const schoolClustersProblems = {
  'school-cluster.name-taken': { zh: '已有同名学区', en: 'There is a cluster of this name' },
  'school-cluster.in-use': {
    zh: '仍有账号在该学区有授权',
    en: 'Some account still has a grant at the cluster',
  },
} as const satisfies ProblemTitles;
