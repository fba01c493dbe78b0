import type { PrintedList } from '@shulian/service-kit';
import { roleWords } from '../rights-entries/rules/role-words.js';
import type { PostView } from './posts.http.js';

export const printedPosts: PrintedList<PostView> = {
  name: 'posts',
  title: { zh: '岗位职责与权限对照表', en: 'Posts, responsibilities and rights' },
  columns: [
    {
      key: 'schoolName',
      title: { zh: '学校', en: 'School' },
      type: 'text',
      of: ({ schoolName }, language) => schoolName ?? { zh: '全县', en: 'county' }[language],
    },
    { key: 'name', title: { zh: '岗位', en: 'Post' }, type: 'text' },
    { key: 'role', title: { zh: '角色', en: 'Role' }, type: 'text', words: roleWords },
    { key: 'responsibilities', title: { zh: '职责', en: 'Responsibilities' }, type: 'text' },
    {
      key: 'operations',
      title: { zh: '权限', en: 'Rights' },
      type: 'text',
      of: ({ operations }) => operations.join(', '),
    },
    { key: 'holders', title: { zh: '任职数', en: 'Holders' }, type: 'integer' },
  ],
};
