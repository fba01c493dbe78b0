import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { AddLibraryRoom } from './add-library-room.use-case.js';
import { AskShelfAccess } from './ask-shelf-access.use-case.js';
import { ChangeLibraryRoom } from './change-library-room.use-case.js';
import { LibraryRoomsController } from './library-rooms.controller.js';
import { LibraryRoomsQuery } from './library-rooms.query.js';
import { PlanShelfAccess } from './plan-shelf-access.use-case.js';

@Module({
  imports: [DeskModule],
  controllers: [LibraryRoomsController],
  providers: [LibraryRoomsQuery, AddLibraryRoom, AskShelfAccess, ChangeLibraryRoom, PlanShelfAccess],
  exports: [LibraryRoomsQuery],
})
export class LibraryRoomsModule {}
