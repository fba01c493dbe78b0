import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const swapping = { ...librarian, teacher: 'class', 'class-helper': 'class' } as const;
const refusals = ['copy.unknown', 'block.copy-elsewhere', 'class.graduated'] as const;

export const cornerSwapsAccess = {
  'corner-swaps.create': {
    says: {
      zh: '提出与同年级另一班交换图书角图书；提出方即视为同意',
      en: 'Proposes to change books with the corner of another class of the grade; whoever proposes has agreed.',
    },
    roles: swapping,
    scope: 'circulation.desk',
    problems: { 409: ['corner-swap.other-grade', 'book-corner.closed'] },
  },
  'corner-swaps.list': {
    says: {
      zh: '图书角交换登记；format 给出可打印的表',
      en: 'Swaps between corners, newest first; `format` prints them.',
    },
    roles: { ...school, teacher: 'class', 'class-helper': 'class' },
    scope: 'circulation.read',
  },
  'corner-swaps.agree': {
    says: {
      zh: '为一方同意交换；双方都同意时两批图书一次互换',
      en: 'Agrees for one side; when both have, the two blocks change hands in one step.',
    },
    roles: swapping,
    scope: 'circulation.desk',
    problems: { 409: ['corner-swap.not-open', 'block.refused', 'block.due-day-needed'] },
    reasons: refusals,
  },
  'corner-swaps.refuse': {
    says: { zh: '不同意交换，或收回提议', en: 'Says no to a swap, or takes the proposal back.' },
    roles: swapping,
    scope: 'circulation.desk',
    problems: { 409: ['corner-swap.not-open'] },
  },
  'corner-swaps.undo': {
    says: {
      zh: '撤销已办的交换，图书各回原处',
      en: 'Takes a swap back: the books go back where they came from.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['corner-swap.not-done', 'block.refused', 'block.due-day-needed'] },
    reasons: refusals,
  },
} as const satisfies Operations;
