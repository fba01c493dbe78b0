import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CertificatesController } from './certificates/certificates.controller.js';
import { CertificatesQuery } from './certificates/certificates.query.js';
import { HoldCertificates } from './certificates/hold-certificates.use-case.js';
import { ArchiveFilesController } from './files/archive-files.controller.js';
import { ArchiveFilesQuery } from './files/archive-files.query.js';
import { KeepArchiveFiles } from './files/keep-archive-files.use-case.js';
import { MoveArchiveFiles } from './files/move-archive-files.use-case.js';
import { ArchiveImportsController } from './imports/archive-imports.controller.js';
import { ArchiveImportsWorker } from './imports/archive-imports.worker.js';
import { ImportArchiveBatch } from './imports/import-archive-batch.use-case.js';
import { ImportArchiveList } from './imports/import-archive-list.use-case.js';
import { QueueArchiveImport } from './imports/queue-archive-import.use-case.js';
import { RecallFiles } from './recalls/recall-files.use-case.js';
import { RecallsController } from './recalls/recalls.controller.js';
import { RecallsQuery } from './recalls/recalls.query.js';
import { DestroyFiles } from './retention/destroy-files.use-case.js';
import { DestructionsController } from './retention/destructions.controller.js';
import { DestructionsQuery } from './retention/destructions.query.js';
import { KeepUnits } from './units/keep-units.use-case.js';
import { UnitsController } from './units/units.controller.js';
import { UnitsQuery } from './units/units.query.js';
import { MakeYearbook } from './yearbooks/make-yearbook.use-case.js';
import { YearbooksController } from './yearbooks/yearbooks.controller.js';
import { YearbooksQuery } from './yearbooks/yearbooks.query.js';

@Module({
  imports: [FromReadersModule],
  controllers: [
    ArchiveFilesController,
    UnitsController,
    RecallsController,
    DestructionsController,
    YearbooksController,
    CertificatesController,
    ArchiveImportsController,
  ],
  providers: [
    ArchiveFilesQuery,
    KeepArchiveFiles,
    MoveArchiveFiles,
    UnitsQuery,
    KeepUnits,
    RecallsQuery,
    RecallFiles,
    DestructionsQuery,
    DestroyFiles,
    YearbooksQuery,
    MakeYearbook,
    CertificatesQuery,
    HoldCertificates,
    ArchiveImportsWorker,
    QueueArchiveImport,
    ImportArchiveList,
    ImportArchiveBatch,
  ],
})
export class ArchivesModule {}
