import { buffer } from 'node:stream/consumers';
import { tableAs } from '@shulian/documents';
import type { PrintedList } from '@shulian/service-kit';
import type { AssetExportView } from './asset-exports.http.js';
import { mappedRow, type AssetProfile, type ExportState } from './rules/asset-profile.js';

const states: Readonly<Record<ExportState, { readonly zh: string; readonly en: string }>> = {
  made: { zh: '已生成', en: 'made' },
  'handed-over': { zh: '已上传', en: 'handed over' },
  accepted: { zh: '已接收', en: 'accepted' },
  rejected: { zh: '被退回', en: 'rejected' },
};

export const printedAssetExports: PrintedList<AssetExportView> = {
  name: 'asset-exports',
  title: { zh: '专用教室资产与使用情况上传台账', en: 'Hand-over of special rooms and their use' },
  columns: [
    { key: 'madeOn', title: { zh: '生成日期', en: 'Made on' }, type: 'day' },
    { key: 'from', title: { zh: '统计起', en: 'From' }, type: 'day' },
    { key: 'to', title: { zh: '统计止', en: 'To' }, type: 'day' },
    { key: 'rooms', title: { zh: '教室数', en: 'Rooms' }, type: 'integer' },
    { key: 'format', title: { zh: '格式', en: 'Format' }, type: 'text' },
    { key: 'state', title: { zh: '情况', en: 'State' }, type: 'text', words: states },
    { key: 'receipt', title: { zh: '回执号', en: 'Receipt' }, type: 'text' },
    { key: 'sha256', title: { zh: '校验值', en: 'Check sum' }, type: 'text' },
  ],
};

type Row = Readonly<Record<string, string | number | null>>;

/** The bytes of a file as the profile says; small, since a school has some dozen rooms. */
export async function assetFile(
  { format, columns }: AssetProfile,
  rows: readonly Row[],
  timeZone: string,
): Promise<Buffer> {
  const mapped = rows.map((row) => mappedRow(row, columns));
  if (format === 'json') return Buffer.from(`${JSON.stringify(mapped, null, 2)}\n`);
  const { body } = tableAs(format, {
    title: printedAssetExports.title.zh,
    notes: [],
    columns: columns.map(({ header }) => ({ key: header, title: header, type: 'text' })),
    rows: mapped.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)]),
      ),
    ),
    language: 'zh',
    timeZone,
  });
  return buffer(body);
}
