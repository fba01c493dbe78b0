import type { Chance } from './seeded-chance.js';
import { schoolYearOf, type Day } from './school-year.js';
import type { Section, Work } from './works.js';

export type SampleSchool = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'primary' | 'junior' | 'senior' | 'complete' | 'nine-year' | 'twelve-year';
  /** Begins every barcode and card number of the school. */
  readonly prefix: string;
  readonly sections: readonly Section[];
  readonly classesPerGrade: number;
  readonly staff: number;
};

export type SampleClass = {
  readonly section: Section;
  readonly entryYear: number;
  readonly classNo: number;
  readonly grade: number;
};

export type SampleReader = {
  readonly name: string;
  readonly cardNumber: string;
  readonly kind: 'student' | 'teacher' | 'staff';
  readonly schoolClass: SampleClass | null;
};

export type SampleCopies = {
  readonly work: Work;
  readonly barcodes: readonly string[];
  readonly priceFen: number;
};

/** An invented county: one school of every kind. */
export const sampleSchools: readonly SampleSchool[] = [
  { code: 'YS-01', name: '样书县桃溪小学', kind: 'primary', prefix: 'TX', sections: ['p'], classesPerGrade: 1, staff: 2 },
  { code: 'YS-02', name: '样书县柳塘初级中学', kind: 'junior', prefix: 'LT', sections: ['j'], classesPerGrade: 2, staff: 2 },
  { code: 'YS-03', name: '样书县松岭高级中学', kind: 'senior', prefix: 'SL', sections: ['s'], classesPerGrade: 1, staff: 1 },
  { code: 'YS-04', name: '样书县云湖中学', kind: 'complete', prefix: 'YH', sections: ['j', 's'], classesPerGrade: 1, staff: 1 },
  { code: 'YS-05', name: '样书县竹园学校', kind: 'nine-year', prefix: 'ZY', sections: ['p', 'j'], classesPerGrade: 1, staff: 1 },
  { code: 'YS-06', name: '样书县青禾学校', kind: 'twelve-year', prefix: 'QH', sections: ['p', 'j', 's'], classesPerGrade: 1, staff: 1 },
]; // prettier-ignore

const gradesOf: Readonly<Record<Section, readonly number[]>> = {
  p: [1, 2, 3, 4, 5, 6],
  j: [7, 8, 9],
  s: [10, 11, 12],
};
const sectionName = { p: 'primary', j: 'junior', s: 'senior' } as const;
export const nameOfSection = (section: Section): (typeof sectionName)[Section] => sectionName[section];

const gradeNames = [
  '一年级',
  '二年级',
  '三年级',
  '四年级',
  '五年级',
  '六年级',
  '七年级',
  '八年级',
  '九年级',
  '高一',
  '高二',
  '高三',
];
/** 三年级, 高一 …: the name of a grade from 1 to 12. */
export const gradeName = (grade: number): string => gradeNames[grade - 1] ?? String(grade);

const studentsPerClass = 44;
const teachersPerSchool = 24;
const copiesPerSchool = 1000;

/** The classes of a school in the school year of `today`, lowest grade first. */
export const classesOf = (school: SampleSchool, today: Day): SampleClass[] =>
  school.sections.flatMap((section) =>
    gradesOf[section].flatMap((grade) =>
      Array.from({ length: school.classesPerGrade }, (_, at) => ({
        section,
        grade,
        entryYear: schoolYearOf(today) - (grade - (gradesOf[section][0] ?? grade)),
        classNo: at + 1,
      })),
    ),
  );

/** A surname and a thing found in a library: nobody is called 王书签, so no child of a real school is meant. */
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const things =
  '书签 墨香 扉页 目录 封面 书脊 页码 句号 逗号 冒号 问号 叹号 引号 笔画 偏旁 拼音 生字 组词 造句 诗行 ' +
  '韵脚 童谣 谜语 寓言 序言 后记 插图 标题 段落 章回 书架 书包 书桌 台灯 铅笔 橡皮 尺子 墨水 毛笔 砚台 ' +
  '宣纸 信封 邮票 日历 地图 算盘 积木 风筝 灯谜 书评';
export const inventedNames: readonly string[] = things
  .split(' ')
  .flatMap((thing) => surnames.map((surname) => surname + thing));

/** The readers of all schools, 2,000 in all: no two with the same name. */
export function sampleReaders(today: Day, chance: Chance): Map<SampleSchool, SampleReader[]> {
  const names = chance.shuffled(inventedNames);
  const nextName = (): string => {
    const name = names.pop();
    if (name === undefined) throw new RangeError('more readers than invented names');
    return name;
  };
  return new Map(
    sampleSchools.map((school) => {
      const of = (
        count: number,
        kind: SampleReader['kind'],
        schoolClass: SampleClass | null,
      ): Omit<SampleReader, 'cardNumber'>[] =>
        Array.from({ length: count }, () => ({ name: nextName(), kind, schoolClass }));
      const people = [
        ...classesOf(school, today).flatMap((schoolClass) => of(studentsPerClass, 'student', schoolClass)),
        ...of(teachersPerSchool, 'teacher', null),
        ...of(school.staff, 'staff', null),
      ];
      return [
        school,
        people.map((reader, at) => ({
          ...reader,
          cardNumber: `${school.prefix}R${String(at + 1).padStart(5, '0')}`,
        })),
      ];
    }),
  );
}

/** The copies of a school, 1,000 of works for its grades; one to six of each, the well-known ones first in the list more often. */
export function sampleCopies(school: SampleSchool, works: readonly Work[], chance: Chance): SampleCopies[] {
  const suited = works.filter((work) => work.sections.some((section) => school.sections.includes(section)));
  const counts = new Map(suited.map((work) => [work, work.readingRoomOnly ? 2 : 1]));
  const lendable = suited.filter((work) => !work.readingRoomOnly);
  let missing = copiesPerSchool - [...counts.values()].reduce((sum, count) => sum + count, 0);
  while (missing > 0) {
    const work = chance.pick(lendable);
    counts.set(work, (counts.get(work) ?? 0) + 1);
    missing -= 1;
  }
  let number = 0;
  return suited.map((work) => ({
    work,
    barcodes: Array.from(
      { length: counts.get(work) ?? 0 },
      () => school.prefix + String((number += 1)).padStart(6, '0'),
    ),
    // A sample price between 12.00 and 48.00 yuan in steps of half a yuan.
    priceFen: 1200 + chance.below(73) * 50,
  }));
}
