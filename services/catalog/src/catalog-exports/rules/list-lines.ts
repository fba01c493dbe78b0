import { kindWord } from '../../titles/rules/kind-words.js';
import type { TitleDescription } from '../../titles/rules/title.js';
import type { ExportedCopy } from './holdings-fields.js';

/** Headings that an import of lists reads, so that what goes out as a list comes in as it was. */
export const LIST_COLUMNS = [
  '书名', '副书名', '卷册号', '作者', 'ISBN', '出版社', '出版地', '出版年', '分类号', '种次号', '索书号', '价格', '条码',
  '登录号', '馆藏地', '状态', '文献类型', '丛书名', '主题词', '版次', '装帧', '页数', '内容简介',
] as const; // prettier-ignore

type Line = Readonly<Record<string, string>>;

const yuan = (fen: number | null): string => (fen === null ? '' : (fen / 100).toFixed(2));
const joined = (texts: readonly string[]): string => texts.join('; ');

const STATES: Readonly<Record<string, string>> = {
  lendable: '在馆',
  'reading-room': '馆内阅览',
  processing: '加工中',
  repair: '修补',
  missing: '丢失',
};

/** A line for each copy of a title, or one for the title alone where the list is of no school or it has none. */
export const linesOf = (title: TitleDescription, copies: readonly ExportedCopy[]): Line[] => {
  const ofTitle = {
    书名: title.title,
    副书名: title.subtitle ?? '',
    卷册号: title.partNumber ?? '',
    作者: joined(title.contributors),
    ISBN: joined([...title.isbns, ...title.otherNumbers]),
    出版社: title.publisher ?? '',
    出版地: title.publishedIn ?? '',
    出版年: title.publishedYear === null ? '' : String(title.publishedYear),
    丛书名: joined(title.series),
    主题词: joined(title.subjects),
    版次: title.edition ?? '',
    装帧: title.binding ?? '',
    页数: title.extent ?? '',
    内容简介: title.summary ?? '',
    文献类型: kindWord(title.kind, 'zh'),
  };
  if (copies.length === 0) return [{ ...ofTitle, 分类号: title.clc ?? '', 价格: yuan(title.priceFen) }];
  return copies.map((copy) => {
    // A class and a number of ours make the call number; one of another scheme stands as it is on the spine.
    const isOurs = copy.clc !== null && copy.bookNumber !== null;
    return {
      ...ofTitle,
      分类号: (isOurs || copy.callNumber === null ? (copy.clc ?? title.clc) : title.clc) ?? '',
      种次号: copy.bookNumber ?? '',
      索书号: copy.callNumber ?? '',
      价格: yuan(copy.priceFen ?? title.priceFen),
      条码: copy.barcode,
      登录号: copy.formerNumber ?? String(copy.accessionNumber),
      馆藏地: copy.location ?? '',
      状态: STATES[copy.stockState] ?? '',
    };
  });
};
