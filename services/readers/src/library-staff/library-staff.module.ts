import { Module } from '@nestjs/common';
import { KeepStaff } from './keep-staff.use-case.js';
import { LibraryStaffController } from './library-staff.controller.js';
import { LibraryStaff } from './library-staff.query.js';

@Module({
  controllers: [LibraryStaffController],
  providers: [LibraryStaff, KeepStaff],
})
export class LibraryStaffModule {}
