import type { PrintedList } from '@shulian/service-kit';
import type { SchoolClusterView } from './school-clusters.http.js';

export const printedClusters: PrintedList<SchoolClusterView> = {
  name: 'school-clusters',
  title: { zh: '学区表', en: 'Clusters of schools' },
  columns: [
    { key: 'name', title: { zh: '学区', en: 'Cluster' }, type: 'text' },
    {
      key: 'count',
      title: { zh: '学校数', en: 'Schools' },
      type: 'integer',
      of: ({ schools }) => schools.length,
    },
    {
      key: 'schools',
      title: { zh: '学校', en: 'Which' },
      type: 'text',
      of: ({ schools }) => schools.map(({ name }) => name).join('、'),
    },
    { key: 'accounts', title: { zh: '授权账号数', en: 'Accounts' }, type: 'integer' },
  ],
};
