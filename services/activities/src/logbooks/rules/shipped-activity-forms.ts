import {
  choice,
  choices,
  day,
  entryOf,
  every,
  number,
  orNot,
  reader,
  readers,
  schoolClass,
  shipped,
  statuses,
  text,
  title,
  yesNo,
  type Named,
  type ShippedForm,
} from './form-pieces.js';
import { levels } from './shipped-staff-forms.js';

const people = ['librarian', 'school-head', 'teacher'] as const;
const all = ['teacher', 'class-helper', 'reader'] as const;
const note = orNot(text('note', '备注', 'Note'));
const channels: readonly Named[] = [
  ['web', '网络', 'Web'],
  ['display', '实物', 'Display of the books'],
  ['board', '展示板', 'Board'],
  ['window', '橱窗', 'Window'],
  ['blackboard', '黑板报', 'Blackboard'],
  ['screen', '电子屏', 'Screen'],
  ['broadcast', '广播电视', 'Broadcast'],
  ['paper', '校报', 'School paper'],
];
const organisers: readonly Named[] = [
  ['library', '图书馆', 'Library'],
  ['moral-office', '德育处', 'Moral-education office'],
  ['youth-league', '团委', 'Youth League'],
  ['academic-affairs', '教务处', 'Academic affairs'],
  ['young-pioneers', '少先队', 'Young Pioneers'],
  ['chinese', '语文组', 'Chinese department'],
  ['other', '其他', 'Others'],
];

