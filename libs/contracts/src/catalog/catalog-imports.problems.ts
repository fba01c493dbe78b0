import type { ProblemTitles } from '../envelope/problem.js';
import { fileReadingProblems } from '../file-reading.problems.js';

/** Why an import fails, or what it says of a record, a row or a copy. */
export const catalogImportsProblems = {
  ...fileReadingProblems,
  'import.format-unsupported': { zh: '暂不支持该文件格式', en: 'This file format is not supported yet' },
  'import.xls-unsupported': {
    zh: '旧版 .xls 或加了密码的工作簿不能读取，请另存为不加密码的 .xlsx 或 CSV 再导入',
    en: 'An old .xls workbook, or one with a password, cannot be read; save it as .xlsx without a password, or as CSV',
  },
  'import.workbook-unreadable': {
    zh: '工作簿已损坏或不是 .xlsx，请重新另存为 .xlsx 或 CSV 再导入',
    en: 'The workbook is damaged or no .xlsx; save it again as .xlsx or CSV',
  },
  'import.workbook-too-large': {
    zh: '工作簿过大，请分成几个文件，或另存为 CSV 再导入',
    en: 'The workbook is too large; part it into several files, or save it as CSV',
  },
  'import.profile-unknown': { zh: '没有这种馆藏字段方案', en: 'There is no such holdings profile' },
  'import.nothing-to-read': { zh: '文件中没有可读的内容', en: 'There is nothing to read in the file' },
  'record.deleted': { zh: '记录已标记为删除', en: 'The record is marked as deleted' },
  'record.authority': { zh: '是规范记录，不是书目记录', en: 'This is an authority record, not a title' },
  'record.title-missing': { zh: '没有题名', en: 'There is no title' },
  'record.title-too-long': { zh: '题名过长', en: 'The title is too long' },
  'record.too-short': { zh: '记录过短，无法读取', en: 'The record is too short to be read' },
  'record.overlong': { zh: '记录过长，没有结束符', en: 'The record is too long, or has no end' },
  'record.truncated': { zh: '记录不完整', en: 'The record breaks off' },
  'record.end-mark-missing': { zh: '缺少记录结束符', en: 'The end mark of the record is missing' },
  'record.directory-missing': { zh: '缺少目次区', en: 'The record has no directory' },
  'record.directory-unreadable': { zh: '目次区无法读取', en: 'The directory of the record cannot be read' },
  'record.directory-does-not-fit': {
    zh: '目次区与数据区不符，已按字段分隔符读取',
    en: 'The directory does not fit the fields; they were read by their end marks',
  },
  'record.fields-lost': {
    zh: '部分字段无法读取，已略去',
    en: 'Some fields could not be read and were left out',
  },
  'record.not-kept': {
    zh: '记录过长，原始记录未保存',
    en: 'The record is too long to be kept as it was',
  },
  'record.more-notes': { zh: '该记录还有更多问题', en: 'There is more to say about this record' },
  'record.original-script-unlinked': {
    zh: '880 字段没有对应的字段，已略去',
    en: 'An 880 field names no field it belongs to and was left out',
  },
  'record.source-number-of-another-title': {
    zh: '控制号已属于另一种书',
    en: 'The control number belongs to another title already',
  },
  'xml.not-well-formed': { zh: 'XML 格式不正确', en: 'The XML is not well-formed' },
  'text.unreadable-characters': { zh: '有无法识别的字符', en: 'Some characters could not be read' },
  'text.other-coding-than-file': {
    zh: '字符编码与文件其余部分不同',
    en: 'The text is in another coding than the rest of the file',
  },
  'text.character-set-unsupported': { zh: '不支持的字符集', en: 'The character set is not supported' },
  'text.escape-unknown': { zh: '略去了无效的转义符', en: 'An escape that means nothing was left out' },
  'text.too-long': { zh: '内容过长，已略去', en: 'What stood there is too long and was left out' },
  'list.headings-missing': {
    zh: '找不到表头（如书名、作者、条码）',
    en: 'No row of headings (title, author, barcode) was found',
  },
  'list.column-unread': { zh: '该列未被读取', en: 'Nobody reads this column' },
  'row.too-long': { zh: '该行的列数多于表头', en: 'The row has more cells than the header' },
  'record.kind-unclear': {
    zh: '资料类型无法确定，已留空',
    en: 'The kind of material is not sure and was left empty',
  },
  'isbn.invalid': { zh: 'ISBN 不正确', en: 'The ISBN is not valid' },
  'year.unreadable': { zh: '出版年无法识别', en: 'The year of publication could not be read' },
  'price.foreign-currency': {
    zh: '价格不是人民币，已略去',
    en: 'The price is in another currency and was left out',
  },
  'price.not-a-number': { zh: '价格无法确定，已略去', en: 'The price is not sure and was left out' },
  'price.out-of-range': { zh: '价格过大，已略去', en: 'The price is too high and was left out' },
  'copy.barcode-invalid': {
    zh: '条码不正确，该册未导入',
    en: 'The barcode is not valid; the copy was left out',
  },
  'copy.barcode-range-too-wide': {
    zh: '条码范围过大，未导入',
    en: 'The range of barcodes is too wide and was left out',
  },
  'copy.barcode-repeated-in-record': {
    zh: '条码在同一记录中重复',
    en: 'The barcode stands twice in the record',
  },
  'copy.book-number-repeats': {
    zh: '书次号与另一种书相同',
    en: 'The book number stands for another title, too',
  },
  'copy.call-number-ambiguous': {
    zh: '有多个索书号，无法确定属于哪一册',
    en: 'There are several call numbers, and none surely belongs to the copy',
  },
  'copy.call-number-not-clc': {
    zh: '索书号不是中图法，已按原样保留',
    en: 'The call number is not by the CLC; it was kept as written',
  },
  'copy.count-differs': {
    zh: '册数与条码数不符',
    en: 'The number of copies differs from the number of barcodes',
  },
  'copy.count-too-high': { zh: '册数过大', en: 'The number of copies is too high' },
  'copy.count-unreadable': { zh: '册数无法识别', en: 'The number of copies could not be read' },
  'copy.field-not-read': {
    zh: '馆藏在另一字段中，请选择相应的方案',
    en: 'Copies stand in another field; name its profile',
  },
  'copy.state-unknown': {
    zh: '馆藏状态无法识别，暂不可借',
    en: 'The state of the copy is not known; it is not lent for now',
  },
  'copy.withdrawn-in-file': {
    zh: '该册在文件中已注销，未导入',
    en: 'The copy is withdrawn in the file and was left out',
  },
} as const satisfies ProblemTitles;
