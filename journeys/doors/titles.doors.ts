import { another } from '../a-school.builder.js';
import { byPath, change, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const idOf = ({ copy }: Place): string => copy.titleId;

export const feature: FeatureDoors = {
  doors: [
    write('titles.create', '/titles', 'county', 201, () => ({ title: `门前大桥下${another()}` })),
    list('titles.list', '/titles', 'county', ofSchool),
    byPath('titles.read', 'GET', '/titles/{id}', 200, idOf),
    // A title is of the county, whoever described it.
    { ...change('titles.change', '/titles/{id}', idOf, () => ({ subtitle: '童谣' })), touches: 'county' },
  ],
};
