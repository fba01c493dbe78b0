import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

export const exitGateAccess = {
  'gate-checks.create': {
    says: {
      zh: '出口监测：核对经过的册是否已借出；未借出的报警并登记',
      en: 'Asks at the exit whether copies that pass are lent; what is not raises an alarm that is kept.',
    },
    roles: { ...librarian, device: 'school' },
    scope: 'circulation.desk',
  },
  'gate-alarms.list': {
    says: {
      zh: '出口报警登记：册、时间、原因与处理；format 给出可打印的登记表',
      en: 'The alarms of the exit with their copy, instant, reason and what was done; `format` prints them.',
    },
    roles: school,
    scope: 'reports.read',
  },
  'gate-alarms.settle': {
    says: {
      zh: '登记报警的处理：补办借阅、放回、误报；再次写入即更正',
      en: 'Says what came of an alarm: lent afterwards, put back, false; said again it is put right.',
    },
    roles: librarian,
    scope: 'catalog.write',
  },
} as const satisfies Operations;
