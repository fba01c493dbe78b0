import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const NOT_NOW = 'library-publication.not-now' as const;
const keeping = { roles: school, scope: 'activities.write' } as const;
const seeing = { roles: school, scope: 'activities.read' } as const;

export const libraryPublicationsAccess = {
  'library-publications.write': {
    says: {
      zh: '拟一则宣传：栏目、内容、书目及发布渠道；可取自一期新书推荐',
      en: 'Writes what is to be published: column, words, titles and channels; also of an issue of recommendations.',
    },
    ...keeping,
    problems: { 422: ['request.unknown-reference'] },
  },
  'library-publications.list': {
    says: {
      zh: '宣传记录及其渠道，最新在前；format 给出可打印的表',
      en: 'Publications with their channels, newest first; `format` prints them.',
    },
    ...seeing,
  },
  'library-publications.read': { says: { zh: '查看一则宣传', en: 'One publication.' }, ...seeing },
  'library-publications.change': {
    says: { zh: '修改未发布的宣传', en: 'Changes a publication that is not out yet.' },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'library-publications.publish': {
    says: {
      zh: '发布：网络渠道即在图书馆主页显示，电子屏渠道即进入滚动',
      en: 'Publishes: by the web it stands on the page of the library, by the screen it is rolled there.',
    },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'library-publications.withdraw': {
    says: { zh: '撤下，主页上的也撤下', en: 'Takes it back, from the page of the library too.' },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'library-publications.sheet': {
    says: {
      zh: '展示板、橱窗用的书目单；format=pdf 可打印张贴',
      en: 'The sheet for boards and windows; `format=pdf` is to be hung up.',
    },
    ...seeing,
  },
  'library-publications.script': {
    says: { zh: '广播稿', en: 'The script to be read out on the school radio.' },
    ...seeing,
  },
  'library-pages.screen': {
    says: {
      zh: '电子屏今日滚动的内容，不含姓名，无需登录',
      en: 'What screens roll today, with nobody named; nobody has to sign in.',
    },
    public: true,
  },
} as const satisfies Operations;
