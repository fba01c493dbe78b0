import type { PrintedList } from '@shulian/service-kit';
import { kindWord } from '../titles/rules/kind-words.js';
import type { KindLine } from './kinds.http.js';
import { SIGNATURES } from './rules/signatures.js';

export const printedKinds: PrintedList<KindLine> = {
  name: 'kinds-of-material',
  title: { zh: '馆藏资料类型统计', en: 'Holdings by kind of material' },
  signatures: SIGNATURES,
  columns: [
    {
      key: 'kind',
      title: { zh: '资料类型', en: 'Kind' },
      type: 'text',
      of: ({ kind }, language) => kindWord(kind, language),
    },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'volumes', title: { zh: '册（件）数', en: 'Items' }, type: 'integer' },
    { key: 'lendable', title: { zh: '可外借', en: 'Lendable' }, type: 'integer' },
    { key: 'fen', title: { zh: '总金额', en: 'Value' }, type: 'fen' },
    { key: 'unpriced', title: { zh: '无价册数', en: 'Without a price' }, type: 'integer' },
  ],
};
