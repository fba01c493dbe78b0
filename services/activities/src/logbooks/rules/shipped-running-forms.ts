import {
  choice,
  day,
  entryOf,
  every,
  number,
  orNot,
  reader,
  room,
  shipped,
  statuses,
  text,
  time,
  yesNo,
  type ShippedForm,
} from './form-pieces.js';
import { levels } from './shipped-staff-forms.js';

const staff = ['librarian', 'school-head'] as const;
const note = orNot(text('note', '备注', 'Note'));

/** How the library is run: log, plans, visits, inspections (RPT-001 to RPT-011, RPT-042, RPT-044). */
export const runningForms: readonly ShippedForm[] = [
  shipped(['library-log', '图书馆日志', 'Library log'], { rhythm: every('day') }, [
    time('opened', '开馆', 'Opened'),
    time('closed', '闭馆', 'Closed'),
    number('hours', '开放小时', 'Hours open', { max: 24, decimals: 1 }),
    yesNo('punctual', '准时开馆', 'Opened on time'),
    orNot(number('visitors', '到馆人次', 'Visitors')),
    text('events', '工作记载', 'What happened'),
    orNot(text('problems', '问题', 'Problems')),
  ]),
  shipped(
    ['term-plan', '学期工作计划', 'Work plan of the term'],
    {
      signers: ['school-head'],
      rhythm: every('term', { due: 'start', graceDays: 14 }),
      statuses: statuses(
        [
          ['planned', '计划', 'Planned'],
          ['doing', '进行中', 'In progress'],
        ],
        [
          ['done', '完成', 'Done'],
          ['not-done', '未完成', 'Not done'],
        ],
      ),
    },
    [
      number('month', '月份', 'Month', { min: 1, max: 12, summed: false }),
      text('item', '工作项目', 'Item'),
      orNot(text('responsible', '责任人', 'Responsible')),
      orNot(entryOf('term-problems', 'answers', '针对问题', 'Problem it answers')),
    ],
  ),
  shipped(
    ['term-summary', '学期工作总结', 'Summary of the term'],
    { signers: ['school-head'], rhythm: every('term', { graceDays: 7 }) },
    [
      orNot(entryOf('term-plan', 'plan', '计划项目', 'Item of the plan')),
      choice('result', '完成情况', 'Result', [
        ['done', '完成', 'Done'],
        ['partly', '部分完成', 'Partly done'],
        ['not-done', '未完成', 'Not done'],
      ]),
      text('summary', '总结', 'Summary'),
    ],
  ),
  shipped(
    ['term-problems', '问题与改进', 'Problems and improvements'],
    {
      rhythm: every('term', { graceDays: 7 }),
      statuses: statuses(
        [
          ['open', '待解决', 'Open'],
          ['carried', '转入下学期', 'Carried into the next term'],
        ],
        [['solved', '已解决', 'Solved']],
      ),
    },
    [
      text('problem', '问题', 'Problem'),
      text('improvement', '改进意见', 'Improvement'),
      orNot(entryOf('term-summary', 'summary', '见总结', 'Found in')),
    ],
  ),
  shipped(
    ['year-summary', '年度总结与下学期部署', 'Year summary and what comes next'],
    { signers: ['school-head'], rhythm: every('year') },
    [text('summary', '本年度总结', 'Summary of the year'), text('next', '下学期部署', 'Next term')],
  ),
  shipped(
    ['leader-reports', '向校领导汇报记录', 'Reports to the leaders'],
    { signers: ['school-head'], rhythm: every('month', { graceDays: 5 }) },
    [
      choice('kind', '类别', 'Kind', [
        ['activity', '活动汇报', 'Activities'],
        ['work', '工作汇报', 'Work'],
        ['special', '专题汇报', 'Special'],
      ]),
      text('to', '汇报对象', 'To'),
      text('report', '汇报内容', 'Report'),
      orNot(text('instruction', '领导意见', 'What the leader said')),
    ],
  ),
  shipped(['leader-visits', '领导检查指导记录', 'Visits of leaders'], {}, [
    text('who', '来访领导', 'Who'),
    text('unit', '单位', 'Of'),
    choice('level', '级别', 'Level', levels),
    text('opinions', '检查指导意见', 'What was said'),
    orNot(text('measures', '落实情况', 'What was done about it')),
  ]),
  shipped(
    ['leading-group', '图书馆建设领导小组记录', 'Leading group for the library'],
    { signers: ['school-head'] },
    [
      choice('kind', '事项', 'Matter', [
        ['members', '组成', 'Members'],
        ['meeting', '会议', 'Meeting'],
        ['target', '目标管理', 'Targets'],
      ]),
      text('people', '组成或到会人员', 'Members or present'),
      text('resolved', '议定事项', 'Resolved'),
      orNot(day('by', '完成期限', 'By')),
    ],
  ),
  shipped(
    ['room-inspections', '部室工作与卫生检查评比', 'Inspections of rooms'],
    { rhythm: every('week', { graceDays: 2 }) },
    [
      room('room', '部室', 'Room'),
      number('work', '工作得分', 'Score for work', { max: 100, decimals: 1, summed: false }),
      number('hygiene', '卫生得分', 'Score for hygiene', { max: 100, decimals: 1, summed: false }),
      orNot(reader('responsible', '责任人', 'Responsible')),
      note,
    ],
  ),
  shipped(
    ['honours', '图书馆荣誉登记', 'Honours of the library'],
    { openTo: ['county-admin', 'county-viewer', 'teacher', 'reader'] },
    [
      text('title', '荣誉称号', 'Title'),
      choice('level', '级别', 'Level', levels),
      text('by', '授予单位', 'Awarded by'),
      orNot(text('document', '文号', 'Document')),
    ],
  ),
  shipped(
    ['standard-items', '达标验收档案', 'File of an inspection against a standard'],
    { signers: ['school-head'], openTo: ['county-admin', 'county-viewer'] },
    [
      choice('standard', '标准', 'Standard', [
        ['basic', '普图验收', 'Basic library'],
        ['first-class', '省一级图书馆', 'First-class library'],
        ['advanced', '先进图书馆', 'Advanced library'],
        ['demonstration', '示范图书馆', 'Demonstration library'],
      ]),
      text('item', '项目', 'Item'),
      text('asked', '标准要求', 'What is asked'),
      text('is', '实际情况', 'How it is'),
      yesNo('met', '达标', 'Met'),
      orNot(text('plan', '整改', 'What will be done')),
    ],
  ),
  shipped(
    ['conduct-rules', '阅览室守则', 'Rules of the reading rooms'],
    { openTo: ['teacher', 'class-helper', 'reader'] },
    [room('room', '阅览室', 'Room'), text('rule', '守则', 'Rules')],
  ),
  shipped(
    ['conduct-incidents', '阅览室秩序记录', 'Conduct in the reading room'],
    { writers: [...staff, 'teacher'] },
    [
      room('room', '阅览室', 'Room'),
      choice('rule', '违反的规则', 'Rule that was broken', [
        ['quiet', '保持安静', 'Be quiet'],
        ['place', '图书放回原位', 'Return books to their place'],
        ['chairs', '桌椅排放整齐', 'Tidy chairs'],
        ['food', '不带食物', 'No food'],
        ['care', '爱护图书', 'Care for books'],
      ]),
      orNot(reader('reader', '读者', 'Reader')),
      text('what', '情况', 'What happened'),
      orNot(text('done', '处理', 'What was done')),
    ],
  ),
];
