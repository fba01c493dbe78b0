import { byPath, change, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const idOf = ({ copy }: Place): string => copy.id;

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/copies?schoolId=${school.id}`],
  doors: [
    write('copies.create', '/copies', 'school', 201, ({ school, copy }) => ({
      titleId: copy.titleId,
      schoolId: school.id,
      priceFen: 1_200,
    })),
    list('copies.list', '/copies', 'county', ofSchool),
    byPath('copies.read', 'GET', '/copies/{id}', 200, idOf),
    change('copies.change', '/copies/{id}', idOf, () => ({ location: '二楼' })),
  ],
};
