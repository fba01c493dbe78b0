import type { Operations } from '../access/operation.js';
import { county, figures, librarian, school } from '../access/role-sets.js';

const ofTheirClass = { ...school, teacher: 'class' } as const;

export const cardsAccess = {
  'cards.issue': {
    says: {
      zh: '为没有证的读者办证，可为限期的临时证；不具办证资格的读者不予办理',
      en: 'Gives a card to a reader who has none, a temporary one to a day if wished; refused to who is not entitled.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card.not-entitled', 'card.has-one', 'card.number-taken', 'reader.has-left'] },
  },
  'cards.lose': {
    says: { zh: '挂失借书证，并可补发新证', en: 'Blocks a lost card and, if wished, gives a new one.' },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card.not-active', 'card.number-taken', 'card.not-entitled', 'reader.has-left'] },
  },
  'cards.return': {
    says: {
      zh: '登记借书证退还并注销，一张或整班',
      en: 'Cards are handed in and cancelled, one or those of a class: all of them or none.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card.not-active'] },
  },
  'cards.restore': {
    says: {
      zh: '撤销误登的退证，恢复原证',
      en: 'Takes back a return that was entered by mistake: the card borrows again.',
    },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card.not-returned', 'card.expired', 'card.has-one', 'reader.has-left'] },
  },
  'cards.history': {
    says: {
      zh: '一位读者办过的全部借书证，最新的在前；查看会留下记录；format 给出可打印的表',
      en: 'Every card a reader ever had, the newest first; the read is logged; `format` prints them.',
    },
    roles: { ...ofTheirClass, reader: 'self' },
    scope: 'readers.read',
  },
  'cards.returns': {
    says: {
      zh: '一个班的退证名单：谁已退、未退、挂失；查看会留下记录；format 给出可打印的名单',
      en: 'The pupils of a class with what became of their cards; the read is logged; `format` prints the list.',
    },
    roles: ofTheirClass,
    scope: 'readers.read',
  },
  'cards.return-classes': {
    says: {
      zh: '毕业班（或各班）借书证退还情况；format 给出可打印的表',
      en: 'How far the classes in their last year, or all, are with handing in their cards; `format` prints it.',
    },
    roles: { ...county, 'county-viewer': 'county', ...school },
    scope: 'readers.read',
  },
  'cards.counts': {
    says: {
      zh: '本校持证人数与在册人数，按年级和读者类型；format 给出可打印的表',
      en: 'Active cards of a school against its enrolment, by grade and kind of reader; `format` prints them.',
    },
    roles: figures,
    scope: 'reports.read',
  },
  'cards.counts-of-schools': {
    says: {
      zh: '全县各校持证人数与在册人数；format 给出可打印的表',
      en: 'Active cards of each school of the county against its enrolment; `format` prints them.',
    },
    roles: { ...county, 'county-viewer': 'county' },
  },
} as const satisfies Operations;
