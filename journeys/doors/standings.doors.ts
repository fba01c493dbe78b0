import { ofOnePerson, write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: ofOnePerson(
    write('standings.search', '/standings/search', 'list', 200, ({ reader }) => ({ readerIds: [reader.id] })),
  ),
};
