/** What roles are called on paper. */
export const roleWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'county-admin': { zh: '县级管理员', en: 'county admin' },
  'county-viewer': { zh: '县级查看', en: 'county viewer' },
  'school-head': { zh: '校长', en: 'head of school' },
  librarian: { zh: '图书管理员', en: 'librarian' },
  teacher: { zh: '教师', en: 'teacher' },
  'class-helper': { zh: '班级图书管理员', en: 'class helper' },
  reader: { zh: '读者', en: 'reader' },
  device: { zh: '设备', en: 'device' },
};
