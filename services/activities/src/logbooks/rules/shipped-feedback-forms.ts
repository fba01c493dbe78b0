import {
  choice,
  choices,
  day,
  entryOf,
  every,
  number,
  orNot,
  schoolClass,
  shipped,
  statuses,
  text,
  type ShippedForm,
} from './form-pieces.js';
import { levels } from './shipped-staff-forms.js';

const people = ['librarian', 'school-head', 'teacher'] as const;
const everyone = ['librarian', 'school-head', 'teacher', 'class-helper', 'reader'] as const;
const answered = statuses(
  [['open', '待答复', 'Open']],
  [
    ['answered', '已答复', 'Answered'],
    ['declined', '不予采纳', 'Declined'],
  ],
);

/** Opinions of readers, and what is done for those who ask for something (RDR-043 to RDR-053). */
export const feedbackForms: readonly ShippedForm[] = [
  shipped(
    ['suggestions', '读者意见登记簿', 'Suggestions of readers'],
    { writers: everyone, statuses: answered },
    [
      choice('channel', '渠道', 'Channel', [
        ['box', '意见箱', 'Suggestion box'],
        ['board', '留言板', 'Message board'],
        ['mailbox', '读者信箱', 'Mailbox'],
        ['questionnaire', '问卷', 'Questionnaire'],
        ['forum', '座谈会', 'Forum'],
      ]),
      choice('kind', '类别', 'Kind', [
        ['suggestion', '建议', 'Suggestion'],
        ['complaint', '投诉', 'Complaint'],
        ['praise', '表扬', 'Praise'],
        ['book', '荐书', 'A book to buy'],
      ]),
      text('words', '意见', 'What was said'),
    ],
  ),
  shipped(
    ['assessment-campaign', '读者评馆活动', 'Readers assess the library'],
    { openTo: ['teacher', 'class-helper', 'reader'] },
    [
      text('name', '活动名称', 'Name'),
      day('until', '截止日期', 'Until'),
      orNot(text('summary', '说明', 'What it is about')),
    ],
  ),
  shipped(['assessment-opinions', '评馆意见', 'Opinions on the library'], { writers: everyone }, [
    entryOf('assessment-campaign', 'campaign', '评馆活动', 'Campaign'),
    number('score', '评分', 'Score', { min: 1, max: 5, summed: false }),
    text('words', '意见', 'Opinion'),
  ]),
  shipped(
    ['rectification-plan', '整改计划', 'Rectification plan'],
    {
      openTo: ['teacher', 'class-helper', 'reader'],
      statuses: statuses(
        [
          ['planned', '拟定', 'Planned'],
          ['doing', '整改中', 'In progress'],
        ],
        [
          ['done', '已完成', 'Done'],
          ['dropped', '不再进行', 'Dropped'],
        ],
      ),
    },
    [
      entryOf('assessment-campaign', 'campaign', '评馆活动', 'Campaign'),
      text('problem', '问题', 'Problem'),
      text('measure', '改进措施', 'Measure'),
      text('responsible', '责任人', 'Responsible'),
      day('by', '完成期限', 'By'),
    ],
  ),
  shipped(['reader-forum', '师生座谈会记录', 'Forums with readers'], { rhythm: every('term') }, [
    text('topic', '议题', 'Topic'),
    number('present', '到会人数', 'Present'),
    text('opinions', '意见归纳', 'Opinions'),
    text('results', '结果与措施', 'Results'),
  ]),
  shipped(
    ['satisfaction-survey', '读者满意度调查', 'Satisfaction of readers'],
    { writers: everyone, rhythm: every('term'), oncePerWriter: true, anonymous: true },
    [
      choice('satisfied', '总体评价', 'On the whole', [
        ['very', '很满意', 'Very satisfied'],
        ['yes', '满意', 'Satisfied'],
        ['partly', '一般', 'Partly'],
        ['no', '不满意', 'Not satisfied'],
      ]),
      orNot(
        choices('better', '需改进', 'What should be better', [
          ['books', '藏书', 'Books'],
          ['hours', '开放时间', 'Opening hours'],
          ['service', '服务态度', 'Service'],
          ['rooms', '环境', 'Rooms'],
        ]),
      ),
      orNot(text('words', '意见', 'Words')),
    ],
  ),
  shipped(
    ['interest-survey', '学生阅读兴趣调查', 'Reading interests of pupils'],
    { writers: everyone, rhythm: every('term'), oncePerWriter: true, anonymous: true },
    [
      choice('interested', '对课外阅读', 'In reading', [
        ['yes', '有兴趣', 'Interested'],
        ['no', '没有兴趣', 'Not interested'],
      ]),
      orNot(
        choices('kinds', '喜欢的类别', 'Likes', [
          ['fairy-tales', '童话寓言', 'Tales and fables'],
          ['classics', '名著', 'Classics'],
          ['science', '科普', 'Science'],
          ['history', '历史传记', 'History and lives'],
          ['comics', '漫画', 'Comics'],
          ['magazines', '报刊', 'Magazines'],
        ]),
      ),
      orNot(number('hours', '每周阅读小时', 'Hours a week', { max: 100, decimals: 1, summed: false })),
    ],
  ),
  shipped(['reference-enquiries', '读者咨询登记', 'Enquiries'], { writers: people, statuses: answered }, [
    choice('from', '咨询者', 'Asked by', [
      ['pupil', '学生', 'Pupil'],
      ['teacher', '教师', 'Teacher'],
      ['other', '其他', 'Other'],
    ]),
    text('question', '问题', 'Question'),
  ]),
  shipped(
    ['teaching-support', '教学资料服务登记', 'Materials for teaching'],
    {
      writers: people,
      statuses: statuses(
        [['asked', '待提供', 'Asked for']],
        [
          ['supplied', '已提供', 'Supplied'],
          ['none', '无法提供', 'Not to be had'],
        ],
      ),
    },
    [
      choice('occasion', '用途', 'For', [
        ['open-lesson', '公开课', 'Open lesson'],
        ['lesson', '日常教学', 'Lesson'],
        ['activity', '学校活动', 'School activity'],
        ['research', '教研', 'Research'],
      ]),
      text('subject', '课题', 'Subject'),
      text('needed', '所需资料', 'What is needed'),
      orNot(number('items', '件数', 'Items')),
    ],
  ),
  shipped(
    ['openness-report', '图书馆工作公开', 'Report of the library to all'],
    { openTo: ['teacher', 'class-helper', 'reader'], rhythm: every('term', { graceDays: 14 }) },
    [
      text('title', '标题', 'Title'),
      text('work', '工作情况', 'What was done'),
      orNot(text('plans', '下步打算', 'What is planned')),
      text('contact', '监督渠道', 'Where to say what you think'),
    ],
  ),
  shipped(['on-site-service', '下部门服务登记', 'Service in departments and projects'], {}, [
    text('unit', '部门或课题组', 'Department or project'),
    text('needs', '信息需求', 'Needs found'),
    orNot(text('met', '提供的服务', 'What was done')),
  ]),
  shipped(['competition-support', '竞赛文献服务登记', 'Literature for competitions'], { writers: people }, [
    text('competition', '竞赛', 'Competition'),
    choice('level', '级别', 'Level', levels),
    orNot(schoolClass('class', '班级', 'Class')),
    number('pupils', '参赛学生人数', 'Pupils'),
    text('materials', '提供的文献', 'Literature'),
    orNot(number('items', '件数', 'Items')),
  ]),
];
