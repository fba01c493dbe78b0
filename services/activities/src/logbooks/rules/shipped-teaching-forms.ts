import {
  choice,
  choices,
  entryOf,
  every,
  number,
  orNot,
  reader,
  readers,
  schoolClass,
  shipped,
  text,
  type ShippedForm,
} from './form-pieces.js';

const staff = ['librarian', 'school-head'] as const;
const present = number('present', '到场人数', 'Present');
const led = orNot(text('led', '主讲', 'Led by'));
const note = orNot(text('note', '备注', 'Note'));

const ruleSets = [
  ['acquisition', '采编制度', 'Acquisition and cataloguing'],
  ['processing', '加工制度', 'Processing'],
  ['lending', '借还制度', 'Lending and return'],
  ['custody', '保管制度', 'Custody'],
  ['compensation', '赔偿制度', 'Compensation'],
  ['stocktaking', '清点制度', 'Stocktaking'],
  ['weeding', '剔除制度', 'Weeding'],
  ['borrowing', '借书规则', 'Borrowing'],
  ['reading', '阅览规则', 'Reading'],
] as const;

/** Orientation, rules and user education; class librarians (RDR-018 to RDR-027). */
export const teachingForms: readonly ShippedForm[] = [
  shipped(
    ['pupil-orientation', '新生入馆教育记录', 'Orientation of new pupils'],
    { writers: [...staff, 'teacher'], rhythm: every('term', { subjects: 'new-class' }) },
    [
      schoolClass('class', '班级', 'Class'),
      choices('topics', '内容', 'Topics', [
        ['overview', '馆情介绍', 'The library'],
        ['holdings', '馆藏', 'Its holdings'],
        ['services', '服务', 'Its services'],
        ['rules', '规章制度', 'Its rules'],
        ['layout', '排架与各室位置', 'Where things stand, by the classification'],
        ['care', '爱护图书', 'Care for books'],
      ]),
      number('expected', '应到人数', 'Expected'),
      present,
      led,
      note,
    ],
  ),
  shipped(
    ['rules-circulation', '制度传阅单', 'Rules sent round'],
    { openTo: ['teacher'], rhythm: every('term', { due: 'start', graceDays: 14 }) },
    [
      choices('rules', '传阅的制度', 'Rules', ruleSets),
      orNot(text('changes', '本学期修订', 'Changed this term')),
      note,
    ],
  ),
  shipped(
    ['rules-read', '制度阅知签收', 'Rules read by teachers'],
    { writers: [...staff, 'teacher'], rhythm: every('term', { subjects: 'teacher' }) },
    [
      reader('teacher', '教师', 'Teacher'),
      entryOf('rules-circulation', 'circulation', '传阅单', 'Sent round'),
      note,
    ],
  ),
  shipped(
    ['rules-briefed', '班级学习制度记录', 'Rules explained in class'],
    { writers: [...staff, 'teacher'], rhythm: every('term', { subjects: 'class' }) },
    [
      schoolClass('class', '班级', 'Class'),
      entryOf('rules-circulation', 'circulation', '传阅单', 'Sent round'),
      present,
      note,
    ],
  ),
  shipped(
    ['morning-briefing', '晨会宣传借阅制度记录', 'Borrowing rules at the morning meeting'],
    { writers: [...staff, 'teacher'], rhythm: every('term', { subjects: 'class' }) },
    [
      schoolClass('class', '班级', 'Class'),
      choices('because', '针对上学期情况', 'Because of last term', [
        ['overdue', '逾期未还', 'Overdue books'],
        ['damage', '图书损坏', 'Damaged books'],
        ['loss', '图书丢失', 'Lost books'],
        ['routine', '例行宣传', 'As every term'],
      ]),
      orNot(number('cases', '上学期件数', 'Cases last term')),
      present,
      text('said', '宣传内容', 'What was said'),
    ],
  ),
  shipped(
    ['library-education', '读者教育活动记录', 'Education in using the library'],
    { writers: [...staff, 'teacher'] },
    [
      choice('form', '形式', 'Form', [
        ['course', '课程', 'Course'],
        ['lecture', '讲座', 'Lecture'],
        ['display', '展板', 'Display'],
      ]),
      choices('topics', '内容', 'Topics', [
        ['knowledge', '图书馆知识', 'Library knowledge'],
        ['retrieval', '文献检索', 'Retrieval'],
        ['databases', '数据库利用', 'Use of databases'],
      ]),
      orNot(schoolClass('class', '班级', 'Class')),
      present,
      number('hours', '课时', 'Hours', { decimals: 1 }),
      led,
      note,
    ],
  ),
  shipped(
    ['reading-guidance', '课外阅读指导记录', 'Guidance on reading'],
    { writers: [...staff, 'teacher'] },
    [
      choices('topics', '指导内容', 'Topics', [
        ['content', '阅读内容', 'What to read'],
        ['method', '读书方法', 'How to read'],
        ['hygiene', '读书卫生', 'Reading and health'],
      ]),
      orNot(schoolClass('class', '班级', 'Class')),
      present,
      text('said', '指导要点', 'What was said'),
    ],
  ),
  shipped(
    ['book-care-education', '爱护图书教育记录', 'Education in caring for books'],
    { writers: [...staff, 'teacher'], rhythm: every('term', { subjects: 'class' }) },
    [schoolClass('class', '班级', 'Class'), present, text('said', '教育内容', 'What was said'), led],
  ),
  shipped(
    ['class-librarian-meeting', '图书管理员会议记录', 'Meetings of class librarians'],
    { writers: [...staff, 'teacher'], signers: ['school-head'], rhythm: every('month', { graceDays: 7 }) },
    [
      text('chair', '主持', 'Chair'),
      readers('attended', '到会管理员', 'Class librarians present'),
      text('review', '上月工作总结', 'Review of last month'),
      text('next', '下步任务', 'Next tasks'),
      orNot(text('shortcomings', '存在不足', 'Shortcomings')),
    ],
  ),
];
