import { Module } from '@nestjs/common';
import { cardKeyOfCounty } from '../circulation.config.js';
import { AnswerOnce } from './answer-once.step.js';
import { CardKeys } from './card-keys.adapter.js';
import { CardsAtDesk } from './cards-at-desk.step.js';
import { DeskArrivals } from './desk-arrivals.query.js';
import { SchoolsOfCounty } from './schools.query.js';

const parts = [
  AnswerOnce,
  { provide: CardKeys, useFactory: () => new CardKeys(cardKeyOfCounty) },
  CardsAtDesk,
  DeskArrivals,
  SchoolsOfCounty,
];

@Module({ providers: parts, exports: parts })
export class DeskModule {}
