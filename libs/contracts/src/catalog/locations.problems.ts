import type { ProblemTitles } from '../envelope/problem.js';

export const locationsProblems = {
  'location.name-taken': { zh: '同一处已有同名地点', en: 'A place of this name is there already' },
  'location.parent-not-wider': {
    zh: '地点只能设在更大的地点之内',
    en: 'A place stands in a wider one only',
  },
  'location.parent-closed': { zh: '上级地点已停用', en: 'The place it is to stand in is closed' },
  'location.too-many': { zh: '学校的地点过多', en: 'The school has too many places' },
  'location.holds-copies': { zh: '该处还有图书', en: 'Copies stand in it' },
  'location.holds-locations': { zh: '该处还有未停用的地点', en: 'Open places are in it' },
  'location.closed': { zh: '该地点已停用', en: 'The place is closed' },
  'location.over-capacity': { zh: '超出该地点的容量', en: 'There is no room for them' },
  'move.too-many': { zh: '一次移动的册数过多', en: 'These are too many for one move' },
  'move.unknown-barcodes': { zh: '有条码不属于本校', en: 'Some barcodes are none of this school' },
  'move.withdrawn-copies': { zh: '已注销的图书没有馆藏地点', en: 'Copies that are withdrawn stand nowhere' },
  'move.no-copies': { zh: '没有需要移动的图书', en: 'There is nothing to move' },
  'move.already-undone': { zh: '该次移动已撤销', en: 'The move is undone already' },
  'move.not-last': { zh: '只能撤销最近一次移动', en: 'Only the last move can be undone' },
  'move.built-upon': {
    zh: '移动后的图书又有变动，不能撤销',
    en: 'Copies were moved on or withdrawn since',
  },
  'move.origin-closed': { zh: '原来的地点已停用', en: 'A place they came from is closed' },
} as const satisfies ProblemTitles;
