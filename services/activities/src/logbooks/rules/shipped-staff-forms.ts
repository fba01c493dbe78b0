import {
  choice,
  day,
  every,
  number,
  orNot,
  reader,
  readers,
  shipped,
  text,
  type Named,
  type ShippedForm,
} from './form-pieces.js';

const staff = ['librarian', 'school-head'] as const;
const person = reader('person', '人员', 'Person');
const note = orNot(text('note', '备注', 'Note'));
/** By whom something is held or awarded. */
export const levels: readonly Named[] = [
  ['school', '校级', 'School'],
  ['district', '区级', 'District'],
  ['county', '县级', 'County'],
  ['city', '市级', 'City'],
  ['province', '省级', 'Province'],
  ['nation', '国家级', 'Nation'],
];

/** Those who work in the library (RDR-037 to RDR-042). */
export const staffForms: readonly ShippedForm[] = [
  shipped(
    ['staff-training', '图书馆人员培训记录', 'Training of library staff'],
    { writers: [...staff], signers: ['school-head'] },
    [
      person,
      choice('level', '级别', 'Level', [...levels, ['system', '管理系统培训', 'System training']]),
      text('topic', '培训内容', 'Topic'),
      text('organiser', '主办单位', 'Organiser'),
      number('hours', '学时', 'Hours', { decimals: 1 }),
      orNot(text('certificate', '证书', 'Certificate')),
    ],
  ),
  shipped(
    ['staff-paper', '年度总结与论文登记', 'Yearly summaries and papers'],
    { rhythm: every('year', { subjects: 'named' }) },
    [
      person,
      choice('kind', '类别', 'Kind', [
        ['summary', '总结文章', 'Summary'],
        ['paper', '论文', 'Paper'],
      ]),
      text('title', '题目', 'Title'),
      note,
    ],
  ),
  shipped(
    ['post-targets', '岗位职责与目标任务书', 'Post duties and targets'],
    { signers: ['school-head'], rhythm: every('year', { subjects: 'named', due: 'start', graceDays: 30 }) },
    [
      person,
      text('post', '岗位', 'Post'),
      text('duties', '岗位职责', 'Duties'),
      text('targets', '目标任务', 'Targets'),
    ],
  ),
  shipped(
    ['staff-attendance', '图书馆人员考勤', 'Attendance of library staff'],
    { rhythm: every('day', { subjects: 'named' }) },
    [
      person,
      choice('state', '出勤', 'Attendance', [
        ['present', '到岗', 'Present'],
        ['late', '迟到', 'Late'],
        ['early', '早退', 'Left early'],
        ['leave', '请假', 'On leave'],
        ['absent', '缺勤', 'Absent'],
      ]),
      note,
    ],
  ),
  shipped(
    ['staff-assessment', '图书馆人员考核', 'Assessment of library staff'],
    { writers: ['school-head'], rhythm: every('term', { subjects: 'named', graceDays: 14 }) },
    [
      person,
      number('score', '得分', 'Score', { max: 100, decimals: 1, summed: false }),
      choice('grade', '等次', 'Grade', [
        ['excellent', '优秀', 'Excellent'],
        ['good', '合格', 'Good'],
        ['basic', '基本合格', 'Just sufficient'],
        ['failing', '不合格', 'Not sufficient'],
      ]),
      text('met', '目标完成情况', 'How targets were met'),
      orNot(text('incentive', '奖惩', 'Incentive')),
    ],
  ),
  shipped(
    ['staff-study', '政治业务学习记录', 'Weekly study of the staff'],
    { rhythm: every('week', { weekday: 3, graceDays: 2 }) },
    [
      choice('kind', '类别', 'Kind', [
        ['political', '政治学习', 'Political'],
        ['professional', '业务学习', 'Professional'],
      ]),
      text('topic', '学习内容', 'Topic'),
      readers('attended', '参加人员', 'Present'),
      note,
    ],
  ),
  shipped(['staff-publications', '论文发表与科研获奖登记', 'Publications and research awards'], {}, [
    person,
    text('title', '题目', 'Title'),
    choice('kind', '类别', 'Kind', [
      ['published', '发表', 'Published'],
      ['award', '评选获奖', 'Award'],
      ['project', '课题', 'Project'],
    ]),
    choice('level', '级别', 'Level', levels),
    orNot(text('where', '刊物或评选', 'Where')),
    orNot(text('prize', '奖次', 'Prize')),
  ]),
  shipped(['other-duties', '非图书馆工作登记', 'Duties outside the library'], {}, [
    person,
    choice('kind', '工作', 'Duty', [
      ['invigilation', '监考', 'Invigilation'],
      ['papers', '分封试卷', 'Sealing exam papers'],
      ['gate', '门岗值班', 'Gate duty'],
      ['goods', '分发物品', 'Distribution of goods'],
      ['other', '其他', 'Other'],
    ]),
    number('days', '天数', 'Days', { decimals: 1, max: 366 }),
    orNot(day('until', '至', 'Until')),
    note,
  ]),
];
