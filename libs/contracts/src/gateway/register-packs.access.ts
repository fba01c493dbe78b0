import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const registerPacksAccess = {
  'register-packs.read': {
    says: {
      zh: '一次打印一校一段时间的全部规定登记表（A 至 J），每册由掌握它的服务生成，合为一个压缩文件',
      en: 'All mandated registers of a school and a period (A to J) in one archive, each made by the service that keeps it.',
    },
    roles: school,
  },
} as const satisfies Operations;
