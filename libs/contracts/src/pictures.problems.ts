import type { ProblemTitles } from './envelope/problem.js';

/** What is said of a picture that somebody sends, whatever it is for. */
export const picturesProblems = {
  'picture.unreadable': {
    zh: '图片无法读取，请使用 JPEG、PNG 或 WebP 格式',
    en: 'The picture cannot be read; send a JPEG, PNG or WebP',
  },
  'picture.too-many-pixels': {
    zh: '图片像素过多，请缩小后再上传',
    en: 'The picture has too many pixels; make it smaller first',
  },
} as const satisfies ProblemTitles;
