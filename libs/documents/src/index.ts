export { zipOf, type ZipEntry } from './archives/zip.js';
export { MEDIA_TYPES, TABLE_FORMATS, tableAs, type DocumentStream, type TableFormat } from './document.js';
export { cardSheets, type Card, type CardPart } from './cards/card.js';
export { barcodeFits, labelSheets, type Label, type LabelPart } from './labels/label.js';
export type { SheetSettings } from './sheets/sheets.js';
export {
  cardStocks,
  labelStocks,
  placesOn,
  type CardStockName,
  type LabelStockName,
  type Stock,
} from './sheets/stock.js';
export type { Cell, CellType, Column, Language, PageOfRow, Row, Table, Total } from './tables/table.js';
