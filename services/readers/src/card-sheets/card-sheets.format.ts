import {
  barcodeFits,
  labelSheets,
  labelStocks,
  type DocumentStream,
  type Label,
  type Stock,
} from '@shulian/documents';
import { Problem, type Language } from '@shulian/service-kit';
import type { CardSheetsAsked, CardToPrint } from './card-sheets.http.js';

/** Cards of the size of bank cards (ISO/IEC 7810 ID-1), ten on a sheet of A4 to be cut and laminated. */
export const CARD_STOCK: Stock = {
  paper: { width: 210, height: 297 },
  columns: 2,
  rows: 5,
  width: 85.6,
  height: 54,
  left: 17.4,
  top: 10.7,
  pitchX: 89.6,
  pitchY: 55.4,
  uncut: true,
};

const words = {
  card: { zh: '图书借阅证', en: 'Library card' },
  label: { zh: '借书证条码', en: 'Barcodes of library cards' },
  'class-roster': { zh: '班级借阅条码表', en: 'Class roster with barcodes' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  people: { zh: '人', en: 'readers' },
} as const;

const cardOf = (card: CardToPrint, language: Language): Label => [
  { kind: 'text', text: card.schoolName, size: 11, weight: 'bold', mayEnd: true },
  { kind: 'text', text: words.card[language], size: 9 },
  { kind: 'text', text: card.name, size: 18, weight: 'bold', mayEnd: true },
  { kind: 'text', text: card.className ?? '', size: 10 },
  { kind: 'barcode', text: card.number },
  { kind: 'text', text: card.number, size: 9 },
  {
    kind: 'text',
    text: card.validUntil === null ? '' : `${words.validUntil[language]} ${card.validUntil}`,
    size: 8,
  },
];

const labelOf = ({ schoolName, number, name, className }: CardToPrint): Label => [
  { kind: 'text', text: schoolName, size: 7.5, weight: 'bold', mayEnd: true },
  { kind: 'barcode', text: number },
  { kind: 'text', text: number, size: 8.5 },
  { kind: 'text', text: [className, name].filter((part) => part !== null).join(' '), size: 8, mayEnd: true },
];

/** A child is found by name, large; the bars are what the desk reads. */
const childOf = ({ name, number }: CardToPrint, at: number): Label => [
  { kind: 'text', text: `${String(at + 1)}  ${name}`, size: 14, weight: 'bold', mayEnd: true },
  { kind: 'barcode', text: number },
  { kind: 'text', text: number, size: 8 },
];

const headOf = (cards: readonly CardToPrint[], language: Language): Label => [
  { kind: 'text', text: cards[0]?.schoolName ?? '', size: 10, mayEnd: true },
  { kind: 'text', text: cards[0]?.className ?? '', size: 16, weight: 'bold' },
  { kind: 'text', text: words['class-roster'][language], size: 10 },
  { kind: 'text', text: `${String(cards.length)} ${words.people[language]}`, size: 9 },
];

/** The places of a kind of sheet. */
export const stockOf = ({ kind, stock, outlines }: CardSheetsAsked): Stock => {
  switch (kind) {
    case 'card':
      return CARD_STOCK;
    case 'label':
      return { ...labelStocks[stock], uncut: outlines };
    case 'class-roster':
      return { ...labelStocks['a4-21'], uncut: true };
  }
};

/** @throws Problem 409 `card-sheets.no-barcode` for a number whose bars no scanner would read there */
export function sheetsOf(
  cards: readonly CardToPrint[],
  input: CardSheetsAsked,
  language: Language,
): DocumentStream {
  const stock = stockOf(input);
  const bad = cards.find(({ number }) => !/^[\x20-\x7e]+$/.test(number) || !barcodeFits(number, stock.width));
  if (bad !== undefined)
    throw new Problem(409, 'card-sheets.no-barcode', { facts: { readerId: bad.readerId } });
  const { kind, startAt, shiftRight, shiftDown } = input;
  const settings = {
    title: words[kind][language],
    language,
    stock,
    startAt,
    shift: { x: shiftRight, y: shiftDown },
  };
  switch (kind) {
    case 'card':
      return labelSheets(
        settings,
        cards.map((card) => cardOf(card, language)),
      );
    case 'label':
      return labelSheets(settings, cards.map(labelOf));
    case 'class-roster':
      return labelSheets(settings, [headOf(cards, language), ...cards.map(childOf)]);
  }
}
