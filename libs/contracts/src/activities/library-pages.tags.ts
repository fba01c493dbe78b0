import type { Tags } from '../access/tags.js';

export const libraryPagesTags = {
  'library-pages': { zh: '图书馆主页', en: 'Pages of libraries' },
  'library-introduction': { zh: '图书馆简介', en: 'Introduction of a library' },
  'library-notices': { zh: '图书馆公告', en: 'Notices of a library' },
} as const satisfies Tags;
