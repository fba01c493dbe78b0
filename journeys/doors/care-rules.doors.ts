import { Added, api, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  title: '爱护图书须知',
  rules: ['注意防潮', '不折页', '不涂划', '不污损'],
});
const rules = new Added((place) =>
  place.school.librarian.ask('PUT', `${api}/care-rules`, { body: bodyOf(place) }),
);

export const feature: FeatureDoors = {
  adds: [rules],
  watched: ({ school }) => [`/care-rules-versions?schoolId=${school.id}`],
  doors: [
    write('care-rules.put', '/care-rules', 'school', 200, bodyOf, { method: 'PUT' }),
    // What hangs on the wall is everybody's to read.
    list('care-rules.read', '/care-rules', 'county', ofSchool),
    list('care-rules.poster', '/care-rules/poster', 'county', ofSchool),
    list('care-rules.versions', '/care-rules-versions', 'school', ofSchool),
  ],
};
