import { startS3, whyNoS3, type RunningS3 } from '@shulian/embedded-servers';

import { freshFolder } from './fresh-database.js';
import { unlessCi, type Missing } from './kafka-for-tests.js';
import { note } from './notes.js';

/**
 * A store of the suite's own that speaks the protocol of S3. Stop it in `afterAll`.
 * Without Java or Maven: `{ missing: why }`, with CI=true an error.
 */
export const freshS3 = async (): Promise<RunningS3 | Missing> => {
  const missing = whyNoS3();
  if (missing !== undefined) return unlessCi(`no store of files: ${missing}`);
  const s3 = await startS3(await freshFolder('s3'));
  note('server', `Files: ${s3.describe} from the Maven jars, a suite's own`);
  return s3;
};
