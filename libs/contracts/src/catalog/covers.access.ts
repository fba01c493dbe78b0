import type { Operations } from '../access/operation.js';
import { county, everyone } from '../access/role-sets.js';

/** A cover belongs to the title, which is the county's. */
const describers = { roles: { ...county, librarian: 'county' }, scope: 'catalog.write' } as const;

export const coversAccess = {
  'covers.read': {
    says: { zh: '查看一种书的封面', en: 'The cover of a title, as JPEG.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'covers.put': {
    says: {
      zh: '上传封面（JPEG、PNG 或 WebP，不超过 10 MB）；图片的拍摄信息不予保留',
      en: 'Puts a cover from a JPEG, PNG or WebP of up to 10 MB; what the file tells of place and camera is not kept.',
    },
    ...describers,
    problems: { 413: ['request.too-large', 'picture.too-many-pixels'], 415: ['picture.unreadable'] },
  },
  'covers.remove': {
    says: { zh: '删除封面', en: 'Removes the cover of a title.' },
    ...describers,
  },
} as const satisfies Operations;
