import { choice, every, number, orNot, shipped, text, yesNo, type ShippedForm } from './form-pieces.js';

const note = orNot(text('note', '备注', 'Note'));

/** What is done with papers, newspapers and files, beside what the catalogue keeps of them (CAT-068, CAT-075, CAT-102). */
export const collectionForms: readonly ShippedForm[] = [
  shipped(
    ['newspaper-check', '报纸数据核对汇总', 'Yearly check of newspaper data'],
    { signers: ['school-head'], rhythm: every('year') },
    [
      text('newspaper', '报纸', 'Newspaper'),
      number('due', '应到期数', 'Issues due'),
      number('received', '实到期数', 'Issues received'),
      yesNo('agrees', '与登记相符', 'Agrees with the register'),
      orNot(text('difference', '差异及处理', 'Difference and what was done')),
    ],
  ),
  shipped(
    ['papers-arranged', '资料整理装订保管', 'Papers arranged, bound and kept'],
    { rhythm: every('month') },
    [
      choice('occasion', '时间', 'Occasion', [
        ['month-end', '月底', 'End of the month'],
        ['year-end', '年底', 'End of the year'],
      ]),
      choice('kind', '资料', 'Papers', [
        ['registers', '账册', 'Registers'],
        ['vouchers', '凭证', 'Vouchers'],
        ['reports', '报表总结', 'Reports and summaries'],
        ['serials', '报刊', 'Periodicals'],
        ['other', '其他', 'Other'],
      ]),
      text('papers', '内容', 'What it is'),
      number('volumes', '装订册数', 'Volumes bound'),
      text('place', '存放处', 'Where it is kept'),
      note,
    ],
  ),
  shipped(['filing-guidance', '预立卷指导', 'Guidance before filing'], {}, [
    text('unit', '部门', 'Department'),
    text('officer', '专、兼职档案员', 'Archive officer'),
    text('guidance', '指导内容', 'What was shown'),
    orNot(text('open', '待办', 'What is still to be done')),
    number('files', '预立卷件数', 'Files prepared'),
  ]),
];
