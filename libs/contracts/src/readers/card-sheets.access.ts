import type { Operations } from '../access/operation.js';
import { librarian } from '../access/role-sets.js';

export const cardSheetsAccess = {
  'reader-card-sheets.print': {
    says: {
      zh: '打印借书证、证件条码，或低年级班级借阅条码表（PDF）；查看会留下记录',
      en: 'Prints cards, their barcodes, or the roster of a class with barcodes for small children (PDF); the read is logged.',
    },
    roles: { ...librarian, teacher: 'class' },
    scope: 'readers.read',
    problems: { 409: ['card-sheets.no-cards', 'card-sheets.no-barcode'] },
  },
} as const satisfies Operations;
