import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const writers = { ...county, 'school-head': 'school' } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const postsAccess = {
  'posts.create': {
    says: {
      zh: '设立岗位：职责和对应的权限（某角色的若干操作）',
      en: 'A post with its responsibilities, and the operations of a role that it needs.',
    },
    roles: writers,
    givesRights: true,
    problems: { 409: ['post.name-taken'] },
  },
  'posts.list': {
    says: {
      zh: '岗位职责与权限对照表，含任职账号数；format 给出可打印的表',
      en: 'Posts with their responsibilities and rights, and how many hold them; `format` prints it.',
    },
    roles: lookers,
  },
  'posts.read': { says: { zh: '查看一个岗位', en: 'One post.' }, roles: lookers },
  'posts.change': {
    says: {
      zh: '更改岗位的职责或权限，任职者的令牌随即更换；需要 If-Match',
      en: 'Changes responsibilities or rights; tokens of who holds the post are given anew; needs If-Match.',
    },
    roles: writers,
    givesRights: true,
    problems: { 409: ['post.name-taken'] },
  },
  'posts.remove': {
    says: { zh: '撤销无人任职的岗位', en: 'Removes a post that nobody holds.' },
    roles: writers,
    givesRights: true,
    problems: { 409: ['post.in-use'] },
  },
} as const satisfies Operations;
