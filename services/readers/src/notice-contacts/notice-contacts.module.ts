import { Module } from '@nestjs/common';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { ChangeContact } from './change-contact.use-case.js';
import { EnterContact } from './enter-contact.use-case.js';
import { NoticeContactsController } from './notice-contacts.controller.js';
import { NoticeContacts } from './notice-contacts.query.js';
import { ReviewContactsSchedule } from './review-contacts.schedule.js';
import { ReviewContacts } from './review-contacts.use-case.js';
import { WithdrawContact } from './withdraw-contact.use-case.js';

@Module({
  controllers: [NoticeContactsController],
  providers: [
    ChangeContact,
    EnterContact,
    LogSightOfReaders,
    NoticeContacts,
    ReviewContacts,
    ReviewContactsSchedule,
    WithdrawContact,
  ],
})
export class NoticeContactsModule {}
