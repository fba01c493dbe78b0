import { barcodesOf, nameOf, plainCode, priceInFen, yearOf } from './dirty-values.js';
import type { ImportedCopy, ImportedTitle, NotATitle } from './imported-title.js';
import type { ReadingNote } from './marc-record.js';

/** The names school systems give their columns, in lower case without blanks; the first that is there is taken. */
const COLUMNS = {
  title: ['题名', '书名', '正题名', '图书名称', '名称', 'title'],
  subtitle: ['副题名', '副书名', 'subtitle'],
  partNumber: ['分卷号', '卷册号', '卷次', '分册号', 'volume', 'part'],
  contributors: ['责任者', '作者', '著者', '著作者', '第一责任者', 'author', 'contributors'],
  isbn: ['isbn', 'isbn号', '国际标准书号', '标准书号', '书号'],
  publisher: ['出版社', '出版者', '出版单位', 'publisher'],
  publishedIn: ['出版地', 'place'],
  published: ['出版年', '出版日期', '出版时间', '年份', 'year', 'publishedyear'],
  clc: ['分类号', '中图分类号', '中图法分类号', '图书分类号', 'clc'],
  bookNumber: ['种次号', '书次号', '著者号'],
  callNumber: ['索书号', '索取号', 'callnumber'],
  price: ['价格', '定价', '单价', '价格(元)', '单价(元)', '定价(元)', 'price'],
  barcode: ['条码', '条码号', '条形码', '图书条码', '馆藏条码', 'barcode'],
  formerNumber: ['登录号', '财产号', '登记号', '总括登录号', 'accessionnumber'],
  location: ['馆藏地', '馆藏地点', '馆藏位置', '存放位置', '书架', 'location'],
  copies: ['册数', '复本数', '复本', '数量', '馆藏数', 'copies'],
  series: ['丛书名', '丛书', 'series'],
  subjects: ['主题词', '主题', 'subjects'],
  edition: ['版次', 'edition'],
  binding: ['装帧', 'binding'],
  extent: ['页数', '页码', 'pages'],
  summary: ['内容简介', '提要', '内容提要', 'summary'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ListedTitle = {
  readonly title: ImportedTitle;
  readonly copies: readonly ImportedCopy[];
  readonly notes: readonly ReadingNote[];
};

/** One row of a list (个别登记账, or 书目 with a number of copies) as a title and its copies. */
export const titleFromList = (cells: ReadonlyMap<string, string>): ListedTitle | NotATitle => {
  const cell = (name: keyof typeof COLUMNS): string | null => {
    const column = COLUMNS[name].find((each) => cells.has(each));
    return column === undefined ? null : (cells.get(column) ?? null);
  };
  const list = (name: keyof typeof COLUMNS): string[] =>
    (cell(name) ?? '')
      .split(/[;；|]/u)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  const title = cell('title');
  if (title === null) return { refused: 'record.title-missing' };

  const notes: ReadingNote[] = [];
  const price = priceInFen(cell('price'));
  if (price.is === 'unreadable') notes.push({ code: `price.${price.why}`, detail: cell('price') ?? '' });
  const priceFen = price.is === 'price' ? price.fen : null;
  const callNumber = /^([^/]+)\/(.+)$/u.exec(cell('callNumber') ?? '');
  const clc = cell('clc') ?? callNumber?.[1]?.trim() ?? null;
  const copy = (barcode: string | null): ImportedCopy => ({
    barcode,
    formerNumber: cell('formerNumber'),
    location: cell('location'),
    clc,
    bookNumber: cell('bookNumber') ?? callNumber?.[2]?.trim() ?? null,
    priceFen,
    volume: null,
    use: 'lendable',
  });
  return {
    notes,
    copies: barcodesIn(cell('barcode'), cell('copies'), cell('formerNumber'), notes).map(copy),
    title: {
      source: null,
      level: 'monograph',
      carrier: 'print',
      title,
      subtitle: cell('subtitle'),
      partNumber: cell('partNumber'),
      partTitle: null,
      otherTitles: [],
      statement: cell('contributors'),
      contributors: list('contributors').flatMap((text) => {
        const read = nameOf(text);
        return read === null
          ? []
          : [{ name: read.name, is: 'person' as const, role: null, country: read.country }];
      }),
      edition: cell('edition'),
      isbns: list('isbn').map(plainCode),
      issns: [],
      unifiedBookNumber: null,
      publisher: cell('publisher'),
      publishedIn: cell('publishedIn'),
      publishedYear: yearOf(cell('published')),
      languages: [],
      extent: cell('extent'),
      series: list('series'),
      subjects: list('subjects'),
      classes: clc === null ? [] : [{ scheme: 'clc', notation: clc, edition: null }],
      summary: cell('summary'),
      audience: null,
      binding: cell('binding'),
      priceFen,
      notes: [],
    },
  };
};

/** Barcodes or a range of them; without any, as many copies as the list counts; a former number alone is one copy. */
const barcodesIn = (
  barcode: string | null,
  count: string | null,
  formerNumber: string | null,
  notes: ReadingNote[],
): (string | null)[] => {
  if (barcode !== null) {
    const read = barcode.split(/[,，;；、|]/u).map(barcodesOf);
    for (const each of read)
      if (each.is === 'too-wide') notes.push({ code: 'copy.barcode-range-too-wide', detail: barcode });
    return [...new Set(read.flatMap((each) => (each.is === 'barcodes' ? each.barcodes : [])))];
  }
  const copies = /^\d{1,3}$/.exec(count?.normalize('NFKC').replace(/[册本]$/u, '') ?? '');
  const many = copies === null ? (formerNumber === null ? 0 : 1) : Math.min(Number(copies[0]), 500);
  return Array.from({ length: many }, () => null);
};
