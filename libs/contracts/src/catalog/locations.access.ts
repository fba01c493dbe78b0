import type { Operations } from '../access/operation.js';
import { county, everyone, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const moves = [
  'location.closed',
  'location.over-capacity',
  'move.too-many',
  'move.unknown-barcodes',
  'move.withdrawn-copies',
  'move.no-copies',
] as const;

export const locationsAccess = {
  'locations.create': {
    says: {
      zh: '增设馆藏地点：校区、楼、楼层、室、处室、图书角、区、书柜、书架',
      en: 'Adds a place: campus, building, floor, room, department, corner, zone, bookcase, shelf.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'location.name-taken',
        'location.parent-not-wider',
        'location.parent-closed',
        'location.too-many',
      ],
    },
  },
  'locations.list': {
    says: {
      zh: '学校的馆藏地点（树形），含册数、容量与占用率；format 给出可打印的一览',
      en: 'The places of a school as a tree, with volumes, capacity and how full they are; `format` prints it.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'locations.read': {
    says: { zh: '查看一个馆藏地点', en: 'One place.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'locations.change': {
    says: {
      zh: '改名、移动、改容量、停用或恢复馆藏地点；If-Match 注明所依据的版本',
      en: 'Renames a place, moves it with all in it, sets its capacity, closes or opens it; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'location.name-taken',
        'location.parent-not-wider',
        'location.parent-closed',
        'location.holds-copies',
        'location.holds-locations',
      ],
    },
  },
  'locations.copies': {
    says: {
      zh: '某处的图书，按排架顺序；format 给出可打印的清单',
      en: 'What stands in a place, in the order of the shelf; `format` prints it.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'shelf-ranges.put': {
    says: {
      zh: '指定某处所放的分类号范围与指路文字，取代原有的',
      en: 'Says which classes stand in a place, and the way there, in place of what was said before.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['location.closed'] },
  },
  'shelf-ranges.list': {
    says: {
      zh: '排架导引：各架的分类号范围与怎么走；clc 查找某类图书所在；format 给出可打印的导引',
      en: 'The guide to the shelves: classes, places, directions; `clc` finds where a class stands; `format` prints it.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'copy-moves.preview': {
    says: {
      zh: '倒架预览：将移动的册数、现在的地点、不能移动的理由；不写入',
      en: 'What a move of copies would do, and why it would be refused; nothing is written.',
    },
    roles: keepers,
    scope: 'catalog.write',
    reasons: moves,
  },
  'copy-moves.create': {
    says: {
      zh: '倒架：按条码或一段索书号把图书移到另一处，至多 1000 册',
      en: 'Moves copies to another place, by barcodes or a stretch of call numbers, 1,000 at most.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: moves },
  },
  'copy-moves.list': {
    says: { zh: '倒架记录', en: 'The moves of copies of a school, the newest first.' },
    roles: { ...county, 'county-viewer': 'county', ...school },
    scope: 'reports.read',
  },
  'copy-moves.undo': {
    says: {
      zh: '撤销最近一次倒架：图书回到原处',
      en: 'Takes the last move back: each copy goes to where it came from.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['move.already-undone', 'move.not-last', 'move.built-upon', 'move.origin-closed'] },
  },
} as const satisfies Operations;