/** Reading life around the library (ACT-001 to ACT-071). */
export const activityForms: readonly ShippedForm[] = [
  shipped(['new-book-bulletin', '新书推荐期刊登记', 'Bulletins of new books'], { openTo: all }, [
    number('issue', '期号', 'Issue', { min: 1, summed: false }),
    text('title', '主题', 'Theme'),
    number('titles', '推荐种数', 'Titles', { min: 1 }),
    choices('channels', '发布渠道', 'Channels', channels),
    note,
  ]),
  shipped(['new-book-introductions', '新书简介', 'Introductions of new books'], { openTo: all }, [
    title('book', '图书', 'Book'),
    text('introduction', '内容简介', 'Introduction'),
  ]),
  shipped(['recommendations', '推荐书目', 'Recommended reading'], { writers: people, openTo: all }, [
    text('list', '书目名称', 'List'),
    choice('audience', '对象', 'For', [
      ['lower', '低年级', 'Lower grades'],
      ['middle', '中年级', 'Middle grades'],
      ['upper', '高年级', 'Upper grades'],
      ['junior', '初中', 'Junior'],
      ['senior', '高中', 'Senior'],
      ['teachers', '教师', 'Teachers'],
      ['subject', '学科组', 'Subject group'],
      ['class', '班级', 'Class'],
    ]),
    orNot(
      choice('occasion', '配合', 'Occasion', [
        ['holiday', '节日', 'Holiday'],
        ['anniversary', '纪念日', 'Anniversary'],
        ['school-theme', '学校主题活动', 'Theme of the school'],
      ]),
    ),
    orNot(text('unit', '学科组', 'Subject group')),
    orNot(schoolClass('class', '班级', 'Class')),
    title('book', '图书', 'Book'),
    text('reason', '推荐理由', 'Why'),
  ]),
  shipped(['board-changes', '宣传阵地更换记录', 'Changes of windows and boards'], {}, [
    choice('board', '阵地', 'Board', [
      ['window', '橱窗', 'Display window'],
      ['blackboard', '黑板报', 'Blackboard'],
      ['newspapers', '读报栏', 'Newspaper board'],
      ['screen', '电子屏', 'Screen'],
    ]),
    number('place', '序号', 'Number', { min: 1, max: 99, summed: false }),
    text('theme', '主题', 'Theme'),
    orNot(
      choices('shows', '内容', 'Shows', [
        ['layout', '图书布局', 'Where books stand'],
        ['collections', '馆藏', 'Collections'],
        ['services', '服务', 'Services'],
        ['books', '图书推荐', 'Books'],
        ['works', '学生作品', 'Works of pupils'],
        ['news', '时事', 'News'],
      ]),
    ),
  ]),
  shipped(
    ['collective-reading', '集体阅读记录', 'Reading of a class together'],
    { writers: people, rhythm: every('term', { subjects: 'class' }) },
    [
      schoolClass('class', '班级', 'Class'),
      text('books', '阅读图书', 'Books'),
      text('source', '图书来源', 'Where they came from'),
      text('led', '组织教师', 'Led by'),
      number('present', '人数', 'Present'),
    ],
  ),
  shipped(['festivals', '读书节与活动周', 'Festivals and weeks of reading'], { openTo: all }, [
    choice('kind', '类别', 'Kind', [
      ['festival', '读书节', 'Reading festival'],
      ['service-week', '读者服务宣传周', 'Reader service week'],
      ['book-day', '世界读书日', 'World Book Day'],
    ]),
    text('name', '名称', 'Name'),
    day('until', '至', 'Until'),
    orNot(text('programme', '安排', 'Programme')),
  ]),
  shipped(['reading-groups', '读书小组与社团', 'Reading groups and clubs'], { writers: people }, [
    choice('kind', '类别', 'Kind', [
      ['group', '读书小组', 'Reading group'],
      ['club', '读书俱乐部', 'Reading club'],
      ['society', '文学社', 'Literary society'],
      ['film', '影评小组', 'Film reviews'],
      ['online', '在线书社', 'Online book club'],
    ]),
    text('name', '名称', 'Name'),
    orNot(text('led', '指导教师', 'Led by')),
    readers('members', '成员', 'Members'),
  ]),
  shipped(
    ['activity-records', '活动记录', 'Records of activities'],
    { writers: people, openTo: ['teacher'] },
    [
      choice('kind', '类别', 'Kind', [
        ['promotion', '资源推介会', 'Promotion of resources'],
        ['best-sellers', '畅销书与专家荐书', 'Best sellers and experts'],
        ['note-exchange', '读书笔记交流会', 'Exchange of reading notes'],
        ['readers-meeting', '读书积极分子交流会', 'Meeting of active readers'],
        ['ceremony', '演讲与表彰会', 'Speeches and awards'],
        ['theme', '读书主题活动', 'Reading theme'],
        ['exhibition', '作品展览', 'Exhibition'],
        ['lecture', '讲座与读书会', 'Lecture'],
        ['salon', '教师读书沙龙', 'Salon of teachers'],
        ['archive-day', '档案宣传日', 'Archive publicity day'],
        ['discussion', '专题讨论会', 'Discussion'],
        ['story', '故事会', 'Storytelling'],
        ['programme', '主题教育', 'Themed programme'],
      ]),
      text('name', '活动名称', 'Name'),
      orNot(entryOf('festivals', 'festival', '属于', 'Part of')),
      choices('organisers', '主办与协办', 'Organisers', organisers),
      number('participants', '参加人数', 'Participants'),
      orNot(number('works', '作品件数', 'Works')),
      orNot(readers('praised', '受表彰学生', 'Praised')),
      text('summary', '活动小结', 'Summary'),
    ],
  ),
  shipped(
    ['reading-exchange', '读书交流会推荐会记录', 'Reading exchange in the weekly lesson'],
    { writers: people, rhythm: every('week', { graceDays: 2 }) },
    [
      choice('kind', '类别', 'Kind', [
        ['exchange', '读书交流会', 'Exchange'],
        ['recommendation', '读书推荐会', 'Recommendation'],
      ]),
      schoolClass('class', '班级', 'Class'),
      text('topic', '主题', 'Topic'),
      number('present', '人数', 'Present'),
    ],
  ),
  shipped(['lesson-support', '阅读课指导记录', 'Support of reading lessons'], { writers: people }, [
    choice('kind', '类别', 'Kind', [
      ['plan', '教案', 'Lesson plan'],
      ['lesson', '指导课', 'Guidance lesson'],
      ['visit', '听课', 'Visit'],
    ]),
    schoolClass('class', '班级', 'Class'),
    text('content', '内容', 'Content'),
    orNot(text('teacher', '任课教师', 'Teacher')),
  ]),
  shipped(['reading-methods', '阅读方法指导', 'Methods of reading'], { writers: people }, [
    choice('method', '方法', 'Method', [
      ['intensive', '精读', 'Close reading'],
      ['extensive', '略读', 'Reading on'],
      ['browsing', '浏览', 'Browsing'],
      ['speed', '速读', 'Speed reading'],
      ['jumping', '跳读', 'Skipping'],
      ['aloud', '朗读', 'Reading aloud'],
      ['silent', '默读', 'Silent reading'],
      ['notes', '摘记', 'Taking notes'],
      ['questions', '质疑', 'Asking questions'],
      ['comparing', '比较阅读', 'Comparing'],
    ]),
    orNot(schoolClass('class', '班级', 'Class')),
    text('content', '要点', 'What was taught'),
  ]),
  shipped(
    ['outside-contests', '校外竞赛参赛与获奖登记', 'Contests outside the school'],
    { writers: people },
    [
      text('contest', '竞赛', 'Contest'),
      choice('level', '级别', 'Level', levels),
      orNot(reader('reader', '参赛者', 'Who')),
      choice('award', '结果', 'Result', [
        ['none', '参赛', 'Took part'],
        ['gold', '金奖、一等奖', 'Gold or first'],
        ['silver', '银奖、二等奖', 'Silver or second'],
        ['bronze', '铜奖、三等奖', 'Bronze or third'],
        ['excellence', '优秀奖', 'Excellence'],
        ['organisation', '优秀组织奖', 'Organisation'],
      ]),
    ],
  ),
  shipped(['prize-stock', '奖品收发登记', 'Prizes in and out'], {}, [
    text('prize', '奖品', 'Prize'),
    number('in', '收入', 'In'),
    number('out', '发出', 'Out'),
    orNot(text('activity', '用于活动', 'For')),
    orNot(reader('reader', '领奖者', 'Given to')),
  ]),
  shipped(
    ['contest-materials', '竞赛资料准备与归档', 'Materials of contests'],
    {
      writers: people,
      statuses: statuses(
        [
          ['prepared', '赛前准备', 'Prepared'],
          ['used', '赛中使用', 'In use'],
        ],
        [
          ['archived', '赛后归档', 'Archived'],
          ['submitted', '投寄报刊', 'Sent to the press'],
        ],
      ),
    },
    [
      text('contest', '竞赛', 'Contest'),
      text('materials', '资料', 'Materials'),
      number('items', '件数', 'Items'),
    ],
  ),
  shipped(
    ['activity-publications', '活动成果编印登记', 'Publications of activities'],
    { rhythm: every('month') },
    [
      choice('kind', '类别', 'Kind', [
        ['collection', '征文精品集', 'Collection of essays'],
        ['tabloid', '读书小报', 'Tabloid'],
        ['digest', '文摘', 'Digest'],
      ]),
      number('issue', '期号', 'Issue', { min: 1, summed: false }),
      text('title', '名称', 'Title'),
      number('pieces', '篇数', 'Pieces'),
    ],
  ),
  shipped(['labour-activities', '修书与劳动实践记录', 'Mending, cleaning and labour'], { writers: people }, [
    choice('kind', '类别', 'Kind', [
      ['mending', '修补图书', 'Mending books'],
      ['cleaning', '清洁', 'Cleaning'],
      ['moving', '搬运整理', 'Moving and sorting'],
    ]),
    orNot(schoolClass('class', '班级', 'Class')),
    number('pupils', '学生人数', 'Pupils'),
    orNot(number('books', '修补册数', 'Books mended')),
    note,
  ]),
  shipped(['works-exchange', '优秀作品交流登记', 'Exchange of works'], { writers: people }, [
    text('work', '作品', 'Work'),
    orNot(schoolClass('class', '班级', 'Class')),
    choice('to', '交流去向', 'To', [
      ['class', '班级', 'Another class'],
      ['school', '外校', 'Another school'],
      ['press', '报刊', 'The press'],
    ]),
    text('where', '单位', 'Where'),
    yesNo('printed', '已刊用', 'Printed'),
  ]),
  shipped(
    ['reading-projects', '读书工程与课题登记', 'Reading projects'],
    {
      writers: people,
      statuses: statuses(
        [
          ['planned', '立项', 'Planned'],
          ['doing', '实施', 'In progress'],
        ],
        [
          ['done', '结题', 'Done'],
          ['dropped', '中止', 'Dropped'],
        ],
      ),
    },
    [
      text('name', '项目', 'Project'),
      choice('kind', '类别', 'Kind', [
        ['research', '课题研究', 'Research'],
        ['reading', '读书工程', 'Reading'],
        ['writing', '读书写作工程', 'Reading and writing'],
        ['study', '教师学习', 'Study of teachers'],
      ]),
      text('work', '工作', 'Work'),
      number('participants', '参加人数', 'Participants'),
    ],
  ),
  shipped(
    ['pupil-proposals', '学生活动方案', 'Proposals of pupils'],
    {
      writers: ['librarian', 'school-head', 'teacher', 'class-helper', 'reader'],
      statuses: statuses(
        [
          ['proposed', '已提出', 'Proposed'],
          ['approved', '已批准', 'Approved'],
        ],
        [
          ['held', '已开展', 'Held'],
          ['declined', '未采纳', 'Declined'],
        ],
      ),
    },
    [text('name', '活动名称', 'Name'), text('plan', '方案', 'Plan')],
  ),
  shipped(['parent-activities', '家长参与阅读记录', 'Parents who take part'], { writers: people }, [
    choice('kind', '类别', 'Kind', [
      ['reading', '亲子阅读', 'Reading with children'],
      ['lecture', '家长讲座', 'Lecture for parents'],
      ['activity', '读书活动', 'Activity'],
      ['volunteers', '家长志愿者', 'Parents as volunteers'],
    ]),
    text('name', '活动', 'Activity'),
    orNot(schoolClass('class', '班级', 'Class')),
    number('parents', '家长人数', 'Parents'),
    orNot(number('pupils', '学生人数', 'Pupils')),
  ]),
  shipped(
    ['donation-campaign', '捐一本好书活动登记', 'Donations of pupils'],
    { writers: people, rhythm: every('year') },
    [
      orNot(entryOf('festivals', 'festival', '属于', 'Part of')),
      schoolClass('class', '班级', 'Class'),
      number('pupils', '捐书人数', 'Pupils'),
      number('copies', '册数', 'Copies'),
      choice('to', '去向', 'To', [
        ['gallery', '开放书廊', 'Open gallery'],
        ['corner', '班级图书角', 'Class corner'],
        ['stock', '入藏', 'Stock'],
      ]),
    ],
  ),
  shipped(
    ['reading-campaigns', '读书活动参与情况', 'Who took part in a reading campaign'],
    { writers: people },
    [
      text('campaign', '活动', 'Campaign'),
      schoolClass('class', '班级', 'Class'),
      number('pupils', '学生人数', 'Pupils'),
      number('reflections', '写心得人数', 'Wrote reflections'),
      number('reasons', '写推荐理由人数', 'Wrote reasons'),
    ],
  ),
  shipped(
    ['selection-panel', '新书推荐小组记录', 'Panel that selects new books'],
    { rhythm: every('term', { due: 'start', graceDays: 30 }) },
    [
      readers('members', '成员', 'Members'),
      number('looked', '审读种数', 'Titles looked at'),
      number('chosen', '推荐种数', 'Titles chosen'),
      note,
    ],
  ),
];
