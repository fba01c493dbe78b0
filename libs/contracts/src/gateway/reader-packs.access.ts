import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const readerPacksAccess = {
  'reader-packs.read': {
    says: {
      zh: '导出各服务保存的一名读者的信息（JSON 或表格），合为一个压缩文件；本人可以导出自己的',
      en: 'All that the services keep of one reader, as JSON or tables in one archive; readers may take their own along.',
    },
    roles: { ...school, reader: 'self' },
  },
} as const satisfies Operations;
