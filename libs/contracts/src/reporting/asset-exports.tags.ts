import type { Tags } from '../access/tags.js';

export const assetExportsTags = {
  'asset-profile': { zh: '资产系统字段映射', en: 'Profile of the asset system' },
  'asset-exports': { zh: '资产与使用情况上传', en: 'Asset exports' },
} as const satisfies Tags;
