import { byPath, change, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const idOf = ({ schoolClass }: Place): string => schoolClass.id;
let opened = 0;

export const feature: FeatureDoors = {
  lists: ['/classes'],
  doors: [
    write('classes.create', '/classes', 'school', 201, ({ school }) => {
      opened += 1;
      return {
        schoolId: school.id,
        section: 'primary',
        entryYear: school.year - (opened % 6),
        classNo: 10 + (opened % 90),
      };
    }),
    list('classes.list', '/classes', 'list', ofSchool),
    byPath('classes.read', 'GET', '/classes/{id}', 200, idOf),
    change('classes.change', '/classes/{id}', idOf, () => ({})),
  ],
};
