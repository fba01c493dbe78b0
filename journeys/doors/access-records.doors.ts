import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list('access-records.list', '/access-records', 'school', ofSchool),
    list('access-records.accounts', '/access-records/accounts', 'school', ofSchool),
    list('access-records.seals', '/access-records/seals', 'school', ofSchool),
  ],
};
