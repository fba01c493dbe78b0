import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const handing = { roles: { ...county, ...school }, scope: 'reports.read' } as const;

export const assetExportsAccess = {
  'asset-profile.read': {
    says: {
      zh: '查看市资产与装备系统的字段映射：列名、取值、代码和文件格式',
      en: 'How files for the asset system of the city look: their columns, what is in them, codes and format.',
    },
    ...handing,
  },
  'asset-profile.put': {
    says: {
      zh: '设定字段映射；已生成的文件不变',
      en: 'Says how the files look; those that were made stay as they are.',
    },
    roles: county,
    scope: 'policies.write',
    problems: { 412: ['version.stale'], 428: ['version.required'] },
  },
  'asset-exports.create': {
    says: {
      zh: '按映射生成一份专用教室资产与使用情况文件',
      en: 'Makes a file of special rooms and their use, as the profile says.',
    },
    ...handing,
    problems: { 400: ['report.period-invalid'] },
  },
  'asset-exports.list': {
    says: {
      zh: '列出生成的文件及上传情况；format 给出可打印的上传台账',
      en: 'The files that were made and what became of them, newest first; `format` prints the log.',
    },
    ...handing,
  },
  'asset-exports.read': {
    says: { zh: '查看一份文件的上传经过', en: 'One file with every step of its hand-over.' },
    ...handing,
  },
  'asset-exports.file': { says: { zh: '下载文件', en: 'The file itself, as it was made.' }, ...handing },
  'asset-exports.step': {
    says: {
      zh: '登记上传、接收或退回，附回执号',
      en: 'Notes that it was handed over, accepted or rejected, with the receipt.',
    },
    ...handing,
    problems: { 409: ['asset-export.not-now'] },
  },
} as const satisfies Operations;
