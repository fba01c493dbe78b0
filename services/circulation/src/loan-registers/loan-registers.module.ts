import { Module } from '@nestjs/common';
import { LoanRegistersController } from './loan-registers.controller.js';
import { LoanRegistersQuery } from './loan-registers.query.js';

@Module({ controllers: [LoanRegistersController], providers: [LoanRegistersQuery] })
export class LoanRegistersModule {}
