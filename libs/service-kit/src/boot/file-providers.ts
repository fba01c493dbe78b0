import type { Provider } from '@nestjs/common';
import type { ServiceConfig } from '../config/service.config.js';
import { Database } from '../database/database.js';
import { OncePerDay } from '../schedules/once-per-day.js';
import { JobOutputs } from '../jobs/job-outputs.js';
import { Jobs } from '../jobs/jobs.js';
import { FileStore } from '../files/file-store.js';
import type { FileContents } from '../files/file-contents.js';
import { FilesInPostgres } from '../files/files-in-postgres.js';
import { FilesInS3 } from '../files/files-in-s3.js';

/** Where an edition keeps files: in the database, unless a store is named. @throws Error for a store without its keys */
export function contentsFor(service: string, config: ServiceConfig, database: Database): FileContents {
  if (config.SHULIAN_S3_ENDPOINT === '') return new FilesInPostgres(database);
  const missing = (['SHULIAN_S3_ACCESS_KEY', 'SHULIAN_S3_SECRET_KEY'] as const).filter(
    (name) => config[name] === '',
  );
  if (missing.length > 0)
    throw new Error(
      `SHULIAN_S3_ENDPOINT is set, and ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not`,
    );
  return new FilesInS3({
    endpoint: config.SHULIAN_S3_ENDPOINT,
    region: config.SHULIAN_S3_REGION,
    accessKeyId: config.SHULIAN_S3_ACCESS_KEY,
    secretAccessKey: config.SHULIAN_S3_SECRET_KEY,
    service,
  });
}

/** For a service that keeps files; it has the tables of `CreateFileTables` and `CreateDailyRuns`. */
export const fileProviders = (service: string, config: ServiceConfig): Provider[] => [
  {
    provide: FileStore,
    useFactory: (database: Database, oncePerDay: OncePerDay) => {
      const files = new FileStore(database, contentsFor(service, config, database));
      oncePerDay.register('sweep-files', async (_day, signal) => ({ removed: await files.sweep(signal) }));
      return files;
    },
    inject: [Database, OncePerDay],
  },
  {
    provide: JobOutputs,
    useFactory: (database: Database, files: FileStore, jobs: Jobs, oncePerDay: OncePerDay) =>
      new JobOutputs(database, files, jobs, oncePerDay),
    inject: [Database, FileStore, Jobs, OncePerDay],
  },
];
