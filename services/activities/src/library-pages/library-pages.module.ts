import { Module } from '@nestjs/common';
import { ChangeNotice } from './change-notice.use-case.js';
import { LibraryNoticesController } from './library-notices.controller.js';
import { LibraryNoticesQuery } from './library-notices.query.js';
import { LibraryPagesController } from './library-pages.controller.js';
import { LibraryPagesQuery } from './library-pages.query.js';
import { PublishNotice } from './publish-notice.use-case.js';
import { PutIntroduction } from './put-introduction.use-case.js';
import { WriteNotice } from './write-notice.use-case.js';

@Module({
  controllers: [LibraryPagesController, LibraryNoticesController],
  providers: [
    LibraryPagesQuery,
    LibraryNoticesQuery,
    PutIntroduction,
    WriteNotice,
    ChangeNotice,
    PublishNotice,
  ],
})
export class LibraryPagesModule {}
