import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { ReviewContacts } from './review-contacts.use-case.js';

@Injectable()
export class ReviewContactsSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly review: ReviewContacts,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('review-notice-contacts', (day, signal) => this.review.execute(day, signal));
  }
}
