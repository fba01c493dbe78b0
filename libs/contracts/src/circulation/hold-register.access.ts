import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const holdRegisterAccess = {
  'hold-register.list': {
    says: {
      zh: '借阅书刊预约登记表：按先后，可限定教师、书刊、状态、日期；format 给出可打印的登记表',
      en: 'The register of reservations, first come first: of teachers, of books or periodicals, by state and day; `format` prints it.',
    },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
} as const satisfies Operations;
