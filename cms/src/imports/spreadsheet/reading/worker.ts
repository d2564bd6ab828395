import { workerData } from 'node:worker_threads';
import { SheetError } from '../../../rules/spreadsheet/understand';
import { answerWith } from '../../reading/answer';
import { readSheet, type SheetSource } from './read';

void answerWith(readSheet(workerData as SheetSource), SheetError);
