import type { Stream, TextbookKind } from './textbook.js';
import type { HolderKind, Occasion, TextbookEvent } from './textbook-line.js';

type InBoth = { readonly zh: string; readonly en: string };

/** What lists say in print. */
export const kindWords: Readonly<Record<TextbookKind, InBoth>> = {
  textbook: { zh: '教科书', en: 'textbook' },
  'exercise-book': { zh: '簿本', en: 'exercise book' },
  'review-material': { zh: '复习资料', en: 'review material' },
  'recyclable-textbook': { zh: '循环用书', en: 'recyclable textbook' },
  'teaching-book': { zh: '教学用书', en: 'book for teaching' },
  'teaching-aid': { zh: '教辅用书', en: 'teaching aid' },
  'wall-chart': { zh: '教学挂图', en: 'wall chart' },
};
export const streamWords: Readonly<Record<Stream, InBoth>> = {
  all: { zh: '全体', en: 'all' },
  arts: { zh: '文科', en: 'arts' },
  science: { zh: '理科', en: 'science' },
};
export const eventWords: Readonly<Record<TextbookEvent, InBoth>> = {
  received: { zh: '入库', en: 'received' },
  issued: { zh: '发放', en: 'issued' },
  returned: { zh: '收回', en: 'returned' },
  lost: { zh: '遗失', en: 'lost' },
  discarded: { zh: '报废、退货', en: 'discarded, sent back' },
};
export const occasionWords: Readonly<Record<Occasion, InBoth>> = {
  registration: { zh: '报到日发放', en: 'registration day' },
  early: { zh: '提前发放', en: 'before the term' },
  'top-up': { zh: '中途增补', en: 'top-up' },
  teaching: { zh: '教学领用', en: 'for teaching' },
  collection: { zh: '服务台领取', en: 'at the desk' },
};
export const holderWords: Readonly<Record<HolderKind, InBoth>> = {
  class: { zh: '班级', en: 'class' },
  reader: { zh: '师生个人', en: 'person' },
  group: { zh: '年级部、备课组、科室', en: 'group' },
};
