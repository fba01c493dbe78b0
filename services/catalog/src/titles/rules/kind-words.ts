import type { MaterialKind } from '@shulian/contracts/words';

/** Kinds of material as they are printed. */
const KIND_WORDS: Readonly<Record<MaterialKind, Readonly<Record<'zh' | 'en', string>>>> = {
  book: { zh: '图书', en: 'Book' },
  periodical: { zh: '期刊', en: 'Periodical' },
  newspaper: { zh: '报纸', en: 'Newspaper' },
  'audio-tape': { zh: '录音带', en: 'Audio tape' },
  cd: { zh: 'CD', en: 'CD' },
  'video-tape': { zh: '录像带', en: 'Video tape' },
  vcd: { zh: 'VCD', en: 'VCD' },
  dvd: { zh: 'DVD', en: 'DVD' },
  electronic: { zh: '电子出版物', en: 'Electronic publication' },
  'wall-chart': { zh: '教学挂图', en: 'Wall chart' },
  'teaching-aid': { zh: '教辅用品', en: 'Teaching aid' },
  'teaching-book': { zh: '教学用书', en: 'Book for teaching' },
  textbook: { zh: '教材', en: 'Textbook' },
  'recyclable-textbook': { zh: '循环教材', en: 'Recyclable textbook' },
  'school-publication': { zh: '学校出版物', en: 'School publication' },
  kit: { zh: '套装', en: 'Kit' },
  other: { zh: '其他', en: 'Other' },
};

export const kindWord = (kind: MaterialKind | null, language: 'zh' | 'en'): string =>
  (kind === null ? { zh: '未注明', en: 'Not said' } : KIND_WORDS[kind])[language];
