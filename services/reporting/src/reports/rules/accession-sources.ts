/** How copies came, in words. */
export const accessionSources = {
  purchase: { zh: '购置', en: 'Bought' },
  'pupil-purchase': { zh: '学生购书报销', en: 'Bought by pupils' },
  donation: { zh: '捐赠', en: 'Given' },
  allocation: { zh: '上级配发', en: 'Allotted by the authority' },
  transfer: { zh: '调拨', en: 'From another school' },
  'school-publication': { zh: '校本出版', en: 'Published by the school' },
  replacement: { zh: '赔书', en: 'In place of a lost one' },
  other: { zh: '其他', en: 'Otherwise' },
  'not-recorded': { zh: '未记载', en: 'Not recorded' },
} as const;
