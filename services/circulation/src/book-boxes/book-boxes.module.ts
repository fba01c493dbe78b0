import { Module } from '@nestjs/common';
import { BlockLoansModule } from '../block-loans/block-loans.module.js';
import { BookBoxesController } from './book-boxes.controller.js';
import { BookBoxesQuery } from './book-boxes.query.js';
import { KeepBox } from './keep-box.use-case.js';
import { SendBox } from './send-box.use-case.js';

@Module({
  imports: [BlockLoansModule],
  controllers: [BookBoxesController],
  providers: [BookBoxesQuery, KeepBox, SendBox],
})
export class BookBoxesModule {}
