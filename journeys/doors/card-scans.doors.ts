import { ofOnePerson, write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: ofOnePerson(
    write('card-scans.create', '/card-scans', 'school', 200, ({ school, reader }) => ({
      schoolId: school.id,
      cardNumber: reader.cardNumber,
    })),
    write('desk.scan-card', '/desk/card-scans', 'school', 200, ({ school, reader }) => ({
      schoolId: school.id,
      cardNumber: reader.cardNumber,
    })),
    write('scanned-loans.list', '/scanned-loans', 'id', 200, ({ reader }) => ({ readerId: reader.id })),
  ),
};
