/** The names school systems give their columns, in lower case without blanks and remarks; the first that is there is taken. */
export const COLUMNS = {
  title: [
    '题名',
    '书名',
    '正题名',
    '正书名',
    '图书名称',
    '图书题名',
    '书籍名称',
    '刊名',
    '题名与责任者',
    '名称',
    'title',
    'booktitle',
  ],
  subtitle: ['副题名', '副书名', '其他题名信息', 'subtitle'],
  partNumber: [
    '分卷号',
    '卷册号',
    '卷次',
    '卷册',
    '卷号',
    '册次',
    '分册号',
    '分册',
    '分辑号',
    'volume',
    'part',
  ],
  contributors: [
    '责任者',
    '作者',
    '著者',
    '著作者',
    '著译者',
    '编著者',
    '主要责任者',
    '第一责任者',
    '第一作者',
    '主编',
    'author',
    'authors',
    'contributors',
  ],
  isbn: ['isbn', 'isbn号', 'isbn码', '国际标准书号', '标准书号', '书号', '标准编号', 'isbn/issn', 'isbnissn'],
  publisher: ['出版社', '出版者', '出版单位', '出版社名称', 'publisher'],
  publishedIn: ['出版地', 'place'],
  published: [
    '出版年',
    '出版日期',
    '出版时间',
    '出版年月',
    '出版年份',
    '年份',
    'year',
    'publishedyear',
    'publicationyear',
    'pubdate',
  ],
  clc: ['分类号', '中图分类号', '中图法分类号', '图书分类号', '中图分类', '中图号', '类号', 'clc'],
  bookNumber: ['种次号', '书次号', '著者号', '种次'],
  callNumber: ['索书号', '索取号', '排架号', '书标号', 'callnumber', 'callno'],
  price: ['价格', '定价', '单价', '书价', '码洋', '图书价格', '图书单价', 'price'],
  barcode: [
    '条码',
    '条码号',
    '条形码',
    '条形码号',
    '图书条码',
    '图书条码号',
    '书籍条码',
    '馆藏条码',
    '条码编号',
    'barcode',
  ],
  formerNumber: [
    '登录号',
    '财产号',
    '登记号',
    '总括登录号',
    '财产登录号',
    '财产编号',
    '个别登录号',
    '馆藏登录号',
    'accessionnumber',
    'accessionno',
  ],
  location: [
    '馆藏地',
    '馆藏地点',
    '馆藏位置',
    '存放位置',
    '存放地点',
    '馆藏',
    '所在馆',
    '书架',
    '书架号',
    '架位',
    'location',
    'shelf',
  ],
  copies: ['册数', '复本数', '复本', '复本量', '数量', '馆藏数', '馆藏册数', '本数', 'copies', 'quantity'],
  series: ['丛书名', '丛书', '丛编', '丛编题名', 'series'],
  subjects: ['主题词', '主题', '关键词', 'subjects', 'keywords'],
  edition: ['版次', '版本', 'edition'],
  binding: ['装帧', '装订', '装帧形式', 'binding'],
  extent: ['页数', '页码', 'pages'],
  summary: ['内容简介', '提要', '内容提要', '摘要', '简介', 'summary'],
  state: ['状态', '馆藏状态', '图书状态', '流通状态', '藏书状态', '书籍状态', 'status'],
  kind: [
    '资料类型',
    '文献类型',
    '载体类型',
    '图书类型',
    '文献种类',
    '资料种类',
    '载体',
    'kind',
    'materialtype',
  ],
  withdrawnOn: ['注销日期', '剔除日期', '注销时间', '报废日期', '报损日期'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ListColumn = keyof typeof COLUMNS;

const NAMES: ReadonlyMap<string, ListColumn> = new Map(
  Object.entries(COLUMNS).flatMap(([column, names]) =>
    names.map((name) => [name, column as ListColumn] as const),
  ),
);

/** A heading in lower case without blanks, stars, punctuation and remarks in brackets. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\(.*?\)|\[.*?\]|【.*?】|[\s*_:.,;\-·"'\u200b\ufeff]/gu, '')
    .toLowerCase();

export const isHeading = (text: string): boolean => NAMES.has(plainHeading(text));

/** What a row of headings says: the column that each cell is read as, and the names of those that nobody reads. */
export type ListHeader = {
  readonly columns: readonly (ListColumn | null)[];
  readonly unread: readonly string[];
};

/** The header of a list, null for a row that is none: it names a column of titles, or at least two of the others. */
export const listHeader = (cells: readonly string[]): ListHeader | null => {
  const found = cells.map((cell) => NAMES.get(plainHeading(cell)) ?? null);
  const known = new Set(found.filter((column) => column !== null));
  if (!known.has('title') && known.size < 2) return null;
  // Of two columns for one thing the better name is read, and the other one told.
  const chosen = new Map<ListColumn, number>();
  found.forEach((column, at) => {
    if (column === null) return;
    const rank = (place: number): number =>
      (COLUMNS[column] as readonly string[]).indexOf(plainHeading(cells[place] ?? ''));
    const present = chosen.get(column);
    if (present === undefined || rank(at) < rank(present)) chosen.set(column, at);
  });
  const columns = found.map((column, at) => (column !== null && chosen.get(column) === at ? column : null));
  return { columns, unread: cells.filter((cell, at) => cell.trim() !== '' && columns[at] === null) };
};
