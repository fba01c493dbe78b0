import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { CardScansController } from './card-scans.controller.js';
import { ScanCard } from './scan-card.use-case.js';

@Module({ imports: [EnrolmentModule], controllers: [CardScansController], providers: [ScanCard] })
export class CardScansModule {}
