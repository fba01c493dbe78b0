import {
  choice,
  choices,
  day,
  entryOf,
  every,
  number,
  orNot,
  room,
  shipped,
  statuses,
  text,
  yesNo,
  type ShippedForm,
} from './form-pieces.js';

const staff = ['librarian', 'school-head'] as const;
const note = orNot(text('note', '备注', 'Note'));
const faultStates = statuses(
  [
    ['reported', '已上报', 'Reported'],
    ['doing', '处理中', 'In progress'],
  ],
  [['repaired', '已排除', 'Put right']],
);

/** Rooms, equipment and safety (RPT-035 to RPT-045). */
export const facilityForms: readonly ShippedForm[] = [
  shipped(
    ['safety-checks', '每日安全检查记录', 'Daily safety checks'],
    { signers: ['school-head', 'librarian'], rhythm: every('day') },
    [
      yesNo('fire', '消防器材正常', 'Fire equipment in order'),
      yesNo('electricity', '电源线路正常', 'Electricity in order'),
      yesNo('doors', '门窗通道正常', 'Doors and ways out in order'),
      yesNo('fault', '有隐患', 'A fault was found'),
      note,
    ],
  ),
  shipped(
    ['safety-faults', '安全隐患上报', 'Faults of safety'],
    { writers: [...staff, 'teacher'], statuses: faultStates, openTo: ['county-admin', 'county-viewer'] },
    [
      room('room', '地点', 'Place'),
      choice('kind', '类别', 'Kind', [
        ['fire', '消防', 'Fire'],
        ['electricity', '用电', 'Electricity'],
        ['building', '房屋设施', 'Building'],
        ['security', '治安', 'Security'],
      ]),
      text('fault', '隐患', 'Fault'),
    ],
  ),
  shipped(
    ['safety-reports', '月度安全检查上报表', 'Monthly safety reports'],
    {
      signers: ['school-head'],
      openTo: ['county-admin', 'county-viewer'],
      rhythm: every('month', { graceDays: 5 }),
    },
    [
      number('checks', '检查次数', 'Checks'),
      number('faults', '发现隐患', 'Faults found'),
      number('repaired', '已排除', 'Put right'),
      text('summary', '情况说明', 'Summary'),
    ],
  ),
  shipped(
    ['security-records', '安全防火与治安保卫记录', 'Fire safety and security'],
    { signers: ['school-head'] },
    [
      choice('kind', '类别', 'Kind', [
        ['drill', '消防演练', 'Fire drill'],
        ['training', '安全教育', 'Safety training'],
        ['equipment', '器材检修', 'Service of equipment'],
        ['security', '治安保卫', 'Security'],
      ]),
      text('what', '情况', 'What was done'),
      number('people', '参加人数', 'People'),
      orNot(day('next', '下次日期', 'Next')),
    ],
  ),
  shipped(['room-register', '馆舍与座位登记', 'Rooms and seats'], {}, [
    room('room', '室名', 'Room'),
    choice('use', '用途', 'Use', [
      ['stack', '书库', 'Stack'],
      ['lending', '借书处', 'Lending'],
      ['pupils', '学生阅览室', 'Reading room for pupils'],
      ['teachers', '教师阅览室', 'Reading room for teachers'],
      ['electronic', '电子阅览室', 'Electronic reading room'],
      ['other', '其他', 'Other'],
    ]),
    number('area', '面积（平方米）', 'Area (m²)', { decimals: 1 }),
    number('seats', '座位', 'Seats'),
  ]),
  shipped(
    ['equipment-register', '设备登记', 'Equipment'],
    {
      statuses: statuses(
        [
          ['in-use', '在用', 'In use'],
          ['idle', '闲置', 'Idle'],
          ['repair', '维修', 'In repair'],
        ],
        [['scrapped', '报废', 'Scrapped']],
      ),
    },
    [
      choice('kind', '类别', 'Kind', [
        ['shelf', '书架', 'Shelf'],
        ['table', '阅览桌', 'Reading table'],
        ['cabinet', '目录柜', 'Catalogue cabinet'],
        ['desk', '办公桌椅', 'Desk'],
        ['scanner', '条码扫描器', 'Barcode scanner'],
        ['printer', '打印复印机', 'Printer'],
        ['projector', '投影仪', 'Projector'],
        ['ups', '不间断电源', 'UPS'],
        ['server', '服务器', 'Server'],
        ['computer', '计算机', 'Computer'],
        ['other', '其他', 'Other'],
      ]),
      text('name', '名称型号', 'Name and model'),
      number('quantity', '数量', 'Quantity', { min: 1 }),
      orNot(number('seats', '座位', 'Seats')),
      orNot(room('room', '所在', 'Room')),
      orNot(number('yuan', '金额（元）', 'Value (yuan)', { decimals: 2 })),
    ],
  ),
  shipped(
    ['equipment-plan', '设备维护更新添置计划', 'Maintenance and replacement of equipment'],
    {
      statuses: statuses(
        [
          ['planned', '计划', 'Planned'],
          ['doing', '进行中', 'In progress'],
        ],
        [
          ['done', '完成', 'Done'],
          ['dropped', '取消', 'Dropped'],
        ],
      ),
    },
    [
      choice('kind', '类别', 'Kind', [
        ['maintenance', '维护', 'Maintenance'],
        ['replacement', '更新', 'Replacement'],
        ['addition', '添置', 'Addition'],
      ]),
      orNot(entryOf('equipment-register', 'equipment', '设备', 'Equipment')),
      text('what', '内容', 'What'),
      number('quantity', '数量', 'Quantity'),
      orNot(number('yuan', '预算（元）', 'Budget (yuan)', { decimals: 2 })),
      day('by', '计划日期', 'By'),
    ],
  ),
  shipped(['room-checklist', '功能室对照检查', 'Rooms against the standard'], { rhythm: every('year') }, [
    choice('room', '功能室', 'Room', [
      ['stack', '书库', 'Stack'],
      ['lending', '借书处', 'Loan area'],
      ['reading', '阅览室', 'Reading room'],
      ['electronic', '电子阅览室', 'Electronic reading room'],
      ['classics-1', '国学室一', 'First classics room'],
      ['classics-2', '国学室二', 'Second classics room'],
      ['teachers', '教师阅览室', 'Teachers’ room'],
      ['cataloguing', '采编室', 'Cataloguing'],
      ['tools', '工具书室', 'Reference room'],
      ['back-issues', '过刊室', 'Back issues'],
      ['other', '其他', 'Other'],
    ]),
    yesNo('there', '已配备', 'There'),
    yesNo('meets', '达标', 'Meets the standard'),
    note,
  ]),
  shipped(
    ['cleaning-log', '阅览环境与卫生检查', 'Reading environment and cleaning'],
    { rhythm: every('day') },
    [
      room('room', '场所', 'Room'),
      choice('state', '状况', 'State', [
        ['good', '良好', 'Good'],
        ['fair', '一般', 'Fair'],
        ['poor', '差', 'Poor'],
      ]),
      choices('done', '已做', 'Done', [
        ['floor', '地面', 'Floor'],
        ['tables', '桌椅', 'Tables'],
        ['shelves', '书架', 'Shelves'],
        ['windows', '门窗', 'Windows'],
        ['air', '通风', 'Airing'],
      ]),
      note,
    ],
  ),
];
