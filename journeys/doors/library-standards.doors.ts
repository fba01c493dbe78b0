import { everything, list, write, type FeatureDoors } from './door.builder.js';

const standard = () => ({ figure: 'rooms', asked: 11, source: '省一级图书馆标准' });

export const feature: FeatureDoors = {
  doors: [
    write('library-standards.put', '/library-standards', 'county', 200, standard, { method: 'PUT' }),
    list('library-standards.list', '/library-standards', 'county', everything),
  ],
};
