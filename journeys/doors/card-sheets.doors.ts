import { ofOnePerson, write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: ofOnePerson(
    write('reader-card-sheets.print', '/reader-card-sheets', 'id', 200, ({ schoolClass }) => ({
      kind: 'class-roster',
      classId: schoolClass.id,
    })),
  ),
};
