import { done, until } from '../a-caller.builder.js';
import { Added, api, byPath, write, type FeatureDoors, type Place } from './door.builder.js';

type Job = { readonly id: string; readonly status: string };

const wanted = ({ school }: Place) => ({ schoolId: school.id, copies: 'cnmarc-905' });
const job = new Added(async (place) => {
  const { librarian } = place.school;
  const { id } = done(
    await librarian.ask<Job>('POST', `${api}/catalog-exports`, { body: wanted(place) }),
    202,
  );
  await until(
    () => librarian.ask<Job>('GET', `${api}/jobs/${id}`),
    (answer) => answer.body.status === 'succeeded',
    60_000,
  );
  return id;
});

export const feature: FeatureDoors = {
  adds: [job],
  doors: [
    write('catalog-exports.create', '/catalog-exports', 'school', 202, wanted),
    {
      ...byPath('jobs.output', 'GET', '/jobs/{id}/output', 200, (place) => job.at(place)),
      service: 'catalog',
    },
  ],
};
