import { ofOnePerson, write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: ofOnePerson(
    write('desk.view-reader', '/desk/reader-views', 'id', 200, ({ reader }) => ({ readerId: reader.id })),
    write('desk.view-class', '/desk/class-views', 'id', 200, ({ schoolClass }) => ({
      classId: schoolClass.id,
    })),
    write('desk.view-reading-record', '/desk/reading-records', 'id', 200, ({ reader }) => ({
      readerId: reader.id,
    })),
  ),
};
