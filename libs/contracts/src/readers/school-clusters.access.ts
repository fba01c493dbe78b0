import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county' } as const;

export const schoolClustersAccess = {
  'school-clusters.create': {
    says: {
      zh: '建立学区（若干学校的组合），可按学区授权',
      en: 'A cluster of schools with a name, at which grants can hold.',
    },
    roles: county,
    givesRights: true,
    problems: { 409: ['school-cluster.name-taken'] },
  },
  'school-clusters.list': {
    says: {
      zh: '学区及其学校；format 给出可打印的表',
      en: 'Clusters with their schools; `format` prints them.',
    },
    roles: lookers,
  },
  'school-clusters.read': {
    says: { zh: '查看一个学区', en: 'One cluster with its schools.' },
    roles: lookers,
  },
  'school-clusters.change': {
    says: {
      zh: '更改学区名称或学校，有关账号的令牌随即更换；需要 If-Match',
      en: 'Changes name or schools; tokens of who has grants there are given anew; needs If-Match.',
    },
    roles: county,
    givesRights: true,
    problems: { 409: ['school-cluster.name-taken'] },
  },
  'school-clusters.remove': {
    says: { zh: '删除没有授权的学区', en: 'Removes a cluster at which nobody has a grant.' },
    roles: county,
    givesRights: true,
    problems: { 409: ['school-cluster.in-use'] },
  },
} as const satisfies Operations;
