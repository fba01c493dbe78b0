import {
  choice,
  day,
  entryOf,
  number,
  orNot,
  shipped,
  statuses,
  text,
  yesNo,
  type ShippedForm,
} from './form-pieces.js';

/** Who works in the library of a school and may write for it. */
const staff = ['librarian', 'school-head'] as const;

/** What the county asks of schools and tells them, and what they tell one another (RPT-047, RPT-049, RPT-053, RPT-054). */
export const countyForms: readonly ShippedForm[] = [
  shipped(
    ['county-tasks', '县站布置工作', 'Work assigned by the county'],
    {
      writers: ['county-admin'],
      openTo: ['county-admin', 'county-viewer'],
      statuses: statuses(
        [
          ['assigned', '已布置', 'Assigned'],
          ['doing', '办理中', 'In progress'],
        ],
        [
          ['done', '已完成', 'Done'],
          ['excused', '免办', 'Excused'],
        ],
      ),
    },
    [
      text('task', '工作', 'Task'),
      day('by', '完成期限', 'By'),
      orNot(text('details', '要求', 'What is asked')),
    ],
  ),
  shipped(
    ['advanced-unit-applications', '先进单位申报', 'Applications as advanced unit'],
    { signers: ['school-head'], openTo: ['county-admin', 'county-viewer'] },
    [
      number('year', '年度', 'Year', { min: 2000, max: 2999, summed: false }),
      text('achievements', '主要成绩', 'Achievements'),
    ],
  ),
  shipped(
    ['advanced-unit-awards', '先进单位评选', 'Selection of advanced units'],
    { writers: ['county-admin'], openTo: ['county-admin', 'county-viewer', 'teacher'], shared: true },
    [
      entryOf('advanced-unit-applications', 'application', '申报', 'Application'),
      number('score', '得分', 'Score', { max: 100, decimals: 1, summed: false }),
      yesNo('chosen', '评为先进', 'Chosen'),
      text('grounds', '理由', 'Grounds'),
    ],
  ),
  shipped(
    ['public-library-plan', '县公共图书馆服务计划', 'Service plan of the county public library'],
    {
      // The public library is a member of the network like a school: its own people write, or the county office for it.
      writers: [...staff, 'county-admin'],
      signers: ['school-head'],
      openTo: ['county-admin', 'county-viewer', 'teacher'],
      shared: true,
      statuses: statuses(
        [
          ['planned', '计划', 'Planned'],
          ['doing', '进行中', 'In progress'],
        ],
        [
          ['reached', '达成', 'Reached'],
          ['not-reached', '未达成', 'Not reached'],
        ],
      ),
    },
    [
      number('year', '年度', 'Year', { min: 2000, max: 2999, summed: false }),
      choice('service', '服务项目', 'Service', [
        ['free-opening', '免费开放', 'Free opening'],
        ['level', '评估定级（国家二级馆）', 'Level of the library (national level two)'],
        ['school-loans', '送书进校', 'Books lent to schools'],
        ['reading', '阅读推广', 'Reading promotion'],
        ['training', '业务辅导', 'Training of school librarians'],
        ['other', '其他', 'Other'],
      ]),
      text('target', '目标', 'Target'),
      orNot(number('hours', '每周开放小时', 'Hours open a week', { max: 168, decimals: 1, summed: false })),
      orNot(number('schools', '惠及学校', 'Schools served', { summed: false })),
      orNot(text('result', '完成情况', 'What became of it')),
    ],
  ),
  shipped(
    ['good-practice', '校际经验交流', 'Good practice between schools'],
    { shared: true, openTo: ['county-admin', 'county-viewer', 'teacher'] },
    [
      text('title', '题目', 'Title'),
      choice('field', '方面', 'Field', [
        ['management', '管理', 'Management'],
        ['reading', '阅读活动', 'Reading'],
        ['collection', '馆藏', 'Collection'],
        ['technology', '技术', 'Technology'],
      ]),
      text('practice', '经验做法', 'What is done'),
      orNot(text('results', '成效', 'Results')),
    ],
  ),
];
