import { write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    write('label-sheets.print', '/label-sheets', 'school', 200, ({ school, copy }) => ({
      kind: 'barcode',
      schoolId: school.id,
      copyIds: [copy.id],
    })),
    write('card-sheets.print', '/card-sheets', 'school', 200, ({ school, copy }) => ({
      kind: 'book-card',
      schoolId: school.id,
      copyIds: [copy.id],
    })),
  ],
};
