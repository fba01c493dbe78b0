import type { JobView } from '@shulian/service-kit';
import type { CallMore, CatalogForTests } from '../a-catalog.builder.js';
import { importsInto } from '../catalog-imports/an-import.builder.js';

export type ExportForTests = {
  readonly job: JobView;
  readonly file: Buffer;
  readonly type: string | null;
};

/** An export as a librarian sees it: ask, wait, fetch the file. */
export const exportFrom = async (
  catalog: CatalogForTests,
  asked: object,
  { format, ...more }: CallMore & { readonly format?: string } = {},
): Promise<ExportForTests> => {
  const { status, body } = await catalog.call('POST', '/catalog-exports', asked, more);
  if (status !== 202) throw new Error(`the export was answered ${String(status)}: ${JSON.stringify(body)}`);
  const job = await importsInto(catalog).finished((body as JobView).id);
  if (job.status !== 'succeeded') throw new Error(`the export failed: ${String(job.failure)}`);
  const query = format === undefined ? '' : `?format=${format}`;
  const answer = await fetch(`${catalog.url}/api/v1/jobs/${job.id}/output${query}`, {
    headers: { authorization: `Bearer ${more.as ?? catalog.librarian}` },
  });
  if (answer.status !== 200) throw new Error(`the file was answered ${String(answer.status)}`);
  return {
    job,
    file: Buffer.from(await answer.arrayBuffer()),
    type: answer.headers.get('content-type'),
  };
};
