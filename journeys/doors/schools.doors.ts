import { another } from '../a-school.builder.js';
import { byPath, change, everything, list, write, type FeatureDoors, type Place } from './door.builder.js';

const idOf = ({ school }: Place): string => school.id;

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/schools/${school.id}`],
  doors: [
    write('schools.create', '/schools', 'county', 201, () => ({
      code: `D-${another()}`,
      name: '新学校',
      kind: 'junior',
    })),
    list('schools.list', '/schools', 'county', everything),
    byPath('schools.read', 'GET', '/schools/{id}', 200, idOf),
    change('schools.change', '/schools/{id}', idOf, () => ({ name: '改名小学' })),
  ],
};
