import type { PrintedList, Words } from '@shulian/service-kit';
import type { MoveView } from './copy-moves.http.js';
import type { ShiftStep, ShiftView } from './shelf-shifts.http.js';
import type { LocationLine } from './locations.http.js';
import type { LocationKind } from './rules/location.js';

const kindWords: Readonly<Record<LocationKind, Words>> = {
  campus: { zh: '校区', en: 'campus' },
  building: { zh: '楼', en: 'building' },
  floor: { zh: '楼层', en: 'floor' },
  room: { zh: '室', en: 'room' },
  department: { zh: '处室', en: 'department' },
  corner: { zh: '图书角', en: 'corner' },
  zone: { zh: '区', en: 'zone' },
  bookcase: { zh: '书柜', en: 'bookcase' },
  shelf: { zh: '书架', en: 'shelf' },
};
const VOLUMES = { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' } as const;
/** What is deeper stands further in, on paper too. */
const INDENT = '　';

export const printedLocations: PrintedList<LocationLine> = {
  name: 'locations',
  title: { zh: '馆藏地点一览', en: 'Places' },
  columns: [
    {
      key: 'name',
      title: { zh: '地点', en: 'Place' },
      type: 'text',
      of: ({ name, depth }) => `${INDENT.repeat(depth)}${name}`,
    },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'theme', title: { zh: '专题', en: 'Theme' }, type: 'text' },
    { ...VOLUMES, title: { zh: '本处册数', en: 'Volumes here' } },
    { key: 'volumesInAll', title: { zh: '合计册数', en: 'Volumes in all' }, type: 'integer' },
    { key: 'capacityInAll', title: { zh: '容量', en: 'Capacity' }, type: 'integer' },
    { key: 'percentFull', title: { zh: '占用率%', en: 'Full, %' }, type: 'integer' },
  ],
};

export const printedMoves: PrintedList<MoveView> = {
  name: 'copy-moves',
  title: { zh: '倒架记录', en: 'Moves of copies' },
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'movedAt', title: { zh: '时间', en: 'When' }, type: 'moment' },
    { key: 'toPath', title: { zh: '移入地点', en: 'To' }, type: 'text' },
    VOLUMES,
    { key: 'by', title: { zh: '经办', en: 'By' }, type: 'text' },
    { key: 'undoneAt', title: { zh: '撤销时间', en: 'Undone' }, type: 'moment' },
  ],
};

export const printedShifts: PrintedList<ShiftView> = {
  name: 'shelf-shifts',
  title: { zh: '倒架排架计划与进度', en: 'Shelf shifts' },
  columns: [
    { key: 'name', title: { zh: '项目', en: 'Project' }, type: 'text' },
    { key: 'beginsOn', title: { zh: '开始', en: 'Begins' }, type: 'day' },
    { key: 'endsOn', title: { zh: '期限', en: 'Last day' }, type: 'day' },
    { key: 'steps', title: { zh: '步骤', en: 'Steps' }, type: 'integer' },
    { key: 'done', title: { zh: '已完成', en: 'Done' }, type: 'integer' },
    VOLUMES,
    { key: 'endedOn', title: { zh: '结束', en: 'Ended' }, type: 'day' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedShiftSteps: PrintedList<ShiftStep> = {
  name: 'shelf-shift-steps',
  title: { zh: '倒架步骤', en: 'Steps of a shelf shift' },
  columns: [
    { key: 'number', title: { zh: '步骤', en: 'Step' }, type: 'integer' },
    { key: 'standsInPath', title: { zh: '现在地点', en: 'Stands in' }, type: 'text' },
    { key: 'fromCallNumber', title: { zh: '起索书号', en: 'From' }, type: 'text' },
    { key: 'toCallNumber', title: { zh: '止索书号', en: 'Through' }, type: 'text' },
    { key: 'toPath', title: { zh: '移入地点', en: 'To' }, type: 'text' },
    VOLUMES,
    { key: 'doneAt', title: { zh: '完成时间', en: 'Done' }, type: 'moment' },
  ],
};
