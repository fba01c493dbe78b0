import type { Operations } from '../access/operation.js';
import { county, librarian } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;

export const labelsAccess = {
  'label-sheets.print': {
    says: {
      zh: '打印书标或条码标签（A4 标签纸，PDF）',
      en: 'Spine or barcode labels of copies on sheets of A4, as PDF.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'card-sheets.print': {
    says: {
      zh: '打印书卡或目录卡（PDF）',
      en: 'A book card for each copy, or a catalogue card for each title, as PDF.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
} as const satisfies Operations;
