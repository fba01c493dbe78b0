import { Module } from '@nestjs/common';
import { ArrangeVacation } from './arrange-vacation.use-case.js';
import { VacationLendingController } from './vacation-lending.controller.js';
import { VacationLendingQuery } from './vacation-lending.query.js';

@Module({ controllers: [VacationLendingController], providers: [ArrangeVacation, VacationLendingQuery] })
export class VacationLendingModule {}
