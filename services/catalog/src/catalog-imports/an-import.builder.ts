import type { JobProblem, JobView } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import type { CallMore, CatalogForTests, Reply } from '../a-catalog.builder.js';

/** An import as a librarian sees it: upload, wait, look at the result and at the problems. */
export type ImportsForTests = {
  upload(bytes: Uint8Array, fields?: Record<string, string>, more?: CallMore): Promise<Reply>;
  finished(id: string, ms?: number): Promise<JobView>;
  /** Uploads and waits for the end; throws when the job was refused or failed. */
  imported(bytes: Uint8Array, fields?: Record<string, string>, more?: CallMore): Promise<JobView>;
  problemsOf(job: JobView): Promise<JobProblem[]>;
};

export const importsInto = (catalog: CatalogForTests): ImportsForTests => {
  const upload: ImportsForTests['upload'] = (bytes, fields = {}, more = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([Buffer.from(bytes)]), 'records.iso');
    return catalog.call('POST', '/catalog-imports', form, more);
  };
  const finished: ImportsForTests['finished'] = (id, ms = 60_000) =>
    eventually(async () => {
      const { body } = await catalog.call('GET', `/jobs/${id}`, undefined, { as: catalog.admin });
      const job = body as JobView;
      if (!['succeeded', 'failed'].includes(job.status)) throw new Error(`the job is ${job.status}`);
      return job;
    }, ms);
  return {
    upload,
    finished,
    imported: async (bytes, fields, more) => {
      const { status, body } = await upload(bytes, fields, more);
      if (status !== 202)
        throw new Error(`the import was answered ${String(status)}: ${JSON.stringify(body)}`);
      const job = await finished((body as JobView).id);
      if (job.status !== 'succeeded') throw new Error(`the import failed: ${String(job.failure)}`);
      return job;
    },
    problemsOf: async (job) => {
      const { body } = await catalog.call('GET', `/jobs/${job.id}/problems`, undefined, {
        as: catalog.admin,
      });
      // Their titles are for people; the specs of titles ask for them themselves.
      return (body as { items: (JobProblem & { title: string })[] }).items.map(
        ({ title: _, ...problem }) => problem,
      );
    },
  };
};
