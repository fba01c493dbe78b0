import type { MaterialKind } from '@shulian/contracts/words';
import { carrierOfKind } from '../../titles/rules/material-kind.js';
import type { Carrier } from './imported-title.js';

/** What lists write in their column of kinds, without blanks and in lower case. */
const WORDS: Readonly<Record<MaterialKind, readonly string[]>> = {
  book: ['图书', '书', '普通图书', '中文图书', '外文图书', '专著', 'book', 'books'],
  periodical: ['期刊', '杂志', '连续出版物', 'periodical', 'journal', 'magazine'],
  newspaper: ['报纸', '报', 'newspaper'],
  'audio-tape': ['录音带', '磁带', '盒式录音带', '录音磁带', 'audiotape', 'cassette'],
  cd: ['cd', '激光唱盘', '激光唱片', '音乐cd', 'cd光盘'],
  'video-tape': ['录像带', 'videotape', 'videocassette', 'vhs'],
  vcd: ['vcd', 'vcd光盘'],
  dvd: ['dvd', 'dvd光盘'],
  electronic: ['电子出版物', '电子资源', 'cd-rom', 'cdrom', '电子图书', '电子书', 'electronic'],
  'wall-chart': ['挂图', '教学挂图', 'wallchart'],
  'teaching-aid': ['教具', '教辅', '教辅用书', '教辅材料', '教学辅助材料', 'teachingaid'],
  'teaching-book': ['教学用书', '教师用书', '教参', '教学参考书', 'teachingbook'],
  textbook: ['教材', '课本', '教科书', 'textbook'],
  'recyclable-textbook': ['循环教材', '循环教科书', '循环用书', '循环课本', 'recyclabletextbook'],
  'school-publication': ['校本教材', '校刊', '学校出版物', '校本出版物', 'schoolpublication'],
  kit: ['套装', '多媒体套件', 'kit'],
  other: ['其他', '其它', 'other'],
};
const KINDS: ReadonlyMap<string, MaterialKind> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as MaterialKind])),
);

/** The kind that a cell names; null for a word that nobody is sure of. */
export const kindInWords = (text: string): MaterialKind | null =>
  KINDS.get(text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')) ?? null;

/** What carries a title of which only the kind is known. */
export const carrierForKind = (kind: MaterialKind | null): Carrier =>
  ((kind === null ? null : carrierOfKind(kind)?.[0]) ?? 'print') as Carrier;
