import { list, ofOnePerson, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: ofOnePerson(
    list('reader-packs.read', '/reader-packs', 'id', ({ reader }) => `readerId=${reader.id}&format=csv`),
  ),
};
