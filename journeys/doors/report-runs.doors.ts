import { done, until } from '../a-caller.builder.js';
import { Added, api, byPath, jobDoors, type FeatureDoors, type Place } from './door.builder.js';

type Job = { readonly id: string; readonly status: string };
const run = (place: Place) => ({
  path: `${api}/reports/loans-per-reader-kind/runs`,
  body: { schoolId: place.school.id },
});

/** By the county: what a librarian asks for may hold what only the school sees. */
const job = new Added(async (place) => {
  const { path, body } = run(place);
  const { admin } = place.school;
  const { id } = done(await admin.ask<Job>('POST', path, { body }), 202);
  await until(
    () => admin.ask<Job>('GET', `${api}/jobs/${id}`),
    (answer) => answer.body.status === 'succeeded',
    60_000,
  );
  return id;
});
const jobAt = (place: Place): Promise<string> => job.at(place);

export const feature: FeatureDoors = {
  adds: [job],
  doors: [
    {
      operation: 'report-runs.create',
      method: 'POST',
      path: `${api}/reports/{name}/runs`,
      touches: 'school',
      ok: 202,
      ask: run,
    },
    ...jobDoors('reporting', jobAt),
    { ...byPath('jobs.output', 'GET', '/jobs/{id}/output', 200, jobAt), service: 'reporting' },
  ],
};
